import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { Parts, readPacked } from './packed.ts';

const MAGIC = Uint8Array.of(4, 3, 2, 1);
const partsOf = (...bytes: number[]) => new Parts(Uint8Array.of(...MAGIC, ...bytes), 'table.bin', 0x01020304);

it('reads small and great numbers in turn', () => {
  const parts = partsOf(5, 192, 193, 0, 7, 9, 3, 8);
  expect([...parts.numbers(4)]).toEqual([5, 192 + 7, 192 + 256 + 9, 0]);
  expect([...parts.bytes(2)]).toEqual([3, 8]);
  parts.end();
});

it('refuses what is cut short, too long or of another kind', () => {
  expect(() => partsOf(5).bytes(2)).toThrow('table.bin');
  expect(() => partsOf(200).numbers(1)).toThrow('table.bin');
  expect(() => partsOf(5).end()).toThrow('table.bin');
  expect(() => new Parts(Uint8Array.of(1, 2, 3, 4), 'table.bin', 0x01020304)).toThrow('table.bin');
});

it('opens a compressed file and names a damaged one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'packed-'));
  await writeFile(join(folder, 'good.bin'), deflateSync(MAGIC));
  expect([...(await readPacked(join(folder, 'good.bin')))]).toEqual([...MAGIC]);
  await writeFile(join(folder, 'bad.bin'), MAGIC);
  await expect(readPacked(join(folder, 'bad.bin'))).rejects.toThrow('bad.bin');
});
