// Where is the main clause of a sentence that opens with a time, a ground, a purpose or a tale of the past?
// Invariant: the first place behind a comma where somebody is given work wins; a command without a name must show that it is one, and none stands behind a
// clause that tells what is.
//   "Để kịp thời gian, Sở A đề nghị các đơn vị | gửi …"   "Trong quý II/2025, | rà soát …"   not: "Tại báo cáo số 5, dự thảo đã được thẩm định, bổ sung …"
import { lexicon, matchAt, phrases } from '../words/lexicon.ts';
import { foldedText, isSign, type Token } from '../words/tokens.ts';
import { ADVERB, MODAL } from '../words/verbs.ts';
import { beginsWork, type OwnerPhrase, readAssignment, readHere, readSubject } from './actor.ts';
import { headAt } from './name-head.ts';
import { ADVERBIALS, AIMS, LINKING, SUPPOSITIONS } from './openers.ts';
import { assignAt, verbPhraseAt } from './verb-phrase.ts';

/** What the clauses so far tell: nothing, how things are, or what was done. */
type Tale = 'none' | 'state' | 'past';

/** What a sentence begins with: the past, a ground, a when or why, or its point. */
export type Opener = 'history' | 'grounds' | 'adverbial' | 'plain';

/** "Về kiểm điểm, đánh giá, xếp loại": what the matter is, not what to do. */
export const isTopic = (tokens: readonly Token[], from: number): boolean => tokens[from]?.text.toLowerCase() === 'về';

/** "Để …, Sở A đề nghị …", "Nếu …, đề xuất …": the first place behind a comma where somebody is given work. */
export function readBehindCommas(tokens: readonly Token[], from: number, opener: Opener): OwnerPhrase | null {
  let command: OwnerPhrase | null = null;
  let told: Tale = 'none';
  const supposes = matchAt(tokens, from, SUPPOSITIONS) > 0;
  for (let at = from + 1; at < Math.min(tokens.length, from + 400); at++) {
    if (isSign(tokens[at], '(')) at = behindBracket(tokens, at);
    const asked = opener === 'adverbial' && !supposes ? readRequest(tokens, at) : null;
    if (asked !== null) return asked;
    if (!isBreak(tokens, at)) continue;
    const next = at + 1 + matchAt(tokens, at + 1, opener === 'adverbial' ? LINKING : CONCLUDING);
    const found = readGiven(tokens, next, opener);
    const inList = command !== null && found?.form === 'subject' && tokens[next]?.upper === false;
    if (found !== null && found.form !== 'heading' && found.leads.length > 0 && !inList)
      return opener === 'adverbial' ? withoutAdverbialNames(tokens, found) : found;
    if (opener !== 'adverbial' || isTopic(tokens, from)) continue;
    if (isCommand(tokens, from, at, next, told)) command ??= readHere(tokens, next, false);
    told = taleWith(tokens, next, told);
  }
  return command;
}

/** "chủ động hướng dẫn, đôn đốc, | yêu cầu các đơn vị điều chỉnh": one more thing that the same one does. */
const isListedDemand = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.upper === false &&
  assignAt(tokens, at) > 0 &&
  /(?:^| )(?:don doc|huong dan|kiem tra|nhac nho|giam sat|theo doi),$/u.test(foldedText(tokens.slice(Math.max(0, at - 3), at)));

/** What follows from a reason: the one who acts comes next. */
const CONCLUDING = lexicon(phrases('vì vậy, do vậy, do đó, vì thế, bởi vậy'));

/** "… | đề nghị các đơn vị gửi": a request inside the clause, without a comma before it. */
function readRequest(tokens: readonly Token[], at: number): OwnerPhrase | null {
  const asked = tokens[at]?.upper || isListedDemand(tokens, at) ? null : readAssignment(tokens, at);
  if (asked === null || !(asked.leads.length > 0 || isPlainRequest(tokens, at)) || /^(?:về|việc)$/iu.test(tokens[at - 1]?.text ?? '')) return null;
  return beginsWork(tokens, asked.verbAt) ? asked : null;
}

/** "Tại mục căn cứ | đề nghị bổ sung …": nobody is named; not "Tại giấy đề nghị bổ sung …", "đã đề nghị". */
const isPlainRequest = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.fold === 'de' &&
  !/(?:^| )(?:van ban|giay|don|to trinh|ho so|cong van|to khai|phieu|thu|viec|ve|theo|xet|muc|noi dung|da|duoc|co|cua|se|dang)$/u.test(
    foldedText(tokens.slice(Math.max(0, at - 2), at)),
  );

/**
 * True where the words behind a break order something: urgently, as a request or a duty, or plainly where no list goes on. Behind "thì" a plain verb is what
 * holds in a case; behind a clause that tells what is only haste and requests count.
 */
