// What is said about a body behind its name, and where does the sentence go on?
// Invariant: what tells which bodies are meant belongs to the name (`attributeEnd`); what only describes them is stepped over (`relativeEnd`).
//   "các xã có mỏ | rà soát" → "các xã có mỏ"   "các đơn vị | chưa nộp báo cáo | khẩn trương …" → "các đơn vị"   "UBND xã | nơi có chợ | phải …" → "UBND xã"
import { lexicon, matchAt, phrases } from '../words/lexicon.ts';
import { foldedText, isSign, type Token } from '../words/tokens.ts';
import { closing } from './brackets.ts';
import { LEVELS } from './heads.ts';
import { headAt } from './name-head.ts';
import { DUTY, KEPT, MAIN, PLACE_ENDS, RELATIVE, STRONG_MAIN } from './name-words.ts';
import { STRESSED } from './openers.ts';
import { verbPhraseAt } from './verb-phrase.ts';

/**
 * "các xã có mỏ | rà soát", "doanh nghiệp được cấp phép thăm dò, khai thác | phải …": what such a body has or was given belongs to its name where the main
 * verb phrase or a colon follows. Behind "được" only words of duty and manner begin it. 0 for none, or where "có" is the duty itself ("có báo cáo").
 */
export function attributeEnd(tokens: readonly Token[], from: number): number {
  const kind = identifiedEnd(tokens, from);
  if (kind > 0) return kind;
  const has = tokens[from]?.fold === 'co';
  if (!(has || isGiven(tokens, from)) || isDuty(tokens, from, has)) return 0;
  for (let at = from + 2; at < Math.min(tokens.length, from + 30); at++) {
    if (isSign(tokens[at], ':') || (has && stresses(tokens, at))) return at;
    if (isSign(tokens[at], ';.')) return has && listGoesOn(tokens, at) ? at : 0;
    const kept = matchAt(tokens, at, KEPT);
    if (kept > 0) at += kept - 1;
    else if (has ? beginsMain(tokens, from, at) : matchAt(tokens, at, STRONG_MAIN) > 0) return isSign(tokens[at - 1], ',') ? at - 1 : at;
  }
  return 0;
}

/** "các tỉnh có tàu thuyền | , đặc biệt là các địa phương ven biển": some of them are stressed. */
const stresses = (tokens: readonly Token[], at: number): boolean => isSign(tokens[at], ',') && matchAt(tokens, at + 1, STRESSED) > 0;

/** By what kind they are, what they were charged with, or who looks into them. */
const identifiedEnd = (tokens: readonly Token[], from: number): number =>
  kindEnd(tokens, from) || chargedEnd(tokens, from) || inspectedEnd(tokens, from);

/** "UBND cấp tỉnh có đất thu hồi | theo quy định tại Điều 84": by what law, no part of the name. */
export function beforeGround(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 3; at < to; at++) if (/^theo (?:quy dinh|dieu|khoan|luat)/u.test(foldedText(tokens.slice(at, at + 3)))) return at;
  return to;
}

const beginsMain = (tokens: readonly Token[], from: number, at: number): boolean => verbPhraseAt(tokens, at) > 0 && !isDoneBy(tokens, from, at);

/** "các xã có chợ do cấp xã | quản lý": who does it stands between, so it is no work of theirs; not "do thiên tai | khẩn trương khắc phục". */
function isDoneBy(tokens: readonly Token[], from: number, at: number): boolean {
  if (tokens[at - 1]?.text === 'đất' && foldedText(tokens.slice(at, at + 2)) === 'thu hoi') return true;
  const by = tokens.slice(from, at).findIndex(({ text }) => text === 'do');
  if (by < 0 || matchAt(tokens, at, STRONG_MAIN) > 0) return false;
  if (headAt(tokens, from + by + 1, false) === null && matchAt(tokens, from + by + 1, LEVELS) === 0) return false;
  return tokens.slice(from + by, at).every((token, i) => token.word && verbPhraseAt(tokens, from + by + i) === 0);
}

/** "các chủ rừng | là tổ chức", "nhà thầu | là doanh nghiệp": which of them, where nothing but a bracket, a colon, the end or a duty follows; 0 elsewhere. */
function kindEnd(tokens: readonly Token[], from: number): number {
  const kind = tokens[from]?.text === 'là' ? matchAt(tokens, from + 1, LEVELS) : 0;
  if (kind === 0) return 0;
  const end = from + 1 + kind;
  const behind = isSign(tokens[end], '(') ? closing(tokens, end) + 1 : end;
  const bound = behind >= tokens.length || isSign(tokens[behind], ':') || matchAt(tokens, behind, STRONG_MAIN) > 0;
  return behind > 0 && bound ? end : 0;
}

/** "các cơ quan | được phân công chủ trì thực hiện nhiệm vụ | có trách nhiệm": what they were charged with tells which are meant; not "Sở A được phân công rà soát". */
function chargedEnd(tokens: readonly Token[], from: number): number {
  if (!/^duoc (?:phan cong|giao) (?:chu tri|nhiem vu|thuc hien)/u.test(foldedText(tokens.slice(from, from + 5))) || tokens[from - 1]?.upper) return 0;
  let end = 0;
  for (let at = from + 3; at < Math.min(tokens.length, from + 30); at++) {
    if (!tokens[at]?.word) return 0;
    if (matchAt(tokens, at, BEARS) > 0) return end > 0 ? end : at;
    if (end === 0 && /^(?:theo|tại|nêu|trong|quy)$/u.test(tokens[at]?.text ?? '')) end = at;
  }
  return 0;
}
const BEARS = lexicon(phrases('có trách nhiệm, chịu trách nhiệm'));

