// Where does the record of a file inside a container go? Into a folder with the container's name, under the names inside, made harmless.
//   memberPlaces('thu.eml', [['hoso.zip', 'a/cv.pdf'], ['../../etc/x']])   → ['thu.eml/hoso.zip/a/cv.pdf', 'thu.eml/etc/x']
// Invariant: every place lies below the container's own, is a name that all systems allow, and is given once (cv.pdf and cv.docx, which would
// both become cv.json, too).
import { join, parse } from 'node:path';

/** Of the folders inside a container, the innermost count. */
const MOST_PARTS = 6;
const MOST_BYTES = 120;

export function memberPlaces(container: string, paths: readonly (readonly string[])[]): string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const parts = path.flatMap((name) => name.split(/[/\\]/u)).flatMap(harmless);
    const { dir, name, ext } = parse(join(container, ...parts.slice(-MOST_PARTS).concat(parts.length === 0 ? ['_'] : [])));
    for (let number = 1; ; number++) {
      const stem = join(dir, `${name}${number === 1 ? '' : `~${number}`}`);
      const key = stem.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return `${stem}${ext}`;
    }
  });
}

/** Names that mean a device on Windows: "con", "LPT1.pdf". Must not: "cong van.pdf". */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;
/** Control and direction characters, and what Windows forbids in names. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu;

/** Nothing for what only leads elsewhere: "", ".", "..", "C:". */
function harmless(part: string): string[] {
  if (/^(?:\.*|[a-z]:)$/iu.test(part)) return [];
  const clean = part
    .normalize('NFC')
    .replace(FORBIDDEN, '_')
    .replace(/^[. ]+|[. ]+$/gu, '');
  if (clean === '') return [];
  const { name, ext } = parse(clean.replace(DEVICE, '_$&'));
  return [shortened(name, ext)];
}

function shortened(name: string, ext: string): string {
  const letters = [...name];
  const end = Buffer.byteLength(ext) > 20 ? '' : ext;
  while (Buffer.byteLength(letters.join('')) > MOST_BYTES - Buffer.byteLength(end)) letters.pop();
  return letters.join('') + end;
}
