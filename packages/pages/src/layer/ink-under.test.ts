import type { Box } from '@vanban/contract';
import { expect, test } from 'vitest';
import type { PageImage } from '../image.ts';
import { inkUnder } from './ink-under.ts';

/** White paper of 200 × 100 pixels with two words as black bars, at (20, 20) and (120, 60). */
function page(): PageImage {
  const [width, height] = [200, 100];
  const data = new Uint8Array(width * height).fill(255);
  for (const [x, y] of [
    [20, 20],
    [120, 60],
  ] as const)
    for (let row = y; row < y + 10; row++) data.fill(0, row * width + x, row * width + x + 40);
  return { width, height, channels: 1, dpi: 200, data, bilevel: true };
}

test.each<[string, Box, boolean]>([
  ['over a printed word', [18, 18, 62, 32], true],
  ['over bare paper', [100, 10, 160, 24], false],
  ['of a letter as wide as its font claims', [20, 18, 1e18, 32], true],
  ['that begins far outside', [-1e18, -1e18, 62, 32], true],
  ['wholly beside the picture', [300, 20, 340, 32], false],
  ['of no numbers', [Number.NaN, 20, Number.NaN, 32], false],
])('a box %s', (_, box, has) => {
  expect(inkUnder(page(), [[120, 58, 160, 72], box])).toEqual([true, has]);
});
