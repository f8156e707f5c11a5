// An OpenDocument text under a password → the same file without it.
// Invariant: nothing comes out unless the check sums of the file say that the password is right; a file without a password comes back as it is.
//   unlockText(bytes, ['mật khẩu'])
// Throws VanbanError: input-office-password, input-damaged, input-too-large.
// Source: OpenDocument 1.2 part 3, 3.4 (AES in CBC with PBKDF2, what LibreOffice and OpenOffice write since 2011). Blowfish and what is newer (Argon2) is not opened.
import { createHash, pbkdf2Sync } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { reasonOf, VanbanError } from '@vanban/contract';
import { zipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { type Archive, openArchive } from '../word/archive.ts';
import { OPEN_TEXT } from './office-type.ts';
import { decryptCbc } from './password-key.ts';

const MANIFEST = 'META-INF/manifest.xml';
/** Rounds of hashing, for one part (LibreOffice: 100,000) and for all of them. */
const [MOST_ROUNDS, MOST_ROUNDS_ALL] = [1_000_000, 20_000_000];
/** Bytes that a part may unpack to. */
const MOST_BYTES = 64 * 2 ** 20;

interface LockedPart {
  readonly path: string;
  readonly cipher: string;
  readonly startKey: string;
  readonly checkedBy: string;
  readonly checksum: Buffer;
  readonly vector: Buffer;
  readonly salt: Buffer;
  readonly rounds: number;
}

export function unlockText(bytes: Uint8Array, passwords: readonly string[]): Uint8Array {
  const archive = openArchive(bytes);
  const manifest = Buffer.from(archive.part(MANIFEST) ?? []).toString();
  if (!manifest.includes('encryption-data')) return bytes;
  const parts = lockedParts(manifest);
  const first = parts.find(({ path }) => path === 'content.xml');
  if (!first) throw new VanbanError('input-office-password', 'Its encryption is not known.');
  checkRounds(parts);
  const right = passwords.find((password) => opened(archive, first, password) !== null);
  if (right === undefined) throw new VanbanError('input-office-password', passwords.length > 0 ? 'None of the given passwords opens it.' : '');
  return packed(archive, new Map(parts.map((part) => [part.path, opened(archive, part, right)])));
}

function checkRounds(parts: readonly LockedPart[]): void {
  const unknown = parts.find(
    ({ cipher, startKey, checkedBy }) => !/#aes256-cbc$/u.test(cipher) || !/#sha256$/u.test(startKey) || !/#sha256-1k$/u.test(checkedBy),
  );
  if (unknown) throw new VanbanError('input-office-password', `${unknown.cipher.replace(/^.*#/u, '')} is not known.`);
  const all = parts.reduce((sum, { rounds }) => sum + rounds, 0);
  if (!(parts.every(({ rounds }) => rounds >= 1 && rounds <= MOST_ROUNDS) && all <= MOST_ROUNDS_ALL))
    throw new VanbanError('input-damaged', 'The encryption of the file: too many rounds of hashing.');
}

/** Null where the password is wrong. */
function opened(archive: Archive, part: LockedPart, password: string): Buffer | null {
  const bytes = archive.part(part.path) ?? new Uint8Array();
  if (bytes.length === 0 || bytes.length % 16 !== 0 || part.vector.length !== 16)
    throw new VanbanError('input-damaged', `The encryption of ${part.path}.`);
  const key = pbkdf2Sync(createHash('sha256').update(password).digest(), part.salt, part.rounds, 32, 'sha1');
  const plain = withoutPadding(decryptCbc(key, part.vector, bytes));
  const sum = createHash('sha256').update(plain.subarray(0, 1024)).digest();
  if (!sum.equals(part.checksum)) return null;
  try {
    return inflateRawSync(plain, { maxOutputLength: MOST_BYTES });
  } catch (cause) {
    throw new VanbanError('input-damaged', `${part.path}: ${reasonOf(cause)}`, { cause });
  }
}

/** The last byte says how many were added to fill the last block. */
const withoutPadding = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length - Math.min(16, bytes.at(-1) ?? 0));

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

function lockedParts(manifest: string): LockedPart[] {
  const parts: LockedPart[] = [];
  let open: { [tag: string]: { readonly [name: string]: string } } = {};
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const tag = local(name);
    if (tag === 'file-entry') open = {};
    open[tag] = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), String(value)]));
  });
  parser.on('closetag', ({ name }) => {
    if (local(name) === 'file-entry' && open['encryption-data']) parts.push(partOf(open));
  });
  try {
    parser.write(manifest).close();
  } catch (cause) {
    throw new VanbanError('input-damaged', `The list of the file's parts: ${reasonOf(cause)}`, { cause });
  }
  return parts;
}

const local = (name: string): string => name.replace(/^.*:/u, '');

function partOf(tags: { readonly [tag: string]: { readonly [name: string]: string } }): LockedPart {
  const of = (tag: string, name: string): string => tags[tag]?.[name] ?? '';
  return {
    path: of('file-entry', 'full-path'),
    cipher: of('algorithm', 'algorithm-name'),
    startKey: of('start-key-generation', 'start-key-generation-name'),
    checkedBy: of('encryption-data', 'checksum-type'),
    checksum: Buffer.from(of('encryption-data', 'checksum'), 'base64'),
    vector: Buffer.from(of('algorithm', 'initialisation-vector'), 'base64'),
    salt: Buffer.from(of('key-derivation', 'salt'), 'base64'),
    rounds: Number(of('key-derivation', 'iteration-count')),
  };
}
