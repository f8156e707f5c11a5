import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { mediaTypeOf } from '../media-type.ts';
import { DEFAULT_LIMITS } from '../source.ts';
import { openHeic } from './heic.ts';

const turned = () => readFile(new URL('../testing/turned.heic', import.meta.url));

it('decodes a photograph and turns it once, as the file says', async () => {
  const source = await openHeic(await turned(), { limits: DEFAULT_LIMITS });
  const page = await source.page(1);
  if (page.kind !== 'image') throw new Error('no picture');
  const { width, height, data, channels } = page.image;
  expect([source.pageCount, width, height]).toEqual([1, 620, 400]);
  // Upright, the letters begin at the left and the lower quarter is empty paper.
  const ink = (x0: number, y0: number, x1: number, y1: number): number => {
    let dark = 0;
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if ((data[(y * width + x) * channels] as number) < 100) dark++;
    return dark;
  };
  expect(ink(0, 0, 310, 300)).toBeGreaterThan(3000);
  expect(ink(0, 300, 620, 400)).toBe(0);
});

it('refuses too many pixels before decoding them', async () => {
  const limits = { ...DEFAULT_LIMITS, maxPixels: 100_000 };
  await expect(openHeic(await turned(), { limits })).rejects.toMatchObject({ code: 'input-too-many-pixels' });
});

it('calls a photograph cut short damaged', async () => {
  const cut = (await turned()).subarray(0, 6000);
  const read = async () => (await openHeic(cut, { limits: DEFAULT_LIMITS })).page(1);
  await expect(read()).rejects.toMatchObject({ code: 'input-damaged' });
});

it.each([
  ['ftypheic', 'mif1heic', 'image/heic'],
  ['ftypmif1', 'mif1heic', 'image/heic'],
  ['ftypmif1', 'mif1avif', 'image/avif'],
  ['ftypavif', 'avifmif1', 'image/avif'],
  ['ftypmp42', 'isommp42', null],
])('%s with %s is %s', (first, brands, type) => {
  const bytes = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`${first}\0\0\0\0${brands}`), Buffer.alloc(40)]);
  expect(mediaTypeOf(bytes)).toBe(type);
});
