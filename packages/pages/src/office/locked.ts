// A Word, Excel or PowerPoint file (2007 and later) under a password → the file without it.
// Invariant: nothing comes out unless the file's own verifier says that the password is right; the passwords are tried in their order.
//   await unlock(bytes, ['mật khẩu'])   → bytes of the DOCX within
// Throws VanbanError: input-office-password, input-damaged. Old binary files (.doc) under a password are not opened.
// Source: [MS-OFFCRYPTO] 2.3.4; the file is a compound file that holds the streams EncryptionInfo and EncryptedPackage.
import { reasonOf, VanbanError } from '@vanban/contract';
import CFB from 'cfb';
import { SaxesParser } from 'saxes';
import { checkCompound } from './compound.ts';
import { type AgileFacts, agileKey, type Cipher, decryptCbc, decryptEcb, digest, padded, type StandardFacts, standardKey } from './password-key.ts';

export function unlock(bytes: Uint8Array, passwords: readonly string[]): Uint8Array {
  const { info, packed } = damaged(() => streamsOf(bytes));
  const open = damaged(() => openerOf(info));
  for (const password of passwords) {
    const found = damaged(() => open(password, packed));
    if (found) return found;
  }
  throw new VanbanError('input-office-password', passwords.length > 0 ? 'None of the given passwords opens it.' : '');
}

function damaged<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof VanbanError) throw cause;
    throw new VanbanError('input-damaged', `The encryption of the file: ${reasonOf(cause)}`, { cause });
  }
}

function streamsOf(bytes: Uint8Array): { info: Buffer; packed: Buffer } {
  checkCompound(bytes);
  const file = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  const stream = (name: string): Buffer => Buffer.from((CFB.find(file, `/${name}`)?.content ?? []) as Uint8Array);
  return { info: stream('EncryptionInfo'), packed: stream('EncryptedPackage') };
}

/** Null where the password is wrong. */
type Open = (password: string, packed: Buffer) => Buffer | null;

function openerOf(info: Buffer): Open {
  const [major, minor] = [info.readUInt16LE(0), info.readUInt16LE(2)];
  if (major === 4 && minor === 4) return openAgile(agileFacts(info.toString('utf8', 8)));
  if (minor === 2 && major >= 2 && major <= 4) return openStandard(standardFacts(info));
  throw new VanbanError('input-office-password', `Encryption ${major}.${minor} is not known.`);
}

/** Bytes that are encrypted as one. */
const SEGMENT = 4096;

const openAgile =
  (facts: AgileFacts): Open =>
  (password, packed) => {
    const key = agileKey(facts, password);
    if (!key) return null;
    const { hash, salt, blockBytes } = facts.data;
    const parts: Buffer[] = [];
    for (let start = 8; start < packed.length; start += SEGMENT) {
      const number = Buffer.alloc(4);
      number.writeUInt32LE(parts.length);
      parts.push(decryptCbc(key, padded(digest(hash, salt, number), blockBytes), wholeBlocks(packed.subarray(start, start + SEGMENT))));
    }
    return cut(Buffer.concat(parts), packed);
  };

const openStandard =
  (facts: StandardFacts): Open =>
  (password, packed) => {
    const key = standardKey(facts, password);
    return key && cut(decryptEcb(key, wholeBlocks(packed.subarray(8))), packed);
  };

const wholeBlocks = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length - (bytes.length % 16));

/** The stream begins with the length of what it holds. */
const cut = (bytes: Buffer, packed: Buffer): Buffer => bytes.subarray(0, Number(packed.readBigUInt64LE(0)));

/** Office hashes 100,000 times; a file that asks for much more wants to keep the machine busy. */
const MOST_SPINS = 1_000_000;
/** Names in the file → names of node:crypto. */
const HASHES: { readonly [name: string]: string } = { SHA1: 'sha1', 'SHA-1': 'sha1', SHA256: 'sha256', SHA384: 'sha384', SHA512: 'sha512' };

function agileFacts(xml: string): AgileFacts {
  const tags = new Map<string, { readonly [name: string]: string }>();
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => tags.set(name.replace(/^.*:/u, ''), attributes));
  parser.write(xml.replace(/\0+$/u, '')).close();
  const [data = {}, own = {}] = [tags.get('keyData'), tags.get('encryptedKey')];
  const spins = Number(own.spinCount);
  if (!(spins >= 0 && spins <= MOST_SPINS)) throw new Error(`${own.spinCount} rounds of hashing`);
  const bytes = (name: string): Buffer => Buffer.from(own[name] ?? '', 'base64');
  return {
    data: cipherOf(data),
    password: {
      ...cipherOf(own),
      spins,
      verifierInput: bytes('encryptedVerifierHashInput'),
      verifierHash: bytes('encryptedVerifierHashValue'),
      key: bytes('encryptedKeyValue'),
    },
  };
}

function cipherOf(tag: { readonly [name: string]: string }): Cipher {
  const hash = HASHES[tag.hashAlgorithm ?? ''];
  if (!hash || tag.cipherAlgorithm !== 'AES' || tag.cipherChaining !== 'ChainingModeCBC')
    throw new VanbanError('input-office-password', `${tag.cipherAlgorithm} with ${tag.hashAlgorithm} is not known.`);
  return { hash, salt: Buffer.from(tag.saltValue ?? '', 'base64'), keyBytes: Number(tag.keyBits) / 8, blockBytes: Number(tag.blockSize) };
}

/** 2.3.2 and 2.3.3: a header of its own length, then the verifier. */
function standardFacts(info: Buffer): StandardFacts {
  const header = 12;
  const verifier = header + info.readUInt32LE(8) + 4;
  return {
    keyBytes: info.readUInt32LE(header + 16) / 8,
    salt: info.subarray(verifier, verifier + 16),
    verifier: info.subarray(verifier + 16, verifier + 32),
    verifierHash: info.subarray(verifier + 36, verifier + 68),
  };
}
