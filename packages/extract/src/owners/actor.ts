// Who acts at this place of a sentence: the one who is given work, who is directed, who is the subject, or nobody (a command)?
// Invariant: looks from one token on; what a sentence begins with is skipped by owner-phrase.ts.
//   "Sở A đề nghị các đơn vị | gửi …" → các đơn vị, with a giver      "chỉ đạo rà soát" → a command
import { lexicon, matchAt, phrases } from '../words/lexicon.ts';
import { foldedText, isSign, type Token } from '../words/tokens.ts';
import { ADVERB, MODAL } from '../words/verbs.ts';
import { closing } from './brackets.ts';
import type { NamePart } from './name.ts';
import { headAt } from './name-head.ts';
import { readNames } from './names.ts';
import { INTERPOSED, STRESSED } from './openers.ts';
import { describedBeforeColon, namedBeforeColon, namedBeforeDuty, otherNamed } from './other-named.ts';
import { dutyBehind, responsibleBefore } from './responsible.ts';
import { readSupports } from './supports.ts';
import { assignAt, commandAt, directAt, openingAt, verbPhraseAt } from './verb-phrase.ts';

/**
 * assign: somebody gives work to those named (or to nobody named). subject: those named do the work. command: a verb without a subject.
 * heading: only names, the work follows elsewhere. thing: the sentence speaks about a thing. none: nothing of these.
 */
type PhraseForm = 'assign' | 'subject' | 'command' | 'heading' | 'thing' | 'none';

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
  /** Who directs those that lead ("A chỉ đạo B làm …": A); empty where nobody does. */
  readonly directors: readonly NamePart[];
  /** Who gives it, where a name stands right before the request. */
  readonly givers?: readonly NamePart[];
  /** Ids of the rules that read it. */
  readonly rules: readonly string[];
}

export const NONE: OwnerPhrase = { form: 'none', leads: [], supports: [], verbAt: 0, grounds: false, giver: false, directors: [], rules: [] };

/** Whoever acts here, or null. `atStart`: the first word's capital means nothing. */
export function readHere(tokens: readonly Token[], at: number, atStart: boolean): OwnerPhrase | null {
  return readAssignment(tokens, at) ?? readDirection(tokens, at, []) ?? readSubject(tokens, at, atStart) ?? readCommand(tokens, at, atStart);
}

/** "giao X làm", "đề nghị X gửi", "yêu cầu rà soát". */
export function readAssignment(tokens: readonly Token[], at: number): OwnerPhrase | null {
  const length = assignAt(tokens, at);
  if (length === 0) return null;
  const from = isSign(tokens[at + length], ':') ? at + length + 1 : at + length;
  if (staffs(tokens, at, from)) return { ...work(tokens, at, []), form: 'command', rules: ['owner/none'] };
  const names = readNames(tokens, from, false) ?? otherNamed(tokens, from);
  if (names !== null && isWhoever(tokens, names.names)) return { ...work(tokens, at, []), form: 'command', rules: ['owner/none'] };
  if (names === null && handsOut(tokens, from)) return { ...work(tokens, at, []), form: 'command', rules: ['owner/none'] };
  if (names === null) return commandAt(tokens, from) > 0 ? { ...work(tokens, from, []), form: 'assign', rules: ['owner/assigned-unnamed'] } : null;
  const directed = readDirection(tokens, isSign(tokens[names.next], ',') ? names.next + 1 : names.next, names.names);
  if (directed !== null && directed.leads.length > 0) return directed;
  return { ...readDuties(tokens, names.names, names.next), form: 'assign', rules: ['owner/assigned'] };
}

/** "giao | nhiệm vụ, kế hoạch cụ thể cho từng khu vực": whoever it is told to gives work to others, whom it does not name. */
const handsOut = (tokens: readonly Token[], from: number): boolean =>
  /^giao$/iu.test(tokens[from - 1]?.text ?? '') &&
  /^(?:nhiem vu|chi tieu|muc tieu|ke hoach|trach nhiem)[^.;:]{0,40} cho (?:tung|moi) /u.test(foldedText(tokens.slice(from, from + 14)));

/** "đề nghị | cấp có thẩm quyền | khen thưởng": to ask whoever may decide is the work of the one who asks. */
const isWhoever = (tokens: readonly Token[], [only, more]: readonly NamePart[]): boolean =>
  only !== undefined &&
  more === undefined &&
  /^(?:(?:cac|nhung) )?(?:cap|co quan(?: nha nuoc)?) co tham quyen$/u.test(foldedText(tokens.slice(only.start, only.end)));

