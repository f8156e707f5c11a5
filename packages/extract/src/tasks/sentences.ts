// Where does one sentence end and the next begin?
// Invariant: sentences are in order, do not overlap, hold no blanks at their ends, and together hold every letter of the text. Linear time.
//   "Sở KH&CN (TP. Huế) rà soát. Hoàn thành trong quý II/2025." → 2 sentences
// A full stop ends nothing inside brackets and quotes, after an abbreviation (TP., ThS.), in a number, or before a small letter. A line end ends a sentence only
// where the line is a heading: short, without a sign at its end, and the next line begins with a capital. An item's label ("(ii)", "2)") at the start of a
// line or behind a full stop or semicolon always begins a sentence.
import type { Span } from '@vanban/contract';
import { fold } from '@vanban/text';
import { headAt } from '../owners/name-head.ts';
import { readNames } from '../owners/names.ts';
import { verbPhraseAt } from '../owners/verb-phrase.ts';
import { tokenise } from '../words/tokens.ts';
import { LABEL_LINE } from './labels.ts';

const ABBREVIATIONS = new Set('tp tx tt t p q h f kt tm tl tuq stt vd ts ths pgs gs bs ks cn ct pct đc ô b đ v ncs bt'.split(' '));
const LONGEST_BRACKET = 600;
/** Shorter lines than this say nothing about where a heading ends. */
const SHORTEST_FULL_LINE = 40;

