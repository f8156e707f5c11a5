// The key of an office file under a password: by Office 2010 and later ("agile") or Office 2007 ("standard").
// Invariant: a key is handed out only where the file's own verifier says that the password is right; else null.
//   agileKey(facts, 'mật khẩu')   standardKey(facts, 'mật khẩu')
// Source: [MS-OFFCRYPTO] 2.3.4.7, 2.3.4.9 (standard), 2.3.4.11–2.3.4.13 (agile).
import { createDecipheriv, createHash } from 'node:crypto';

/** How one of the file's keys is used. */
export interface Cipher {
  readonly hash: string;
  readonly salt: Buffer;
  readonly keyBytes: number;
  readonly blockBytes: number;
}

export interface AgileFacts {
  readonly data: Cipher;
  readonly password: Cipher & { readonly spins: number; readonly verifierInput: Buffer; readonly verifierHash: Buffer; readonly key: Buffer };
}

export interface StandardFacts {
  readonly salt: Buffer;
  readonly keyBytes: number;
  readonly verifier: Buffer;
  readonly verifierHash: Buffer;
}

/** What each derived key is for: 2.3.4.13. */
const [VERIFIER_INPUT, VERIFIER_HASH, KEY] = ['fea7d2763b4b9e79', 'd7aa0f6d3061344e', '146e0be7abacd0d6'].map((hex) => Buffer.from(hex, 'hex')) as [
  Buffer,
  Buffer,
  Buffer,
];

export function agileKey({ password: own }: AgileFacts, password: string): Buffer | null {
  const spun = spin(own.hash, own.salt, password, own.spins);
  const open = (purpose: Buffer, bytes: Buffer): Buffer =>
    decryptCbc(padded(digest(own.hash, spun, purpose), own.keyBytes), padded(own.salt, own.blockBytes), bytes);
  const expected = open(VERIFIER_HASH, own.verifierHash);
  const actual = digest(own.hash, open(VERIFIER_INPUT, own.verifierInput).subarray(0, own.salt.length));
  return expected.subarray(0, actual.length).equals(actual) ? open(KEY, own.key).subarray(0, own.keyBytes) : null;
}

/** Office 2007 hashes so often. */
const STANDARD_SPINS = 50_000;

export function standardKey({ salt, keyBytes, verifier, verifierHash }: StandardFacts, password: string): Buffer | null {
  const last = digest('sha1', spin('sha1', salt, password, STANDARD_SPINS), Buffer.alloc(4));
  const half = (pad: number): Buffer =>
    digest(
      'sha1',
      Buffer.alloc(64, pad).map((byte, index) => byte ^ (last[index] ?? 0)),
    );
  const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, keyBytes);
  const actual = digest('sha1', decryptEcb(key, verifier));
  return decryptEcb(key, verifierHash).subarray(0, actual.length).equals(actual) ? key : null;
}

export const digest = (hash: string, ...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((sum, part) => sum.update(part), createHash(hash)).digest();

/** Cut, or filled with 0x36, to so many bytes. */
export const padded = (bytes: Buffer, length: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(Math.max(0, length - bytes.length), 0x36)], length);

export const decryptCbc = (key: Buffer, iv: Buffer, bytes: Uint8Array): Buffer => decrypt(`aes-${key.length * 8}-cbc`, key, iv, bytes);

export const decryptEcb = (key: Buffer, bytes: Uint8Array): Buffer => decrypt(`aes-${key.length * 8}-ecb`, key, null, bytes);

function decrypt(cipher: string, key: Buffer, iv: Buffer | null, bytes: Uint8Array): Buffer {
  const decipher = createDecipheriv(cipher, key, iv).setAutoPadding(false);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}

function spin(hash: string, salt: Buffer, password: string, times: number): Buffer {
  let sum = digest(hash, salt, Buffer.from(password, 'utf16le'));
  const turn = Buffer.alloc(4);
  for (let count = 0; count < times; count++) {
    turn.writeUInt32LE(count);
    sum = digest(hash, turn, sum);
  }
  return sum;
}
