// An old Word file's streams under a password, encrypted as Word 2007 and later do it in .doc (RC4 by CryptoAPI, 128 bits), for tests: LibreOffice writes the older kind only.
// Invariant: the streams hold `document` (its first 68 bytes plain) and, behind the encryption's header, `table`; it is no file that Word could show.
// Source: [MS-OFFCRYPTO] 2.3.5.
import { createHash } from 'node:crypto';
import CFB from 'cfb';
import { rc4 } from '../office/rc4.ts';

const SALT = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');

export function lockedWord(document: Buffer, table: Buffer, password: string): Uint8Array {
  const start = sha1(SALT, Buffer.from(password, 'utf16le'));
  const cipherOf = (block: number) => rc4(sha1(start, uint32(block)).subarray(0, 16));
  const encrypted = (bytes: Buffer): Buffer =>
    Buffer.concat(Array.from({ length: Math.ceil(bytes.length / 512) }, (_, at) => cipherOf(at)(bytes.subarray(at * 512, at * 512 + 512))));
  const header = headerOf(cipherOf(0));
  const fib = Buffer.from(document);
  fib.writeUInt16LE(0xa5ec, 0);
  fib.writeUInt16LE(0x300, 10);
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/WordDocument', Buffer.concat([fib.subarray(0, 68), encrypted(fib).subarray(68)]));
  const whole = Buffer.concat([header, table]);
  CFB.utils.cfb_add(file, '/1Table', Buffer.concat([header, encrypted(whole).subarray(header.length)]));
  return CFB.write(file, { type: 'buffer' }) as Uint8Array;
}

/** Version 4.2; a header of flags, sizes, RC4, SHA-1, 128 bits, provider and its name; salt and verifier. */
function headerOf(cipher: (bytes: Uint8Array) => Buffer): Buffer {
  const name = Buffer.from('Microsoft Enhanced Cryptographic Provider v1.0\0', 'utf16le');
  const words = [4, 0, 0x6801, 0x8004, 128, 1, 0, 0].map(uint32);
  const header = Buffer.concat([...words, name]);
  const verifier = Buffer.from('vanban verifier!');
  const [sealed, sum] = [cipher(verifier), cipher(sha1(verifier))];
  return Buffer.concat([Buffer.from('04000200', 'hex'), uint32(4), uint32(header.length), header, uint32(16), SALT, sealed, uint32(20), sum]);
}

const sha1 = (...parts: readonly Uint8Array[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sha1')).digest();

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
