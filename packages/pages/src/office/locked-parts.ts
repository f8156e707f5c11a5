// What the manifest of an OpenDocument text says of its parts under a password.
// Invariant: only ciphers that can be opened come out, and only keys whose making is within bounds.
//   lockedParts('<manifest:manifest …') → [{ path: 'content.xml', cipher: 'aes-cbc', key: { kind: 'pbkdf2', rounds: 100000, bytes: 32 }, … }]
// Throws VanbanError: input-office-password for ciphers that are not known, input-damaged.
// Source: OpenDocument 1.2 part 3, 3.4 and 4.8; what LibreOffice writes since 24.8 is not in the standard yet.
import { reasonOf, VanbanError } from '@vanban/contract';
import { SaxesParser } from 'saxes';
import { WHOLE_FILE } from './office-type.ts';

export interface LockedPart {
  readonly path: string;
  readonly cipher: 'aes-gcm' | 'aes-cbc' | 'blowfish';
  readonly vector: Buffer;
  /** What the password is hashed with before the key is made of it. */
  readonly startHash: Hash;
  readonly salt: Buffer;
  readonly key: KeyMaking;
  /** Of the first 1,024 bytes; GCM has its own. */
  readonly checkHash: Hash;
  readonly checksum: Buffer;
}

type Hash = 'sha1' | 'sha256';
type KeyMaking =
  | { readonly kind: 'pbkdf2'; readonly rounds: number; readonly bytes: number }
  /** `memory` in KiB. */
  | { readonly kind: 'argon2id'; readonly passes: number; readonly memory: number; readonly lanes: number };

/** Rounds of hashing, for one part (LibreOffice: 100,000) and for all of them. */
const [MOST_ROUNDS, MOST_ROUNDS_ALL] = [1_000_000, 20_000_000];
/** LibreOffice fills 64 MiB three times, in four lanes. */
const [MOST_MEMORY, MOST_PASSES, MOST_LANES] = [256 * 1024, 8, 16];

export function lockedParts(manifest: string): LockedPart[] {
  const parts = entriesOf(manifest).map(partOf);
  const all = parts.reduce((sum, { key }) => sum + (key.kind === 'pbkdf2' ? key.rounds : 0), 0);
  if (!(parts.every(isWithinBounds) && all <= MOST_ROUNDS_ALL))
    throw new VanbanError('input-damaged', 'The encryption of the file: too much hashing.');
  return parts;
}

function isWithinBounds({ path, key }: LockedPart): boolean {
  if (key.kind === 'pbkdf2') return isFrom(1, key.rounds, MOST_ROUNDS) && isFrom(1, key.bytes, 56);
  const { lanes, memory, passes } = key;
  return path === WHOLE_FILE && isFrom(1, lanes, MOST_LANES) && isFrom(8 * lanes, memory, MOST_MEMORY) && isFrom(1, passes, MOST_PASSES);
}

const isFrom = (least: number, value: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most;

/** Attributes of an entry and of what stands in it, by tag. */
type Tags = { [tag: string]: { readonly [name: string]: string } };

function entriesOf(manifest: string): Tags[] {
  const entries: Tags[] = [];
  let open: Tags = {};
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const tag = local(name);
    if (tag === 'file-entry') open = {};
    open[tag] = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), String(value)]));
  });
  parser.on('closetag', ({ name }) => {
    if (local(name) === 'file-entry' && open['encryption-data']) entries.push(open);
  });
  try {
    parser.write(manifest).close();
  } catch (cause) {
    throw new VanbanError('input-damaged', `The list of the file's parts: ${reasonOf(cause)}`, { cause });
  }
  return entries;
}

const local = (name: string): string => name.replace(/^.*:/u, '');

/** Names in the file end so: "http://www.w3.org/2001/04/xmlenc#aes256-cbc", "Blowfish CFB", "SHA1/1K", "…#sha256-1k". */
const CIPHERS: readonly (readonly [RegExp, LockedPart['cipher']])[] = [
  [/#aes256-gcm$/u, 'aes-gcm'],
  [/#aes256-cbc$/u, 'aes-cbc'],
  [/^Blowfish CFB$|#blowfish(?:-cfb)?$/u, 'blowfish'],
];
const HASHES: readonly (readonly [RegExp, Hash])[] = [
  [/#sha256(?:-1k)?$/u, 'sha256'],
  [/^SHA1(?:\/1K)?$|#sha1(?:-1k)?$/u, 'sha1'],
];

function partOf(tags: Tags): LockedPart {
  const of = (tag: string, name: string): string => tags[tag]?.[name] ?? '';
  const bytes = (tag: string, name: string): Buffer => Buffer.from(of(tag, name), 'base64');
  const cipher = named(CIPHERS, of('algorithm', 'algorithm-name'));
  const checkedBy = of('encryption-data', 'checksum-type');
  return {
    path: of('file-entry', 'full-path'),
    cipher,
    vector: bytes('algorithm', 'initialisation-vector'),
    startHash: named(HASHES, of('start-key-generation', 'start-key-generation-name') || 'SHA1'),
    salt: bytes('key-derivation', 'salt'),
    key: keyMakingOf(tags['key-derivation'] ?? {}, cipher),
    checkHash: cipher === 'aes-gcm' && checkedBy === '' ? 'sha256' : named(HASHES, checkedBy),
    checksum: bytes('encryption-data', 'checksum'),
  };
}

function keyMakingOf(tag: { readonly [name: string]: string }, cipher: LockedPart['cipher']): KeyMaking {
  const name = tag['key-derivation-name'] ?? '';
  const number = (attribute: string, usual = ''): number => Number(tag[attribute] ?? usual);
  if (/argon2id$/u.test(name)) {
    return { kind: 'argon2id', passes: number('argon2-iterations'), memory: number('argon2-memory'), lanes: number('argon2-lanes') };
  }
  if (name === 'PGP') throw new VanbanError('input-office-password', 'It is locked for an OpenPGP key; save it with a password or with none.');
  if (!/^PBKDF2$|#pbkdf2$/u.test(name)) throw unknown(name);
  return { kind: 'pbkdf2', rounds: number('iteration-count'), bytes: cipher === 'blowfish' ? number('key-size', '16') : 32 };
}

function named<T>(names: readonly (readonly [RegExp, T])[], name: string): T {
  const found = names.find(([pattern]) => pattern.test(name));
  if (!found) throw unknown(name);
  return found[1];
}

const unknown = (name: string): VanbanError =>
  new VanbanError('input-office-password', `${local(name.replace(/^.*#/u, '')) || 'Its encryption'} is not known.`);