export function sentencesOf(text: string): Span[] {
  const closed = protectedRanges(text);
  const width = usualWidth(text);
  const spans: Span[] = [];
  let start = 0;
  let inside = 0;
  for (const match of text.matchAll(/(?:\.\/\.|[.?!…]+)["”’)]*|;(?=\s)|\n+/gu)) {
    const end = match.index + match[0].length;
    while (inside < closed.length && (closed[inside] as Span).end <= match.index) inside++;
    const range = closed[inside];
    if (range !== undefined && range.start < match.index && !closesQuote(text, range, end)) continue;
    const ends = ITEM.test(text.slice(end, end + 12)) || endsHere(text, start, match, width);
    if (!ends) continue;
    push(spans, text, start, end);
    start = end;
  }
  push(spans, text, start, text.length);
  return spans;
}

/** "… quy định “Cơ quan … theo Quy chế làm việc.” | Căn cứ": whole sentences that are quoted end with their quote. */
const closesQuote = (text: string, range: Span, end: number): boolean =>
  range.end === end && range.end - range.start >= SHORTEST_QUOTE && /["”]/u.test(text[end - 1] as string);
const SHORTEST_QUOTE = 80;

/** "(ii) ", "ii) ", "(2) ": labels of items that no clause was made of. */
const ITEM = /^\s*(?:\((?:[ivx]{1,5}|\d{1,2})\)|(?:[ivx]{1,5}|\d{1,2})\))\s/u;

function endsHere(text: string, start: number, match: RegExpMatchArray & { index: number }, width: number): boolean {
  const end = match.index + match[0].length;
  if (match[0] === ';') return false;
  return match[0].startsWith('\n')
    ? endsLine(text, start, match.index, end, match[0].length > 1 ? Number.POSITIVE_INFINITY : width)
    : endsSentence(text, match.index, end);
}

/** Adds the span without blanks at its ends; nothing where it has no letter. */
function push(spans: Span[], text: string, from: number, to: number): void {
  let [start, end] = [from, to];
  while (start < end && /\s/u.test(text[start] as string)) start++;
  while (end > start && /\s/u.test(text[end - 1] as string)) end--;
  if (end > start && /[\p{L}\p{N}]/u.test(text.slice(start, end))) spans.push({ start, end });
}

function endsSentence(text: string, at: number, end: number): boolean {
  const next = text.slice(end, end + 6).trimStart()[0];
  if (next === undefined) return true;
  if (!/^\s/u.test(text.slice(end, end + 1))) return text[at + 1] === '/';
  if (/[\p{Ll},;:]/u.test(next)) return false;
  const before = text.slice(Math.max(0, at - 8), at).match(/(?<![\p{L}/])[\p{L}/]+$/u)?.[0] ?? '';
  if (text[at] === '.' && end - at === 1 && (ABBREVIATIONS.has(fold(before)) || ABBREVIATIONS.has(before.toLowerCase())))
    return /\n/u.test(text[end] as string);
  return true;
}

function endsLine(text: string, start: number, at: number, end: number, width: number): boolean {
  const printed = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trimEnd();
  const line = printed.slice(Math.max(0, start - (at - printed.length))).trim();
  const next = text[end] ?? '';
  if (/[;,]$/u.test(line) || !/[\p{Lu}\p{N}“"(–•-]/u.test(next) || line === '') return false;
  // "chính quyền địa phương | 02 cấp": a number that counts goes on; "2. Giao", "15 xã." on a line of its own begin anew.
  if (/^\d{1,3} \p{Ll}/u.test(text.slice(end, end + 8)) && !/[.:;!?…]$/u.test(line)) return false;
  if (goesOnWithLetters(text.slice(end, end + 60)) && !/[.:!?…]$/u.test(line)) return false;
  if (cutsName(line, text.slice(end, end + 30)) || /^\((?!kèm theo|ban hành|\p{Ll}{1,5}\))\p{Ll}/u.test(text.slice(end, end + 12))) return false;
  if (line.endsWith(':') || LABEL_LINE.test(text.slice(end, end + 40)) || OPENS.test(text.slice(end, end + 110))) return true;
  if (
    /(?:^|\s)(?:và|của|với|tại|theo|các|cho|về|là|trong|từ|đến|do|số|ngày|tháng|năm|ngang|thuộc|hoặc|cùng|giữa|để|được|bằng|nhất là|phối hợp|giao|đề nghị|yêu cầu|trình|-|–)$/u.test(
      line,
    )
  )
    return false;
  if (
    /(?:^|\s)(?:Sở|Bộ|Ban|UBND|HĐND|Cục|Vụ|Phòng|Tỉnh|Thành phố|(?:Ủy|Uỷ) ban(?: nhân(?: dân)?)?|Hội đồng(?: nhân(?: dân)?)?|Trung tâm|Chi cục|Tổng cục|Ngân hàng|Kho bạc|Bộ trưởng|Thống đốc|Cục trưởng|Văn phòng|Chủ tịch|Giám đốc|Thủ tướng|Công ty|Hiệp hội|Liên minh|Liên đoàn|Liên hiệp|Tập đoàn|Tổng công ty|Bệnh viện|Đảng ủy|Ban Chỉ huy|Bộ Chỉ huy|Ban Chỉ đạo|Ban Quản lý|Bảo hiểm xã hội|BHXH|Mặt trận|Luật|Nghị quyết|Nghị định)$/u.test(
      line,
    )
  )
    return false;
  return width >= SHORTEST_FULL_LINE && printed.length < width * 0.55 && !/[-–/]$/u.test(line);
}

// "Sở Công | Thương rà soát", "Đài Tiếng nói Việt | Nam, Thông tấn xã", "kiến nghị của tỉnh Đắk | Lắk trong quá trình": a name that the line end cuts; not "tỉnh Huế | Sở Y tế".
const cutsName = (line: string, next: string): boolean => {
  if (/(?<!\p{L})Việt$/u.test(line) && /^Nam(?!\p{L})/u.test(next)) return true;
  if (/(?<!\p{L})(?:Sở|Bộ|Cục|Vụ) (?!Thuế|Y$)\p{Lu}\p{Ll}*$/u.test(line) && /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(next)) return true;
  if (cutsOrder(line, next)) return true;
  if (PLACES_SO_FAR.test(line) && /^(?!Sở|Bộ|Ban|Các)\p{Lu}\p{Ll}+(?:,| và \p{Lu})/u.test(next)) return true;
  return (
    /(?<!\p{L})(?:tỉnh|thành phố|huyện|thị xã|phường|xã|sông) \p{Lu}\p{Ll}*$/u.test(line) &&
    /^(?!Sở|Bộ|Ban|Các)\p{Lu}\p{Ll}+(?: \p{Ll}|[,;.])/u.test(next)
  );
};

// "Chỉ đạo Đoàn Thanh niên | Cộng sản Hồ Chí Minh tổ chức": an order to a name that goes on; not "Đề nghị Sở A | Rà soát", "Giao Sở A | Sở B rà soát".
const ORDERED = /^(?:[-+•]\s*)?(?:Chỉ đạo|Giao|Đề nghị|Yêu cầu|(?:Chủ trì, p|P)hối hợp với) (?=\p{Lu}[\p{L} ]{3,60}$)/u;
function cutsOrder(line: string, next: string): boolean {
  const order = ORDERED.exec(line);
  if (order === null || !/^\p{Lu}\p{Ll}/u.test(next)) return false;
  const [name, behind] = [tokenise(line.slice(order[0].length)), tokenise(next)];
  return readNames(name, 0, false)?.next === name.length && headAt(behind, 0, false) === null && verbPhraseAt(behind, 0, true) === 0;
}

// "Ủy ban nhân dân các tỉnh: Đắk Lắk, Khánh Hòa, Gia | Lai và Lâm Đồng": a list of places goes on.
const PLACES_SO_FAR = /(?:các|những) (?:tỉnh|thành phố|huyện|xã|phường)[\p{L} ,]{0,40}:(?: \p{L}+,?){1,24} \p{Lu}\p{Ll}*$/u;

/** "kiểm tra công tác | KCB và đảm bảo quyền lợi": letters that stand for a thing go on with the line; not "UBND các xã rà soát", whom they name, "PHẦN I". */
const goesOnWithLetters = (next: string): boolean => /^\p{Lu}{2,6} \p{Ll}/u.test(next) && headAt(tokenise(next), 0, false) === null;

// A line that lost the end of the one before it: "Đề nghị Sở A …", "Cục Thuế thông báo để các chi cục biết"; not "Đề nghị số 12", "Sở Y tế đã".
const OPENS =
  /^(?:(?:Đề nghị|Yêu cầu|Giao) (?!số|của)(?:các|\p{Lu})|Trên đây là|Trân trọng|(?:Sở|Bộ|Cục|Tổng cục|Ủy ban|UBND|Văn phòng|Chi cục) [^.;\n]{2,60} (?:thông báo|trả lời|phúc đáp) (?:để|cho) )/u;

/** The length of the longest line, at most 120: what a full line is measured by. */
function usualWidth(text: string): number {
  let longest = 0;
  for (const line of text.split('\n')) longest = Math.max(longest, line.length);
  return Math.min(longest, 120);
}

/** Ranges inside brackets and quotes, not longer than a few lines; an open bracket that is never closed protects nothing. */
export function protectedRanges(text: string): Span[] {
  const ranges: Span[] = [];
  const open: { sign: string; at: number }[] = [];
  for (const match of text.matchAll(/[()“”"]|\n\s*\n/gu)) {
    const sign = match[0];
    if (sign.startsWith('\n')) open.length = 0;
    else if (sign === '(' || sign === '“' || (sign === '"' && open.at(-1)?.sign !== '"')) open.push({ sign, at: match.index });
    else {
      const opener = sign === ')' ? '(' : sign === '”' ? '“' : '"';
      const at = open.findLastIndex((one) => one.sign === opener);
      if (at < 0) continue;
      const from = (open[at] as { at: number }).at;
      open.length = at;
      if (match.index - from <= LONGEST_BRACKET) ranges.push({ start: from, end: match.index + 1 });
    }
  }
  return outermost(ranges);
}

function outermost(ranges: readonly Span[]): Span[] {
  const sorted = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const range of sorted) if ((kept.at(-1)?.end ?? 0) <= range.start) kept.push(range);
  return kept;
}
