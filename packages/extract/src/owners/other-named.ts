// Who is named behind "giao", "đề nghị" by a name without a known head: a person, or a body known by its letters?
// Invariant: only runs of capitalised words that a verb phrase, a colon or the end follows.
//   "giao VNPT Lào Cai triển khai" → VNPT Lào Cai     "giao Trần Văn B tổng hợp" → Trần Văn B     "giao Quyền sử dụng đất" → none
import { lexicon, matchAt, phrases } from '../words/lexicon.ts';
import { isSign, type Token } from '../words/tokens.ts';
import { behindAside, isCapitalText, type NamePart } from './name.ts';
import type { Names } from './names.ts';
import { verbPhraseAt } from './verb-phrase.ts';

export function otherNamed(tokens: readonly Token[], from: number): Names | null {
  const names: NamePart[] = [];
  let at = from;
  for (;;) {
    const start = at;
    while (tokens[at]?.upper || (at > start && isSign(tokens[at], '-&'))) at++;
    if (at === start || at - start > 8) return null;
    names.push({ start, end: at, next: at, many: false });
    const joined = isSign(tokens[at], ',') || tokens[at]?.fold === 'va';
    if (!joined || !tokens[at + 1]?.upper) break;
    at++;
  }
  const follows = at >= tokens.length || isSign(tokens[at], ':,') || verbPhraseAt(tokens, at) > 0;
  return follows && !isCapitalText(tokens) ? { names, next: at } : null;
}

/**
 * "Các doanh nghiệp viễn thông | và truyền hình cáp hoạt động trên địa bàn tỉnh:", "Sở Lao động | - thường trực kế hoạch:": names alone before a colon, with
 * words that the grammar of names does not know; what stands behind a dash only describes. Not "Các đơn vị | cần làm các việc sau:".
 */
export function describedBeforeColon(tokens: readonly Token[], names: Names): readonly NamePart[] | null {
  const colon = tokens.length - 1;
  const last = names.names.at(-1);
  if (last === undefined || !isSign(tokens[colon], ':') || colon - names.next > LONGEST_DESCRIPTION) return null;
  for (let at = names.next; at < colon; at++) if (isSign(tokens[at], '.;:') || matchAt(tokens, at, TELLING) > 0) return null;
  if (isSign(tokens[names.next], '-–(,')) return isSign(tokens[names.next], ',') ? null : names.names;
  return last.many || last.end - last.start > 1 ? [...names.names.slice(0, -1), { ...last, end: colon, next: colon }] : null;
}

const LONGEST_DESCRIPTION = 25;

/** Words of a sentence or of a lead-in, which describe nobody. */
const TELLING = lexicon(
  phrases(
    'phải, cần, có trách nhiệm, chịu trách nhiệm, khẩn trương, chủ động, chủ trì, phối hợp, tập trung, tiếp tục, giao, đề nghị, yêu cầu, chỉ đạo, thực hiện, triển khai, báo cáo, đã, đang, sẽ, được, bị, là, gồm, sau, sau đây, như sau, cụ thể, nội dung, nhiệm vụ, ý kiến, tại, theo, để, về việc, căn cứ, kết luận, nhận thấy, thông báo',
  ),
);

/** "Viễn thông Lào Cai:" alone: a proper name before a colon, known by no head; its first and last words have capitals, and no verb stands in it. */
export function namedBeforeColon(tokens: readonly Token[], from: number): Names | null {
  const colon = tokens.length - 1;
  const length = colon - from;
  if (!isSign(tokens[colon], ':') || length < 3 || length > 8) return null;
  const words = tokens.slice(from, colon);
  const capitals = words.filter((token) => token.upper).length;
  if (!words.every((token) => token.word) || !words[0]?.upper || !words.at(-1)?.upper || capitals < 3) return null;
  if (words.some((_, i) => verbPhraseAt(tokens, from + i, true) > 0)) return null;
  return { names: [{ start: from, end: colon, next: colon, many: false }], next: colon };
}

/** "Người phát ngôn | có trách nhiệm …", "Tòa soạn Báo A | có trách nhiệm …": only somebody has a duty, whatever he is called. Not "Khi có việc, … có trách nhiệm". */
export function namedBeforeDuty(tokens: readonly Token[], from: number): Names | null {
  if (!tokens[from]?.upper || verbPhraseAt(tokens, from, true) > 0 || matchAt(tokens, from, NO_BODY) > 0) return null;
  for (let at = from + 1; at < Math.min(tokens.length, from + LONGEST_BEARER); at++) {
    if (!tokens[at]?.word) return null;
    if (matchAt(tokens, at, DUTY) > 0) return at - from < 2 ? null : { names: [{ start: from, end: at, next: at, many: false }], next: at };
    if (verbPhraseAt(tokens, at) > 0) return null;
  }
  return null;
}

/** "Trách nhiệm của | đối tượng thực hiện kiểm kê:": only somebody bears it, whatever he is called, up to the end, a colon or a bracket that explains. Not "Trách nhiệm của việc quản lý". */
export function bearerOfDuty(tokens: readonly Token[], from: number): Names | null {
  if (/^(?:viec|minh|do|nay|tung|du|ke|chuong|giai|nam)$/u.test(tokens[from]?.fold ?? '') || tokens[from - 3]?.fold !== 'trach') return null;
  let end = from;
  while (tokens[end]?.word && end <= from + LONGEST_BEARER) end++;
  const next = behindAside(tokens, end);
  if (end < from + 2 || end > from + LONGEST_BEARER || (next < tokens.length && !isSign(tokens[next], ':'))) return null;
  return { names: [{ start: from, end, next, many: false }], next };
}

const LONGEST_BEARER = 12;
const DUTY = lexicon(phrases('có trách nhiệm'));
/** Begin what is no body: a case, a time, a paper, a matter. */
const NO_BODY = lexicon(
  phrases(
    'khi, nếu, trường hợp, trong, tại, theo, để, việc, về, đối với, trước, sau, từ, đến, quyết định, nghị quyết, luật, nghị định, thông tư, nơi, mọi hành vi, đây, hằng, hàng, định kỳ, ngoài, căn cứ, do, vì',
  ),
);
