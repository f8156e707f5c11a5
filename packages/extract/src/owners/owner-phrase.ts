// Who is given the work in this sentence or part of a sentence, with whom, and where does the work itself begin?
// Invariant: names are runs of tokens as printed, without "giao", "đề nghị", "chỉ đạo"; the one who directs is no owner where somebody else is named.
//   "Chủ tịch UBND tỉnh giao Sở A chủ trì, phối hợp với Sở B xây dựng đề án" → lead Sở A, support Sở B, work from "xây dựng"
//   "Chỉ đạo Bộ B đánh giá trữ lượng" → lead Bộ B      "Khẩn trương rà soát" → a command without a name
//   "Kế hoạch phải rõ người, rõ việc" → a thing, no command
import { matchAt } from '../words/lexicon.ts';
import { isSign, type Token } from '../words/tokens.ts';
import { ADVERB, MODAL, OPENING } from '../words/verbs.ts';
import type { NamePart } from './name.ts';
import { readNames } from './names.ts';
import { ADDRESSES, ADVERBIALS, CONDITIONS, DESCRIBES, GROUNDS, HISTORY, INTERPOSED, LINKING, SENT, SUPPOSITIONS, TIMES } from './openers.ts';
import { otherNamed } from './other-named.ts';
import { readSupports } from './supports.ts';
import { assignAt, commandAt, directAt, verbPhraseAt } from './verb-phrase.ts';

/**
 * assign: somebody gives work to those named (or to nobody named). subject: those named do the work. command: a verb without a subject.
 * heading: only names, the work follows elsewhere. thing: the sentence speaks about a thing. none: nothing of these.
 */
export type PhraseForm = 'assign' | 'subject' | 'command' | 'heading' | 'thing' | 'none';

export interface OwnerPhrase {
  readonly form: PhraseForm;
  readonly leads: readonly NamePart[];
  readonly supports: readonly NamePart[];
  /** Token index where the work begins; the number of tokens where none does. */
  readonly verbAt: number;
  /** True where the sentence begins with a ground ("Căn cứ …", "Thực hiện Công văn …") or recalls a day. */
  readonly grounds: boolean;
  /** True where the giver of the work is named before it ("Sở A đề nghị …"). */
  readonly giver: boolean;
  /** Ids of the rules that read it. */
  readonly rules: readonly string[];
}

const NONE: OwnerPhrase = { form: 'none', leads: [], supports: [], verbAt: 0, grounds: false, giver: false, rules: [] };

/**
 * Reads a sentence or a part of one. `atStart`: false where the first word's capital means something. `opening`: the letter's words before its first clause,
 * where "Thực hiện Công văn …" is a ground and no command.
 */
export function readOwnerPhrase(tokens: readonly Token[], atStart = true, opening = false): OwnerPhrase {
  const from = skipOpening(tokens);
  const verb = verbPhraseAt(tokens, from, true);
  const ground = matchAt(tokens, from, GROUNDS) >= Math.max(1, verb);
  const doing = ground && !opening && verb > 0 && matchAt(tokens, from, MODAL) === 0;
  const opener = doing ? 'plain' : openerAt(tokens, from, opening && ground, ground, atStart ? commandAt(tokens, from) : verb);
  const grounds = opener === 'history' || opener === 'grounds';
  const here = readAddress(tokens, from) ?? (opener !== 'plain' || doing ? null : (readTimed(tokens, from) ?? readHere(tokens, from, atStart)));
  if (here !== null) return here;
  const inside = opener === 'adverbial' && matchAt(tokens, from, CONDITIONS) === 0 && !isTopic(tokens, from);
  const later =
    (inside ? readNamedInside(tokens, from) : null) ??
    readBehindCommas(tokens, from, opener) ??
    (doing ? readHere(tokens, from, atStart) : null) ??
    (inside ? readInside(tokens, from) : null);
  if (later !== null) return { ...later, grounds };
  const sent = opener === 'plain' ? sentThing(tokens, from) : null;
  return sent ?? { ...NONE, form: grounds ? 'none' : 'thing', verbAt: tokens.length, grounds };
}

/** "Về kiểm điểm, đánh giá, xếp loại": what the matter is, not what to do. */
const isTopic = (tokens: readonly Token[], from: number): boolean => tokens[from]?.text.toLowerCase() === 'về';

