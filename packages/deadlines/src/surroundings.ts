// What stands around a time in its sentence: the words before and after, whether they tell history, figures or a name rather than an order.
// Invariant: looks at most 240 characters to each side, so that the whole stays linear.
import type { View } from './view.ts';

const REACH = 240;
// A full stop or a semicolon before a blank ends a sentence; not the points of '15.6.2025'.
const SENTENCE_END = /[.;!?](?= |$)/gu;

/** Folded words from the beginning of the sentence to `at`. */
export function wordsBefore(view: View, at: number): { folded: string; marked: string } {
  const from = Math.max(0, at - REACH);
  const near = view.folded.slice(from, at);
  let cut = 0;
  for (const match of near.matchAll(SENTENCE_END)) cut = match.index + 1;
  return { folded: near.slice(cut), marked: view.marked.slice(from + cut, at) };
}

/** Folded words from `at` to the end of the sentence. */
export function wordsAfter(view: View, at: number): { folded: string; marked: string } {
  const near = view.folded.slice(at, at + REACH);
  const cut = near.search(/[.;!?](?= |$)/u);
  const end = cut === -1 ? near.length : cut;
  return { folded: near.slice(0, end), marked: view.marked.slice(at, at + end) };
}

/** True where nothing but a blank, a bracket or a dash stands between the beginning of the sentence (or a colon) and `at`. */
export function opensClause(view: View, at: number): boolean {
  return /(?:^|[.;:!?(\-+•]|(?:^|[ (])[a-z0-9]{1,3}[.)])\s*$/u.test(view.folded.slice(Math.max(0, at - 12), at)) || at === 0;
}

// 'đã ban hành trước ngày 01/7/2014', 'được thành lập trước ngày …'; not 'các đơn vị đã được giao phải hoàn thành trước ngày …'.
const DONE_WORD = /(?<![\p{L}])(?:đã|vừa|từng)(?![\p{L}])/gu;
const ORDER =
  /(?<![\p{L}])(?:hoàn thành|xong|báo cáo|gửi|trình|nộp|phải|yêu cầu|đề nghị|giao|khẩn trương|tập trung|triển khai|rà soát|tham mưu|hoàn thiện)(?![\p{L}])/u;

// '… bị thiệt hại do mưa lũ vừa qua, | hoàn thành trước ngày 10/12': an order of finishing behind whatever the clause before it tells; not 'đã hoàn thành trước ngày …'.
const isFinish = (view: View, start: number): boolean =>
  /^(?:hoan thanh|xong) /.test(view.folded.slice(start, start + 12)) && /[,;] $/.test(view.folded.slice(Math.max(0, start - 2), start));

/** True where the sentence tells what was done: 'đã' before the time with no order after it, or right after an opening time. */
export function tellsHistory(view: View, start: number, end: number): boolean {
  const before = wordsBefore(view, start).marked;
  let last = -1;
  for (const match of before.matchAll(DONE_WORD)) last = match.index;
  if (last !== -1 && !ORDER.test(before.slice(last)) && !isFinish(view, start)) return true;
  // '… trước ngày 05/02/2026. Tuy nhiên đến nay …': what was ordered and not kept.
  if (/^ ?\*?[.;] tuy nhien,? (?:cho )?den/.test(view.folded.slice(end, end + 24))) return true;
  return (
    opensClause(view, start) &&
    /^[^,]{0,20},[^,]{0,70}(?<![\p{L}])đã(?! (?:được (?:giao|phân công)|nêu|đề ra|quy định))(?![\p{L}])/u.test(wordsAfter(view, end).marked)
  );
}

/** Words that a phrase may end with: with marks, and the few that are safe where all marks are lost ('tinh' is 'tỉnh' as well). */
export interface Endings {
  readonly marked: RegExp;
  readonly lost: RegExp;
}

/** True where the words before `at` end so. Looks at 80 characters. */
export function endsWith(view: View, at: number, { marked, lost }: Endings): boolean {
  const from = Math.max(0, at - 80);
  const [own, folded] = [view.marked.slice(from, at), view.folded.slice(from, at)];
  return own === folded && folded.length > 12 ? lost.test(folded) : marked.test(own);
}

// 'dự toán ngân sách trong năm 2025', 'tính đến ngày 30/6/2025', 'số liệu từ ngày …', 'có hiệu lực từ ngày …', 'sinh ngày'; not 'trình UBND tỉnh trong quý II'.
const FIGURES: Endings = {
  marked:
    /(?<![\p{L}])(?:nhiệm vụ|công việc|vốn|kinh phí|kế hoạch) (?:được |đã |đã được )?(?:giao|phân bổ|bố trí) $|(?<![\p{L}])(?:dự toán|chỉ tiêu|số thu|số chi|doanh thu|kim ngạch|sản lượng|số liệu|thống kê|lũy kế|luỹ kế|tính|phát sinh|cùng kỳ|giá trị|hiệu lực(?: thi hành| pháp luật)?(?: kể)?|hết hạn|mới áp dụng|(?<=[\p{L},] )áp dụng|số dư|nợ đọng)(?: [\p{L}]+){0,3} ?$|(?<!\p{L} )(?<![\p{L}])sinh $/u,
  lost: /(?<![\p{L}])(?:du toan|so lieu|luy ke|tinh|hieu luc(?: thi hanh| phap luat)?(?: ke)?)(?: (?:ngan sach|chi))? ?$/u,
};

// 'từ ngày 01/4/2025 ' before 'đến': the second half of a stretch that another rule reads whole or leaves whole.
const FIRST_HALF = /(?<![\p{L}])tu (?:ngay |thang |quy |nam )?[0-9oilv][^,;]{0,26} $/u;

export function tellsFigures(view: View, start: number): boolean {
  if (view.folded.startsWith('den ', start) && FIRST_HALF.test(view.folded.slice(Math.max(0, start - 36), start))) return true;
  return endsWith(view, start, FIGURES);
}

// 'Căn cứ nhiệm vụ được giao, khẩn trương xây dựng kế hoạch | trước ngày 30/6': an order behind the ground.
const ORDERED =
  /, (?:de nghi|yeu cau|giao|khan truong|chu dong|xay dung|ban hanh|to chuc|trien khai|ra soat|hoan thien|bao cao|cac (?:so|don vi|co quan|dia phuong|xa)|ubnd|uy ban)(?= )[^.;]{8,}$/u;

// 'Căn cứ Kế hoạch này, tổ chức …;': the paper itself orders; it cites no other.
const ORDERS_ITSELF = /^\s*(?:[-+•]\s*)?can cu [^,;]{2,40} nay, /u;

// 'Căn cứ chức năng, nhiệm vụ xây dựng kế hoạch, | hoàn thành trước ngày 31/10': a ground that cites no paper; not 'Căn cứ Quyết định số 12, hoàn thành …'.
const MANDATE =
  /^\s*(?:[-+•]\s*)?can cu (?:vao )?(?:chuc nang|nhiem vu|tinh hinh|dieu kien|thuc te|kha nang|noi dung|ke hoach (?:nay|cua (?:tinh|thanh pho|ubnd|uy ban)))(?=[ ,])/u;

/** True where the sentence is a ground or a citation of what others ordered: 'Căn cứ …', 'Theo đề nghị của …', 'Xét …'. */
export function isGround(view: View, start: number): boolean {
  const { folded } = wordsBefore(view, start);
  const due = /^(?:truoc|cham nhat|muon nhat|hoan thanh|xong|trong) (?![^.;]*;\s*(?:can cu|theo|xet|$))/u.test(
    view.folded.slice(start, start + REACH),
  );
  if ((due || ORDERS_ITSELF.test(folded)) && ORDERED.test(folded)) return false;
  if (due && isFinish(view, start) && MANDATE.test(folded)) return false;
  return /^\s*(?:[-+•]\s*)?(?:can cu|xet de nghi|theo de nghi|xet to trinh)(?![\p{L}])/u.test(folded);
}
