// Damage to a PDF that keeps it a PDF: numbers, names, references, keys, operators and streams, with offsets and lengths made right again.
// Invariant: mostly the cross-reference table is right, so that what is tested is the content and not the repair of tables alone.
// It reads the plain objects that our own samples have, no object streams.
import { deflateSync, inflateSync } from 'node:zlib';
import type { Random } from '../random.ts';
import { mutateBytes } from './bytes.ts';

interface PdfObject {
  readonly id: number;
  readonly head: string;
  readonly data: Buffer | null;
}

const ODD_NUMBERS = [
  '0',
  '-1',
  '1',
  '0.00001',
  '-99999',
  '65536',
  '2147483647',
  '2147483648',
  '4294967296',
  '1e9',
  '99999999999999999999',
  '.',
  '--5',
  '1000',
];

export function mutatePdf(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  if (random.once(6)) return mutateBytes(bytes, random, other);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  let objects = objectsOf(text);
  if (objects.length === 0) return mutateBytes(bytes, random, other);
  for (let left = 1 + random.int(5); left > 0 && objects.length > 0; left--) objects = change(objects, random);
  const trailer = /trailer\s*(<<[\s\S]*?>>)\s*startxref/u.exec(text)?.[1] ?? `<< /Root ${/\/Root\s+(\d+ 0 R)/u.exec(text)?.[1] ?? '1 0 R'} >>`;
  const made = written(objects, random.once(20) ? changedHead(trailer, random, objects) : trailer);
  return random.once(20) ? mutateBytes(made, random, other) : made;
}

/** The table of references has a row for each number up to the last. */
const MOST_OBJECTS = 20_000;

function objectsOf(text: string): PdfObject[] {
  const all = [...text.matchAll(/(?<=^|[\r\n])(\d+) 0 obj\s*([\s\S]*?)(?:stream\r?\n([\s\S]*?)\r?\nendstream\s*)?endobj/gu)].map((match) => ({
    id: Number(match[1]),
    head: match[2] as string,
    data: match[3] === undefined ? null : Buffer.from(match[3], 'latin1'),
  }));
  return all.filter(({ id }) => id <= MOST_OBJECTS);
}

function change(objects: readonly PdfObject[], random: Random): PdfObject[] {
  const at = random.int(objects.length);
  const object = objects[at] as PdfObject;
  const other = random.pick(objects);
  if (random.once(12)) return objects.toSpliced(at, 1);
  if (random.once(12)) return objects.toSpliced(at, 1, { ...other, id: object.id });
  if (object.data && random.int(3) > 0) return objects.toSpliced(at, 1, { ...object, data: changedData(object, random) });
  return objects.toSpliced(at, 1, { ...object, head: changedHead(object.head, random, objects) });
}

function changedHead(head: string, random: Random, objects: readonly PdfObject[]): string {
  const names = [...random.pick(objects).head.matchAll(/\/[A-Za-z]\w*/gu)].map((match) => match[0]);
  switch (random.int(6)) {
    case 0:
      return replaceOne(head, /-?\d+(?:\.\d+)?/gu, random, () => random.pick(ODD_NUMBERS));
    case 1:
      return replaceOne(head, /\/[A-Za-z]\w*/gu, random, (name) => random.pick([...names, name, '/X', '/Identity', '/None']));
    case 2:
      return replaceOne(head, /\d+ 0 R/gu, random, () => `${random.once(8) ? 9999 : random.pick(objects).id} 0 R`);
    case 3:
      return replaceOne(head, /\/\w+\s+(?:\/\w+|-?[\d.]+(?: 0 R)?|\[[^\]]*\])/gu, random, () => '');
    case 4:
      return replaceOne(head, /\/\w+\s+(?:\/\w+|-?[\d.]+(?: 0 R)?|\[[^\]]*\])/gu, random, (pair) => pair + ' '.repeat(2) + pair);
    default:
      return replaceOne(head, /-?[\d.]+(?: 0 R)?|\[[^\]]*\]|<[^<>]*>|\([^)]*\)/gu, random, () =>
        random.pick(['null', 'true', '[]', '<< >>', '(x)', '<00>', '[[[[]]]]', `[${'0 '.repeat(3000)}]`]),
      );
  }
}

