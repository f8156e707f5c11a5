// Days with a lead: 'trước ngày 31/01/2025', 'chậm nhất ngày 15/6', 'trong ngày …', 'từ ngày … đến ngày …', with or without the hour.
// Invariant: a day without a lead is never a deadline (document dates, citations, events).
import { dateOf, impliedYear } from '../calendar/periods.ts';
import type { Context, Draft } from '../found.ts';
import { type Bound, boundOf, LEAD, leadHolds } from '../leads.ts';
import { type Day, parseClock, parseDay, parseDayNumber, parseWeekday } from '../parse-days.ts';
import { type Place, type Rule, WORD } from '../rule.ts';
import { tellsFigures } from '../surroundings.ts';
import type { View } from '../view.ts';

type DateBound = 'before' | 'by' | 'on' | 'from';

const SURE = { before: 0.96, by: 0.95, on: 0.85, from: 0.8 } as const;

interface Moment {
  readonly day: Day;
  readonly time: string | null;
}

/** '16 giờ 00, thứ Sáu, ngày 15/6/2025' at `at`. */
function parseMoment(view: View, at: number): Moment | null {
  let next = at;
  const clock = parseClock(view, next);
  if (clock) next = skip(view, clock.end, /(?: ?,)?(?: cung)?(?: vao)? /uy);
  next = skip(view, next, /(?:het )?(?:cuoi |dau gio |sang |chieu )?/uy);
  const weekday = parseWeekday(view, next);
  if (weekday) next = skip(view, weekday.end, / ?[,(]? ?/uy);
  next = skip(view, next, HOLIDAY);
  const day = parseDay(view, next);
  return day ? { day, time: clock?.time ?? null } : null;
}

// 'ngày Quốc khánh 02/9/2025', 'ngày Nhà giáo Việt Nam 20/11': a feast's name between the word and the figures.
const HOLIDAY =
  /ngay (?=(?:quoc khanh|quoc te|le|nha giao|thuong binh|giai phong|bau cu|thanh lap|sinh|ky niem)[ a-z,-]{0,40} [0-9]{1,2}[/.][0-9]{1,2})[a-z][a-z ,-]{3,50} (?=[0-9])/uy;

function skip(view: View, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(view.folded)?.[0].length ?? 0);
}

function resolve(day: Day, context: Context): { date: string; inferred: boolean } | null {
  const inYear = (year: number): string | null => dateOf(year, day.month, day.day);
  const year = day.year ?? impliedYear(context, inYear);
  const date = year === null ? null : inYear(year);
  return date === null ? null : { date, inferred: day.year === null };
}

function draftOf(id: string, bound: DateBound, moment: Moment, at: { start: number; end: number }, context: Context, weak: boolean): Draft | null {
  const resolved = resolve(moment.day, context);
  if (!resolved) return null;
  const { date, inferred } = resolved;
  return {
    when: { kind: 'date', bound, date, ...(moment.time === null ? {} : { time: moment.time }) },
    ...at,
    confidence: SURE[bound] - (inferred ? 0.1 : 0) - (weak ? 0.1 : 0),
    rules: [id],
    review: inferred ? ['deadline-year-inferred'] : [],
    ...(inferred ? { yearless: { month: moment.day.month, day: moment.day.day } } : {}),
  };
}

// ' và 30/9', ', ngày 15/12/2025': further days under the same lead.
const ALSO = / ?(?:,|;| va|\+) (?:(?:cham nhat |truoc )?(?=ngay )|(?=[0-9oil|]{1,2} ?\/))/uy;

// 'trước 2/3 số đại biểu'
const FRACTION = /^ (?:so|tong|dien|thanh|dai|phieu|thoi|chieu|ngan|du) /;

