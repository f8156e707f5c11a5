import { expect, it } from 'vitest';
import { calibrationError, scoreRepair } from './repair-scores.ts';

it('tells repaired from harmed words', () => {
  expect(scoreRepair('cả hai xã 2025', 'ca hai xa 2025', 'cả hải xa 2025')).toEqual({
    words: 3,
    marked: 2,
    markedRight: 1,
    alphabetic: 3,
    alphabeticRight: 1,
    wrongBefore: 2,
    wrongAfter: 2,
    repaired: 1,
    harmed: 1,
  });
});

it('counts words glued before and parted after as repaired', () =>
  expect(scoreRepair('của tỉnh ủy', 'củatỉnh ủy', 'của tỉnh ủy')).toMatchObject({ wrongBefore: 2, wrongAfter: 0, repaired: 2, harmed: 0 }));

it('takes case for nothing in words of letters, and codes for none of them', () =>
  expect(scoreRepair('Bộ trình 57-NQ/TW', 'Bo trinh 57-NQ/TW', 'bộ trình 57-NQ/TW')).toMatchObject({
    words: 3,
    wrongAfter: 1,
    alphabetic: 2,
    alphabeticRight: 2,
  }));

it('measures how far claims are from what held', () => {
  expect(calibrationError([])).toBe(0);
  const claims = [...Array(9).fill({ confidence: 0.9, held: true }), { confidence: 0.9, held: false }];
  expect(calibrationError(claims)).toBeCloseTo(0);
  expect(calibrationError([{ confidence: 0.9, held: false }])).toBeCloseTo(0.9);
});
