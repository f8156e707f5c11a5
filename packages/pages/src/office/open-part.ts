// One part of an OpenDocument text under a password → what it holds, or null where the password is wrong.
//   openPart(bytes, part, 'mật khẩu')
// Throws VanbanError: input-damaged.
import { argon2Sync, createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { reasonOf, VanbanError } from '@vanban/contract';
import { blowfish } from './blowfish.ts';
import type { LockedPart } from './locked-parts.ts';
import { decryptCbc } from './password-key.ts';

/** Bytes that a part may unpack to. */
const MOST_BYTES = 64 * 2 ** 20;

export function openPart(bytes: Uint8Array, part: LockedPart, password: string): Buffer | null {
  if (!isWhole(bytes, part)) throw new VanbanError('input-damaged', `The encryption of ${part.path}.`);
  const plain = decrypted(bytes, part, keyOf(part, password));
  if (plain === null) return null;
  const isRight = part.cipher === 'aes-gcm' || createHash(part.checkHash).update(plain.subarray(0, 1024)).digest().equals(part.checksum);
  if (!isRight && part.cipher !== 'blowfish') return null;
  try {
    const unpacked = inflateRawSync(plain, { maxOutputLength: MOST_BYTES });
    return isRight || unpacked.toString('latin1', 0, XML.length) === XML ? unpacked : null;
  } catch (cause) {
    if (!isRight) return null;
    throw new VanbanError('input-damaged', `${part.path}: ${reasonOf(cause)}`, { cause });
  }
}

/** OpenOffice's SHA-1 is wrong for some short parts (of 52 to 55 bytes over whole blocks): there the text itself says that the password is right. */
const XML = '<?xml';

const VECTORS = { 'aes-gcm': 12, 'aes-cbc': 16, blowfish: 8 } as const;
/** GCM's check sum, behind what is encrypted. */
const TAG = 16;

function isWhole({ length }: Uint8Array, { cipher, vector, salt }: LockedPart): boolean {
  const isLong = cipher === 'aes-gcm' ? length > vector.length + TAG : length > 0;
  return isLong && (cipher !== 'aes-cbc' || length % 16 === 0) && vector.length === VECTORS[cipher] && salt.length >= 8;
}

function keyOf({ startHash, salt, key }: LockedPart, password: string): Buffer {
  const start = createHash(startHash).update(password).digest();
  if (key.kind === 'pbkdf2') return pbkdf2Sync(start, salt, key.rounds, key.bytes, 'sha1');
  const { passes, memory, lanes } = key;
  return Buffer.from(argon2Sync('argon2id', { message: start, nonce: salt, passes, memory, parallelism: lanes, tagLength: 32 }));
}

function decrypted(bytes: Uint8Array, { cipher, vector }: LockedPart, key: Buffer): Buffer | null {
  if (cipher === 'blowfish') return blowfish(key)(vector, bytes);
  return cipher === 'aes-cbc' ? withoutPadding(decryptCbc(key, vector, bytes)) : decryptGcm(key, bytes, vector.length);
}

/** The last byte says how many were added to fill the last block. */
const withoutPadding = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length - Math.min(16, bytes.at(-1) ?? 0));

/** The vector stands in front once more, as XML Encryption 1.1 has it. */
function decryptGcm(key: Buffer, bytes: Uint8Array, vector: number): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, vector)).setAuthTag(bytes.subarray(-TAG));
  const plain = decipher.update(bytes.subarray(vector, -TAG));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return null;
  }
}
