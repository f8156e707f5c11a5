// Stretches of the calendar with a lead: 'trong quý II/2025', 'hoàn thành trong tháng 3/2025', 'trước tháng 7/2025', 'hết năm 2025', 'từ quý II đến quý IV/2025'.
// Invariant: a stretch without a lead or bracket is no deadline ('kế hoạch năm 2025', 'báo cáo quý I').
import { impliedYear, type Period } from '../calendar/periods.ts';
import type { Context, Draft, When } from '../found.ts';
import { boundOf, LEAD, leadHolds } from '../leads.ts';
import { parseStretch, type Stretch } from '../parse-periods.ts';
import { type Place, type Rule, WORD } from '../rule.ts';
import { opensClause, tellsFigures, wordsBefore } from '../surroundings.ts';
import { beginsAction } from '../verbs.ts';
import type { View } from '../view.ts';

type Side = 'within' | 'before' | 'by' | 'from';

function sideOf(lead: string): Side {
  const { bound } = boundOf(lead);
  if (bound === 'before' || bound === 'from') return bound;
  return /(?:cham|muon|tre) nhat|toi da|han cuoi|han chot|khong |den|het/.test(lead) ? 'by' : 'within';
}

function resolve(stretch: Stretch, context: Context): (Period & { year: number; inferred: boolean }) | null {
  const year = stretch.year ?? impliedYear(context, (candidate) => stretch.in(candidate).end);
  return year === null ? null : { ...stretch.in(year), year, inferred: stretch.year === null };
}

function whenOf(side: Side, period: Period): When {
  if (side === 'within') return { kind: 'period', start: period.start, end: period.end };
  return { kind: 'date', bound: side, date: side === 'by' ? period.end : period.start };
}

export function stretchDraft(rule: string, side: Side, stretch: Stretch, start: number, context: Context, sure: number): Draft | null {
  const period = resolve(stretch, context);
  if (!period) return null;
  return {
    when: whenOf(side, period),
    start,
    end: stretch.end,
    confidence: sure - (period.inferred ? 0.1 : 0) - (stretch.vague ? 0.15 : 0),
    rules: [rule],
    review: [...(period.inferred ? ['deadline-year-inferred'] : []), ...(stretch.vague ? ['deadline-vague'] : [])],
  };
}

// 'khoảng ', 'các ', 'giai đoạn ' between lead and stretch.
const FILLER = /(?:ngay |khoang |cac )?(?:trong )?/uy;

function stretchAt(view: View, at: number): Stretch | null {
  FILLER.lastIndex = at;
  return parseStretch(view, at + (FILLER.exec(view.folded)?.[0].length ?? 0)) ?? parseStretch(view, at);
}

function readSide(id: string, wanted: Side, { view, context, match, start, next }: Place): Draft[] {
  const lead = match.groups?.lead ?? '';
  if (sideOf(lead) !== wanted || !leadHolds(view, start, lead)) return [];
  const stretch = stretchAt(view, next);
  if (!stretch || tellsFigures(view, start) || (wanted === 'from' && stretch.range)) return [];
  if (stretch.year === null && isYearly(view, start, stretch.end)) return [];
  // 'Chiến lược … đến năm 2030' names a plan; 'Đến năm 2030, …' at the head of a sentence sets an aim.
  if (/^(?:cho |keo dai )?den$/.test(lead) && stretch.unit === 'year' && !opensClause(view, start)) return [];
  const draft = stretchDraft(id, wanted, stretch, start, context, /^(?:cho |keo dai )?den$|^vao$|tu$/.test(lead) ? 0.75 : 0.93);
  return draft ? [draft] : [];
}

/** 'trong quý IV hằng năm', 'Hằng năm, vào quý IV …': of every year, not of the next. */
function isYearly(view: View, start: number, end: number): boolean {
  return (
    /^ (?:hang|moi) nam(?! [0-9])/.test(view.folded.slice(end)) ||
    /(?<![\p{L}])(?:hang|moi) nam(?! [0-9])(?![\p{L}])/u.test(wordsBefore(view, start).folded)
  );
}

function readSpan({ view, context, match, start, next }: Place): Draft[] {
  const lead = match.groups?.lead ?? '';
  if (sideOf(lead) !== 'from' || tellsFigures(view, start) || !leadHolds(view, start, lead)) return [];
  const first = parseStretch(view, next);
  if (!first) return [];
  if (first.range) return [stretchDraft('deadline/period-range', 'within', first, start, context, 0.85)].filter((draft) => draft !== null);
  LINK.lastIndex = first.end;
  const link = LINK.exec(view.folded)?.[0].length;
  const last = link === undefined ? null : parseStretch(view, first.end + link);
  const end = last && resolve(last, context);
  if (!last || !end) return [];
  let begin = first.in(first.year ?? end.year);
  if (begin.start > end.end && first.year === null) begin = first.in(end.year - 1);
  if (begin.start > end.end) return [];
  const review = end.inferred ? ['deadline-year-inferred'] : [];
  return [
    { when: { kind: 'period', start: begin.start, end: end.end }, start, end: last.end, confidence: 0.85, rules: ['deadline/period-range'], review },
  ];
}
const LINK = /(?: ?- ?| den (?:het )?)/uy;