/** What a sentence begins with: the past, a ground, a when or why, or its point. */
type Opener = 'history' | 'grounds' | 'adverbial' | 'plain';

function openerAt(tokens: readonly Token[], from: number, recalls: boolean, ground: boolean, command: number): Opener {
  if (matchAt(tokens, from, HISTORY) > 0) return 'history';
  if (recalls) return 'grounds';
  return ground || matchAt(tokens, from, ADVERBIALS) > command ? 'adverbial' : 'plain';
}

/** Behind "- ", "(1) ", "Đồng thời, ", "Trong đó " and the like. */
export function skipOpening(tokens: readonly Token[]): number {
  let at = 0;
  for (;;) {
    if (isSign(tokens[at], '(') && isSign(tokens[at + 2], ')')) at += 3;
    else if (isSign(tokens[at], '-–•+*,;:“"')) at++;
    else {
      const linking = matchAt(tokens, at, LINKING);
      if (linking === 0 || commandAt(tokens, at) > linking) return at;
      at += linking;
    }
  }
}

/** "Đối với Sở A:", "Trách nhiệm của Sở A": those named are the ones that what follows is for. */
function readAddress(tokens: readonly Token[], at: number): OwnerPhrase | null {
  const length = matchAt(tokens, at, ADDRESSES);
  const names = length === 0 ? null : readNames(tokens, at + length, false);
  if (names === null) return null;
  const end = tokens.findIndex((token, i) => i >= names.next && isSign(token, ':.;,'));
  const stop = end < 0 ? tokens.length : end;
  const last = names.names.at(-1) as NamePart;
  if (isSign(tokens[stop], ',') || stop > names.next + 12 || (stop > names.next && matchAt(tokens, names.next, DESCRIBES) === 0)) return null;
  return {
    ...NONE,
    form: 'heading',
    leads: [...names.names.slice(0, -1), { ...last, end: Math.max(last.end, stop) }],
    verbAt: tokens.length,
    rules: ['owner/heading-of'],
  };
}

/** "Hằng năm, các sở … xây dựng": a time before the one who works. */
function readTimed(tokens: readonly Token[], from: number): OwnerPhrase | null {
  let at = from;
  for (let time = matchAt(tokens, at, TIMES); time > 0; time = matchAt(tokens, at, TIMES)) at += isSign(tokens[at + time], ',') ? time + 1 : time;
  const found = at === from ? null : readHere(tokens, at, false);
  return found !== null && found.leads.length > 0 && found.form !== 'heading' ? found : null;
}

function readHere(tokens: readonly Token[], at: number, atStart: boolean): OwnerPhrase | null {
  return readAssignment(tokens, at) ?? readDirection(tokens, at, []) ?? readSubject(tokens, at, atStart) ?? readCommand(tokens, at, atStart);
}

function readAssignment(tokens: readonly Token[], at: number): OwnerPhrase | null {
  const length = assignAt(tokens, at);
  if (length === 0) return null;
  const from = isSign(tokens[at + length], ':') ? at + length + 1 : at + length;
  const names = readNames(tokens, from, false) ?? otherNamed(tokens, from);
  if (names === null) return commandAt(tokens, from) > 0 ? { ...work(tokens, from, []), form: 'assign', rules: ['owner/assigned-unnamed'] } : null;
  return { ...readDuties(tokens, names.names, names.next), form: 'assign', rules: ['owner/assigned'] };
}

/** "chỉ đạo B làm": B leads; "chỉ đạo rà soát": those who direct lead. */
function readDirection(tokens: readonly Token[], at: number, directors: readonly NamePart[]): OwnerPhrase | null {
  const length = directAt(tokens, at);
  if (length === 0) return null;
  const names = readNames(tokens, at + length, false);
  const doing = names !== null && (isSign(tokens[names.next], ':') || names.next >= tokens.length || beginsWork(tokens, names.next));
  if (!doing) return directors.length > 0 ? null : { ...work(tokens, at, []), form: 'command', rules: ['owner/none'] };
  return { ...readDuties(tokens, names.names, names.next), form: 'assign', giver: directors.length > 0, rules: ['owner/directed'] };
}

