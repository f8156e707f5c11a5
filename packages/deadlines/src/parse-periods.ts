// Which stretch of the calendar stands at this place of the view? 'quy II/2025', 'thang 6 nam 2025', '6 thang dau nam', 'cuoi nam 2025', 'thang 3 va 4/2025'.
// Invariant: an answer covers whole days; `year` is null where the words leave it out, and `in(year)` then gives the dates.
// It does not decide whether the stretch is a deadline.
import { type Period, periodOf } from './calendar/periods.ts';
import { DIGIT, digits, MONTH, month, QUARTER, quarter, spelt, WORDS, YEAR } from './numerals.ts';
import { canBe, isNextMonth, type View } from './view.ts';

export interface Stretch {
  readonly unit: 'month' | 'quarter' | 'half' | 'year';
  readonly year: number | null;
  in(year: number): Period;
  readonly end: number;
  /** 'đầu', 'giữa', 'cuối': a part whose borders offices draw differently. */
  readonly vague: boolean;
  /** Its words name a first and a last: 'tháng 3 đến tháng 5', '2025 - 2027'. */
  readonly range: boolean;
}

const JOIN = '(?: ?(?:,|va|-|den|&) ?| va | den )';
const OF_YEAR = `(?:(?: ?[/.\\-] ?| ?,? nam |,? )(?<year>${YEAR}))`;
const STOP = '(?![0-9]|[/][0-9]|[\\p{L}])';

// 'quy II/2025', 'quy 3 nam 2026', 'quy III va quy IV/2025', 'quy I'; not 'quy dinh', 'quy che', 'quy i/v'.
const QUARTERS = new RegExp(`(?<word>qu[yi]) (?<first>${QUARTER})(?:${JOIN}(?:qu[yi] )?(?<last>${QUARTER})(?![\\p{L}0-9]))?${OF_YEAR}?${STOP}`, 'uy');
// 'thang 6/2025', 'thang 6 nam 2025', 'thang 3 va thang 4/2025', 'thang Giêng'; not 'thang loi', '3 thang'.
const MONTHS = new RegExp(`(?<word>thang) (?<first>${MONTH})(?:${JOIN}(?:thang )?(?<last>${MONTH})(?! ?[0-9]|[\\p{L}]))?${OF_YEAR}?${STOP}`, 'uy');
// '6 thang dau nam 2025', 'sau thang cuoi nam', 'nua dau nam 2026'.
const HALVES = new RegExp(`(?:(?<count>${DIGIT}{1,2}|${WORDS}) (?<word>thang)|nua) (?<side>dau|cuoi) nam(?: (?<year>${YEAR}))?(?![\\p{L}0-9])`, 'uy');
// 'nam 2025', 'nam 2025 - 2026', 'cac nam 2025, 2026'; not 'nam hoc 2025-2026'.
const YEARS = new RegExp(`(?<word>nam) (?<year>${YEAR})(?: ?(?:-|den|va) ?(?:nam )?(?<last>${YEAR}))?${STOP}`, 'uy');
const PART = /(?<part>dau|giua|cuoi) (?=nam|qu[yi]|thang)/uy;
// 'cuoi nam', 'giua nam nay': the year stands in the issue date.
const THIS_YEAR = /nam(?: nay)?(?! [0-9]|[0-9\p{L}]| (?:hoc|ngan sach|truoc|sau|toi|tai chinh|ke hoach|nhat|ba|hai))/uy;

export function parseStretch(view: View, at: number): Stretch | null {
  const part = run(PART, view, at);
  if (part) return parsePart(view, at + part[0].length, part.groups?.part ?? '');
  return parseHalf(view, at) ?? parseQuarters(view, at) ?? parseMonths(view, at) ?? parseYears(view, at);
}

function run(pattern: RegExp, view: View, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(view.folded);
}

const yearOf = (text: string | undefined): number | null => (text === undefined ? null : digits(text));

