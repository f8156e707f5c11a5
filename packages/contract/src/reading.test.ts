import { describe, expect, it } from 'vitest';
import type { Box } from './geometry.ts';
import { unionBox } from './geometry.ts';
import { anchorsOf, confidenceOf, type ReadingWord, wordsIn } from './reading.ts';

const word = (start: number, end: number, page: number, box: Box, confidence = 1): ReadingWord => ({ span: { start, end }, page, box, confidence });
const words = [word(0, 2, 1, [10, 10, 30, 20]), word(3, 7, 1, [40, 12, 80, 22], 0.5), word(9, 12, 2, [10, 5, 50, 15], 0.9)];

describe('wordsIn', () => {
  it('takes every word that the span touches, also in part', () => {
    expect(wordsIn({ words }, { start: 1, end: 4 }).map((found) => found.span.start)).toEqual([0, 3]);
  });

  it('takes none between words, for an empty span or beyond the text', () => {
    expect(wordsIn({ words }, { start: 2, end: 3 })).toEqual([]);
    expect(wordsIn({ words }, { start: 12, end: 40 })).toEqual([]);
    expect(wordsIn({ words: [] }, { start: 0, end: 10 })).toEqual([]);
  });
});

describe('anchorsOf', () => {
  it('gives a box for each page, around the words only', () => {
    expect(anchorsOf({ words }, { start: 0, end: 12 })).toEqual([
      { page: 1, box: [10, 10, 80, 22] },
      { page: 2, box: [10, 5, 50, 15] },
    ]);
  });

  it('follows a value over a line break, and takes a longer passage as one', () => {
    const lines = Array.from({ length: 5 }, (_, line) =>
      word(3 * line, 3 * line + 2, 1, [line === 0 ? 200 : 10, 20 * line, line === 0 ? 260 : 60, 20 * line + 15]),
    );
    expect(anchorsOf({ words: lines }, { start: 0, end: 5 })).toEqual([
      { page: 1, box: [200, 0, 260, 15] },
      { page: 1, box: [10, 20, 60, 35] },
    ]);
    expect(anchorsOf({ words: lines }, { start: 0, end: 15 })).toEqual([{ page: 1, box: [10, 0, 260, 95] }]);
  });
});

describe('confidenceOf', () => {
  it('weighs words by their length', () => {
    expect(confidenceOf({ words }, { start: 0, end: 7 })).toBeCloseTo((2 * 1 + 4 * 0.5) / 6);
  });

  it('is 1 where there is nothing to doubt', () => {
    expect(confidenceOf({ words: [] }, { start: 0, end: 7 })).toBe(1);
  });
});

describe('unionBox', () => {
  it('surrounds all boxes', () => {
    expect(
      unionBox([
        [5, 6, 7, 8],
        [1, 9, 3, 12],
      ]),
    ).toEqual([1, 6, 7, 12]);
    expect(unionBox([])).toEqual([0, 0, 0, 0]);
  });
});
