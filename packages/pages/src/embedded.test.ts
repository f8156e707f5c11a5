import type { Block, PageReading } from '@vanban/contract';
import { describe, expect, it } from 'vitest';
import { readPictures } from './embedded.ts';
import type { ReadPage } from './source.ts';
import { readingOfText } from './text/plain.ts';

const text = (block: Block): string =>
  (block.kind === 'text' ? block.lines : []).map((line) => line.words.map((word) => word.text).join(' ')).join(' ');
const image = { width: 50, height: 10, dpi: 200, channels: 1 as const, data: new Uint8Array(500), bilevel: false };

function page(): ReadPage {
  const [reading] = readingOfText('Đoạn trên\n\n\n\n\nĐoạn dưới');
  if (!reading) throw new Error('no page');
  return { kind: 'read', reading, pictures: [{ image, box: [10, 2, 60, 4] }] };
}

const recognised = (words: string, confidence = 0.9): PageReading => {
  const [reading] = readingOfText(words);
  if (!reading) throw new Error('no page');
  return { ...reading, width: 100, height: 2, confidence };
};

describe('readPictures', () => {
  it('puts what a picture says between the blocks, at its place', async () => {
    const reading = await readPictures(page(), async () => recognised('Giao Sở Y tế chủ trì thực hiện nhiệm vụ này'));
    expect(reading.blocks.map(text)).toEqual(['Đoạn trên', 'Giao Sở Y tế chủ trì thực hiện nhiệm vụ này', 'Đoạn dưới']);
    const [first] = reading.blocks[1]?.kind === 'text' ? (reading.blocks[1].lines[0]?.words ?? []) : [];
    expect(first?.box).toEqual([10, 2, 12, 3]);
    expect([reading.confidence, reading.warnings]).toEqual([0.9, []]);
  });

  it.each([
    ['a few letters', recognised('UBND TỈNH')],
    ['shapes taken for letters', recognised('| _ ~~ ii l1 || .. ,, oo ii ee aa uu yy')],
    ['words of no confidence', recognised('Giao Sở Y tế chủ trì thực hiện nhiệm vụ này', 0.3)],
  ])('leaves %s out and says so', async (_what, found) => {
    const reading = await readPictures(page(), async () => found);
    expect(reading.blocks.map(text)).toEqual(['Đoạn trên', 'Đoạn dưới']);
    expect(reading.warnings).toMatchObject([{ code: 'picture-not-read', page: 1 }]);
  });

  it('hands a page without pictures back as it is', async () => {
    const { reading } = page();
    expect(await readPictures({ kind: 'read', reading }, () => Promise.reject(new Error('nothing to recognise')))).toBe(reading);
  });
});
