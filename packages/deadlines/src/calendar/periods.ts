// Calendar arithmetic: checked dates, the first and last day of months, quarters, halves and years, and the year that words leave out.
// Invariant: ISO dates in, ISO dates out; an impossible day (31/02) is null, never another day.
//   dateOf(2025, 2, 31) === null   periodOf(2025, 4, 3) gives 2025-04-01 … 2025-06-30
import type { Context } from '../found.ts';

export interface Period {
  readonly start: string;
  readonly end: string;
}

const pad = (value: number, size = 2): string => String(value).padStart(size, '0');

export function dateOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth) return null;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

/** `months` whole months from the first of `month`. */
export function periodOf(year: number, month: number, months: number): Period {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return { start: first.toString(), end: first.add({ months }).subtract({ days: 1 }).toString() };
}

export function addDuration(from: string, duration: string): string | null {
  if (duration.includes('T')) return null;
  return Temporal.PlainDate.from(from).add(duration).toString();
}

/** How far ahead a day without a year may lie in the next year before it is rather one of the past: a letter of December asks for January. */
const AHEAD_DAYS = 240;

/**
 * The year for a day or period that ends on `end(year)`: the issue date's own year, or the next where the time is over by then and near again.
 * Null where neither the issue date nor a year is known.
 */
export function impliedYear(context: Context, end: (year: number) => string | null): number | null {
  if (context.issuedOn === null) return context.year ?? null;
  const issued = Temporal.PlainDate.from(context.issuedOn);
  const same = end(issued.year);
  if (same !== null && same >= context.issuedOn) return issued.year;
  const next = end(issued.year + 1);
  const near = next !== null && issued.until(next).days <= AHEAD_DAYS;
  return near ? issued.year + 1 : issued.year;
}