function readDays(id: string, bound: Bound, { view, context, match, start, next }: Place): Draft[] {
  const lead = boundOf(match.groups?.lead ?? '');
  if (lead.bound !== bound || (lead.weak && tellsFigures(view, start)) || !leadHolds(view, start, match.groups?.lead ?? '')) return [];
  if (/^thoi han(?: su dung)?(?: ?:)?(?: den| la)?(?: het)?$/.test(match.groups?.lead ?? '') && behindLicence(view, start)) return [];
  if (bound === 'from' && isSince(view, start, next)) return [];
  const side: DateBound = bound === 'within' ? 'by' : bound;
  const drafts: Draft[] = [];
  let [from, at] = [start, next];
  for (let moment = parseMoment(view, at); moment; moment = parseMoment(view, at)) {
    const { day } = moment;
    if (day.year === null && !day.named && (lead.weak || bound === 'within' || FRACTION.test(view.folded.slice(day.end, day.end + 12)))) break;
    if (day.year === null && /^ (?:cua )?nam truoc/.test(view.folded.slice(day.end, day.end + 16))) break;
    const draft = draftOf(id, side, moment, { start: from, end: day.end }, context, lead.weak);
    if (draft) drafts.push(draft);
    const further = skip(view, day.end, ALSO);
    if (further === day.end) break;
    [from, at] = [further, further];
  }
  return drafts;
}

/** 'không phải nộp thuế từ ngày 01/01/2015', 'bán hàng từ ngày 01/01/2015 thì …': since when something holds. */
const isSince = (view: View, start: number, next: number): boolean =>
  /(?<![\p{L}])(?:khong phai|khong chiu|thuoc (?:doi tuong|dien)|duoc huong|neu tren)(?: [\p{L}]+){0,8} $/u.test(
    view.folded.slice(Math.max(0, start - 80), start),
  ) || /^[^,;.]{6,36}(?<![\p{L}])thi(?![\p{L}])/u.test(view.folded.slice(next, next + 44));

/** 'Giấy phép lái xe số 250105006362, thời hạn đến …': how long a paper holds, not by when to act. */
const behindLicence = (view: View, start: number): boolean =>
  /(?<![\p{L}])(?:giay phep|giay chung nhan|chung chi|ho chieu|bang lai|the (?:nha bao|luat su|an toan)|so [0-9]{8,})[^.]{0,60}$/u.test(
    view.folded.slice(Math.max(0, start - 90), start),
  );

/** 'từ ngày 01/6 đến hết ngày 15/6/2025', 'từ ngày 05 đến 10/6/2025', 'ngày 05 - 10/6/2025' after 'từ'. */
function readRange({ view, context, match, start, next }: Place): Draft[] {
  const lead = match.groups?.lead ?? '';
  if (boundOf(lead).bound !== 'from' || tellsFigures(view, start) || !leadHolds(view, start, lead)) return [];
  return rangeAt({ view, context }, start, next, /(?: ?,)?(?: ?- ?| den (?:het |truoc )?(?:[0-9]{1,2} gio (?:[0-9]{2} (?:phut )?)?)?)/uy);
}

/** 'ngày 05 đến ngày 10/6/2025' without 'từ'. */
function readBareRange({ view, context, start }: Place): Draft[] {
  if (
    tellsFigures(view, start) ||
    /(?<![\p{L}])(?:so|ke tu|tu|den|van ban|cong van|quyet dinh) $/u.test(view.folded.slice(Math.max(0, start - 12), start))
  )
    return [];
  return rangeAt({ view, context }, start, start, / den (?:het )?(?=ngay )/uy).map((draft) => ({ ...draft, confidence: draft.confidence - 0.1 }));
}

/** The range whose first day stands at `from`. */
function rangeAt({ view, context }: Pick<Place, 'view' | 'context'>, start: number, from: number, between: RegExp): Draft[] {
  const first = parseMoment(view, from)?.day ?? parseDayNumber(view, from);
  if (!first) return [];
  const link = skip(view, first.end, between);
  const last = link === first.end ? null : parseDay(view, link);
  const end = last && resolve(last, context);
  if (!last || !end) return [];
  const month = 'month' in first ? first.month : last.month;
  const year = ('month' in first ? first.year : null) ?? Number(end.date.slice(0, 4)) - (month > last.month ? 1 : 0);
  const begin = dateOf(year, month, first.day);
  if (begin === null || begin > end.date) return [];
  return [
    {
      when: { kind: 'period', start: begin, end: end.date },
      start,
      end: last.end,
      confidence: end.inferred ? 0.8 : 0.9,
      rules: ['deadline/date-range'],
      review: end.inferred ? ['deadline-year-inferred'] : [],
    },
  ];
}