function parseQuarters(view: View, at: number): Stretch | null {
  const found = run(QUARTERS, view, at);
  if (!found || !(canBe(view, at, at + 3, 'quý') || canBe(view, at, at + 3, 'quí'))) return null;
  const first = quarter(found.groups?.first ?? '');
  const last = quarter(found.groups?.last ?? '') ?? first;
  if (first === null || last === null || last < first) return null;
  return {
    unit: 'quarter',
    year: yearOf(found.groups?.year),
    end: at + found[0].length,
    vague: false,
    range: last > first,
    in: (year) => periodOf(year, first * 3 - 2, (last - first + 1) * 3),
  };
}

function parseMonths(view: View, at: number): Stretch | null {
  const found = run(MONTHS, view, at);
  if (!found || !canBe(view, at, at + 5, 'tháng') || isNextMonth(view, at)) return null;
  const first = month(found.groups?.first ?? '');
  const last = month(found.groups?.last ?? '') ?? first;
  if (first === null || last === null || last < first) return null;
  // 'tháng năm nay': the word is the year's, not May's.
  if (found.groups?.first === 'nam' && !found.groups.year && !canBe(view, at + 6, at + 9, 'năm')) return null;
  return {
    unit: 'month',
    year: yearOf(found.groups?.year),
    end: at + found[0].length,
    vague: false,
    range: last > first,
    in: (year) => periodOf(year, first, last - first + 1),
  };
}

function parseHalf(view: View, at: number): Stretch | null {
  const found = run(HALVES, view, at);
  if (!found?.groups) return null;
  const { count, side } = found.groups;
  const months = count === undefined ? 6 : /[0-9]/.test(count) ? digits(count) : spelt(count);
  if (months === null || months < 1 || months > 11) return null;
  return {
    unit: 'half',
    year: yearOf(found.groups.year),
    end: at + found[0].length,
    vague: false,
    range: false,
    in: (year) => periodOf(year, side === 'dau' ? 1 : 13 - months, months),
  };
}

function parseYears(view: View, at: number): Stretch | null {
  const found = run(YEARS, view, at);
  const first = yearOf(found?.groups?.year);
  if (!found || first === null || !canBe(view, at, at + 3, 'năm')) return null;
  const last = yearOf(found.groups?.last) ?? first;
  if (last < first) return null;
  return {
    unit: 'year',
    year: first,
    end: at + found[0].length,
    vague: false,
    range: last > first,
    in: (year) => periodOf(year, 1, (last - first + 1) * 12),
  };
}

function parsePart(view: View, at: number, part: string): Stretch | null {
  const whole = parseQuarters(view, at) ?? parseMonths(view, at) ?? parseYears(view, at) ?? parseThisYear(view, at);
  if (!whole) return null;
  return { ...whole, vague: true, in: (year) => partOf(whole.in(year), part) };
}

function parseThisYear(view: View, at: number): Stretch | null {
  const found = run(THIS_YEAR, view, at);
  if (!found || !canBe(view, at, at + 3, 'năm')) return null;
  return { unit: 'year', year: null, end: at + found[0].length, vague: false, range: false, in: (year) => periodOf(year, 1, 12) };
}

/** A year's beginning and end are quarters, its middle the two between; a quarter's parts are months, a month's are tens of days. */
function partOf({ start, end }: Period, part: string): Period {
  const [first, last] = [Temporal.PlainDate.from(start), Temporal.PlainDate.from(end)];
  const months = first.until(last.add({ days: 1 }), { largestUnit: 'months' }).months;
  if (months >= 3) {
    const third = months >= 12 ? 3 : 1;
    const from = part === 'dau' ? 0 : part === 'cuoi' ? months - third : third;
    const size = part === 'giua' ? months - 2 * third : third;
    return periodOf(first.year, first.month + from, size);
  }
  const [from, to] = part === 'dau' ? [1, 10] : part === 'giua' ? [11, 20] : [21, last.day];
  return { start: first.with({ day: from }).toString(), end: last.with({ day: to }).toString() };
}