/** "phân công cán bộ trực", "giao người phụ trách": whoever it is told to sets people of its own to work; nobody is named. */
const staffs = (tokens: readonly Token[], at: number, from: number): boolean =>
  isAmongItself(tokens, at, from) ||
  (/^(?:phan|giao)$/u.test(tokens[at]?.fold ?? '') &&
    !(foldedText(tokens.slice(from, from + 2)) === 'luc luong' && tokens[from + 2]?.upper) &&
    tokens[from]?.upper === false &&
    (matchAt(tokens, from, STAFF) > 0 || isDuty(tokens, from)) &&
    foldedText(tokens.slice(from, from + 3)) !== 'nguoi dung dau');

/** "Ban Chỉ đạo tỉnh phân công | các thành viên kiểm tra": a committee sets its own members to work; not "phân công các thành viên UBND tỉnh". */
const isAmongItself = (tokens: readonly Token[], at: number, from: number): boolean =>
  tokens[at]?.fold === 'phan' &&
  /^(?:(?:cac|tung) )?thanh vien$/u.test(foldedText(tokens.slice(from, /^(?:cac|tung)$/u.test(tokens[from]?.fold ?? '') ? from + 3 : from + 2))) &&
  tokens.slice(from, from + 4).every(({ upper }) => !upper);

/** "phân công | thường trực cấp cứu": a duty; not "phân công thường trực Hội đồng nhân dân". */
const isDuty = (tokens: readonly Token[], at: number): boolean =>
  /^(?:thuong truc|truc)(?: (?:cap cuu|chi huy|lanh dao|ban|bao|24))?(?: |\/|,|$)/u.test(foldedText(tokens.slice(at, at + 4))) &&
  tokens[at + 2]?.upper === false &&
  headAt(tokens, at + 2, false) === null;
const STAFF = lexicon(phrases('cán bộ, công chức, viên chức, nhân viên, người, chuyên viên, lực lượng, nhân sự, đầu mối, lãnh đạo phụ trách'));

/** "chỉ đạo B làm": B leads; "chỉ đạo rà soát": those who direct lead. */
function readDirection(tokens: readonly Token[], at: number, directors: readonly NamePart[]): OwnerPhrase | null {
  const length = directAt(tokens, at);
  if (length === 0) return null;
  if (watches(tokens, at, length)) return directors.length > 0 ? null : { ...work(tokens, at, []), form: 'command', rules: ['owner/none'] };
  const organised = foldedText(tokens.slice(at + length - 2, at + length)) === 'to chuc';
  const names = readNames(tokens, at + length, false) ?? (organised ? null : otherNamed(tokens, at + length));
  const next = names === null ? 0 : skipInterposed(tokens, names.next);
  const doing = names !== null && (isSign(tokens[next], ':') || next >= tokens.length || beginsWork(tokens, next) || announcesList(tokens, next));
  if (!doing) return directors.length > 0 ? null : { ...work(tokens, at, []), form: 'command', rules: ['owner/none'] };
  return { ...readDuties(tokens, names.names, next), form: 'assign', giver: directors.length > 0, directors, rules: ['owner/directed'] };
}

/** "chỉ đạo, kiểm tra, đôn đốc | các cơ sở đào tạo triển khai": to see that others work is the work of the one who directs; not "đôn đốc, chỉ đạo các xã". */
const watches = (tokens: readonly Token[], at: number, length: number): boolean =>
  /(?:^| )chi dao(?:,| va) [^.;]{0,30}(?:don doc|kiem tra|giam sat|theo doi)(?: |,|$)/u.test(foldedText(tokens.slice(at, at + length)));

/** "chỉ đạo Công an các địa phương | như sau:" */
const announcesList = (tokens: readonly Token[], at: number): boolean =>
  isSign(tokens.at(-1), ':') &&
  /^(?:nhu sau|(?:mot so|cac|nhung) (?:noi dung|nhiem vu|cong viec|viec)(?: \p{L}+){0,4} (?:sau|sau day)) ?:$/u.test(foldedText(tokens.slice(at)));

