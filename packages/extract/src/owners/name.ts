// Where does the name of one body end?
// Invariant: a name begins with a head (heads.ts), ends before the verb phrase, and is kept exactly as printed; what is only said about the body
// ("chưa thực hiện báo cáo …") is left out.
//   "các đơn vị kinh doanh hóa chất trên địa bàn tỉnh chưa báo cáo | khẩn trương …" → "các đơn vị kinh doanh hóa chất trên địa bàn tỉnh"
//   "Bộ Giáo dục và Đào tạo | ban hành" → "Bộ Giáo dục và Đào tạo"
// Lists of names are names.ts.
import { type Lexicon, lexicon, matchAt, phrases } from '../words/lexicon.ts';
import { isSign, type Token } from '../words/tokens.ts';
import { businessAt } from './company.ts';
import { DETERMINERS, GENERAL, HEADS, LEVELS, NOT_HEADS, OCCUPATIONS, SHORT_HEADS } from './heads.ts';
import { assignAt, isOrganisation, verbPhraseAt } from './verb-phrase.ts';

export interface NamePart {
  /** Token indices, half-open. */
  readonly start: number;
  readonly end: number;
  /** Where reading goes on: behind brackets and relative clauses. */
  readonly next: number;
  /** True for "các …", "mỗi …" and for bare kinds ("Bộ, ngành"). */
  readonly many: boolean;
}

export interface Head {
  readonly start: number;
  /** Behind the head. */
  readonly end: number;
  readonly many: boolean;
  readonly general: boolean;
}

/** The head that a name may begin with here, or null. `atStart`: the first word of a sentence, where a capital says nothing. */
export function headAt(tokens: readonly Token[], index: number, atStart: boolean): Head | null {
  const determiner = matchAt(tokens, index, DETERMINERS);
  let at = index + determiner;
  if (/^\d{1,3}$/u.test(tokens[at]?.text ?? '')) at++;
  const known = matchAt(tokens, at, HEADS);
  if (matchAt(tokens, at, NOT_HEADS) > known || (known === 0 && matchAt(tokens, at, NOT_HEADS) > 0)) return null;
  const length = Math.max(known, shortHeadAt(tokens, at, determiner > 0 || at > index, atStart && at === index));
  if (length === 0) return null;
  const general = matchAt(tokens, at, GENERAL) >= length;
  return { start: index, end: at + length, many: determiner > 0, general };
}

function shortHeadAt(tokens: readonly Token[], at: number, counted: boolean, atStart: boolean): number {
  const length = matchAt(tokens, at, SHORT_HEADS);
  if (length === 0 || counted) return length;
  if (tokens[at]?.fold === 'to' && tokens[at + 1]?.fold === 'chuc' && !isOrganisation(tokens, at)) return 0;
  const after = tokens[at + length];
  const named =
    after?.upper === true ||
    (isSign(after, ',/') && (matchAt(tokens, at + length + 1, LEVELS) > 0 || matchAt(tokens, at + length + 1, SHORT_HEADS) > 0));
  if (named) return length;
  return tokens[at]?.upper && !atStart && verbPhraseAt(tokens, at) === 0 ? length : 0;
}

/** Longer names than this many tokens are runs of text that the grammar lost. */
const LONGEST = 60;

/** Reads one name whose head is known. */
export function readName(tokens: readonly Token[], head: Head): NamePart {
  let at = Math.max(head.end, head.start + matchAt(tokens, head.start, WITH_COMMAS));
  while (at < Math.min(tokens.length, head.start + LONGEST)) {
    const step = stepInside(tokens, at, head);
    if (step === 0) break;
    at += step;
  }
  const relative = relativeEnd(tokens, at, head.many || head.general);
  return { start: head.start, end: trimmed(tokens, head.end, at), next: relative ?? at, many: head.many };
}

/** How many tokens from here still belong to the name; 0 where it ends. */
function stepInside(tokens: readonly Token[], at: number, head: Head): number {
  const token = tokens[at] as Token;
  if (!token.word) return stepOverSign(tokens, at);
  if (token.upper) return 1;
  const kept = matchAt(tokens, at, KEPT);
  if (kept > 0) return kept;
  const occupation = describes(tokens, at, head) ? occupationEnd(tokens, at) : 0;
  if (occupation > 0) return occupation - at;
  const business = businessAt(tokens, at, head.start);
  if (business > 0) return business;
  if (token.fold === 've' && tokens[at + 1]?.upper && !isFirstOfName(tokens, at + 1)) return 1;
  if (verbPhraseAt(tokens, at) > 0 || assignAt(tokens, at) > 0) return 0;
  if (token.fold === 'va' || token.fold === 'hoac') return joins(tokens, at) ? 1 : 0;
  if (matchAt(tokens, at, PLACED) > 0) return 1;
  if (/^(?:trinh|lap|nhan)$/u.test(token.fold) && tokens[at + 1]?.upper) return 0;
  return matchAt(tokens, at, ENDS) > 0 ? 0 : 1;
}

