import { describe, expect, it } from 'vitest';
import { align, distance } from './alignment.ts';
import { bagF1, errorRates } from './text-scores.ts';

describe('errorRates', () => {
  it('counts characters and words', () => expect(errorRates('một hai', 'một hải')).toEqual({ cer: 1 / 7, wer: 1 / 2, characters: 7, words: 2 }));
  it('takes both tone placements, quotes and dashes as the same', () =>
    expect(errorRates('“hòa” – thủy', '"hoà"  -\nthuỷ')).toMatchObject({ cer: 0, wer: 0 }));
  it('knows empty texts', () => {
    expect(errorRates('', '')).toMatchObject({ cer: 0, wer: 0 });
    expect(errorRates('', 'a')).toMatchObject({ cer: 1, wer: 1 });
    expect(errorRates('a', '')).toMatchObject({ cer: 1, wer: 1 });
  });
});

describe('bagF1', () => {
  it('does not mind the order', () => {
    expect(bagF1('a b c', 'c a b')).toBe(1);
    expect(bagF1('a a b', 'a b b')).toBeCloseTo(2 / 3);
    expect(bagF1('a', 'b')).toBe(0);
  });
});

describe('align', () => {
  it('pairs what stands for each other', () => {
    expect(align([...'abc'], [...'axc'])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    expect(align([...'ab'], [...'b'])).toEqual([
      [0, null],
      [1, 0],
    ]);
    expect(align([...'b'], [...'ab'])).toEqual([
      [null, 0],
      [0, 1],
    ]);
  });
  it('costs as much as the distance', () => {
    const [a, b] = [[...'nghị quyết số'], [...'nghi quyếtt so']];
    const cost = align(a, b).filter(([i, j]) => i === null || j === null || a[i] !== b[j]).length;
    expect(cost).toBe(distance(a, b));
    expect(distance(a, b)).toBe(3);
  });
});
