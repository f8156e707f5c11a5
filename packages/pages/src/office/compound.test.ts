import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeMsg } from '../testing/make-msg.ts';
import { checkCompound } from './compound.ts';

const sample = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../testing', name));
const LARGE = makeMsg({
  subject: 'Công văn',
  body: 'x',
  from: ['A', 'a@y.vn'],
  attachments: [{ name: 'a.bin', data: Buffer.alloc(9 * 2 ** 20, 7) }],
});

/** The file with the entry of one sector in the first sector of the table changed. */
function withNext(bytes: Buffer, sector: number, next: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(next, (copy.readUInt32LE(76) + 1) * 512 + sector * 4);
  return copy;
}

/** Where the names begin, from the start of the file. */
const names = (bytes: Buffer): number => (bytes.readUInt32LE(48) + 1) * 512;

describe('checkCompound', () => {
  it.each(['letter.doc', 'locked.doc', 'locked-agile.docx', 'locked-standard.docx'])('passes %s', (name) => {
    expect(() => checkCompound(sample(name))).not.toThrow();
  });

  it('passes a file whose table has a chain of its own', () => expect(() => checkCompound(LARGE)).not.toThrow());

  it('refuses rings and ways out of the file', () => {
    const file = sample('locked-agile.docx');
    const first = file.readUInt32LE(48);
    expect(() => checkCompound(withNext(file, first, first))).toThrow(/meets itself/u);
    expect(() => checkCompound(withNext(file, first, 100_000))).toThrow(/leads out/u);
    const tree = Buffer.from(file);
    tree.writeUInt32LE(0, names(file) + 76);
    expect(() => checkCompound(tree)).toThrow(/names run in a ring/u);
    const table = Buffer.from(LARGE);
    const extra = (table.readUInt32LE(68) + 2) * 512 - 4;
    table.writeUInt32LE(table.readUInt32LE(68), extra);
    expect(() => checkCompound(table)).toThrow(/table runs in a ring/u);
    expect(() => checkCompound(file.subarray(0, 300))).toThrow(/shorter/u);
  });
});