/** "về | Sở Y tế": where to, no part of the name. "về | Trật tự xã hội": what the body is for. */
const isFirstOfName = (tokens: readonly Token[], at: number): boolean =>
  headAt(tokens, at, false) !== null || /^(?:ubnd|hdnd)$/u.test(tokens[at]?.fold ?? '');

/** True where what follows may describe a general head: right behind it, or behind a general word inside the name ("Giám đốc doanh nghiệp | kinh doanh"). */
function describes(tokens: readonly Token[], at: number, head: Head): boolean {
  if (head.general && at === head.end) return true;
  return [1, 2, 3].some(
    (length) => at - length >= head.end && (matchAt(tokens, at - length, GENERAL) === length || matchAt(tokens, at - length, SPECIALISED) === length),
  );
}

/** "Giáo dục và | Đào tạo", "trong và ngoài nước"; not "Sở A và Sở B", "A và chỉ đạo". */
function joins(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next?.fold === 'ubnd' && tokens[at - 1]?.fold === 'hdnd') return true;
  if (next === undefined || !next.word || headAt(tokens, at + 1, false) !== null) return false;
  return next.upper || matchAt(tokens, at + 1, JOINED) > 0;
}

function stepOverSign(tokens: readonly Token[], at: number): number {
  const [sign, next] = [tokens[at], tokens[at + 1]];
  if (next === undefined) return 0;
  if (isSign(sign, '/&') && next.word) return 1;
  if (isSign(sign, '-–—') && next.word && verbPhraseAt(tokens, at + 1) === 0) return 1;
  if (isSign(sign, '.') && /^(?:tp|tx|tt|tw|t)$/u.test(tokens[at - 1]?.fold ?? '') && next.word) return 1;
  if (isSign(sign, '(')) {
    const close = closing(tokens, at);
    if (close > 0 && isSign(tokens[close + 1], '-–—') && tokens[close + 2]?.upper) return close + 2 - at;
    return close > 0 && tokens[close + 1]?.word && !/^(?:de|va|hoac)$/u.test(tokens[close + 1]?.fold ?? '') && verbPhraseAt(tokens, close + 1) === 0
      ? close + 1 - at
      : 0;
  }
  if (isSign(sign, ',')) return isPaired(tokens, at) || (next.upper && continuesList(tokens, at)) ? 2 : 0;
  return 0;
}

/** "phòng, chống", "phòng cháy, chữa cháy", "thuộc, trực thuộc Sở" inside a name. */
function isPaired(tokens: readonly Token[], comma: number): boolean {
  const [before, after] = [tokens[comma - 1]?.fold, tokens[comma + 1]?.fold];
  if (/thuoc$/u.test(before ?? '') && matchAt(tokens, comma + 1, KEPT) > 0) return true;
  return (
    (before === 'benh' && after === 'chua') ||
    (before === 'phong' && after === 'chong') ||
    (before === 'chay' && after === 'chua') ||
    (before === 'hoc' && after === 'cong' && tokens[comma + 2]?.fold === 'nghe')
  );
}

/** "Văn hóa, Thể thao và Du lịch", "các xã Trấn Yên, Hưng Khánh": capitals that are no head go on; a head begins another name. */
function continuesList(tokens: readonly Token[], comma: number): boolean {
  if (headAt(tokens, comma + 1, false) !== null || verbPhraseAt(tokens, comma + 1, true) > 0) return false;
  for (let at = comma + 1; at < Math.min(tokens.length, comma + 9); at++) {
    const token = tokens[at] as Token;
    if (token.fold === 'va' && tokens[at + 1]?.upper) return headAt(tokens, at + 1, false) === null;
    if (isSign(token, ','))
      return tokens[at + 1]?.upper === true && headAt(tokens, at + 1, false) === null ? true : verbPhraseAt(tokens, at + 1) === 0;
    if (!token.word || (!token.upper && verbPhraseAt(tokens, at) > 0)) return true;
  }
  return comma + 9 > tokens.length;
}

