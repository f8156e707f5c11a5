import type { Box, Line, Word } from '@vanban/contract';
import type { PageImage } from '@vanban/pages';
import { describe, expect, test } from 'vitest';
import type { Engine, EngineLine } from './engine/engine.ts';
import { cutOut, squeeze } from './layout/crop.ts';
import { reread } from './reread.ts';

const page: PageImage = { width: 400, height: 300, dpi: 200, channels: 1, data: new Uint8Array(400 * 300).fill(255), bilevel: false };
const place = { box: [0, 0, 400, 300] as Box, others: [] };

/** A line of words at height `y`, and black where they stand. */
function line(y: number, ...words: readonly (readonly [string, number])[]): Line {
  const boxed = words.map(([text, confidence], i): Word => ({ text, confidence, box: [20 + i * 60, y, 70 + i * 60, y + 24] }));
  for (let row = y; row < y + 24; row++) page.data.fill(0, row * 400 + 20, row * 400 + 20 + words.length * 60);
  return { box: [20, y, 20 + words.length * 60, y + 24], words: boxed };
}

/** An engine that sees the n-th of `texts` in its n-th picture, in the middle of the ink's first band. */
function engineSeeing(...texts: readonly string[]): Engine & { readonly seen: PageImage[] } {
  const seen: PageImage[] = [];
  return {
    name: 'test',
    seen,
    async read(image): Promise<EngineLine[]> {
      seen.push(image);
      const first = image.data.findIndex((value) => value < 128);
      const [y, x] = [Math.floor(first / image.width), first % image.width];
      const scale = image.dpi / 200;
      const box: Box = [x, y, x + 50 * scale, y + 24 * scale];
      return [{ box, words: [{ text: texts[seen.length - 1] ?? '', confidence: 0.9, box }] }];
    },
    findTurn: async () => null,
    close: async () => {},
  };
}

describe('reread', () => {
  const lines = [line(40, ['của', 0.95]), line(140, ['đê', 0.4]), line(200, ['năm', 0.95])];

  test('leaves lines without doubt alone', async () => {
    const engine = engineSeeing();
    expect(await reread(engine, page, place, [lines[0] as Line], null)).toEqual([lines[0]]);
    expect(engine.seen).toEqual([]);
  });

  test('asks once where the answer is the same, and keeps sure lines out of the picture', async () => {
    const engine = engineSeeing('đê');
    expect(await reread(engine, page, place, lines, null)).toEqual(lines);
    expect(engine.seen).toHaveLength(1);
    expect(engine.seen[0]?.height).toBeLessThan(80);
  });

  test('asks twice where it is not, and finds the word at its place on the page', async () => {
    const engine = engineSeeing('để', 'để');
    const read = await reread(engine, page, place, lines, null);
    expect(engine.seen).toHaveLength(2);
    expect(read[1]?.words[0]).toMatchObject({ text: 'để', alternatives: ['đê'], box: lines[1]?.words[0]?.box });
    expect([read[0], read[2]]).toEqual([lines[0], lines[2]]);
  });
});

test('squeezing keeps all ink and tells where its rows were', () => {
  const cut = cutOut(page, [0, 0, 400, 300], [[0, 30, 400, 70]]);
  const { image, x, y, rowOf } = squeeze(cut);
  expect([x, y]).toEqual([cut.x, cut.y]);
  const rows = Array.from({ length: image.height }, (_, row) => row).filter((row) =>
    image.data.subarray(row * image.width, (row + 1) * image.width).includes(0),
  );
  expect(rows.map(rowOf)).toEqual([...Array.from({ length: 24 }, (_, i) => 140 + i), ...Array.from({ length: 24 }, (_, i) => 200 + i)]);
  expect(image.height).toBeLessThan(48 + 3 * 20);
});
