// Days that come again: 'trước ngày 20 hằng tháng', 'ngày 15 và 30 hằng tháng', 'trước 15/11 hằng năm', 'thứ Sáu hằng tuần', 'ngày cuối cùng của tháng'.
// Invariant: one RRULE for each phrase; the hour of a recurring day stays in the words.
import type { Draft } from '../found.ts';
import { DIGIT, digits } from '../numerals.ts';
import { parseClock, parseDay, parseDayNumber, parseWeekday } from '../parse-days.ts';
import { type Every, parseEvery, rruleOf } from '../parse-every.ts';
import { type Place, type Rule, WORD } from '../rule.ts';
import { wordsBefore } from '../surroundings.ts';
import type { View } from '../view.ts';

type RecurringBound = 'before' | 'by' | 'on' | null;

const SIDE = '(?<side>(?:cham nhat|muon nhat|han cuoi)(?: (?:la|vao|den|trong|truoc))*|truoc|den het|den|het|trong|vao)';
const LEAD = new RegExp(`${WORD}(?:(?:xong|hoan thanh) )?${SIDE} (?:cac )?`, 'gu');

function boundOf(side: string | undefined): RecurringBound {
  if (side === undefined) return null;
  if (/truoc/.test(side)) return 'before';
  return /nhat|cuoi|den|het/.test(side) ? 'by' : 'on';
}

interface Days {
  /** 'BYMONTHDAY=20', 'BYMONTH=11;BYMONTHDAY=15', 'BYDAY=FR' */
  readonly part: string;
  readonly per: 'thang' | 'nam' | 'tuan';
  readonly end: number;
}

const skip = (view: View, at: number, pattern: RegExp): number => {
  pattern.lastIndex = at;
  return at + (pattern.exec(view.folded)?.[0].length ?? 0);
};
const AND = /(?: ?,| va| hoac| ?;| ?-) (?:truoc |vao )?(?:cac )?/uy;
const LAST_DAY = /ngay (?:cuoi cung|cuoi)(?= (?:cua )?(?:thang|quy)| hang| moi| ?$|[ ,.;)])(?: thang(?= (?:hang|moi) thang))?/uy;
const LAST_WORKING_DAY = /ngay lam viec cuoi cung/uy;
const CLOCK_JOIN = /(?: ?,)?(?: (?:sang|chieu))? (?:(?:sang|chieu) )?/uy;

/** Days of the month at `at`: '20', '15 và 30', '10, 20 và ngày cuối'. */
function parseMonthDays(view: View, at: number): Days | null {
  const days: number[] = [];
  let end = at;
  for (let next = at; ; ) {
    const last = skip(view, next, LAST_DAY);
    const day = last > next ? { day: -1, end: last } : parseDayNumber(view, next);
    if (!day) break;
    days.push(day.day);
    end = day.end;
    next = skip(view, end, AND);
    if (next === end) break;
  }
  return days.length === 0 ? null : { part: `BYMONTHDAY=${days.join(',')}`, per: 'thang', end };
}

function parseWeekdays(view: View, at: number): Days | null {
  const days: string[] = [];
  let end = at;
  for (let next = at; ; ) {
    const day = parseWeekday(view, next);
    if (!day) break;
    days.push(day.day);
    end = day.end;
    next = skip(view, end, AND);
    if (next === end) break;
  }
  return days.length === 0 ? null : { part: `BYDAY=${days.join(',')}`, per: 'tuan', end };
}

/** '15/6 và 15/12': days of the year; one rule holds them only where they share the day. */
function parseYearDays(view: View, at: number): Days | null {
  const days: { day: number; month: number }[] = [];
  let end = at;
  for (let next = at; ; ) {
    const day = parseDay(view, next);
    if (!day || day.year !== null) break;
    days.push(day);
    end = day.end;
    next = skip(view, end, AND);
    if (next === end) break;
  }
  if (days.length === 0) return null;
  const same = days.every(({ day }) => day === days[0]?.day);
  const months = same ? days.map(({ month }) => month).join(',') : `${days[0]?.month}`;
  return { part: `BYMONTH=${months};BYMONTHDAY=${days[0]?.day}`, per: 'nam', end };
}

function parseDays(view: View, from: number): Days | null {
  const clock = parseClock(view, from);
  const near = clock ? skip(view, clock.end, CLOCK_JOIN) : skip(view, from, /(?:sang |chieu )/uy);
  const at = skip(view, near, /ngay (?=thu |chu nhat)/uy);
  const working = skip(view, at, LAST_WORKING_DAY);
  if (working > at) return { part: 'BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', per: 'thang', end: working };
  return parseYearDays(view, at) ?? parseWeekdays(view, at) ?? parseMonthDays(view, at);
}

// ' của tháng đầu quý', ' tháng cuối của quý', ' tháng cuối cùng trong quý', ' của tháng thứ hai của quý'
const MONTH_OF_QUARTER =
  /(?: cua)? thang (?<which>dau(?: tien)?|cuoi(?: cung)?|thu hai|giua)(?: cua| trong)?(?: (?:hang |moi |tung )?qu[yi])(?: (?:sau|ke tiep|tiep theo))?(?![\p{L}])/uy;