export const DATE_RULES: readonly Rule[] = [
  {
    id: 'deadline/before-date',
    reads: {
      'gửi báo cáo trước ngày 31/01/2026': 'before:2026-01-31',
      'hoàn thành xong trước 15/6/2025': 'before:2025-06-15',
      'nộp hồ sơ trước 16 giờ 30, thứ Sáu, ngày 20/6/2025': 'before:2025-06-20T16:30',
      'chậm nhất trước ngày 05 tháng Tư năm 2025': 'before:2025-04-05',
      'xong trước ngày Quốc khánh 02/9/2025': 'before:2025-09-02',
    },
    leaves: ['như đã trao đổi trước đây', 'trước khi phê duyệt', '15 ngày trước ngày khai mạc', 'trước 2/3 số phiếu'],
    pattern: LEAD,
    read: (at) => readDays('deadline/before-date', 'before', at),
  },
  {
    id: 'deadline/by-date',
    reads: {
      'chậm nhất là ngày 15 tháng 4 năm 2025': 'by:2025-04-15',
      'kéo dài đến hết ngày 30/9/2025': 'by:2025-09-30',
      'Hạn cuối: 20/5/2025': 'by:2025-05-20',
      'không muộn hơn 17h00 ngày 20/4/2025': 'by:2025-04-20T17:00',
    },
    leaves: [
      'Chứng chỉ số 38/CC; thời hạn đến 30/4/2026',
      'số 790123456789; thời hạn đến 30/4/2026',
      'Tính đến ngày 28/02/2025, toàn huyện có 12 trường',
      'ngày 22/12/2024',
      'đến 2/3 số hộ',
      'đến tận nơi',
    ],
    pattern: LEAD,
    read: (at) => [...readDays('deadline/by-date', 'by', at), ...readDays('deadline/by-date', 'within', at)],
  },
  {
    id: 'deadline/on-date',
    reads: { 'báo cáo ngay trong ngày 12/3/2025': 'on:2025-03-12', 'tổ chức họp vào 8 giờ 00 ngày 14/3/2025': 'on:2025-03-14T08:00' },
    leaves: ['trong ngày làm việc', 'vào sổ 15/6 văn bản', 'trong 15 ngày'],
    pattern: LEAD,
    read: (at) => readDays('deadline/on-date', 'on', at),
  },
  {
    id: 'deadline/from-date',
    reads: { 'thực hiện từ ngày 01/7/2025': 'from:2025-07-01' },
    leaves: [
      'Quyết định này có hiệu lực kể từ ngày 01/7/2025',
      'Chương trình số 95-CTr/TU ngày 24/01/2026',
      'dự án đầu tư ngày 01/7/2025',
      'từ 1/3 trở lên',
      'không phải nộp thuế giá trị gia tăng từ ngày 01/7/2025',
      'bán các mặt hàng này từ ngày 01/7/2025 thì không ghi thuế',
      'từ ngày ký',
    ],
    pattern: LEAD,
    read: (at) => readDays('deadline/from-date', 'from', at),
  },
  {
    id: 'deadline/date-range',
    reads: {
      'từ ngày 01/6 đến hết ngày 15/6/2025': 'within:2025-06-01/2025-06-15',
      'từ ngày 25/12 đến ngày 05/01/2026': 'within:2025-12-25/2026-01-05',
    },
    leaves: ['số liệu từ ngày 01/01/2025 đến ngày 28/02/2025', 'từ 5 đến 10 người'],
    pattern: LEAD,
    read: readRange,
  },
  {
    id: 'deadline/date-range',
    reads: {
      'thời gian tuần lễ ngày 05 đến ngày 11 tháng 6 năm 2025': 'within:2025-06-05/2025-06-11',
      'kiểm tra ngày 28/5 đến ngày 03/6/2025': 'within:2025-05-28/2025-06-03',
    },
    leaves: ['Công văn ngày 05/6/2025 gia hạn đến ngày 11/6/2025', 'số liệu ngày 01 đến ngày 28/02/2025', 'ngày 05 đến 11 người'],
    pattern: new RegExp(`${WORD}(?=ngay [0-9oil])`, 'gu'),
    read: readBareRange,
  },
];