/** Index behind "sản xuất, kinh doanh hóa chất …" where a verb phrase or a relative clause follows; 0 where these words are themselves the verb phrase. */
function occupationEnd(tokens: readonly Token[], from: number): number {
  if (matchAt(tokens, from, OCCUPATIONS) === 0 || matchAt(tokens, from, DUTY) > 0) return 0;
  let at = from;
  let worked = from;
  while (at < Math.min(tokens.length, from + 30)) {
    const step = occupationStep(tokens, at, from, at === worked);
    if (step === 'end') return at;
    if (step === 'none') return 0;
    at += step.length;
    if (step.work) worked = at;
  }
  return 0;
}

interface Step {
  readonly length: number;
  /** True where the step was over one more occupation. */
  readonly work: boolean;
}

/** One step over an occupation: 'end' where the name ends in front of a verb phrase, 'none' where it was no occupation at all. */
function occupationStep(tokens: readonly Token[], at: number, from: number, fresh: boolean): Step | 'end' | 'none' {
  const token = tokens[at] as Token;
  if (!token.word) return signStep(tokens, at, from);
  const kept = matchAt(tokens, at, KEPT);
  if (kept > 0) return { length: kept, work: false };
  const work = matchAt(tokens, at, DUTY) > 0 ? 0 : matchAt(tokens, at, OCCUPATIONS);
  const expected = fresh || isSign(tokens[at - 1], ',') || /^(?:va|co)$/u.test(token.fold === 'co' ? 'co' : (tokens[at - 1]?.fold ?? ''));
  if (work > 0 && expected) return { length: work, work: true };
  if (at > from && !token.upper && (verbPhraseAt(tokens, at) > 0 || matchAt(tokens, at, RELATIVE) > 0)) return 'end';
  if (token.fold === 'va') return joinStep(tokens, at, from);
  return matchAt(tokens, at, ENDS) > 0 && matchAt(tokens, at, PLACED) === 0 ? 'none' : { length: 1, work: false };
}

function signStep(tokens: readonly Token[], at: number, from: number): Step | 'end' | 'none' {
  if (isSign(tokens[at], ',')) return joinStep(tokens, at, from);
  if (isSign(tokens[at], ';')) return at + 1 < tokens.length && headAt(tokens, at + 1, false) === null ? 'none' : 'end';
  return isSign(tokens[at], '/-–') ? { length: 1, work: false } : 'none';
}

/** Over a comma or "và": to the next occupation or kind; the name ends before another name. */
function joinStep(tokens: readonly Token[], at: number, from: number): Step | 'end' | 'none' {
  if (matchAt(tokens, at + 1, OCCUPATIONS) > 0 || matchAt(tokens, at + 1, LEVELS) > 0) return { length: 1, work: false };
  return headAt(tokens, at + 1, false) !== null && at > from ? 'end' : 'none';
}

/** Behind a relative clause: where the main verb phrase begins; null where there is none. */
function relativeEnd(tokens: readonly Token[], from: number, describable: boolean): number | null {
  let at = from;
  const bracket = isSign(tokens[at], '(') ? closing(tokens, at) : -1;
  if (bracket > 0) at = bracket + 1;
  if (!describable || matchAt(tokens, at, RELATIVE) === 0) return at === from ? null : at;
  const main = /^(?:duoc|bi)$/u.test(tokens[at]?.fold ?? '') || tokens[at + 1]?.fold === 'duoc' ? MAIN : STRONG_MAIN;
  for (let i = at + 2; i < Math.min(tokens.length, at + 40); i++) {
    if (isSign(tokens[i], ';.:')) return null;
    if (matchAt(tokens, i, main) > 0 && verbPhraseAt(tokens, i) > 0) return i;
  }
  return null;
}

function closing(tokens: readonly Token[], open: number): number {
  for (let at = open + 1; at < Math.min(tokens.length, open + 40); at++) if (isSign(tokens[at], ')')) return at;
  return -1;
}

function trimmed(tokens: readonly Token[], least: number, end: number): number {
  let at = end;
  while (at > least && (!(tokens[at - 1] as Token).word || matchAt(tokens, at - 1, DANGLING) > 0))
    if (isSign(tokens[at - 1], ')')) break;
    else at--;
  return at;
}

