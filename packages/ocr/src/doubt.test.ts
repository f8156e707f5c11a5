import type { Line, Word } from '@vanban/contract';
import { describe, expect, test } from 'vitest';
import { findDoubt, isDisputed, weigh, weighLine } from './doubt.ts';

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

test('a number changes only where two other readings agree, a digit that stands for a letter changes as letters do', () => {
  expect(weigh(word('24', 0.3), [word('21', 0.9)]).text).toBe('24');
  expect(weigh(word('24', 0.3), [word('21', 0.9), word('21', 0.9)]).text).toBe('21');
  expect(weigh(word('p1ó', 0.3), [word('phó', 0.9)]).text).toBe('phó');
});

test('readings that agree change nothing', () => {
  const first = word('của', 0.8);
  expect(weigh(first, [word('của', 0.9)])).toEqual(first);
});

test('a number changes only where two other readings agree', () => {
  expect(weigh(word('1I/2025', 0.5), [word('11/2025', 0.95)])).toMatchObject({ text: '1I/2025', alternatives: ['11/2025'] });
  expect(weigh(word('1I/2025', 0.5), [word('11/2025', 0.9), word('11/2025', 0.9)])).toMatchObject({ text: '11/2025', alternatives: ['1I/2025'] });
  expect(weigh(word('15/6', 0.4), [word('16/6', 0.9), word('18/6', 0.9)])).toMatchObject({ text: '15/6' });
});

describe('doubt', () => {
  const sure = [word('Công', 0.95), word('62/CĐ-BKHCN', 0.95), word('11/01/2012,', 0.9), word('UBND', 0.9)];

  test('falls on unsure words and on those that are no syllable, number or code', () => {
    expect(findDoubt([line(word('điện', 0.5), word('s6', 0.95)), line(...sure)], null)).toEqual([
      [true, true],
      [false, false, false, false],
    ]);
  });

  test('falls on what the language does not expect, not on what it vouches for or repairs by itself', () => {
    const plausible = () => [[0.05, 1, 1, 0.01]];
    const read = line(word('đề', 0.96), word('kịp', 0.3), word('4j2', 0.4), word('phầm', 0.9));
    expect(findDoubt([read], plausible)).toEqual([[true, false, true, false]]);
  });

  test('is settled where another reading says the same', () => {
    const first = line(word('đề', 0.8));
    expect(isDisputed(weighLine(first, [true], [[line(word('đề', 0.9))]]), [true])).toBe(false);
    expect(isDisputed(weighLine(first, [true], [[line(word('để', 0.9))]]), [true])).toBe(true);
  });
});

test('a sure word keeps its text and gets alternatives; a reading that cut the line differently has no say', () => {
  const first = line(word('Sở', 0.99), word('Tàichính', 0.4, 60, 80));
  const others = [[line(word('Sờ', 0.99), word('Tài', 0.9, 60, 35), word('chính', 0.9, 100, 40))]];
  expect(weighLine(first, [false, true], others).words).toEqual([{ ...first.words[0], alternatives: ['Sờ'] }, first.words[1]]);
});