/** "X làm", "X đề nghị Y làm", "X chỉ đạo Y làm", or only "X:". */
export function readSubject(tokens: readonly Token[], at: number, atStart: boolean): OwnerPhrase | null {
  const names = readNames(tokens, at, atStart) ?? namedBeforeColon(tokens, at) ?? (atStart ? namedBeforeDuty(tokens, at) : null);
  if (names === null) return null;
  if (isWhicheverFails(tokens, names.next)) return readBehindFault(tokens, names.next);
  const next = skipInterposed(tokens, names.next);
  const given = readAssignment(tokens, next);
  if (given?.form === 'command') return { ...given, form: 'subject', leads: names.names, rules: ['owner/subject'] };
  if (given !== null) return { ...given, giver: true, givers: names.names };
  const directed = readDirection(tokens, next, names.names);
  if (directed !== null) return directed;
  if (onlyAsks(tokens, next)) return { ...NONE, verbAt: tokens.length };
  if (isPlace(tokens, names.names) && matchAt(tokens, next, MODAL) === 0) return null;
  if (isSign(tokens[next], ':') || next >= tokens.length || (names.next >= tokens.length - 1 && !tokens[names.next]?.word))
    return { ...NONE, form: 'heading', leads: names.names, verbAt: tokens.length, rules: ['owner/heading'] };
  if (beginsWork(tokens, next) && !isStillNaming(tokens, names.names, next)) {
    const duties = readDuties(tokens, names.names, next);
    return directedBehindHelp(tokens, duties) ?? { ...duties, form: 'subject', rules: ['owner/subject'] };
  }
  const described = describedBeforeColon(tokens, names);
  if (described !== null) return { ...NONE, form: 'heading', leads: described, verbAt: tokens.length, rules: ['owner/heading', 'owner/described'] };
  const responsible = responsibleBefore(tokens, names.names, names.next);
  if (responsible === null) return null;
  return { ...readDuties(tokens, responsible.names, responsible.next), form: 'subject', rules: ['owner/subject', 'owner/responsible'] };
}

/** "Đơn vị | nào để xảy ra vi phạm, Thủ trưởng đơn vị đó chịu trách nhiệm": a case, behind whose comma the one who answers stands. */
const isWhicheverFails = (tokens: readonly Token[], at: number): boolean => tokens[at]?.text === 'nào';

function readBehindFault(tokens: readonly Token[], from: number): OwnerPhrase | null {
  const comma = tokens.findIndex((token, at) => at > from && at < from + 25 && (isSign(token, ',') || token.text === 'thì'));
  return comma < 0 ? null : readSubject(tokens, comma + 1, false);
}

/** "Thủ tướng Chính phủ | yêu cầu:": who asks, and nobody who is asked. */
function onlyAsks(tokens: readonly Token[], at: number): boolean {
  const length = assignAt(tokens, at);
  return length > 0 && isSign(tokens[at + length], ':') && at + length === tokens.length - 1;
}

/** "tỉnh Yên Bái", "xã Văn Chấn" in small letters behind an address: where something is, nobody who works; "…, tỉnh Đắk Lắk cần" works. */
const isPlace = (tokens: readonly Token[], [only, more]: readonly NamePart[]): boolean =>
  only !== undefined &&
  more === undefined &&
  tokens[only.start]?.upper === false &&
  /^(?:tinh|huyen|quan|xa|phuong|thi|thon)$/u.test(tokens[only.start]?.fold ?? '') &&
  isSign(tokens[only.start - 1], ',') &&
  tokens[only.start + 1]?.upper === true;

/** "các ông có tên tại Điều 1 | chịu trách nhiệm", "Sở A, Trung tâm Tư vấn | phát triển công nghiệp chịu trách nhiệm": no work yet, a plain duty follows the names. */
function isStillNaming(tokens: readonly Token[], names: readonly NamePart[], next: number): boolean {
  const duty = dutyBehind(tokens, next);
  if (duty <= next) return false;
  const has = tokens[next]?.fold === 'co' && verbPhraseAt(tokens, next) === 0;
  return has || (names.length > 1 && !/^(?:va|phai|can|thoi|tu)$/u.test(tokens[duty - 1]?.fold ?? ''));
}

/** "X phối hợp với Y chỉ đạo B làm": B leads. */
function directedBehindHelp(tokens: readonly Token[], duties: OwnerPhrase): OwnerPhrase | null {
  const directed = duties.supports.length === 0 ? null : readDirection(tokens, duties.verbAt, duties.leads);
  return directed !== null && directed.leads.length > 0 ? { ...directed, supports: [...duties.supports, ...directed.supports] } : null;
}

function readCommand(tokens: readonly Token[], at: number, atStart: boolean): OwnerPhrase | null {
  if (atStart ? commandAt(tokens, at) === 0 : verbPhraseAt(tokens, at) === 0 && openingAt(tokens, at) === 0) return null;
  return { ...work(tokens, at, []), form: 'command', rules: ['owner/none'] };
}

/** Behind the names: "chủ trì, phối hợp với …" and the work. */
function readDuties(tokens: readonly Token[], leads: readonly NamePart[], at: number): OwnerPhrase {
  return work(tokens, isSign(tokens[at], ',.') ? at + 1 : at, leads);
}

export function work(tokens: readonly Token[], at: number, leads: readonly NamePart[]): OwnerPhrase {
  const { supports, verbAt } = readSupports(tokens, at);
  return { ...NONE, form: 'subject', leads, supports, verbAt: answeringAt(tokens, at, verbAt) };
}

