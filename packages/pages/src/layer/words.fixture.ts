// Words of a page for this folder's tests, given line by line; each letter is half its size wide.
import type { LayerWord } from './words.ts';

/** Left end and baseline in points, text, size (12). */
export type LineOfWords = readonly [number, number, string, number?];

export function wordsOfLines(lines: readonly LineOfWords[]): LayerWord[] {
  let order = 0;
  return lines.flatMap(([left, baseline, text, size = 12]) => {
    let x = left;
    return text.split(' ').map((one) => {
      const word = {
        text: one,
        box: [x, baseline - size * 0.85, x + one.length * size * 0.5, baseline + size * 0.22] as [number, number, number, number],
      };
      x = word.box[2] + size * 0.25;
      return { ...word, baseline, size, order: order++, invisible: false, annotation: false };
    });
  });
}