// '(tháng 5/2025)', '(quý III/2025)' behind what is to be done; not '(năm 2013)' behind a law's name.
const BRACKET = /\((?:(?:du kien|trong) )?(?=thang |quy |[0-9oil]{1,2} thang )/gu;

function readBracket({ view, context, start, next }: Place): Draft[] {
  const stretch = parseStretch(view, next);
  if (!stretch || stretch.year === null || view.folded[stretch.end] !== ')') return [];
  const draft = stretchDraft('deadline/bracket', 'within', stretch, start, context, 0.8);
  return draft ? [{ ...draft, end: stretch.end + 1 }] : [];
}

// 'Quý II/2025: hoàn thành …', 'Tháng 5/2025 trình …', 'Năm 2025, hoàn thành …' at the head of a sentence, with what is to be done right behind.
const HEAD = new RegExp(`${WORD}(?=quy |qui |thang |nam [12])`, 'gu');

function readHead({ view, context, start }: Place): Draft[] {
  if (!opensClause(view, start)) return [];
  const stretch = parseStretch(view, start);
  if (!stretch || stretch.year === null) return [];
  const behind = view.folded.slice(stretch.end, stretch.end + 60).replace(/^ ?[:,-]? ?(?:phan dau )?(?:phai |co ban |tap trung )?/, '');
  if (!/^(?:hoan thanh|xong)(?![\p{L}])/u.test(behind) && !beginsAction(behind)) return [];
  const draft = stretchDraft('deadline/opening-period', 'within', stretch, start, context, 0.65);
  return draft ? [draft] : [];
}

export const PERIOD_RULES: readonly Rule[] = [
  {
    id: 'deadline/within-period',
    reads: {
      'Hoàn thành trong tháng 3/2025': 'within:2025-03-01/2025-03-31',
      'trong quý 3 năm 2026': 'within:2026-07-01/2026-09-30',
      'ngay trong quý II': 'within:2025-04-01/2025-06-30',
      'hoàn thành trong 6 tháng đầu năm': 'within:2025-01-01/2025-06-30',
      'trong tháng 4 và tháng 5/2025': 'within:2025-04-01/2025-05-31',
      'Thời gian hoàn thành: Quý IV/2025': 'within:2025-10-01/2025-12-31',
      'vào giữa tháng 4/2025': 'within:2025-04-11/2025-04-20',
      'quán triệt trong kỳ sinh hoạt chi bộ định kỳ tháng 6/2025': 'within:2025-06-01/2025-06-30',
      'phổ biến trong sinh hoạt định kỳ tháng 6/2025': 'within:2025-06-01/2025-06-30',
      'hoàn thành vào cuối năm 2025': 'within:2025-10-01/2025-12-31',
    },
    leaves: [
      'kế hoạch năm 2025',
      'dự toán ngân sách trong năm 2025',
      'trong quy định',
      'báo cáo quý I/2025',
      'trong tháng',
      'trong 03 năm',
      'trong quý IV hằng năm',
      'kỳ họp thường lệ tháng 7/2025 của Hội đồng',
    ],
    pattern: LEAD,
    read: (at) => readSide('deadline/within-period', 'within', at),
  },
  {
    id: 'deadline/before-period',
    reads: { 'xong trước tháng 7/2025': 'before:2025-07-01', 'trước quý IV năm 2025': 'before:2025-10-01' },
    leaves: ['trước năm học mới', 'trước quý vị'],
    pattern: LEAD,
    read: (at) => readSide('deadline/before-period', 'before', at),
  },
  {
    id: 'deadline/by-period',
    reads: {
      'chậm nhất trong tháng 6/2025': 'by:2025-06-30',
      'đến hết quý III/2025': 'by:2025-09-30',
      'hết năm 2025 phải xong': 'by:2025-12-31',
      'Đến năm 2030, hoàn thành mạng lưới': 'by:2030-12-31',
    },
    leaves: ['Chiến lược phát triển nhà ở đến năm 2030', 'đến tháng nào cũng vậy', 'hết năm học'],
    pattern: LEAD,
    read: (at) => readSide('deadline/by-period', 'by', at),
  },
  {
    id: 'deadline/from-period',
    reads: { 'áp dụng từ quý III/2025': 'from:2025-07-01' },
    leaves: ['có hiệu lực từ năm 2026', 'từ năm ngoái'],
    pattern: LEAD,
    read: (at) => readSide('deadline/from-period', 'from', at),
  },
  {
    id: 'deadline/period-range',
    reads: {
      'từ tháng 4 đến tháng 6 năm 2025': 'within:2025-04-01/2025-06-30',
      'thực hiện từ năm 2025 đến năm 2027': 'within:2025-01-01/2027-12-31',
    },
    leaves: ['từ cấp tháng đến cấp quý'],
    pattern: LEAD,
    read: readSpan,
  },
  {
    id: 'deadline/bracket',
    reads: { 'trình Quốc hội tại kỳ họp tới (tháng 5/2025)': 'within:2025-05-01/2025-05-31' },
    leaves: ['Luật Công nghệ cao (năm 2008)', '(quý vị)', '(tháng)'],
    pattern: BRACKET,
    read: readBracket,
  },
  {
    id: 'deadline/opening-period',
    reads: {
      'Quý II/2025: hoàn thành phần mềm': 'within:2025-04-01/2025-06-30',
      'Tháng 5/2025 trình Ủy ban nhân dân': 'within:2025-05-01/2025-05-31',
      'Năm 2026, hoàn thành việc hỗ trợ nhà ở': 'within:2026-01-01/2026-12-31',
    },
    leaves: [
      'Năm 2026, toàn tỉnh có 12 trường',
      'Quý II/2025, toàn huyện có 12 trường',
      'Tháng 5/2025 là tháng cao điểm',
      'kế hoạch tháng 5/2025 hoàn thành 40%',
    ],
    pattern: HEAD,
    read: readHead,
  },
];
