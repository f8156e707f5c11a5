// A time that stands alone, as in the column 'Thời gian hoàn thành' of an assignment table: '6/2025', 'Quý II/2025', '2025 - 2026', '31/12/2025', 'Thường xuyên'.
// Invariant: reads only where nothing else stands in the text but an ending full stop.
import { dateOf, periodOf } from '../calendar/periods.ts';
import type { Draft, When } from '../found.ts';
import { DIGIT, digits, quarter, YEAR } from '../numerals.ts';
import { parseDay } from '../parse-days.ts';
import { parseEvery, rruleOf } from '../parse-every.ts';
import { parseStretch } from '../parse-periods.ts';
import type { Place, Rule } from '../rule.ts';
import type { View } from '../view.ts';
import { stretchDraft } from './periods.ts';
import { readDaysAlone } from './recurring-days.ts';

const only = (view: View, end: number): boolean => /^ ?\.? ?$/.test(view.folded.slice(end));

// '6/2025', '06 - 2025', '6/2025 - 12/2025', 'T6/2025'; 'Q2/2025'
const MONTH_YEAR = new RegExp(
  `^ ?(?:tu )?(?:thang |t\\.?)?(?<month>${DIGIT}{1,2}) ?[/.\\-] ?(?<year>${YEAR})(?: ?(?:-|den) ?(?:thang |t\\.?)?(?<month2>${DIGIT}{1,2}) ?[/.\\-] ?(?<year2>${YEAR}))? ?\\.? ?$`,
  'u',
);
const QUARTER_YEAR = new RegExp(`^ ?q\\.? ?(?<quarter>[1-4]|[ilv]{1,3}) ?[/.\\-] ?(?<year>${YEAR}) ?\\.? ?$`, 'u');
const YEARS = new RegExp(`^ ?(?:trong )?(?:giai doan |thoi ky )?(?<year>${YEAR})(?: ?- ?(?<year2>${YEAR}))? ?\\.? ?$`, 'u');
const STANDING = /^ ?(?:nhiem vu |cong viec )?thuong xuyen(?:,? (?:lien tuc|hang nam|hang thang|trong nam))? ?\.? ?$/u;

function whole(when: When, view: View, confidence = 0.9): Draft[] {
  return [{ when, start: 0, end: view.folded.length, confidence, rules: ['deadline/alone'], review: [] }];
}

function months(groups: { readonly [name: string]: string | undefined }): When | null {
  const [month, year] = [digits(groups.month ?? '', true), digits(groups.year ?? '')];
  const [last, lastYear] = groups.month2 === undefined ? [month, year] : [digits(groups.month2, true), digits(groups.year2 ?? '')];
  if (month === null || year === null || last === null || lastYear === null || month < 1 || month > 12 || last < 1 || last > 12) return null;
  const end = periodOf(lastYear, last, 1).end;
  const start = periodOf(year, month, 1).start;
  return start <= end ? { kind: 'period', start, end } : null;
}

function readAlone({ view, context }: Place): Draft[] {
  const text = view.folded;
  if (STANDING.test(text)) return whole({ kind: 'continuous' }, view);
  const start = text.startsWith(' ') ? 1 : 0;
  const day = parseDay(view, start);
  const date = day && day.year !== null && only(view, day.end) ? dateOf(day.year, day.month, day.day) : null;
  if (date !== null) return whole({ kind: 'date', bound: 'by', date }, view);
  const monthly = MONTH_YEAR.exec(text)?.groups;
  const period = monthly ? months(monthly) : null;
  if (period) return whole(period, view);
  const quarterly = QUARTER_YEAR.exec(text)?.groups;
  const [number, year] = [quarter(quarterly?.quarter ?? ''), digits(quarterly?.year ?? '')];
  if (number !== null && year !== null) return whole({ kind: 'period', ...periodOf(year, number * 3 - 2, 3) }, view);
  return readAloneLong({ view, start, ...yearsOf(text) }, context);
}

const yearsOf = (text: string): { first: number | null; last: number | null } => {
  const groups = YEARS.exec(text)?.groups;
  const first = digits(groups?.year ?? '');
  return { first, last: groups?.year2 === undefined ? first : digits(groups.year2) };
};

// ' và các năm tiếp theo', ' trở đi'
const ONWARDS = /^ (?:va (?:cac |nhung )?nam (?:tiep theo|sau)|tro di) ?\.? ?$/;

// 'Quý IV/2026, 2027': goes on through the next year; not 'Quý IV/2026, 2 lần'.
const LAST_YEAR = new RegExp(`^ ?(?:,|va|-) ?(?:nam )?(?<year>${YEAR}) ?\\.? ?$`, 'u');

interface Alone {
  readonly view: View;
  readonly start: number;
  readonly first: number | null;
  readonly last: number | null;
}

function readAloneLong({ view, start, first, last }: Alone, context: Place['context']): Draft[] {
  if (first !== null && last !== null && first <= last) return whole({ kind: 'period', ...periodOf(first, 1, (last - first + 1) * 12) }, view, 0.85);
  const [days] = readDaysAlone(view, start);
  if (days && only(view, days.end)) return [{ ...days, rules: ['deadline/alone', ...days.rules] }];
  const every = parseEvery(view, start);
  if (every && only(view, every.end)) return whole({ kind: 'recurring', rrule: rruleOf(every), bound: null }, view);
  const stretch = parseStretch(view, start);
  if (stretch && ONWARDS.test(view.folded.slice(stretch.end)))
    return [stretchDraft('deadline/alone', 'from', { ...stretch, end: view.folded.length }, start, context, 0.8)].filter((draft) => draft !== null);
  if (!stretch) return [];
  const through = LAST_YEAR.exec(view.folded.slice(stretch.end))?.groups?.year;
  const lastYear = through === undefined ? null : digits(through);
  if (lastYear !== null && stretch.year !== null && lastYear > stretch.year)
    return whole({ kind: 'period', start: stretch.in(stretch.year).start, end: periodOf(lastYear, 1, 12).end }, view, 0.8);
  if (!only(view, stretch.end)) return [];
  const draft = stretchDraft('deadline/alone', 'within', stretch, start, context, 0.9);
  return draft ? [draft] : [];
}

export const CELL_RULES: readonly Rule[] = [
  {
    id: 'deadline/alone',
    reads: {
      '6/2025': 'within:2025-06-01/2025-06-30',
      'Tháng 10/2025': 'within:2025-10-01/2025-10-31',
      'Q3/2025': 'within:2025-07-01/2025-09-30',
      '2025 - 2026': 'within:2025-01-01/2026-12-31',
      '31/12/2025': 'by:2025-12-31',
      'Thường xuyên': 'continuous',
      'Hằng năm': 'every:FREQ=YEARLY',
      '30/6 hằng năm': 'every:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30',
      'Tháng 6/2025 - 12/2026': 'within:2025-06-01/2026-12-31',
      'Giai đoạn 2026-2030': 'within:2026-01-01/2030-12-31',
      'Năm 2025 và các năm tiếp theo': 'from:2025-01-01',
      'Quý III, IV/2026, 2027': 'within:2026-07-01/2027-12-31',
    },
    leaves: ['15', '12.500', '3/4', 'Bộ Tài chính', 'Quý IV/2026, 2 lần'],
    pattern: /^/gu,
    read: readAlone,
  },
];
