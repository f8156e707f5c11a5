// Where do the record and the source go, so that nothing is ever overwritten? Names stay, in NFC (two that look alike would be two files on one
// system and one on the next); one that is taken gets ~2, ~3 …
//   await writeResult('out', 'sub/cv.pdf', record)      → out/sub/cv.json; replaced where it holds the same document's older record
//   await moveSource(path, 'done/2026-11', 'sub/cv.pdf') → not kept twice where the same bytes lie there already
//   await placeFailure(path, 'failed', 'sub/cv.pdf', error) → failed/sub/cv.pdf and failed/sub/cv.error.txt
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { describe, type Record, type VanbanError } from '@vanban/contract';
import { createFileWhole, hashFile, isGone, linkFile, makeFolder, readFileOrNull, typed, writeFileWhole } from '@vanban/store';

/** The path of the file that was written. */
export async function writeResult(out: string, relative: string, record: Record): Promise<string> {
  const text = `${JSON.stringify(record, null, 2)}\n`;
  await sweep(dirname(join(out, relative.normalize('NFC'))));
  for (const name of namesFor(relative, '.json')) {
    const path = join(out, name);
    if (await createFileWhole(path, text)) return path;
    const there = await readFileOrNull(path);
    if (there === null || idOf(there) !== record.id) continue;
    if (there.toString() !== text) await writeFileWhole(path, text);
    return path;
  }
  throw new Error('unreachable: names never end');
}

const swept = new Set<string>();

/** Removes what a killed process left half-written in a folder: its file is done again, so it is enough to look once where this process writes. */
async function sweep(folder: string): Promise<void> {
  if (swept.has(folder)) return;
  swept.add(folder);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.endsWith('.tmp') && isGone(one))) await rm(join(folder, name), { force: true });
}

export function moveSource(path: string, folder: string, relative: string): Promise<string> {
  return typed(async () => {
    for (const name of namesFor(relative)) {
      const target = join(folder, name);
      if ((await linked(path, target)) || (await sameBytes(path, target))) {
        await rm(path, { force: true });
        return target;
      }
    }
    throw new Error('unreachable: names never end');
  });
}

/** The path of the text that tells why. */
export async function placeFailure(path: string, folder: string, relative: string, error: VanbanError): Promise<string> {
  await sweep(dirname(join(folder, relative.normalize('NFC'))));
  for (const name of namesFor(relative)) {
    const target = join(folder, name);
    const reason = reasonFor(target);
    if (!(await createFileWhole(reason, describe(error)))) continue;
    if (await typed(() => linked(path, target))) {
      await typed(() => rm(path, { force: true }));
      return reason;
    }
    await typed(() => rm(reason, { force: true }));
  }
  throw new Error('unreachable: names never end');
}

/** The text that tells why a file in failed/ failed. */
export function reasonFor(path: string): string {
  const { dir, name } = parse(path);
  return join(dir, withinBytes(name, '.error.txt'));
}

/** What file systems allow for one name. */
const NAME_BYTES = 255;

/** sub/cv.pdf, sub/cv~2.pdf, sub/cv~3.pdf … A name that would become too long loses its end, not its extension. */
function* namesFor(relative: string, extension?: string): Generator<string> {
  const { dir, name, ext } = parse(relative.normalize('NFC'));
  for (let number = 1; ; number++) yield join(dir, withinBytes(name, `${number === 1 ? '' : `~${number}`}${extension ?? ext}`));
}

function withinBytes(stem: string, end: string): string {
  const letters = [...stem];
  while (Buffer.byteLength(letters.join('') + end) > NAME_BYTES) letters.pop();
  return letters.join('') + end;
}

function idOf(bytes: Buffer): string | null {
  try {
    return (JSON.parse(bytes.toString()) as { id?: string }).id ?? null;
  } catch {
    return null;
  }
}

/** False where something of that name is there. */
async function linked(path: string, target: string): Promise<boolean> {
  await makeFolder(dirname(target));
  try {
    await linkFile(path, target);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function sameBytes(path: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(path), stat(other)]);
  return b.isFile() && a.size === b.size && (await hashFile(path)).id === (await hashFile(other)).id;
}