function readSubject(tokens: readonly Token[], at: number, atStart: boolean): OwnerPhrase | null {
  const names = readNames(tokens, at, atStart);
  if (names === null) return null;
  const next = skipInterposed(tokens, names.next);
  const given = readAssignment(tokens, next);
  if (given !== null) return { ...given, giver: true };
  const directed = readDirection(tokens, next, names.names);
  if (directed !== null) return directed;
  if (isSign(tokens[next], ':') || next >= tokens.length || (names.next >= tokens.length - 1 && !tokens[names.next]?.word))
    return { ...NONE, form: 'heading', leads: names.names, verbAt: tokens.length, rules: ['owner/heading'] };
  if (!beginsWork(tokens, next)) return null;
  return { ...readDuties(tokens, names.names, next), form: 'subject', rules: ['owner/subject'] };
}

function readCommand(tokens: readonly Token[], at: number, atStart: boolean): OwnerPhrase | null {
  if (atStart ? commandAt(tokens, at) === 0 : verbPhraseAt(tokens, at) === 0 && matchAt(tokens, at, OPENING) === 0) return null;
  return { ...work(tokens, at, []), form: 'command', rules: ['owner/none'] };
}

/** Behind the names: "chủ trì, phối hợp với …" and the work. */
function readDuties(tokens: readonly Token[], leads: readonly NamePart[], at: number): OwnerPhrase {
  return work(tokens, isSign(tokens[at], ',') ? at + 1 : at, leads);
}

function work(tokens: readonly Token[], at: number, leads: readonly NamePart[]): OwnerPhrase {
  const { supports, verbAt } = readSupports(tokens, at);
  return { ...NONE, form: 'subject', leads, supports, verbAt };
}

function beginsWork(tokens: readonly Token[], at: number): boolean {
  return verbPhraseAt(tokens, at) > 0 || (tokens[at]?.upper === false && matchAt(tokens, at, OPENING) > 0);
}

/** Behind ", căn cứ …," or " theo chức năng, nhiệm vụ," between the names and what they do. */
function skipInterposed(tokens: readonly Token[], at: number): number {
  const from = isSign(tokens[at], ',') ? at + 1 : at;
  if (matchAt(tokens, from, INTERPOSED) === 0)
    return beginsWork(tokens, from) || assignAt(tokens, from) > 0 || directAt(tokens, from) > 0 ? from : at;
  for (let i = from + 1; i < Math.min(tokens.length, from + 80); i++) {
    if (isSign(tokens[i], ';:')) return at;
    if (isSign(tokens[i], ',') && beginsWork(tokens, i + 1)) return i + 1;
  }
  return at;
}

/** "Để …, Sở A đề nghị …", "Nếu …, đề xuất …": the first place behind a comma where somebody is given work. */
function readBehindCommas(tokens: readonly Token[], from: number, opener: Opener): OwnerPhrase | null {
  let command: OwnerPhrase | null = null;
  const supposes = matchAt(tokens, from, SUPPOSITIONS) > 0;
  for (let at = from + 1; at < Math.min(tokens.length, from + 400); at++) {
    if (isSign(tokens[at], '(')) at = behindBracket(tokens, at);
    const asked = opener === 'adverbial' && !supposes && !tokens[at]?.upper ? readAssignment(tokens, at) : null;
    if (asked !== null && asked.leads.length > 0 && beginsWork(tokens, asked.verbAt)) return asked;
    if (!isBreak(tokens, at)) continue;
    const next = opener === 'adverbial' ? skipLinking(tokens, at + 1) : at + 1;
    const found = readGiven(tokens, next, opener);
    if (found !== null && found.form !== 'heading' && found.leads.length > 0)
      return opener === 'adverbial' ? withoutAdverbialNames(tokens, found) : found;
    if (opener === 'adverbial' && !isTopic(tokens, from)) command ??= readHere(tokens, next, false);
  }
  return command;
}

/** Behind a tale of the past only a named giver counts, behind grounds also a doer who must: "…, Sở A yêu cầu các đơn vị …", "…, các đơn vị khẩn trương …". */
function readGiven(tokens: readonly Token[], at: number, opener: Opener): OwnerPhrase | null {
  const found = readSubject(tokens, at, false) ?? readAssignment(tokens, at);
  if (found === null || found.giver) return found;
  if (found.form === 'assign') return opener === 'history' ? null : found;
  if (found.form !== 'subject') return null;
  return opener === 'adverbial' || (opener === 'grounds' && isBound(tokens, found)) ? found : null;
}

