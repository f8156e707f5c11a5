// Which days are worked, and which day is the n-th working day after another.
// Invariant: a holiday that falls on a weekend is given back on the next day that is neither (Labour Code, Art. 111); outside the table's years the answer is null.
//   addWorkingDays('2025-04-25', 5) === '2025-05-06'   (26/4 was a worked Saturday; 30/4, 1/5 and 2/5 were off)
// It does not know the six-day weeks of some offices.
import { HOLIDAYS, type HolidayYear } from './holidays.ts';

interface Year {
  readonly off: ReadonlySet<string>;
  readonly worked: ReadonlySet<string>;
}

const years = new Map<number, Year | null>();

/** Null where a year outside the holiday table is reached. `days` counts from the day after `from`. */
export function addWorkingDays(from: string, days: number): string | null {
  let day = Temporal.PlainDate.from(from);
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 });
    const worked = isWorkingDay(day);
    if (worked === null) return null;
    if (worked) left--;
  }
  return day.toString();
}

export function isWorkingDay(day: Temporal.PlainDate): boolean | null {
  const year = yearOf(day.year);
  const iso = day.toString();
  if (year === null) return null;
  // A Saturday worked in January may be given for a day of the year before.
  if (year.worked.has(iso) || yearOf(day.year - 1)?.worked.has(iso)) return true;
  return day.dayOfWeek <= 5 && !year.off.has(iso);
}

function yearOf(year: number): Year | null {
  let known = years.get(year);
  if (known === undefined) {
    const row = HOLIDAYS[year];
    known = row ? { off: daysOff(year, row), worked: new Set(row.moved.map(([, worked]) => worked)) } : null;
    years.set(year, known);
  }
  return known;
}

function daysOff(year: number, row: HolidayYear): Set<string> {
  const tet = Array.from({ length: row.tetDays }, (_, i) => Temporal.PlainDate.from(row.tet).add({ days: i }));
  const fixed = ['01-01', '04-30', '05-01', '09-02', ...(row.national ? [row.national] : [])];
  const holidays = [...tet, ...[row.hung, ...fixed.map((day) => `${year}-${day}`)].map((day) => Temporal.PlainDate.from(day))];
  const off = new Set(holidays.map(String));
  for (const holiday of holidays) {
    if (holiday.dayOfWeek <= 5) continue;
    let instead = holiday;
    while (instead.dayOfWeek > 5 || off.has(instead.toString())) instead = instead.add({ days: 1 });
    off.add(instead.toString());
  }
  for (const [day] of row.moved) off.add(day);
  return off;
}
