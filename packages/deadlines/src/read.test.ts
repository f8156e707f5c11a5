// The corpora: every phrase as it is, decomposed, and broken over lines; exact words found; negatives give nothing to act on.
import { describe, expect, test } from 'vitest';
import { NEGATIVE } from './corpus-negative.ts';
import { ISSUED, POSITIVE } from './corpus-positive.ts';
import { DOUBTFUL, type FoundDeadline, notationOf, readDeadlines } from './index.ts';

const context = { issuedOn: ISSUED };
const positives = Object.entries(POSITIVE).flatMap(([notation, phrases]) => phrases.map((phrase) => [notation, phrase] as const));
const negatives = Object.values(NEGATIVE).flat();
const acted = (text: string): FoundDeadline[] => readDeadlines(text, context).filter(({ confidence }) => confidence >= DOUBTFUL);
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Every blank a line break, as a narrow column would have it; blanks inside numbers stay. */
const broken = (text: string): string => text.replace(/(?<=\p{L}|,) (?=\p{L}|\d)/gu, '\n');

const forms: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['decomposed', (text) => text.normalize('NFD')],
  ['broken over lines', broken],
  ['decomposed and broken', (text) => broken(text).normalize('NFD')],
];

describe.each(forms)('%s', (_, form) => {
  test.each(positives)('%s: %s', (notation, phrase) => {
    const [before = '', words = '', after = ''] = phrase.split(/[«»]/u);
    const text = form(before + words + after);
    const found = acted(text);
    expect(found.map(notationOf)).toEqual([notation]);
    const [deadline] = found as [FoundDeadline];
    expect(deadline.text).toBe(text.slice(deadline.span.start, deadline.span.end));
    expect(plain(deadline.text)).toBe(plain(words));
  });
  test.each(negatives)('none: %s', (phrase) => {
    expect(acted(form(phrase))).toEqual([]);
  });
});

test('the negative corpus is at least half as long as the positive', () => {
  expect(negatives.length).toBeGreaterThanOrEqual(positives.length / 2);
});

test('all times of a sentence, in order', () => {
  const text = 'Báo cáo sơ kết trước ngày 15/6/2025, tổng kết trước ngày 30/11/2025 và định kỳ hằng quý gửi số liệu.';
  expect(readDeadlines(text, context).map(notationOf)).toEqual(['before:2025-06-15', 'before:2025-11-30', 'every:FREQ=MONTHLY;INTERVAL=3']);
});

test('several days under one lead', () => {
  expect(readDeadlines('gửi báo cáo trước ngày 15/6, ngày 15/9 và ngày 15/12/2025', context).map(notationOf)).toEqual([
    'before:2025-06-15',
    'before:2025-09-15',
    'before:2025-12-15',
  ]);
});

describe('years left out', () => {
  const at = (issuedOn: string | null, text: string, year?: number): string[] =>
    readDeadlines(text, { issuedOn, year: year ?? null }).map(notationOf);
  test('come from the issue date, and say so', () => {
    const [found] = readDeadlines('gửi trước ngày 20/5', context);
    expect(found?.review).toEqual(['deadline-year-inferred']);
    expect(found?.confidence).toBeLessThan(0.9);
  });
  test('of January in a letter of December are the next', () => expect(at('2025-12-20', 'gửi trước ngày 15/01')).toEqual(['before:2026-01-15']));
  test('a quarter still running is this year’s', () => expect(at('2025-05-20', 'xong trong quý II')).toEqual(['within:2025-04-01/2025-06-30']));
  test('come from the given year where there is no issue date', () => expect(at(null, 'gửi trước ngày 20/5', 2024)).toEqual(['before:2024-05-20']));
  test('cannot be told from nothing', () => expect(at(null, 'gửi trước ngày 20/5')).toEqual([]));
  test('29/02 is a day of leap years only', () => {
    expect(at('2024-01-05', 'gửi trước ngày 29/02')).toEqual(['before:2024-02-29']);
    expect(at('2025-01-05', 'gửi trước ngày 29/02')).toEqual([]);
  });
});

describe('dates of spans', () => {
  const due = (issuedOn: string | null, text: string): string | null => {
    const [found] = readDeadlines(text, { issuedOn });
    return found?.kind === 'relative' ? found.date : null;
  };
  test('count from the signing day', () => expect(due('2025-03-10', 'trong 15 ngày kể từ ngày ký')).toBe('2025-03-25'));
  test('leave out weekends and holidays', () => expect(due('2025-04-25', 'trong 05 ngày làm việc kể từ ngày ký')).toBe('2025-05-06'));
  test('are open from receipt', () => expect(due('2025-03-10', 'trong 15 ngày kể từ ngày nhận được')).toBeNull());
  test('are open without an issue date', () => expect(due(null, 'trong 15 ngày kể từ ngày ký')).toBeNull());
});

test('a day before the issue date is history: shown, not acted on', () => {
  const [found] = readDeadlines('hoàn thành trước ngày 31/12/2024', context);
  expect(found).toMatchObject({ date: '2024-12-31', review: ['deadline-past'] });
  expect(found?.confidence).toBeLessThan(DOUBTFUL);
});