/** True where a duty or a manner of haste stands at the verb. */
function isBound(tokens: readonly Token[], found: OwnerPhrase): boolean {
  const behind = found.leads.at(-1)?.next ?? found.verbAt;
  return [behind, behind + 1, found.verbAt].some((at) => matchAt(tokens, at, MODAL) > 0 || matchAt(tokens, at, ADVERB) > 0);
}

/** "Trước kỳ tập huấn cán bộ, giáo viên, | học viên phải …": a list without "và" behind an adverbial began inside it; its last name is the one who acts. */
function withoutAdverbialNames(tokens: readonly Token[], found: OwnerPhrase): OwnerPhrase {
  const [first, last] = [found.leads[0], found.leads.at(-1)];
  if (found.form !== 'subject' || first === undefined || last === undefined || first === last) return found;
  const joined = tokens.slice(first.end, last.start).some((token) => /^(?:va|hoac)$/u.test(token.fold) || isSign(token, ';'));
  return joined ? found : { ...found, leads: [last] };
}

/** "Từ ngày 01/01/2014 | cơ quan thuế phải rà soát …": the one who works follows the figures of a time without a comma. */
function readNamedInside(tokens: readonly Token[], from: number): OwnerPhrase | null {
  for (let at = from + 2; at < Math.min(tokens.length, from + 14); at++) {
    if (isSign(tokens[at], ',.;:(')) return null;
    const found = /^\d+$/u.test(tokens[at - 1]?.text ?? '') && tokens[at]?.word ? readSubject(tokens, at, false) : null;
    if (found !== null && found.form === 'subject' && isBound(tokens, found)) return found;
  }
  return null;
}

/** "Trong quý III/2025 | phải hoàn thành", "Đối với các trường hợp … | phải bố trí": the verb follows without a comma. */
function readInside(tokens: readonly Token[], from: number): OwnerPhrase | null {
  for (let at = from + 2; at < Math.min(tokens.length, from + 60); at++) {
    if (isSign(tokens[at], '.;')) return null;
    if (isSign(tokens[at], '(')) at = behindBracket(tokens, at);
    const bound = /^(?:phai|can)$/u.test(tokens[at]?.fold ?? '') || /^(?:\d+|này|đó|trên)$/u.test(tokens[at - 1]?.text ?? '');
    if (bound && verbPhraseAt(tokens, at) > 0) return { ...work(tokens, at, []), form: 'command', rules: ['owner/none'] };
  }
  return null;
}

const isBreak = (tokens: readonly Token[], at: number): boolean =>
  isSign(tokens[at], ',:.') || tokens[at]?.fold === 'thi' || (isSign(tokens[at], ';') && tokens[at + 1]?.word === true);

function behindBracket(tokens: readonly Token[], open: number): number {
  for (let at = open + 1; at < Math.min(tokens.length, open + 80); at++) if (isSign(tokens[at], ')')) return at;
  return open;
}

function skipLinking(tokens: readonly Token[], at: number): number {
  return at + matchAt(tokens, at, LINKING);
}

/** "Văn bản tham gia ý kiến (đề nghị) gửi về Sở A trước ngày …": a thing that somebody must send. */
function sentThing(tokens: readonly Token[], from: number): OwnerPhrase | null {
  for (let at = from + 1; at < Math.min(tokens.length, from + 25); at++) {
    if (isSign(tokens[at], ';:.') || /^(?:duoc|da|phai|la)$/u.test(tokens[at]?.fold ?? '')) return null;
    const asked = assignAt(tokens, at);
    if (asked > 0 && !tokens[at]?.upper && commandAt(tokens, at + asked) > 0)
      return { ...work(tokens, at + asked, []), form: 'command', rules: ['owner/none', 'task/thing-asked-for'] };
    if (matchAt(tokens, at, SENT) > 0) return { ...work(tokens, at, []), form: 'command', verbAt: from, rules: ['owner/none', 'task/thing-sent'] };
  }
  return null;
}