/** "Các đơn vị | được kiểm tra | chuẩn bị hồ sơ": who is looked into, where the work, a colon or the end follows; not "được kiểm tra định kỳ". */
function inspectedEnd(tokens: readonly Token[], from: number): number {
  if (!isGiven(tokens, from) || matchAt(tokens, from + 1, INSPECTED) === 0) return 0;
  let end = from + 3;
  while (isSign(tokens[end], ',') && matchAt(tokens, end + 1, INSPECTED) > 0) end += 3;
  return end >= tokens.length || isSign(tokens[end], ':') || verbPhraseAt(tokens, end) > 0 ? end : 0;
}
const INSPECTED = lexicon(phrases('kiểm tra, thanh tra, giám sát, kiểm toán, khảo sát, xác minh, thẩm tra, đánh giá'));

/** "doanh nghiệp | được cấp phép"; not "Công ty Hòa An | được hưởng". */
const isGiven = (tokens: readonly Token[], from: number): boolean => /^được$/iu.test(tokens[from]?.text ?? '') && !tokens[from - 1]?.upper;

/** "có báo cáo", "có trách nhiệm", "được giao": what the body must do. */
const isDuty = (tokens: readonly Token[], from: number, has: boolean): boolean =>
  verbPhraseAt(tokens, from) > 0 || matchAt(tokens, from, DUTY) > 0 || (has && verbPhraseAt(tokens, from + 1) > 0);

/** "; Sở Tư pháp": another name of the list. */
const listGoesOn = (tokens: readonly Token[], at: number): boolean => isSign(tokens[at], ';') && headAt(tokens, at + 1, false) !== null;

/** Behind a relative clause ("đã nêu trong Hướng dẫn số 5", "chưa nộp báo cáo"): where the main verb phrase begins; null where there is none. */
export function relativeEnd(tokens: readonly Token[], from: number, describable: boolean): number | null {
  let at = from;
  const bracket = isSign(tokens[at], '(') ? closing(tokens, at) : -1;
  if (bracket > 0) at = bracket + 1;
  if (isStationed(tokens, at)) return behindSeat(tokens, at) ?? at;
  if (/^nơi$/iu.test(tokens[at]?.text ?? '')) return behindPlace(tokens, at) ?? (at === from ? null : at);
  if (!describable || matchAt(tokens, at, RELATIVE) === 0) return at === from ? null : at;
  const cited = /^(?:da )?(?:duoc )?neu (?:trong|tai|o)(?: |$)/u.test(foldedText(tokens.slice(at, at + 4)));
  const main = cited || /^(?:duoc|bi)$/u.test(tokens[at]?.fold ?? '') || tokens[at + 1]?.fold === 'duoc' ? MAIN : STRONG_MAIN;
  for (let i = at + 2; i < Math.min(tokens.length, at + 40); i++) {
    if (isSign(tokens[i], ';.:')) return null;
    const length = Math.max(matchAt(tokens, i, main), cited ? matchAt(tokens, i, DUTY) : 0);
    if (length > 0 && verbPhraseAt(tokens, i) > 0 && !isPreposition(tokens[i + length]) && !isHow(tokens, i, length)) return i;
  }
  return null;
}

/** "chuyển biến tích cực | trong nhận thức": the manner of a thing before it, no main verb phrase. */
const isPreposition = (token: Token | undefined): boolean => /^(?:trong|của|về|từ|và|trên|ở|tại)$/u.test(token?.text ?? '');

/** "chưa thực hiện | nghiêm túc việc trích chuyển": how they did not do it, no main verb phrase; not "chưa nộp báo cáo | nghiêm túc thực hiện". */
const isHow = (tokens: readonly Token[], at: number, length: number): boolean =>
  /^(?:nghiem tuc|kip thoi|thuong xuyen|tich cuc|chu dong)$/u.test(foldedText(tokens.slice(at, at + length))) &&
  /^(?:việc|các|những|đúng|theo)$/u.test(tokens[at + length]?.text ?? '');

/** "đóng ở trong khu vực": where a unit is, no part of its name; "đóng trên địa bàn" is. */
export const isStationed = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'đóng' && /^(?:ở|tại|trong|gần)$/u.test(tokens[at + 1]?.text ?? '');

/** "các đơn vị quân đội | đóng ở gần khu vực | bổ sung lực lượng": up to the verb phrase; null where none comes. */
function behindSeat(tokens: readonly Token[], from: number): number | null {
  for (let at = from + 2; at < Math.min(tokens.length, from + 15); at++) {
    if (!tokens[at]?.word) return null;
    if (verbPhraseAt(tokens, at) > 0) return at;
  }
  return null;
}

/** "UBND cấp xã | nơi có đất thu hồi | có trách nhiệm": up to a word of duty, or to a join that another name follows; null where neither comes. */
function behindPlace(tokens: readonly Token[], from: number): number | null {
  for (let at = from + 2; at < Math.min(tokens.length, from + 25); at++) {
    if (isSign(tokens[at], ';.:')) return null;
    const joins = isSign(tokens[at], ',') || tokens[at]?.fold === 'va';
    if (joins && tokens[at + 1]?.upper !== false && headAt(tokens, at + 1, false) !== null) return at;
    if (joins && tokens[at]?.fold === 'va' && headAt(tokens, at + 1, false)?.many) return at;
    if (matchAt(tokens, at, PLACE_ENDS) > 0) return at;
  }
  return null;
}
