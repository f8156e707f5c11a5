// Who only helps, and where does the work begin behind "chủ trì, phối hợp với …"?
// Invariant: a name is a support only behind "phối hợp (với)" or before "phối hợp" alone; "để phối hợp" (a purpose) and "quy chế phối hợp" (a noun) give none.
//   "chủ trì, phối hợp với Sở B và các cơ quan liên quan xây dựng …" → Sở B | các cơ quan liên quan, work from "xây dựng"
//   "chủ trì, Sở B phối hợp thực hiện …" → Sở B
import { lexicon, matchAt, phrases } from '../words/lexicon.ts';
import { foldedText, isSign, type Token } from '../words/tokens.ts';
import type { NamePart } from './name.ts';
import { readNames } from './names.ts';
import { otherNamed } from './other-named.ts';
import { directAt, openingAt, verbPhraseAt } from './verb-phrase.ts';

export interface Supports {
  readonly supports: readonly NamePart[];
  /** Where the work itself begins. */
  readonly verbAt: number;
}

export function readSupports(tokens: readonly Token[], from: number): Supports {
  const supports: NamePart[] = [];
  let verbAt = from;
  for (let at = from; at < tokens.length; at++) {
    const found = at === from && matchAt(tokens, at, COMPANY) > 0 ? helpBehind(tokens, at) : helpAt(tokens, at);
    if (found === null || isTaskOfOthers(tokens, from, at)) continue;
    supports.push(...found.names);
    if (onlyDuties(tokens, verbAt, at)) verbAt = isSign(tokens[found.next], ',') ? found.next + 1 : found.next;
    at = found.next - 1;
  }
  return { supports, verbAt: verbAt < tokens.length ? behindLead(tokens, verbAt) : from };
}

/** "để chỉ đạo các cơ quan liên quan | phối hợp với cơ quan thuế": those who are directed there help, not those who lead. */
function isTaskOfOthers(tokens: readonly Token[], from: number, at: number): boolean {
  for (let start = at - 2; start > Math.max(from, at - 20); start--) {
    if (isSign(tokens[start], ',;:.')) return false;
    const length = directAt(tokens, start);
    if (length > 0) return readNames(tokens, start + length, false, false)?.next === at;
  }
  return false;
}

interface Help {
  readonly names: readonly NamePart[];
  readonly next: number;
}

function helpAt(tokens: readonly Token[], at: number): Help | null {
  const token = tokens[at] as Token;
  if (token.fold === 'tri' && tokens[at - 1]?.fold === 'chu') {
    const behind = isSign(tokens[at + 1], ',') ? at + 2 : at + 1;
    if (matchAt(tokens, behind, TOGETHER) > 0) return helpBehind(tokens, behind);
  }
  if (token.fold === 'ket' && tokens[at + 1]?.fold === 'hop' && matchAt(tokens, at + 2, TOGETHER) > 0) return helpBehind(tokens, at + 2);
  if (token.fold === 'phoi' && tokens[at + 1]?.fold === 'hop')
    return isNoun(tokens, at) && !isNextStep(tokens, at) ? null : helpBehind(tokens, at + 2);
  if (token.fold === 'phoi' && tokens[at + 1]?.text === 'với' && isSign(tokens[at - 1], ',')) return helpBehind(tokens, at + 1);
  const before = tokens[at - 1];
  return before !== undefined && (isSign(before, ',') || isBehindLeading(tokens, at)) ? helpBefore(tokens, at) : null;
}

/** "quy chế phối hợp", "trách nhiệm phối hợp"; not "có trách nhiệm phối hợp". */
const isNoun = (tokens: readonly Token[], at: number): boolean =>
  !/^(?:co|chiu)$/u.test(tokens[at - 3]?.fold ?? '') &&
  !/^(?:tang cuong|day manh|lam tot) cong tac$/u.test(foldedText(tokens.slice(Math.max(0, at - 4), at))) &&
  (matchAt(tokens, at - 1, NOUN_BEFORE) > 0 || matchAt(tokens, at - 2, NOUN_BEFORE) > 1);

/** "đối chiếu với quy định để | phối hợp với các cơ quan liên quan báo cáo UBND": the same one goes on; not "gửi về Sở A để phối hợp", whose purpose it is. */
function isNextStep(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.text !== 'để' || tokens[at + 2]?.text !== 'với') return false;
  const help = helpBehind(tokens, at + 2);
  if (help === null || verbPhraseAt(tokens, help.next) === 0) return false;
  return !tokens.slice(0, at).some(({ text }) => /^(?:gửi|nộp|trình|biết|cử|cung|báo)$/iu.test(text));
}

