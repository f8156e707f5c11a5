// A day, month or year that a person named, and how a time stands to it: any time within it counts as equal.
//   compareDay('2026-11-21T08:00:00Z', checkDay('2026-11', '--to'))   → 0
// Days are those of UTC, as all times in a record are.
import { VanbanError } from '@vanban/contract';

/** The same text. Throws `usage` naming the option for what is no day, month or year of the calendar. */
export function checkDay(text: string, option: string): string {
  // "2025", "2025-01", "2025-01-31", "2025-01-31T08:00:00Z"; not "31/01/2025", "2025-1-5".
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/u.exec(text);
  const [, year, month = '01', day = '01'] = match ?? [];
  if (year === undefined || !isOnCalendar(`${year}-${month}-${day}`))
    throw new VanbanError('usage', `${option} ${text}: YYYY-MM-DD, YYYY-MM, YYYY (2025-01-31)`);
  return text;
}

/** Below 0 where the time lies before, above 0 where it lies after. */
export function compareDay(time: string, day: string): number {
  const start = time.slice(0, day.length);
  return start < day ? -1 : start > day ? 1 : 0;
}

function isOnCalendar(day: string): boolean {
  try {
    Temporal.PlainDate.from(day);
    return true;
  } catch {
    return false;
  }
}
