import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOLIDAYS } from './holidays.ts';
import { addDuration, dateOf, impliedYear, periodOf } from './periods.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

const lunar = (iso: string): { month: number; day: number } => {
  const date = Temporal.PlainDate.from(iso).withCalendar('chinese');
  return { month: Number(date.monthCode.slice(1, 3)), day: date.day };
};

describe('holidays', () => {
  test('cover 2010 to 2027', () => expect(Object.keys(HOLIDAYS).map(Number)).toEqual(Array.from({ length: 18 }, (_, i) => 2010 + i)));
  test.each(Object.entries(HOLIDAYS))('%s agrees with the lunar calendar', (_, row) => {
    expect(lunar(row.hung)).toEqual({ month: 3, day: 10 });
    const days = Array.from({ length: row.tetDays }, (_, i) => lunar(Temporal.PlainDate.from(row.tet).add({ days: i }).toString()));
    expect(days).toContainEqual({ month: 1, day: 1 });
    expect(lunar(row.tet).month).toBe(12);
    for (const [off, worked] of row.moved) {
      expect(Temporal.PlainDate.from(off).dayOfWeek).toBeLessThanOrEqual(5);
      expect(Temporal.PlainDate.from(worked).dayOfWeek).toBe(6);
    }
  });
  test.each([
    ['2025-01-27', false],
    ['2025-01-31', false],
    ['2025-02-03', true],
    ['2025-04-26', true],
    ['2025-05-02', false],
    ['2023-05-03', false],
    ['2024-02-14', false],
    ['2026-08-31', false],
    ['2019-01-05', true],
    ['2025-03-15', false],
  ])('%s worked: %s', (day, worked) => expect(isWorkingDay(Temporal.PlainDate.from(day))).toBe(worked));
  test('outside the table nothing is claimed', () => expect(addWorkingDays('2027-12-30', 5)).toBeNull());
  test('the n-th working day is worked and n of them lie behind it', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 60 }), (offset, days) => {
        const from = Temporal.PlainDate.from('2010-01-01').add({ days: offset });
        const due = Temporal.PlainDate.from(addWorkingDays(from.toString(), days) as string);
        let worked = 0;
        for (let day = from.add({ days: 1 }); Temporal.PlainDate.compare(day, due) <= 0; day = day.add({ days: 1 })) if (isWorkingDay(day)) worked++;
        expect(isWorkingDay(due)).toBe(true);
        expect(worked).toBe(days);
      }),
      { numRuns: 50 },
    ));
});

describe('dates', () => {
  test('impossible days are none', () => {
    expect(dateOf(2025, 2, 31)).toBeNull();
    expect(dateOf(2025, 13, 1)).toBeNull();
    expect(dateOf(2024, 2, 29)).toBe('2024-02-29');
  });
  test('periods end on their last day', () => expect(periodOf(2024, 1, 2)).toEqual({ start: '2024-01-01', end: '2024-02-29' }));
  test('hours move no day', () => expect(addDuration('2025-01-01', 'PT24H')).toBeNull());
  test('the year is the nearest that is not over', () => {
    expect(impliedYear({ issuedOn: '2025-11-20' }, (year) => `${year}-02-01`)).toBe(2026);
    expect(impliedYear({ issuedOn: '2025-03-20' }, (year) => `${year}-02-01`)).toBe(2025);
  });
});