/** "phối hợp chặt chẽ với | Sở B": with "với" any place will do, without it the work or the last colon must follow. Semicolons are inside a unit only where its list goes on over them. */
function helpBehind(tokens: readonly Token[], from: number): Help | null {
  let at = from;
  for (let manner = matchAt(tokens, at, MANNER); manner > 0; manner = matchAt(tokens, at, MANNER)) at += manner;
  const linked = Math.max(matchAt(tokens, at, WITH), tokens[at]?.fold === 'voi' ? 1 : 0);
  const names = readNames(tokens, at + linked, false) ?? (linked > 0 ? otherNamed(tokens, at + linked) : null);
  if (names === null) return null;
  const next = isSign(tokens[names.next], ',') ? names.next + 1 : names.next;
  if (
    linked === 0 &&
    verbPhraseAt(tokens, next) === 0 &&
    openingAt(tokens, next) === 0 &&
    matchAt(tokens, next, IN_WORK) === 0 &&
    tokens[next]?.text !== 'để' &&
    !(isSign(tokens[next], ':') && next === tokens.length - 1)
  )
    return null;
  return { names: names.names, next: names.next };
}

/** "Sở A chủ trì; | Sở B phối hợp": the semicolon only parts who leads from who helps. */
const isBehindLeading = (tokens: readonly Token[], at: number): boolean =>
  isSign(tokens[at - 1], ';') && foldedText(tokens.slice(Math.max(0, at - 3), at - 1)) === 'chu tri';

/** "Sở B, Sở C | phối hợp thực hiện" behind the one who leads. */
function helpBefore(tokens: readonly Token[], at: number): Help | null {
  const names = isInsideList(tokens, at) ? null : readNames(tokens, at, false, false);
  if (names === null || tokens[names.next]?.fold !== 'phoi' || tokens[names.next + 1]?.fold !== 'hop') return null;
  return matchAt(tokens, names.next + 2, WITH) > 0 ? null : { names: names.names, next: names.next + 2 };
}

/** "chỉ đạo các cơ quan, | đơn vị của tỉnh phối hợp": one more kind under the same "các". */
function isInsideList(tokens: readonly Token[], at: number): boolean {
  for (let start = at - 2; start >= Math.max(0, at - 12); start--) {
    if (isSign(tokens[start], ';:.')) return false;
    if (/^(?:cac|nhung)$/u.test(tokens[start]?.fold ?? '')) return (readNames(tokens, start, false, false)?.names[0]?.end ?? 0) > at;
  }
  return false;
}

/** True where only "chủ trì,", "có trách nhiệm", "chủ động" … stand between. */
function onlyDuties(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from;
  while (at < to) {
    const duty = isSign(tokens[at], ',;') || tokens[at]?.fold === 'va' ? 1 : matchAt(tokens, at, DUTIES);
    if (duty === 0) return false;
    at += duty;
  }
  return true;
}

function behindLead(tokens: readonly Token[], from: number): number {
  let at = from;
  for (;;) {
    const duty = isSign(tokens[at], ',') ? 1 : matchAt(tokens, at, LEADING);
    if (duty === 0 || at + duty >= tokens.length) return at;
    at += duty;
  }
}

const IN_WORK = lexicon(phrases('trong công tác, trong việc, trong quá trình'));
const WITH = lexicon(phrases('với, cùng, cùng với, và chỉ đạo'));
/** At the start of the work: "Cùng với UBND các phường triển khai". */
const COMPANY = lexicon(phrases('cùng với'));
const TOGETHER = lexicon(phrases('cùng, cùng với, với'));
const MANNER = lexicon(
  phrases('chặt chẽ, kịp thời, thường xuyên, tốt, hiệu quả, đồng bộ, nhịp nhàng, liên tục, chủ động, có hiệu quả, trực tiếp, và'),
);
const DUTIES = lexicon(
  phrases(
    'chủ trì, đồng chủ trì, có trách nhiệm, chịu trách nhiệm, chủ động, khẩn trương, tiếp tục, là cơ quan đầu mối, làm đầu mối, cần, phải, tích cực, tăng cường, thường xuyên, kịp thời, có nhiệm vụ, trực tiếp, được giao, là đầu mối, đầu mối',
  ),
);
const LEADING = lexicon(phrases('chủ trì, có trách nhiệm, chịu trách nhiệm, có nhiệm vụ, được giao, làm đầu mối chủ trì'));
const NOUN_BEFORE = lexicon(
  phrases('để, quy chế, công tác, việc, sự, cơ chế, kế hoạch, chương trình, tinh thần, nội dung, trách nhiệm, quan hệ, mối quan hệ, nhằm'),
);