// ' của tháng sau', ' tháng kế tiếp', ' của tháng'; only with 'ngày … ' before, and no number behind.
const OF_MONTH = /(?:(?: cua)? thang (?:sau|ke tiep|tiep theo|lien ke|do|bao cao)| cua thang| (?:moi|tung) thang)(?! [0-9]| [ivx]+\/|[\p{L}0-9])/uy;
// 'trước ngày 15/01 năm sau': what follows every year.
const OF_NEXT_YEAR = /(?:(?: cua)? nam (?:sau|ke tiep|tiep theo|lien ke)| cua nam (?:bao cao|ke hoach))(?![\p{L}])/uy;
// ' tháng' is enough behind 'ngày cuối'.
const OF_ANY_MONTH = /(?:(?: cua)? (?:moi |tung )?thang)(?! ?[0-9]|[\p{L}])/uy;

/** The rhythm behind the days: 'hằng tháng', 'của tháng đầu quý', 'của tháng sau'. */
function parseRhythm(view: View, days: Days): { rrule: string; end: number } | null {
  const next = skip(view, days.end, /(?:(?: ?,)? (?:cua )?)/uy);
  const every = parseEvery(view, next);
  if (every && fits(every, days)) return { rrule: rruleOf(every, days.part), end: every.end };
  if (days.per === 'nam') {
    const yearly = skip(view, days.end, OF_NEXT_YEAR);
    return yearly > days.end ? { rrule: `FREQ=YEARLY;${days.part}`, end: yearly } : null;
  }
  if (days.per !== 'thang') return null;
  MONTH_OF_QUARTER.lastIndex = days.end;
  const quarterly = MONTH_OF_QUARTER.exec(view.folded);
  if (quarterly) {
    const months = /^dau/.test(quarterly.groups?.which ?? '') ? '1,4,7,10' : /^cuoi/.test(quarterly.groups?.which ?? '') ? '3,6,9,12' : '2,5,8,11';
    return { rrule: `FREQ=YEARLY;BYMONTH=${months};${days.part}`, end: days.end + quarterly[0].length };
  }
  const monthly = skip(view, days.end, days.part.endsWith('-1') ? OF_ANY_MONTH : OF_MONTH);
  return monthly > days.end ? { rrule: `FREQ=MONTHLY;${days.part}`, end: monthly } : null;
}

function fits(every: Every, days: Days): boolean {
  if (days.per === 'tuan') return every.unit === 'tuan';
  if (days.per === 'nam') return every.unit === 'nam';
  return every.unit === 'thang' || every.unit === 'quy';
}

function drafted(id: string, rrule: string, bound: RecurringBound, start: number, end: number, confidence: number): Draft {
  return { when: { kind: 'recurring', rrule, bound }, start, end, confidence, rules: [id], review: [] };
}

function readDayFirst({ view, match, start, next }: Place): Draft[] {
  const clock = parseClock(view, next);
  const daily = clock && parseEvery(view, skip(view, clock.end, / /uy));
  if (daily?.unit === 'ngay') return [drafted('deadline/recurring-day', rruleOf(daily), boundOf(match.groups?.side), start, daily.end, 0.9)];
  const months = monthsOfYear(view, next);
  if (months) return [drafted('deadline/recurring-day', months.rrule, boundOf(match.groups?.side), start, months.end, 0.9)];
  const days = parseDays(view, next);
  const rhythm = days && parseRhythm(view, days);
  return rhythm ? [drafted('deadline/recurring-day', rhythm.rrule, boundOf(match.groups?.side), start, rhythm.end, 0.93)] : [];
}

// 'tháng 6 hằng năm', 'tháng 6, 12 hàng năm', 'tháng 6 và tháng 12 hằng năm'
const YEARLY_MONTHS = new RegExp(`thang (?<list>${DIGIT}{1,2}(?:(?: ?,| va)(?: thang)? ${DIGIT}{1,2}){0,11}) (?=hang nam|moi nam)`, 'uy');

function monthsOfYear(view: View, at: number): { rrule: string; end: number } | null {
  YEARLY_MONTHS.lastIndex = at;
  const found = YEARLY_MONTHS.exec(view.folded);
  const every = found && parseEvery(view, at + found[0].length);
  if (!every) return null;
  const months = (found.groups?.list ?? '').split(/(?: ?,| va)(?: thang)? /).map((text) => digits(text, true) ?? 0);
  return months.every((month) => month >= 1 && month <= 12) ? { rrule: rruleOf(every, `BYMONTH=${months.join(',')}`), end: every.end } : null;
}

/** 'thứ Sáu hằng tuần', 'ngày 15 và ngày 30 hằng tháng' with no lead at all. */
function readBare({ view, start }: Place): Draft[] {
  return readDaysAlone(view, start);
}

