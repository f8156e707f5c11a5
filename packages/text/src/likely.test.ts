import { expect, test } from 'vitest';
import { coreOf, hasNumber, isLikely } from './likely.ts';

test.each(['Điều', '(a)', '266/BXD-KHCN,', '15/6/2026;', 'UBND', '–', 'hoà'])('%s can be printed', (word) => expect(isLikely(word)).toBe(true));
test.each(['quyét', 's6', 'P1Ó', '⁄vV^', 'd¢t', ''])('%s is doubtful', (word) => expect(isLikely(word)).toBe(false));
test('takes off the signs around a word', () => expect([coreOf('“(quyết,'), coreOf('...')]).toEqual(['quyết', '']));
test.each(['57-NQ/TW', 'A4', 'H5N1', 'm2', 'luật2', '2a', 'B1a', 'a1b', '(1)', 'Covid19', 'NĐ1B', '1.250'])('%s says a number', (word) =>
  expect(hasNumber(word)).toBe(true),
);
test.each(['p1ó', 'P1Ó', '(p1ó', 'ngu0i,', 'Nh1ng', 'thành'])('%s says none', (word) => expect(hasNumber(word)).toBe(false));
