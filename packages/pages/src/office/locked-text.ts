// An OpenDocument text under a password → the same file without it.
// Invariant: nothing comes out unless the check sums of the file say that the password is right; a file without a password comes back as it is.
//   unlockText(bytes, ['mật khẩu'])
// Throws VanbanError: input-office-password, input-damaged, input-too-large.
// LibreOffice since 24.8 locks the whole file as one part, older programs each part by itself. Files locked for somebody's OpenPGP key are not opened.
import { VanbanError } from '@vanban/contract';
import { zipSync } from 'fflate';
import { type Archive, openArchive } from '../word/archive.ts';
import { type LockedPart, lockedParts } from './locked-parts.ts';
import { OPEN_TEXT, WHOLE_FILE } from './office-type.ts';
import { openPart } from './open-part.ts';

const MANIFEST = 'META-INF/manifest.xml';

export function unlockText(bytes: Uint8Array, passwords: readonly string[]): Uint8Array {
  const archive = openArchive(bytes);
  const manifest = Buffer.from(archive.part(MANIFEST) ?? []).toString();
  if (!manifest.includes('encryption-data')) return bytes;
  const parts = lockedParts(manifest);
  const first = parts.find(({ path }) => path === WHOLE_FILE) ?? parts.find(({ path }) => path === 'content.xml');
  if (!first) throw new VanbanError('input-office-password', 'Its encryption is not known.');
  for (const password of passwords) {
    const found = opened(archive, first, password);
    if (found) return first.path === WHOLE_FILE ? found : packed(archive, new Map(parts.map((part) => [part.path, opened(archive, part, password)])));
  }
  throw new VanbanError('input-office-password', passwords.length > 0 ? 'None of the given passwords opens it.' : '');
}

const opened = (archive: Archive, part: LockedPart, password: string): Buffer | null =>
  openPart(archive.part(part.path) ?? new Uint8Array(), part, password);

/** The kind of the file stands first, uncompressed. A part that the password does not open is left out: its check sum says that it is damaged. */
function packed(archive: Archive, open: ReadonlyMap<string, Buffer | null>): Uint8Array {
  const names = archive.names.filter((name) => name !== 'mimetype' && name !== MANIFEST && !name.endsWith('/'));
  const files = names.flatMap((name): [string, Uint8Array][] => {
    const bytes = open.has(name) ? open.get(name) : archive.part(name);
    return bytes ? [[name, bytes]] : [];
  });
  const manifest = Buffer.from(manifestOf(files.map(([name]) => name)));
  return zipSync({ mimetype: [Buffer.from(OPEN_TEXT), { level: 0 }], [MANIFEST]: manifest, ...Object.fromEntries(files) });
}

function manifestOf(names: readonly string[]): string {
  const entry = (path: string, type: string): string => `<m:file-entry m:full-path="${path.replace(/[<&"]/gu, '_')}" m:media-type="${type}"/>`;
  const entries = [entry('/', OPEN_TEXT), ...names.map((name) => entry(name, name.endsWith('.xml') ? 'text/xml' : ''))];
  return `<?xml version="1.0"?><m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.2">${entries.join('')}</m:manifest>`;
}