/** Text within a stream is changed as operators and numbers; everything else as bytes. */
function changedData({ head, data }: PdfObject, random: Random): Buffer {
  const packed = head.includes('/FlateDecode');
  const plain = packed ? unpacked(data as Buffer) : (data as Buffer);
  if (plain === null) return Buffer.from(mutateBytes(data as Buffer, random));
  const isContent = /\b(?:BT|Do|Tj|TJ|re|cm|beginbf\w+)\b/u.test(plain.subarray(0, 4000).toString('latin1'));
  const changed = isContent ? changedContent(plain.toString('latin1'), random) : Buffer.from(mutateBytes(plain, random));
  return packed ? deflateSync(changed) : changed;
}

function unpacked(data: Buffer): Buffer | null {
  try {
    return inflateSync(data);
  } catch {
    return null;
  }
}

const OPERATORS = [
  'q',
  'Q',
  'BT',
  'ET',
  'cm',
  'Tm',
  'Tj',
  'TJ',
  'Tf',
  'Do',
  're',
  'f',
  'S',
  'W n',
  'gs',
  'sh',
  'BI',
  'ID',
  'EI',
  'Tz',
  'Tr',
  'Ts',
  "'",
  'T*',
  'd0',
  'BDC',
  'EMC',
];

function changedContent(text: string, random: Random): Buffer {
  const lines = text.split('\n');
  const at = random.int(lines.length);
  const line = lines[at] ?? '';
  const changed = [
    () => lines.toSpliced(at, 1 + random.int(4)),
    () => lines.toSpliced(random.int(lines.length), 0, line),
    () =>
      lines.toSpliced(
        at,
        1,
        replaceOne(line, /-?\d+(?:\.\d+)?/gu, random, () => random.pick(ODD_NUMBERS)),
      ),
    () =>
      lines.toSpliced(
        at,
        1,
        replaceOne(line, /\b[A-Za-z*]+$/gu, random, () => random.pick(OPERATORS)),
      ),
    () => lines.toSpliced(at, 0, random.pick(OPERATORS).repeat(1)),
    () =>
      lines.toSpliced(at, 0, ...Array.from({ length: 1 + random.int(random.pick([10, 3000])) }, () => random.pick(['q', 'BT', line.slice(0, 300)]))),
  ];
  return Buffer.from(random.pick(changed)().join('\n'), 'latin1');
}

function replaceOne(text: string, pattern: RegExp, random: Random, by: (found: string) => string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const match = random.pick(found);
  return text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length);
}

function written(objects: readonly PdfObject[], trailer: string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  for (const { id, head, data } of objects) {
    places.set(id, length);
    const body = data
      ? Buffer.concat([Buffer.from(`${withLength(head, data.length)}\nstream\n`, 'latin1'), data, Buffer.from('\nendstream\n')])
      : Buffer.from(head, 'latin1');
    const whole = Buffer.concat([Buffer.from(`${id} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(whole);
    length += whole.length;
  }
  const size = Math.max(0, ...objects.map(({ id }) => id)) + 1;
  const rows = Array.from({ length: size }, (_, id) =>
    places.has(id) ? `${String(places.get(id)).padStart(10, '0')} 00000 n \n` : '0000000000 65535 f \n',
  );
  parts.push(Buffer.from(`xref\n0 ${size}\n${rows.join('')}trailer\n${trailer}\nstartxref\n${length}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts);
}

const withLength = (head: string, length: number): string => head.replace(/\/Length \d+(?: 0 R)?/u, `/Length ${length}`);
