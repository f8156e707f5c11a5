// What the rest of the sentence says about times already found: grounds and history are none, 'hằng năm … trước ngày 15 tháng 11' is one.
// Invariant: refiners only drop, join or lower; each leaves its id in `rules`.
import type { Context, Draft } from './found.ts';
import { isGround, opensClause, tellsHistory, wordsBefore } from './surroundings.ts';
import type { View } from './view.ts';

/** Below this the caller should not act on a deadline. */
export const DOUBTFUL = 0.5;

export function refine(drafts: readonly Draft[], view: View, context: Context): Draft[] {
  const standing = drafts.filter(
    (draft) =>
      !isGround(view, draft.start) &&
      !view.folded.startsWith(' am lich', draft.end) &&
      !endsStages(view, draft.start) &&
      !isOfRhythm(draft, view) &&
      !isFormer(draft, view) &&
      !isSet(draft, view) &&
      !isState(draft, view) &&
      !isAllowed(draft, view),
  );
  return withoutBareRhythms(
    standing.map((draft) => lowerHistory(joinYearly(draft, view), view, context)),
    view,
  );
}

// 'lập tiến độ theo tuần, tháng đến hết năm 2026': how far a plan's stages go. Not 'theo tháng, trước ngày 25'.
const STAGES = /(?<![\p{L}])(?:theo|từng|tung) (?:tuần|tháng|quý|năm|tuan|thang|quy|nam)(?:, (?:tuần|tháng|quý|năm|tuan|thang|quy|nam)){0,3} $/u;
const endsStages = (view: View, start: number): boolean => view.folded.startsWith('den', start) && STAGES.test(wordsBefore(view, start).marked);

