import type { Line, Word } from '@vanban/contract';
import { expect, test } from 'vitest';
import { isDoubtful, weigh, weighLine } from './doubt.ts';

const word = (text: string, confidence: number, x = 0, width = 50): Word => ({ text, confidence, box: [x, 0, x + width, 20] });
const line = (...words: Word[]): Line => ({ box: [0, 0, 200, 20], words });

test('two readings that agree outvote the first, which stays as an alternative', () => {
  expect(weigh(word('đê', 0.6), [word('để', 0.9), word('để', 0.8)])).toMatchObject({ text: 'để', alternatives: ['đê'] });
});

test('one dissenting reading does not, but is kept, and the word is less certain', () => {
  const weighed = weigh(word('hiện', 0.8), [word('hiên', 0.7)]);
  expect(weighed).toMatchObject({ text: 'hiện', alternatives: ['hiên'] });
  expect(weighed.confidence).toBeLessThan(0.8);
});

test('readings that agree change nothing', () => {
  const first = word('của', 0.8);
  expect(weigh(first, [word('của', 0.9)])).toEqual(first);
});

test('doubtful is a line with an unsure word or one that is no syllable, number or code', () => {
  expect(isDoubtful(line(word('Công', 0.95), word('điện', 0.5)))).toBe(true);
  expect(isDoubtful(line(word('Công', 0.95), word('s6', 0.95)))).toBe(true);
  expect(isDoubtful(line(word('số', 0.95), word('62/CĐ-BKHCN', 0.95), word('ngày', 0.9), word('11/01/2012,', 0.9), word('UBND', 0.9)))).toBe(false);
});

test('a sure word is left alone, and a reading that cut the line differently has no say', () => {
  const first = line(word('Sở', 0.99), word('Tàichính', 0.4, 60, 80));
  const others = [[line(word('Sờ', 0.99), word('Tài', 0.9, 60, 35), word('chính', 0.9, 100, 40))]];
  expect(weighLine(first, others)).toEqual(first);
});
