import { expect, test } from 'vitest';
import { coreOf, isLikely } from './likely.ts';

test.each(['Điều', '(a)', '266/BXD-KHCN,', '15/6/2026;', 'UBND', '–', 'hoà'])('%s can be printed', (word) => expect(isLikely(word)).toBe(true));
test.each(['quyét', 's6', '⁄vV^', 'd¢t', ''])('%s is doubtful', (word) => expect(isLikely(word)).toBe(false));
test('takes off the signs around a word', () => expect([coreOf('“(quyết,'), coreOf('...')]).toEqual(['quyết', '']));