/** Also '30/6 hằng năm' and 'tháng 6, 12 hằng năm', where nothing else stands in a cell. */
export function readDaysAlone(view: View, start: number): Draft[] {
  const months = monthsOfYear(view, start);
  if (months) return [drafted('deadline/recurring-day', months.rrule, 'on', start, months.end, 0.85)];
  const days = parseDays(view, start);
  const rhythm = days && parseRhythm(view, days);
  return rhythm ? [drafted('deadline/recurring-day', rhythm.rrule, 'on', start, rhythm.end, 0.85)] : [];
}

// Between rhythm and day: ', ', ' (', ' vào ', ' chậm nhất '.
const BETWEEN = new RegExp(`(?: ?[,(:])? ?(?:${SIDE.replace('<side>', '<after>')} )(?:cac )?`, 'uy');

function readRhythmFirst({ view, start }: Place): Draft[] {
  const every = parseEvery(view, start);
  if (!every) return [];
  BETWEEN.lastIndex = every.end;
  const between = BETWEEN.exec(view.folded);
  const days = between && parseDays(view, every.end + between[0].length);
  if (!days) return [];
  const bound = boundOf(between.groups?.after);
  const closed = (end: number): number => (between[0].includes('(') && view.folded[end] === ')' ? end + 1 : end);
  const inner = parseRhythm(view, days);
  if (inner) return [drafted('deadline/recurring-day', inner.rrule, bound, start, closed(inner.end), 0.93)];
  return fits(every, days) ? [drafted('deadline/recurring-day', rruleOf(every, days.part), bound, start, closed(days.end), 0.93)] : [];
}

// The rhythm stands earlier in the sentence: 'Hằng tháng các đơn vị gửi báo cáo trước ngày 25.'
function readFarRhythm({ view, match, start, next }: Place): Draft[] {
  if (!view.folded.startsWith('ngay ', next)) return [];
  const days = parseMonthDays(view, next);
  if (!days || /^ ?(?:\/|thang|[-.] ?[0-9]|lam viec|ke tu|tu ngay)/.test(view.folded.slice(days.end))) return [];
  const before = wordsBefore(view, start).folded;
  const unit = /(?<![\p{L}])(?:hang|moi) (thang|quy)(?![\p{L}])(?! [0-9ivl]+[/ ])(?!.*(?:hang|moi) (?:thang|quy))/u.exec(before)?.[1];
  if (unit === undefined) return [];
  return [
    drafted(
      'deadline/recurring-day',
      rruleOf({ unit: unit as 'thang' | 'quy', interval: 1 }, days.part),
      boundOf(match.groups?.side),
      start,
      days.end,
      0.85,
    ),
  ];
}

const reads = {
  'gửi báo cáo trước ngày 20 hằng tháng': 'every:FREQ=MONTHLY;BYMONTHDAY=20',
  'vào các ngày 10, 20 và ngày cuối hằng tháng': 'every:FREQ=MONTHLY;BYMONTHDAY=10,20,-1',
  'trước 16 giờ 00 thứ Năm hằng tuần': 'every:FREQ=WEEKLY;BYDAY=TH',
  'trước ngày 15 tháng 12 hằng năm': 'every:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15',
  'trước ngày 20 của tháng cuối quý': 'every:FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20',
  'chậm nhất vào ngày làm việc cuối cùng của tháng': 'every:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
};

export const RECURRING_DAY_RULES: readonly Rule[] = [
  { id: 'deadline/recurring-day', reads, leaves: ['trước ngày khai giảng hằng năm', 'ngày 20 tháng 5'], pattern: LEAD, read: readDayFirst },
  {
    id: 'deadline/recurring-day',
    reads: { 'Họp giao ban sáng thứ Hai hằng tuần': 'every:FREQ=WEEKLY;BYDAY=MO' },
    leaves: ['lần thứ hai', 'ngày 15 và ngày 30/6/2024'],
    pattern: new RegExp(`${WORD}(?=(?:sang |chieu )?(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)(?![\\p{L}])|ngay (?:[0-9oil]|cuoi ))`, 'gu'),
    read: readBare,
  },
  {
    id: 'deadline/recurring-day',
    reads: {
      'Hằng tháng, trước ngày 05 gửi số liệu': 'every:FREQ=MONTHLY;BYMONTHDAY=5',
      'định kỳ hằng quý (trước ngày 10 của tháng đầu quý sau)': 'every:FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10',
      'Hàng năm, chậm nhất ngày 30/11, tổng hợp': 'every:FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30',
    },
    leaves: ['hằng tháng, trước khi họp'],
    pattern: new RegExp(`${WORD}(?=dinh k[yi] |hang |moi |tung )`, 'gu'),
    read: readRhythmFirst,
  },
  {
    id: 'deadline/recurring-day',
    reads: { 'Hằng tháng các đơn vị tổng hợp, gửi về Sở trước ngày 25.': 'every:FREQ=MONTHLY;BYMONTHDAY=25' },
    leaves: ['các đơn vị gửi về Sở trước ngày 25.'],
    pattern: LEAD,
    read: readFarRhythm,
  },
];