/** "| chịu trách nhiệm trước pháp luật về hồ sơ": to answer for something is the work itself; "chịu trách nhiệm | rà soát" only gives it. */
function answeringAt(tokens: readonly Token[], from: number, verbAt: number): number {
  const at = verbAt - 3;
  if (at < from || foldedText(tokens.slice(at, verbAt)) !== 'chiu trach nhiem') return verbAt;
  return /^(?:trước|về|toàn|trong|hoàn|với|cá)$/u.test(tokens[verbAt]?.text ?? '') ? at : verbAt;
}

export function beginsWork(tokens: readonly Token[], at: number): boolean {
  return verbPhraseAt(tokens, at) > 0 || (tokens[at]?.upper === false && openingAt(tokens, at) > 0);
}

/** Behind ", căn cứ …," or " theo chức năng, nhiệm vụ," between the names and what they do. */
const skipInterposed = (tokens: readonly Token[], at: number): number =>
  behindActing(tokens, isSign(tokens[at], ',') ? at + 1 : at) || skipOthers(tokens, at);

function skipOthers(tokens: readonly Token[], at: number): number {
  const from = isSign(tokens[at], ',') ? at + 1 : at;
  // "gửi về Bộ A, Bộ B | để tổng hợp, báo cáo": what those who receive it do; not "Sở A, để kịp tiến độ, rà soát".
  if (from === at && tokens[at]?.text === 'để') return at;
  const interposed = matchAt(tokens, from, INTERPOSED);
  if ((interposed === 0 && !isExample(tokens, from)) || verbPhraseAt(tokens, from) > interposed)
    return beginsWork(tokens, from) || assignAt(tokens, from) > 0 || directAt(tokens, from) > 0 ? from : at;
  for (let i = from + 1; i < Math.min(tokens.length, from + 80); i++) {
    if (isSign(tokens[i], '(')) i = Math.max(i, closing(tokens, i));
    if (isSign(tokens[i], ':')) return endsNaming(tokens, from, i) ? i : at;
    if (isSign(tokens[i], ';')) return at;
    if (isSign(tokens[i], ',') && beginsWork(tokens, i + 1)) return i + 1;
    if (i > from + 2 && resumes(tokens, i)) return i;
  }
  return at;
}

/** "theo chức năng, nhiệm vụ được giao | tổ chức", "(nơi dự báo bão ảnh hưởng) | đình hoãn", "| khẩn trương": what they do, behind what was interposed. */
const resumes = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.upper === false &&
  (isDutyWord(tokens, at) ||
    (isSign(tokens[at - 1], ')') && beginsWork(tokens, at)) ||
    (isClosed(tokens, at) && tokens[at]?.fold !== 'duoc' && verbPhraseAt(tokens, at) > 0));

/** "thừa ủy quyền Thủ tướng, thay mặt Chính phủ | trình Quốc hội": behind those whom somebody acts for; 0 elsewhere. */
function behindActing(tokens: readonly Token[], from: number): number {
  const acts = (at: number): boolean => /^(?:thua uy quyen|thay mat \p{L}+)$/u.test(foldedText(tokens.slice(at, at + 3)));
  if (!acts(from)) return 0;
  for (let at = from + 3; at < Math.min(tokens.length, from + 25); at++) {
    if (!tokens[at]?.word && !isSign(tokens[at], ',')) return 0;
    if (!tokens[at]?.upper && !acts(at) && !acts(at - 1) && beginsWork(tokens, at)) return at;
  }
  return 0;
}

/** "Các bộ theo chức năng, nhiệm vụ được giao:", "Các xã, nhất là các xã vùng cao:": the colon still follows those named. */
const endsNaming = (tokens: readonly Token[], from: number, colon: number): boolean =>
  isExample(tokens, from) || (colon === tokens.length - 1 && isClosed(tokens, colon));

/** "khẩn trương", "có trách nhiệm", "phải rà soát": words that only what must be done begins with. */
function isDutyWord(tokens: readonly Token[], at: number): boolean {
  if (/^(?:phải|cần)$/u.test(tokens[at]?.text ?? '')) return beginsWork(tokens, at + 1);
  return (matchAt(tokens, at, ADVERB) > 1 || matchAt(tokens, at, MODAL) > 1) && verbPhraseAt(tokens, at) > 0 && tokens[at]?.fold !== 'duoc';
}

/** "theo chức năng, nhiệm vụ được giao | triển khai", "trong phạm vi thẩm quyền của mình | xử lý": what was interposed is complete. */
const isClosed = (tokens: readonly Token[], at: number): boolean =>
  /(?:^| )(?:cua minh|duoc giao|quyen han|tham quyen|nhiem vu|hien hanh|phap luat|quan ly|phu trach|phan cong)$/u.test(
    foldedText(tokens.slice(Math.max(0, at - 2), at)),
  );

/** ", nhất là các xã vùng cao": some of those named are stressed. */
const isExample = (tokens: readonly Token[], at: number): boolean => matchAt(tokens, at, STRESSED) > 0;