function isCommand(tokens: readonly Token[], from: number, sign: number, next: number, told: Tale): boolean {
  if (told === 'past') return false;
  const bound = /^(?:phai|can)$/u.test(tokens[next]?.fold ?? '');
  if (assignAt(tokens, next) > 0 || matchAt(tokens, bound ? next + 1 : next, ADVERB) > 0) return true;
  if (told === 'state' || tokens[sign]?.fold === 'thi') return false;
  if (bound) return true;
  if (matchAt(tokens, next, AIMS) > 0 && isPurpose(tokens, from)) return false;
  const opened = matchAt(tokens, from, ADVERBIALS);
  return (verbPhraseAt(tokens, from + opened) === 0 || matchAt(tokens, from, SUPPOSITIONS) > 0) && !isListed(tokens, next);
}

const isPurpose = (tokens: readonly Token[], from: number): boolean => /^(?:để|nhằm)$/iu.test(tokens[from]?.text ?? '');

/** "…, kiểm tra, giám sát": a word or two between signs are part of a list. */
function isListed(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < Math.min(tokens.length, at + 4); i++) if (isSign(tokens[i], ',')) return true;
  return false;
}

/** True where a clause begins that tells what is: "dự thảo đã được thẩm định", "Sở A kết luận". */
export function tells(tokens: readonly Token[], at: number): boolean {
  const head = headAt(tokens, at, false);
  if (head === null && (verbPhraseAt(tokens, at) > 0 || tokens[at]?.word !== true || tokens[at]?.upper)) return false;
  for (let i = at + 1; i < Math.min(tokens.length, at + 25); i++) {
    if (isBreak(tokens, i)) return false;
    if (matchAt(tokens, i, TELLS) > 0) return true;
  }
  return false;
}

/** "…, Thành phố | đã nỗ lực, khẩn trương khắc phục": a tale of what was done goes on over its commas. */
const hasDone = (tokens: readonly Token[], at: number): boolean =>
  headAt(tokens, at, false) !== null &&
  tokens
    .slice(at, at + 12)
    .some(({ text }, i, words) => text === 'đã' && !words.slice(0, i).some((word) => !word.word) && words[i + 1]?.text !== 'được');

/** What is told with the clause that begins here. */
function taleWith(tokens: readonly Token[], at: number, told: Tale): Tale {
  if (told === 'past' || !tells(tokens, at)) return told;
  return hasDone(tokens, at) ? 'past' : 'state';
}

/** Predicates that state something. */
const TELLS = lexicon(
  phrases(
    'là, được, đã, đang, sẽ, bị, có thể, chưa, còn, đủ, vẫn, luôn, kết luận, nhận thấy, cho rằng, nhấn mạnh, khẳng định, đạt, nhận được, bao gồm, gồm',
  ),
);

/** Behind a tale of the past only a named giver counts, behind grounds also a doer who must: "…, Sở A yêu cầu các đơn vị …", "…, các đơn vị khẩn trương …". */
function readGiven(tokens: readonly Token[], at: number, opener: Opener): OwnerPhrase | null {
  const found = isListedDemand(tokens, at) ? null : (readSubject(tokens, at, false) ?? readAssignment(tokens, at));
  if (found !== null && opener === 'history' && found.directors.length > 0) return null;
  if (found === null || found.giver) return found;
  if (found.form === 'assign') return opener === 'history' ? null : found;
  if (found.form !== 'subject') return null;
  return opener === 'adverbial' || (opener === 'grounds' && isBound(tokens, found)) ? found : null;
}

/** True where a duty or a manner of haste stands at the verb. */
export function isBound(tokens: readonly Token[], found: OwnerPhrase): boolean {
  const behind = found.leads.at(-1)?.next ?? found.verbAt;
  return [behind, behind + 1, found.verbAt].some((at) => matchAt(tokens, at, MODAL) > 0 || matchAt(tokens, at, ADVERB) > 0);
}

/** "Trước kỳ tập huấn cán bộ, giáo viên, | học viên phải …": a list without "và" behind an adverbial began inside it; its last name is the one who acts. Not "…, | các Bộ, UBND các tỉnh cần …". */
function withoutAdverbialNames(tokens: readonly Token[], found: OwnerPhrase): OwnerPhrase {
  const [first, last] = [found.leads[0], found.leads.at(-1)];
  if (found.form !== 'subject' || first === undefined || last === undefined || first === last || tokens[first.start]?.upper) return found;
  if (/^(?:các|những)$/u.test(tokens[first.start]?.text ?? '')) return found;
  const joined = tokens.slice(first.end, last.start).some((token) => /^(?:va|hoac)$/u.test(token.fold) || isSign(token, ';'));
  return joined ? found : { ...found, leads: [last] };
}

const isBreak = (tokens: readonly Token[], at: number): boolean =>
  isSign(tokens[at], ',:.') || tokens[at]?.fold === 'thi' || (isSign(tokens[at], ';') && tokens[at + 1]?.word === true);

export function behindBracket(tokens: readonly Token[], open: number): number {
  for (let at = open + 1; at < Math.min(tokens.length, open + 80); at++) if (isSign(tokens[at], ')')) return at;
  return open;
}