// 'Định kỳ 6 tháng (| trước ngày 15/6) và hằng năm': one day of a rhythm that is shorter than a year.
const SHORTER_RHYTHM = /dinh k[yi] (?:(?:0?[36]|ba|sau) thang|(?:hang |moi )?quy)(?: mot lan)? ?\($/u;
const isOfRhythm = (draft: Draft, view: View): boolean =>
  draft.yearless !== undefined && SHORTER_RHYTHM.test(view.folded.slice(Math.max(0, draft.start - 40), draft.start));

// 'các bệnh viện | trước 01/01/2025 là tuyến huyện': what they were.
const isFormer = ({ when, end }: Draft, view: View): boolean =>
  when.kind === 'date' && when.bound === 'before' && /^ (?:la|thuoc|von la) /.test(view.folded.slice(end, end + 9));

// 'các chỉ tiêu đã được Hội đồng nhân dân giao | từ đầu năm 2025': when it was set.
const SET = /(?<![\p{L}])(?:da|duoc) (?:[\p{L}]+ ){1,8}(?:giao|de ra|phe duyet|thong qua|ban hanh|xac dinh) $/u;
const isSet = ({ when, start }: Draft, view: View): boolean =>
  when.kind === 'date' && when.bound === 'from' && SET.test(view.folded.slice(Math.max(0, start - 70), start));

// 'các dự án | đến ngày 30/9/2025 có tỷ lệ giải ngân dưới 60%', '| đến hết năm 2025 chưa giải ngân': which ones are meant; not 'đến ngày 30/9/2025 không còn nhà tạm'.
const isState = ({ when, start, end }: Draft, view: View): boolean =>
  when.kind === 'date' &&
  when.bound === 'by' &&
  !opensClause(view, start) &&
  /^ (?:ma )?(?:van )?(?:chua|co ty le|dat duoi) /.test(view.folded.slice(end, end + 16));

// 'danh mục dự án có thể triển khai | trong năm 2025', 'tăng theo lộ trình | từ năm 2025': what is possible or laid down; not 'có thể rà soát …, hoàn thành trong năm 2025'.
const ALLOWED = /(?<![\p{L}])(?:có thể (?:[\p{L}]+ ){1,4}|(?:theo|có) lộ trình )$/u;
const isAllowed = ({ when, start }: Draft, view: View): boolean =>
  (when.kind === 'period' || (when.kind === 'date' && when.bound === 'from')) && ALLOWED.test(view.marked.slice(Math.max(0, start - 40), start));

// 'Hàng năm gửi báo cáo … về Bộ trước ngày 15 tháng 11': a day without a year after a yearly rhythm in the same sentence.
const YEARLY = /(?<![\p{L}])(?:hằng|hàng|mỗi|hang|moi) (?:năm|nam)(?![\p{L}])/gu;

function joinYearly(draft: Draft, view: View): Draft {
  if (!draft.yearless || draft.when.kind !== 'date') return draft;
  const before = wordsBefore(view, draft.start).marked;
  const opening = [...before.matchAll(YEARLY)].some(({ index, 0: words }) => tellsRhythm(before.slice(0, index), before.slice(index + words.length)));
  if (!opening) return draft;
  const { month, day } = draft.yearless;
  return {
    ...draft,
    when: { kind: 'recurring', rrule: `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`, bound: draft.when.bound },
    confidence: 0.88,
    rules: [...draft.rules, 'deadline/join-yearly'],
    review: draft.review.filter((reason) => reason !== 'deadline-year-inferred'),
    yearless: undefined,
  };
}

/** The rhythm opens its clause or is 'định kỳ': not the attribute of 'kế hoạch hằng năm'. */
const tellsRhythm = (before: string, after: string): boolean =>
  /(?:^|[.;:,(\-–] ?|định kỳ |dinh ky )$/u.test(before) ||
  /^ ?(?:,|gửi|báo cáo|tổng hợp|rà soát|đánh giá|xây dựng|tổ chức|lập|gui|bao cao|tong hop)/u.test(after);

function lowerHistory(draft: Draft, view: View, context: Context): Draft {
  const end = endOf(draft);
  const over = end !== null && context.issuedOn !== null && end < context.issuedOn;
  const told = draft.when.kind !== 'recurring' && draft.when.kind !== 'continuous' && tellsHistory(view, draft.start, draft.end);
  if (!over && !told) return draft;
  const least = draft.when.kind === 'date' && draft.when.bound === 'from' ? 0.4 : 0.3;
  return {
    ...draft,
    confidence: Math.min(draft.confidence, least),
    rules: [...draft.rules, 'deadline/history'],
    review: [...draft.review, 'deadline-past'],
  };
}

function endOf({ when }: Draft): string | null {
  if (when.kind === 'date') return when.date;
  return when.kind === 'period' ? when.end : null;
}

/** 'hằng năm' alone falls where another reading of the same sentence already carries its rhythm. */
function withoutBareRhythms(drafts: readonly Draft[], view: View): Draft[] {
  const frequency = ({ when }: Draft): string | null => (when.kind === 'recurring' ? when.rrule : null);
  return drafts.filter((draft) => {
    const own = frequency(draft);
    if (own === null || !draft.rules.includes('deadline/rhythm')) return true;
    const fuller = drafts.some((other) => other !== draft && carries(frequency(other), own) && sameSentence(view, draft, other));
    return !fuller;
  });
}

function carries(rrule: string | null, bare: string): boolean {
  if (rrule === null || rrule.length <= bare.length) return false;
  if (bare === 'FREQ=MONTHLY;INTERVAL=3') return rrule.startsWith(`${bare};`) || /^FREQ=YEARLY;BYMONTH=\d+,\d+,\d+,\d+;/.test(rrule);
  return rrule.startsWith(`${bare};BY`);
}

function sameSentence(view: View, one: Draft, other: Draft): boolean {
  const [from, to] = one.start < other.start ? [one.end, other.start] : [other.end, one.start];
  return to - from < 300 && !/[.;!?](?= )/u.test(view.folded.slice(from, to));
}
