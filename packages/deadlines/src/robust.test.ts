// Whatever text comes, reading it is total, honest about its spans, and linear in its length.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { POSITIVE } from './corpus-positive.ts';
import { readDeadlines } from './index.ts';

const context = { issuedOn: '2025-03-10' };
const words = [
  ...new Set(
    Object.values(POSITIVE)
      .flat()
      .join(' ')
      .split(/[ «»]+/u),
  ),
  '(',
  ')',
  '.',
  ';',
  '31/02/2025',
  'quý',
  '\n',
  '99',
];
const salad = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 }), fc.nat({ max: 99999 }).map(String)), { maxLength: 60 })
  .map((parts) => parts.join(' '));

test('spans are in the text, in order and apart; dates are of the calendar', () =>
  fc.assert(
    fc.property(salad, (text) => {
      let last = 0;
      for (const found of readDeadlines(text, context)) {
        expect(found.span.start).toBeGreaterThanOrEqual(last);
        expect(found.text).toBe(text.slice(found.span.start, found.span.end));
        expect(found.text.length).toBeGreaterThan(0);
        expect(found.confidence).toBeGreaterThan(0);
        expect(found.confidence).toBeLessThanOrEqual(1);
        if (found.kind === 'date') expect(Temporal.PlainDate.from(found.date).toString()).toBe(found.date);
        if (found.kind === 'period') expect(found.start <= found.end).toBe(true);
        if (found.kind === 'relative') expect(Temporal.Duration.from(found.duration).sign).toBe(1);
        last = found.span.end;
      }
    }),
    { numRuns: 500 },
  ));

test('the same text read twice gives the same', () =>
  fc.assert(
    fc.property(salad, (text) => {
      expect(readDeadlines(text, context)).toEqual(readDeadlines(text, context));
    }),
    { numRuns: 100 },
  ));

const hostile: { readonly [name: string]: (size: number) => string } = {
  digits: (size) => '1'.repeat(size),
  'look-alikes': (size) => 'l'.repeat(size),
  'dates without end': (size) => '1/'.repeat(size / 2),
  'leads without end': (size) => 'trước ngày '.repeat(size / 11),
  'terms without end': (size) => 'thời hạn báo cáo '.repeat(size / 17),
  'lists of days': (size) => `trước ngày ${'15, '.repeat(size / 4)}`,
  'rhythms without end': (size) => 'định kỳ hằng '.repeat(size / 13),
  blanks: (size) => `trước${' '.repeat(size)}ngày`,
  'stacked marks': (size) => `trước nga${'\u0300'.repeat(size)}y`,
  spans: (size) => 'trong thời hạn 5 ngày kể từ ngày '.repeat(size / 33),
};

// Not timed: at this length anything worse than nearly linear runs into the limit that every test has.
test.each(Object.entries(hostile))('%s: a hundred thousand letters are read', (_, make) => {
  const text = make(100_000);
  for (const { span } of readDeadlines(text, context)) expect(span.end).toBeLessThanOrEqual(text.length);
  expect(readDeadlines(`${text}. Hoàn thành trước ngày 31/01/2025.`, context).at(-1)).toMatchObject({ kind: 'date', date: '2025-01-31' });
});