/** Names with commas of their own. */
const WITH_COMMAS: Lexicon = lexicon([
  'đảng ủy mặt trận tổ quốc , các đoàn thể trung ương',
  'bộ văn hóa , thể thao và du lịch',
  'sở văn hóa , thể thao và du lịch',
  'sở văn hóa , thể thao',
  'bộ lao động , thương binh và xã hội',
  'sở lao động , thương binh và xã hội',
  'phòng văn hóa , thể thao và du lịch',
]);
/** Belong to the name although they look like verbs or ends. */
const KEPT: Lexicon = lexicon(
  phrases(`có liên quan, liên quan, có thẩm quyền, trực thuộc, thuộc, của, trên địa bàn, trên toàn quốc, trên phạm vi, trong tỉnh, trong ngành, trong toàn, trong cả nước, trong hệ thống, trong khối, trong khu, trong phạm vi, trong huyện, trong xã, trong và ngoài, ở địa phương, ở nước ngoài, ở trong nước,
    ở trung ương, ở cơ sở, ở cấp, ở các, tại địa phương, tại trung ương, tại cơ sở, tại địa bàn, tại các, đóng trên địa bàn, được chỉ định, được ủy quyền, được cấp phép, được thành lập, được lựa chọn, chỉ đạo trung ương, tổ chức đảng, chức năng, chuyên trách, trực tiếp quản lý, quản lý trực tiếp,
    phụ trách, dự án đầu tư xây dựng, dự án đầu tư, chuyên môn, nghiệp vụ, cùng cấp, các cấp, quản lý hành chính, về trật tự xã hội, về trật tự, về ma túy, có nhu cầu, có chức năng, tư vấn, ngoài công lập, ngoài nhà nước`),
);
const SPECIALISED = lexicon(phrases('chuyên trách, chuyên môn, sự nghiệp, nghiệp vụ'));
const JOINED = lexicon(
  phrases('ngoài nước, ngoài công lập, truyền thông, công nghệ, môi trường, đào tạo, phát triển, xã hội, trẻ em, du lịch, dân vận, chống'),
);
const PLACED = lexicon(phrases('cấp, công tác, cốt cán'));
const RELATIVE = lexicon(phrases('chưa, đã, dã, đang, mà, được, bị, không, hiện, còn'));
/** What a main verb phrase may begin with behind a relative clause: behind "đã", "chưa", "không" only what orders, behind "được" any. */
const STRONG_MAIN = lexicon(
  phrases(
    'khẩn trương, phải, cần, có trách nhiệm, chịu trách nhiệm, nghiêm túc, chủ động, tích cực, kịp thời, tiếp tục, tập trung, thường xuyên, sớm, nhanh chóng',
  ),
);
const MAIN = lexicon(
  phrases(
    'khẩn trương, phải, cần, có trách nhiệm, chịu trách nhiệm, nghiêm túc, chủ động, chủ trì, phối hợp, tích cực, kịp thời, tiếp tục, thực hiện, tổ chức, triển khai, tập trung, thường xuyên, rà soát, báo cáo, tổng hợp, gửi, căn cứ',
  ),
);
/** "có" that says what the body must do, not what it has. */
const DUTY = lexicon(
  phrases(
    'có trách nhiệm, có nhiệm vụ, có nghĩa vụ, có ý kiến, có văn bản, có báo cáo, có kế hoạch, có giải pháp, có biện pháp, chủ trì, phối hợp, làm đầu mối, làm rõ, làm tốt, tổ chức triển khai, tổ chức thực hiện',
  ),
);
const ENDS = lexicon(
  phrases(
    'để, khi, nếu, mà, thì, là, mời, đã, đang, sẽ, chưa, không, phải, cần, với, cho, đến, tới, từ, bằng, nhằm, trước, sau, ngay, vào, như, về, bị, gồm, do, qua, tại, ở, trên, trong, theo, được, căn cứ, hiện, vẫn, còn, nêu, tự, cùng, có, gửi, nộp, cử, hết, hoặc, đưa, mở, giữ, xin, lấy, nên, biết, luôn, cũng, đều, khẩn trương, phương án, kế hoạch, dự thảo, hồ sơ, danh sách, việc, tình hình, ý kiến, đề án, kinh phí, số liệu, danh mục, văn bản, kết quả, nội dung, nhận thấy, nhận được, cho rằng, cho biết, thấy, thống nhất, đồng ý, ủng hộ, mong, kính, xin, trân trọng, hoan nghênh, đánh giá, tiếp tục',
  ),
);
const DANGLING = lexicon(phrases('và, hoặc, của, các'));
