// Damage to the fields by which a ZIP archive or a compound file (OLE: mails of Outlook, locked office files) says where its parts are and how long.
// Also to values of XML attributes that stand in it, in place.
// Invariant: the rest of the file stays whole, so that what is tried is how a reader follows such a field: past the end, backwards, in rings.
import type { Random } from '../random.ts';

type Field = readonly [at: number, size: number];

/** Signature of a ZIP record → places and sizes of its fields (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
const RECORDS: readonly (readonly [sign: string, fields: readonly Field[]])[] = [
  [
    'PK\u0003\u0004',
    [
      [4, 2],
      [6, 2],
      [8, 2],
      [14, 4],
      [18, 4],
      [22, 4],
      [26, 2],
      [28, 2],
    ],
  ],
  [
    'PK\u0001\u0002',
    [
      [6, 2],
      [8, 2],
      [10, 2],
      [16, 4],
      [20, 4],
      [24, 4],
      [28, 2],
      [30, 2],
      [32, 2],
      [38, 4],
      [42, 4],
    ],
  ],
  [
    'PK\u0005\u0006',
    [
      [4, 2],
      [8, 2],
      [10, 2],
      [12, 4],
      [16, 4],
      [20, 2],
    ],
  ],
];
const NAMES = ['../../a.txt', '/etc/passwd', 'a\u0000.txt', 'C:\\a', '\u202egpj.a', 'con', '..', ''] as const;

export function mutateZip(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let left = 1 + random.int(3); left > 0; left--) {
    const [sign, fields] = random.pick(RECORDS);
    const found = [...copy.toString('latin1').matchAll(new RegExp(sign, 'gu'))].map((match) => match.index);
    const record = random.pick(found);
    const [at, size] = random.pick(fields);
    if (record === undefined || record + at + size > copy.length) continue;
    if (random.once(5)) Buffer.from(random.pick(NAMES), 'latin1').copy(copy, Math.min(copy.length, record + (sign.endsWith('\u0002') ? 46 : 30)));
    else copy.writeUIntLE(changed(copy.readUIntLE(record + at, size), 256 ** size, copy.length, random), record + at, size);
  }
  return copy;
}

/** A value near the old one, at a border, or some place in the file. */
function changed(old: number, below: number, length: number, random: Random): number {
  const value = random.pick([0, 1, old + 1, old - 1, old * 2, below - 1, below / 2, length, random.int(length), random.int(100)]);
  return Math.floor(Math.abs(value)) % below;
}

/** Links of a compound file's sectors: the next one, the end, one that is free, one far away ([MS-CFB] 2.1). */
export function mutateCompound(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = Buffer.from(bytes);
  const sectors = copy.length >> 9;
  for (let left = 1 + random.int(4); left > 0; left--) {
    const at = random.once(3) ? 24 + 4 * random.int(122) : 4 * random.int(copy.length >> 2);
    const value = random.pick([
      random.int(sectors),
      random.int(sectors),
      0,
      1,
      0xffffffff,
      0xfffffffe,
      0xfffffffd,
      0x7fffffff,
      sectors,
      random.int(0x10000),
    ]);
    if (at + 4 <= copy.length) copy.writeUInt32LE(value, at);
  }
  return copy;
}

/** What a value may begin with instead. */
const STARTS = ['0', '-', '9', '99999999', 'NaN', 'AES', 'SHA512', 'SHA1', '=', 'A'] as const;

/** As many letters as before, so that all places in the file stay right. */
export function mutateAttributes(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = Buffer.from(bytes);
  const values = [...copy.toString('latin1').matchAll(/="([^"<>]{1,200})"/gu)];
  for (let left = 1 + random.int(3); left > 0 && values.length > 0; left--) {
    const { index, 1: old = '' } = random.pick(values);
    const value = random.once(3) ? old.replace(/\d/gu, () => String(random.int(10))) : (random.pick(STARTS) + old).slice(0, old.length);
    copy.write(value, index + 2, 'latin1');
  }
  return copy;
}
