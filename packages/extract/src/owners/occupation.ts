// How far does what a body does for its living belong to its name?
// Invariant: only where the verb phrase of the sentence follows it; what may just as well be that verb phrase itself ("thực hiện", "kiểm tra") belongs to
// the name only before words of duty or manner.
//   "các đơn vị kinh doanh hóa chất | khẩn trương"   "các đơn vị thực hiện dự án | phải"   "các đơn vị | thực hiện nghiêm kế hoạch"
import { matchAt } from '../words/lexicon.ts';
import { foldedText, isSign, type Token } from '../words/tokens.ts';
import { ADVERB, MODAL } from '../words/verbs.ts';
import { closing } from './brackets.ts';
import { LEVELS, OCCUPATIONS } from './heads.ts';
import { knownNameAt } from './known-names.ts';
import { headAt } from './name-head.ts';
import { ALSO_WORK, DUTY, ENDS, KEPT, PLACED, RELATIVE } from './name-words.ts';
import { verbPhraseAt } from './verb-phrase.ts';

/** Index behind "sản xuất, kinh doanh hóa chất …" where a verb phrase or a relative clause follows; 0 where these words are themselves the verb phrase. */
export function occupationEnd(tokens: readonly Token[], from: number): number {
  if (matchAt(tokens, from, OCCUPATIONS) === 0 || matchAt(tokens, from, DUTY) > 0) return 0;
  let doubtful = serves(tokens, from) ? 0 : matchAt(tokens, from, ALSO_WORK);
  if (doubtful > 0 && matchAt(tokens, from + doubtful, ENDS) > 0) return 0;
  let at = from;
  let worked = from;
  while (at < Math.min(tokens.length, from + 30)) {
    const step = occupationStep(tokens, at, from, at === worked);
    if (step === 'end') return doubtful > 0 && (at <= from + doubtful || !isBound(tokens, at)) ? 0 : at;
    if (step === 'none') return 0;
    if (step.work && matchAt(tokens, at, ALSO_WORK) === 0) doubtful = 0;
    at += step.length;
    if (step.work) worked = at;
  }
  return 0;
}

/** What must follow words that may be the work themselves: a duty, a manner, or what is said about the body. */
const isBound = (tokens: readonly Token[], at: number): boolean =>
  !isAssigned(tokens, at) &&
  (matchAt(tokens, at, MODAL) > 0 || (matchAt(tokens, at, ADVERB) > 0 && !isManner(tokens, at)) || matchAt(tokens, at, RELATIVE) > 0);

/** "các bộ, cơ quan | thực hiện nhiệm vụ được giao": said of the work, not of those who do it. */
const isAssigned = (tokens: readonly Token[], at: number): boolean =>
  /^(?:nhiem vu|noi dung|cong viec|chi tieu|chuc nang) duoc (?:giao|phan)$/u.test(foldedText(tokens.slice(Math.max(0, at - 2), at + 2)));

/** "xử lý | kịp thời các ổ bệnh", "báo cáo | hằng ngày.": how the work before it is done, since what it is about follows, or nothing. */
const isManner = (tokens: readonly Token[], at: number): boolean => behindManner(tokens[at + matchAt(tokens, at, ADVERB)]);
const behindManner = (token: Token | undefined): boolean => !token?.word || /^(?:các|những|mọi|từng|việc)$/u.test(token.text);

/** "các đơn vị | cung cấp dịch vụ viễn thông": a trade, where the verb phrase follows; not "cung cấp thông tin". */
const serves = (tokens: readonly Token[], from: number): boolean => foldedText(tokens.slice(from, from + 4)) === 'cung cap dich vu';

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
  if (work > 0 && expected && verbPhraseAt(tokens, at) <= work) return { length: work, work: true };
  if (at > from && !token.upper && (verbPhraseAt(tokens, at) > 0 || matchAt(tokens, at, RELATIVE) > 0 || endsHelp(tokens, at, from))) return 'end';
  const known = knownNameAt(tokens, at);
  if (known > 1) return { length: known, work: false };
  if (token.fold === 'va') return joinStep(tokens, at, from);
  if (token.text === 'về' && foldedText(tokens.slice(at - 2, at)) === 'quan ly') return { length: 1, work: false };
  return matchAt(tokens, at, ENDS) > 0 && matchAt(tokens, at, PLACED) === 0 ? 'none' : { length: 1, work: false };
}

/** "Phối hợp với các đơn vị quản lý về điện | để thống nhất": a purpose ends the name of who helps. */
const endsHelp = (tokens: readonly Token[], at: number, from: number): boolean =>
  tokens[at]?.text === 'để' && /(?:^| )phoi hop(?: \p{L}+){0,3} voi /u.test(foldedText(tokens.slice(Math.max(0, from - 14), from)));

function signStep(tokens: readonly Token[], at: number, from: number): Step | 'end' | 'none' {
  if (isSign(tokens[at], ',')) return joinStep(tokens, at, from);
  if (isSign(tokens[at], '(')) {
    const close = closing(tokens, at);
    return close < 0 ? 'none' : { length: close + 1 - at, work: false };
  }
  if (isSign(tokens[at], ';')) return at + 1 < tokens.length && headAt(tokens, at + 1, false) === null ? 'none' : 'end';
  return isSign(tokens[at], '/-–') ? { length: 1, work: false } : 'none';
}

/** Over a comma or "và": to the next occupation or kind; the name ends before another name. */
function joinStep(tokens: readonly Token[], at: number, from: number): Step | 'end' | 'none' {
  if (matchAt(tokens, at + 1, OCCUPATIONS) > 0 || matchAt(tokens, at + 1, LEVELS) > 0) return { length: 1, work: false };
  if (headAt(tokens, at + 1, false) !== null && at > from) return 'end';
  return tokens[at]?.fold === 'va' && tokens[at + 1]?.word && verbPhraseAt(tokens, at + 1) === 0 ? { length: 1, work: false } : 'none';
}
