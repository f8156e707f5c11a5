// Which day or hour stands at this place of the view? 'ngay 3l/01/2025', '15 thang 6 nam 2025', '20/6', '16 gio 30'.
// Invariant: an answer is a day of the calendar (or its year is open), with the offset where its words end; null otherwise.
// It does not decide whether the day is a deadline: that needs the words before it.
import { dateOf } from './calendar/periods.ts';
import { DIGIT, digits, MONTH, month, YEAR } from './numerals.ts';
import { canBe, isNextMonth, type View } from './view.ts';

export interface Day {
  readonly day: number;
  readonly month: number;
  /** Null where the words leave it out. */
  readonly year: number | null;
  /** The word 'ngày' stands before it: without it and without a year, '2/3' is a fraction. */
  readonly named: boolean;
  readonly end: number;
}

const SEPARATOR = ' ?[/.\\-] ?';
// Not the start of a longer number: '15/6' of '15/6/20251', '20.6' of '20.600'.
const STOP = '(?![0-9]|[/.,\\-][0-9]|[\\p{L}])';

// 'ngay 31/01/2025', '05-9-2026', '15.6.2025', '15/6/25', '20/6'; not 'ngay 15', '1/500 000'.
const NUMERIC = new RegExp(
  `(?<named>ngay )?(?<day>${DIGIT}{1,2})(?:${SEPARATOR}(?<month>${DIGIT}{1,2})${SEPARATOR}(?<year>${YEAR}|(?<=/[0-9oil]{1,2}/)[1-3][0-9])|(?<bare> ?/ ?)(?<month2>${DIGIT}{1,2}))${STOP}`,
  'uy',
);
// 'ngay 28 thang 02 nam 2025', '15 thang muoi mot', 'ngay 15 thang 6/2025'; not '6 thang dau nam'.
const WORDED = new RegExp(
  `(?<named>ngay )?(?<day>${DIGIT}{1,2})(?<word> thang )(?<month>${MONTH})(?:(?: nam |${SEPARATOR})(?<year>${YEAR}))?${STOP}`,
  'uy',
);
// 'mung 5 thang Gieng' is lunar and is not read.

export function parseDay(view: View, at: number): Day | null {
  return parseNumeric(view, at) ?? parseWorded(view, at);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function parseNumeric(view: View, at: number): Day | null {
  const found = match(NUMERIC, view.folded, at);
  if (!found?.groups) return null;
  const { named, day, year } = found.groups;
  return checked(named !== undefined, day, found.groups.month ?? found.groups.month2, year, at + found[0].length);
}

function parseWorded(view: View, at: number): Day | null {
  const found = match(WORDED, view.folded, at);
  if (!found?.groups) return null;
  const { named, day = '', year } = found.groups;
  const word = at + (named?.length ?? 0) + day.length + 1;
  if (!canBe(view, word, word + 'thang'.length, 'tháng')) return null;
  // 'ngay 5 thang nam nay' and 'thang nam' before a year: the month's word was the year's.
  const value = month(found.groups.month as string);
  if (value === null || isNextMonth(view, word)) return null;
  return checked(named !== undefined, day, String(value), year, at + found[0].length);
}

function checked(named: boolean, dayText = '', monthText = '', yearText: string | undefined, end: number): Day | null {
  const [day, monthValue] = [digits(dayText, true), digits(monthText, true)];
  const year = yearText === undefined ? null : fullYear(digits(yearText));
  if (day === null || monthValue === null || (yearText !== undefined && year === null)) return null;
  if (year === null && !/[0-9]/.test(dayText + monthText)) return null;
  // A leap year for open years: 29/02 is possible until the year is known.
  return dateOf(year ?? 2024, monthValue, day) === null ? null : { day, month: monthValue, year, named, end };
}

/** '15/6/25' is of 2025. */
const fullYear = (year: number | null): number | null => (year !== null && year < 100 ? 2000 + year : year);

// 'ngay 05', '05': the first of two days that share month and year, or a day of every month.
const DAY_ONLY = new RegExp(`(?<named>ngay )?(?<day>${DIGIT}{1,2})(?![0-9\\p{L}%])`, 'uy');

export function parseDayNumber(view: View, at: number): { day: number; end: number; named: boolean } | null {
  const found = match(DAY_ONLY, view.folded, at);
  const text = found?.groups?.day;
  if (!found || text === undefined) return null;
  const day = digits(text);
  return day === null || day < 1 || day > 31 ? null : { day, end: at + found[0].length, named: found.groups?.named !== undefined };
}

// '16 gio 30 phut', '17h00', '8 gio', '15g30', '17:00', with 'sang' or 'chieu' after it; not '24 gio ke tu' (a span; the caller looks for a day behind it).
const CLOCK = new RegExp(
  `(?:(?:luc|hoi) )?(?<hour>${DIGIT}{1,2})(?: ?(?:gio|h|g)|(?=:))(?: ?:? ?(?<minute>[0-5o][0-9o])(?: ?(?:phut|p|'))?)?(?![0-9])(?<noon> (?:sang|chieu|trua|toi))?`,
  'uy',
);

export function parseClock(view: View, at: number): { time: string; end: number } | null {
  const found = match(CLOCK, view.folded, at);
  if (!found?.groups) return null;
  const { hour: hourText = '', minute: minuteText = '00', noon } = found.groups;
  const [hour, minute] = [digits(hourText), digits(minuteText, true)];
  if (hour === null || minute === null || hour > 24 || (hour === 24 && minute > 0)) return null;
  const late = hour < 12 && (noon === ' chieu' || noon === ' toi') ? 12 : 0;
  const time = `${String((hour + late) % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return { time: hour === 24 ? '23:59' : time, end: at + found[0].length };
}

// 'thu sau', 'thu 6', 'chu nhat': ISO RRULE weekdays. 'thu tu' is Wednesday, 'lan thu tu' is the caller's matter.
const WEEKDAY = /(?:thu (?<day>hai|ba|tu|bon|nam|sau|bay|[2-7])|(?<sunday>chu nhat))(?![\p{L}0-9])/uy;
const WEEKDAYS: { readonly [word: string]: string } = {
  hai: 'MO',
  '2': 'MO',
  ba: 'TU',
  '3': 'TU',
  tu: 'WE',
  bon: 'WE',
  '4': 'WE',
  nam: 'TH',
  '5': 'TH',
  sau: 'FR',
  '6': 'FR',
  bay: 'SA',
  '7': 'SA',
};

export function parseWeekday(view: View, at: number): { day: string; end: number } | null {
  const found = match(WEEKDAY, view.folded, at);
  if (!found) return null;
  return { day: found.groups?.sunday ? 'SU' : (WEEKDAYS[found.groups?.day ?? ''] as string), end: at + found[0].length };
}
