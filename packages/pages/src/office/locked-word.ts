// An old Word file (.doc, 97 to 2003) under a password → the same file without it.
// Invariant: nothing comes out unless the file's own verifier says that the password is right; the passwords are tried in their order.
//   unlockWord(bytes, ['mật khẩu'])
// Throws VanbanError: input-office-password, input-damaged. XOR obfuscation (Word 95) is not opened.
// Source: [MS-DOC] 2.2.6 (what of the file is encrypted), [MS-OFFCRYPTO] 2.3.5 (RC4 by CryptoAPI), 2.3.6 (RC4 of 40 bits).
import { reasonOf, VanbanError } from '@vanban/contract';
import CFB from 'cfb';
import { checkCompound } from './compound.ts';
import { digest } from './password-key.ts';
import { rc4 } from './rc4.ts';

/** Bytes that share a key. */
const BLOCK = 512;
/** The first bytes of the document's stream stay plain. */
const PLAIN = 68;
/** Bits at byte 10 of the file information block. */
const [ENCRYPTED, SECOND_TABLE, OBFUSCATED] = [0x100, 0x200, 0x8000];

export function unlockWord(bytes: Uint8Array, passwords: readonly string[]): Uint8Array {
  try {
    return unlock(bytes, passwords);
  } catch (cause) {
    if (cause instanceof VanbanError) throw cause;
    throw new VanbanError('input-damaged', `The encryption of the file: ${reasonOf(cause)}`, { cause });
  }
}

function unlock(bytes: Uint8Array, passwords: readonly string[]): Uint8Array {
  checkCompound(bytes);
  const file = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  const stream = (name: string): Buffer => Buffer.from((CFB.find(file, `/${name}`)?.content ?? []) as Uint8Array);
  const document = stream('WordDocument');
  const flags = document.readUInt16LE(10);
  if ((flags & OBFUSCATED) !== 0) throw new VanbanError('input-office-password', 'The encryption of Word 95 is not known.');
  const table = (flags & SECOND_TABLE) === 0 ? '0Table' : '1Table';
  const keyOf = lockOf(stream(table));
  const key = passwords.map(keyOf).find((found) => found !== null);
  if (!key) throw new VanbanError('input-office-password', passwords.length > 0 ? 'None of the given passwords opens it.' : '');
  for (const name of [table, 'Data']) replace(file, name, decrypted(stream(name), key));
  const plain = Buffer.concat([document.subarray(0, PLAIN), decrypted(document, key).subarray(PLAIN)]);
  plain.writeUInt16LE(flags & ~ENCRYPTED, 10);
  plain.writeUInt32LE(0, 14);
  replace(file, 'WordDocument', plain);
  return CFB.write(file, { type: 'buffer' }) as Uint8Array;
}

function replace(file: CFB.CFB$Container, name: string, bytes: Buffer): void {
  const entry = CFB.find(file, `/${name}`);
  if (entry && bytes.length > 0) entry.content = bytes;
}

/** The key of a block of the streams, by its number. */
type KeyOf = (block: number) => Buffer;

function decrypted(bytes: Buffer, keyOf: KeyOf): Buffer {
  const blocks = Array.from({ length: Math.ceil(bytes.length / BLOCK) }, (_, block) =>
    rc4(keyOf(block))(bytes.subarray(block * BLOCK, (block + 1) * BLOCK)),
  );
  return Buffer.concat(blocks);
}

/** What the table's stream begins with says how the password becomes keys; null where it is wrong. */
function lockOf(table: Buffer): (password: string) => KeyOf | null {
  const [major, minor] = [table.readUInt16LE(0), table.readUInt16LE(2)];
  if (major === 1 && minor === 1) return checked('md5', table.subarray(20, 36), table.subarray(36, 52), shortKey(table.subarray(4, 20)));
  if (minor !== 2 || major < 2 || major > 4) throw new VanbanError('input-office-password', `Encryption ${major}.${minor} is not known.`);
  const header = 12;
  const verifier = header + table.readUInt32LE(8) + 4;
  const keyBytes = (table.readUInt32LE(header + 16) || 40) / 8;
  if (verifier + 56 > table.length || keyBytes < 5 || keyBytes > 16) throw new Error('its header is broken');
  const salt = table.subarray(verifier, verifier + 16);
  return checked('sha1', table.subarray(verifier + 16, verifier + 32), table.subarray(verifier + 36, verifier + 56), longKey(salt, keyBytes));
}

function checked(hash: string, verifier: Buffer, verifierHash: Buffer, keysOf: (password: string) => KeyOf): (password: string) => KeyOf | null {
  return (password) => {
    const keyOf = keysOf(password);
    const cipher = rc4(keyOf(0));
    const expected = digest(hash, cipher(verifier));
    return expected.length === verifierHash.length && cipher(verifierHash).equals(expected) ? keyOf : null;
  };
}

const numbered = (block: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(block);
  return bytes;
};

/** 2.3.5.2. A key of 40 bits is filled with zeros to 128. */
const longKey =
  (salt: Buffer, keyBytes: number) =>
  (password: string): KeyOf => {
    const start = digest('sha1', salt, Buffer.from(password, 'utf16le'));
    return (block) => {
      const key = digest('sha1', start, numbered(block)).subarray(0, keyBytes);
      return keyBytes === 5 ? Buffer.concat([key], 16) : key;
    };
  };

/** 2.3.6.2: five bytes of the password's digest and the salt, sixteen times. */
const shortKey =
  (salt: Buffer) =>
  (password: string): KeyOf => {
    const start = digest('md5', Buffer.from(password, 'utf16le')).subarray(0, 5);
    const mixed = digest('md5', ...Array.from({ length: 16 }, () => [start, salt]).flat()).subarray(0, 5);
    return (block) => digest('md5', mixed, numbered(block));
  };
