// Who is given the work in this sentence or part of a sentence, with whom, and where does the work itself begin?
// Invariant: names are runs of tokens as printed, without "giao", "đề nghị", "chỉ đạo"; the one who directs is no owner where somebody else is named.
//   "Chủ tịch UBND tỉnh giao Sở A chủ trì, phối hợp với Sở B xây dựng đề án" → lead Sở A, support Sở B, work from "xây dựng"
//   "Chỉ đạo Bộ B đánh giá trữ lượng" → lead Bộ B      "Khẩn trương rà soát" → a command without a name
//   "Kế hoạch phải rõ người, rõ việc" → a thing, no command
import { lexicon, matchAt, phrases } from '../words/lexicon.ts';
import { foldedText, isSign, type Token } from '../words/tokens.ts';
import { ADVERB, MODAL } from '../words/verbs.ts';
import { beginsWork, NONE, type OwnerPhrase, readAssignment, readHere, readSubject, work } from './actor.ts';
import { announced } from './announced.ts';
import { bracketedLeads } from './bracketed.ts';
import { behindBracket, isBound, isTopic, type Opener, readBehindCommas, tells } from './main-clause.ts';
import type { NamePart } from './name.ts';
import { headAt } from './name-head.ts';
import { readNames } from './names.ts';
import { ADDRESSES, ADVERBIALS, CITATIONS, CONDITIONS, DESCRIBES, GROUNDS, HISTORY, KEEPS, LINKING, OWN_DUTY, SENT, TIMES } from './openers.ts';
import { bearerOfDuty } from './other-named.ts';
import { beforeAside } from './role.ts';
import { assignAt, commandAt, verbPhraseAt } from './verb-phrase.ts';

export type { OwnerPhrase } from './actor.ts';

/**
 * Reads a sentence or a part of one. `atStart`: false where the first word's capital means something. `opening`: the letter's words before its first clause,
 * where "Thực hiện Công văn …" is a ground and no command.
 */
export function readOwnerPhrase(tokens: readonly Token[], atStart = true, opening = false): OwnerPhrase {
  const found = announced(tokens) ?? readPhrase(tokens, atStart, opening);
  if (found.form !== 'command' || found.leads.length > 0) return found;
  const leads = bracketedLeads(tokens);
  return leads.length === 0 ? found : { ...found, form: 'subject', leads, rules: ['owner/bracketed'] };
}

function readPhrase(tokens: readonly Token[], atStart: boolean, opening: boolean): OwnerPhrase {
  const from = skipOpening(tokens);
  const verb = verbPhraseAt(tokens, from, true);
  const ground = matchAt(tokens, from, GROUNDS) >= Math.max(1, verb);
  const doing = ground && !opening && verb > 0 && matchAt(tokens, from, MODAL) === 0;
  const opener = doing ? 'plain' : openerAt(tokens, from, opening && ground, ground, atStart ? commandAt(tokens, from) : verb);
  const grounds = opener === 'history' || opener === 'grounds';
  const here =
    readLate(tokens, from) ??
    readAddress(tokens, from) ??
    (opener !== 'plain' || doing ? null : (readTimed(tokens, from) ?? readHere(tokens, from, atStart)));
  if (here !== null) return here;
  const inside = opener === 'adverbial' && matchAt(tokens, from, CONDITIONS) === 0 && !isTopic(tokens, from);
  const later =
    (inside ? (readNamedInside(tokens, from) ?? readMandated(tokens, from)) : null) ??
    readBehindCommas(tokens, from, opener) ??
    (doing ? readHere(tokens, from, atStart) : null) ??
    (inside ? readInside(tokens, from) : null);
  if (later !== null) return { ...(later.leads.length === 0 ? byAddressed(tokens, from, later) : later), grounds };
  const told = opener === 'plain' ? readPassedOn(tokens, from) : null;
  if (told !== null) return { ...told, grounds };
  const sent = opener === 'plain' ? sentThing(tokens, from) : null;
  return sent ?? { ...NONE, form: grounds ? 'none' : 'thing', verbAt: tokens.length, grounds };
}

function openerAt(tokens: readonly Token[], from: number, recalls: boolean, ground: boolean, command: number): Opener {
  if (matchAt(tokens, from, HISTORY) > 0) return /^(?:do|vì|xét)$/iu.test(tokens[from]?.text ?? '') ? 'grounds' : 'history';
  if (cites(tokens, from)) return 'grounds';
  if (hasDone(tokens, from)) return 'history';
  if (recalls) return 'grounds';
  return ground || matchAt(tokens, from, ADVERBIALS) > command ? 'adverbial' : 'plain';
}

/** "Bộ Xây dựng | đã chủ động kiểm tra, tham mưu …": what those named did; not "đã được giao". */
function hasDone(tokens: readonly Token[], from: number): boolean {
  const behind = tokens.findIndex((token, at) => at > from && /^đã$/u.test(token.text));
  if (behind < 0 || behind > from + 20 || /^được$/u.test(tokens[behind + 1]?.text ?? '')) return false;
  return readNames(tokens, from, true)?.next === behind;
}

/** "Tại Điều 5 …", "Theo Thông tư số 12 …": with a figure; not "căn cứ điều kiện". */
function cites(tokens: readonly Token[], from: number): boolean {
  const length = matchAt(tokens, from, CITATIONS);
  return length > 0 && tokens.slice(from + length, from + length + 6).some((token) => /^\d/u.test(token.text));
}

/** Behind "- ", "(1) ", "Đồng thời, ", "Trong đó " and the like. */
function skipOpening(tokens: readonly Token[]): number {
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
  if (length === 0) return null;
  const whole = isDutyOf(tokens, at, length);
  const names = readNames(tokens, at + length, false) ?? (whole ? bearerOfDuty(tokens, at + length) : null);
  if (names === null) return null;
  const end = tokens.findIndex((token, i) => i >= names.next && isSign(token, whole ? ':.;' : ':.;,'));
  const stop = end < 0 ? tokens.length : end;
  if (whole && stop - names.next > LONGEST_ADDITION) return null;
  const last = names.names.at(-1) as NamePart;
  if (!whole && (isSign(tokens[stop], ',') || stop > names.next + 12 || (stop > names.next && matchAt(tokens, names.next, DESCRIBES) === 0)))
    return null;
  return {
    ...NONE,
    form: 'heading',
    leads: [...names.names.slice(0, -1), { ...last, end: Math.max(last.end, beforeAside(tokens, last.start, stop)) }],
    verbAt: tokens.length,
    rules: ['owner/heading-of'],
  };
}

/** "Trách nhiệm của …": nothing but those named follows. */
const isDutyOf = (tokens: readonly Token[], at: number, length: number): boolean =>
  /^(?:trach nhiem|nhiem vu|phan viec)(?: \p{L}+){0,3} cua$/u.test(foldedText(tokens.slice(at, at + length)));
const LONGEST_ADDITION = 25;

/** "Đối với các xã khó khăn, chậm nhất ngày … phải có báo cáo": those addressed must do it themselves. */
function byAddressed(tokens: readonly Token[], from: number, found: OwnerPhrase): OwnerPhrase {
  const length = matchAt(tokens, from, ADDRESSES);
  const names = length === 0 ? null : readNames(tokens, from + length, false);
  if (names === null) return found;
  if (/^(?:cần|phải)$/u.test(tokens[names.next]?.text ?? ''))
    return { ...work(tokens, names.next, names.names), form: 'subject', rules: ['owner/addressed'] };
  const duty = tokens.findIndex((_, at) => at >= names.next && matchAt(tokens, at, OWN_DUTY) > 0);
  return duty < 0 || duty > found.verbAt + 20 ? found : { ...found, form: 'subject', leads: names.names, rules: ['owner/addressed'] };
}

/** "Chậm nhất ngày 30 tháng 6 năm 2026 | các phòng phải nộp", "Chậm nhất 05 ngày kể từ ngày nhận được văn bản, | các xã gửi": the last day before the one who works. */
const readLate = (tokens: readonly Token[], from: number): OwnerPhrase | null =>
  foldedText(tokens.slice(from, from + 2)) === 'cham nhat' ? (readNamedInside(tokens, from) ?? readBehindTerm(tokens, from)) : null;

/** "Chậm nhất sau 05 ngày kể từ ngày nhận được văn bản này, | các đơn vị gửi": behind the first comma; not "Chậm nhất ngày 15/6, hoàn thành". */
function readBehindTerm(tokens: readonly Token[], from: number): OwnerPhrase | null {
  const comma = tokens.findIndex((token, at) => at > from && isSign(token, ',;:'));
  if (comma < 0 || comma > from + LONGEST_ADDITION || !isSign(tokens[comma], ',')) return null;
  const found = readSubject(tokens, comma + 1, false);
  return found?.form === 'subject' ? found : null;
}

/** "Hằng năm, các sở … xây dựng": a time before the one who works. */
function readTimed(tokens: readonly Token[], from: number): OwnerPhrase | null {
  let at = from;
  for (let time = matchAt(tokens, at, TIMES); time > 0; time = matchAt(tokens, at, TIMES)) at += isSign(tokens[at + time], ',') ? time + 1 : time;
  const found = at === from ? null : (readHere(tokens, behindDay(tokens, at), false) ?? readHere(tokens, at, false));
  return found !== null && found.leads.length > 0 && found.form !== 'heading' ? found : null;
}

/** "Hằng tuần, | vào thứ Sáu, | các chủ đầu tư báo cáo", "Hằng quý | (trước ngày 20), | các sở gửi": behind the day of a rhythm; the same place where none stands there. */
function behindDay(tokens: readonly Token[], at: number): number {
  if (!isSign(tokens[at], '(') && !/^(?:vào|trước|chậm|muộn)$/u.test(tokens[at]?.text ?? '')) return at;
  for (let end = at + 1; end < at + 16; end++) {
    if (isSign(tokens[end], ';:')) return at;
    if (isSign(tokens[end], ',')) return end + 1;
  }
  return at;
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

/** "Theo chức năng, nhiệm vụ được giao | đôn đốc các bộ, cơ quan": the work follows what one is there for, without a comma. */
function readMandated(tokens: readonly Token[], from: number): OwnerPhrase | null {
  const mandate = MANDATE.exec(foldedText(tokens.slice(from, from + 12)))?.[0];
  if (mandate === undefined) return null;
  const at = from + mandate.replace(/,/gu, ' ,').split(' ').length;
  return verbPhraseAt(tokens, at) > 0 ? { ...work(tokens, at, []), form: 'command', rules: ['owner/none'] } : null;
}
const MANDATE =
  /^(?:theo|can cu|tren co so)(?: vao)? chuc nang,? nhiem vu(?:,? quyen han)?(?: duoc (?:giao|phan cong)| cua minh)?(?= (?!duoc |cua ))/u;

/** "Trong quý III/2025 | phải hoàn thành", "Đối với các trường hợp … | phải bố trí": the verb follows without a comma. */
function readInside(tokens: readonly Token[], from: number): OwnerPhrase | null {
  const course = foldedText(tokens.slice(from, from + 3)) === 'trong qua trinh';
  const mandate = /^(?:can cu|tren co so|theo)(?: vao)? (?:chuc nang|nhiem vu|quyen han|tham quyen)/u.test(foldedText(tokens.slice(from, from + 6)));
  const stated = STATED.test(foldedText(tokens.slice(from, from + 5)));
  for (let at = from + 2; at < Math.min(tokens.length, from + 60); at++) {
    if (
      isSign(tokens[at], '.;') ||
      (!mandate && isSign(tokens[at], ',') && (tells(tokens, at + 1) || /^(?:chưa|không|đã|vẫn)$/u.test(tokens[at + 1]?.text ?? '')))
    )
      return null;
    if (isSign(tokens[at], '(')) at = behindBracket(tokens, at);
    const bound =
      /^(?:phai|can)$/u.test(tokens[at]?.fold ?? '') || /^(?:\d+|này|đó|trên)$/u.test(tokens[at - 1]?.text ?? '') || (mandate && isGiven(tokens, at));
    const hasty = stated && at > from + 3 && isHaste(tokens, at);
    const kept = course && at > from + 3 && matchAt(tokens, at, KEEPS) > 0;
    if ((bound || kept || hasty) && verbPhraseAt(tokens, at) > 0) return { ...work(tokens, at, []), form: 'command', rules: ['owner/none'] };
  }
  return null;
}

/** "Căn cứ tình hình cụ thể tại địa phương | chủ động quyết định": how things stand, then haste without a comma; not "Căn cứ nhu cầu tập trung của". */
const STATED = /^(?:can cu|tren co so)(?: vao)? (?:tinh hinh|dieu kien|thuc te|ket qua|nhu cau) /u;
const isHaste = (tokens: readonly Token[], at: number): boolean => {
  const length = matchAt(tokens, at, ADVERB);
  return length > 1 && verbPhraseAt(tokens, at + length) > 1;
};

/** "Căn cứ chức năng, nhiệm vụ được giao | tổ chức thực hiện …": what one is there for has been told, the work follows without a comma. */
const isGiven = (tokens: readonly Token[], at: number): boolean =>
  /^(?:duoc giao|cua minh|duoc phan cong)$/u.test(foldedText(tokens.slice(at - 2, at)));

/** "Văn phòng truyền đạt ý kiến của Chủ tịch UBND tỉnh | yêu cầu Sở A báo cáo": an instruction that is passed on. */
function readPassedOn(tokens: readonly Token[], from: number): OwnerPhrase | null {
  let passed = false;
  for (let at = from + 1; at < Math.min(tokens.length, from + 60); at++) {
    if (isSign(tokens[at], ';.:')) return null;
    passed ||= matchAt(tokens, at, PASSING) > 0;
    const given = passed && tokens[at]?.upper === false ? readAssignment(tokens, at) : null;
    if (given !== null && given.leads.length > 0 && beginsWork(tokens, given.verbAt)) return { ...given, giver: true };
  }
  return null;
}

/** How an instruction of somebody else is passed on. */
const PASSING = lexicon(phrases('truyền đạt ý kiến, thông báo ý kiến, có ý kiến chỉ đạo, truyền đạt chỉ đạo, có ý kiến'));

/** "Văn bản tham gia ý kiến (đề nghị) gửi về Sở A trước ngày …": a thing that somebody must send. */
function sentThing(tokens: readonly Token[], from: number): OwnerPhrase | null {
  for (let at = from + 1; at < Math.min(tokens.length, from + 45); at++) {
    if (isSign(tokens[at], ';:.') || (/^(?:duoc|da|phai|la)$/u.test(tokens[at]?.fold ?? '') && !isDueThing(tokens, at))) return null;
    const asked = assignAt(tokens, at);
    if (asked > 0 && !tokens[at]?.upper && !namesPaper(tokens, at) && commandAt(tokens, at + asked) > 0)
      return { ...work(tokens, at + asked, senders(tokens, from, at)), form: 'command', rules: ['owner/none', 'task/thing-asked-for'] };
    if (at < from + 25 && isSending(tokens, at))
      return { ...work(tokens, at, senders(tokens, from, at)), form: 'command', verbAt: from, rules: ['owner/none', 'task/thing-sent'] };
  }
  return null;
}

const isSending = (tokens: readonly Token[], at: number): boolean =>
  matchAt(tokens, at, SENT) > 0 ||
  isReportedResult(tokens, at) ||
  (tokens[at]?.text === 'gửi' && tokens[at + 1]?.upper === true && headAt(tokens, at + 1, false) !== null);

/** "kết quả | báo cáo UBND tỉnh trước ngày …": to whom it is told. */
const isReportedResult = (tokens: readonly Token[], at: number): boolean =>
  foldedText(tokens.slice(at, at + 2)) === 'bao cao' &&
  tokens[at + 2]?.upper === true &&
  headAt(tokens, at + 2, false) !== null &&
  /(?:^| )ket qua(?: thuc hien)?$/u.test(foldedText(tokens.slice(Math.max(0, at - 4), at)));

/** "Báo cáo | được gửi trước ngày …": by when it is due; not "Báo cáo được gửi kèm", "Báo cáo đã gửi". */
const isDueThing = (tokens: readonly Token[], at: number): boolean =>
  /^(?:được|phải)$/u.test(tokens[at]?.text ?? '') && /^(?:gui|nop) (?:truoc|cham|ve|den) /u.test(`${foldedText(tokens.slice(at + 1, at + 3))} `);

/** "Văn bản đề nghị cấp giấy phép": the paper's own name. */
const namesPaper = (tokens: readonly Token[], at: number): boolean =>
  /(?:^| )(?:van ban|giay|don|to trinh|ho so|cong van|to khai|phieu|thu|viec|ve|theo|xet|muc|noi dung)$/u.test(
    foldedText(tokens.slice(Math.max(0, at - 2), at)),
  );

/** "Báo cáo của các phòng | gửi về …": those whose thing it is must send it. */
function senders(tokens: readonly Token[], from: number, sent: number): readonly NamePart[] {
  const of = tokens.findIndex((token, i) => i > from && i < sent && /^của$/iu.test(token.text));
  const names = of < 0 ? null : readNames(tokens, of + 1, false);
  return names !== null && names.next <= sent ? names.names.filter((name) => !isStandIn(tokens, name)) : [];
}

/** "đơn vị": those that the letter speaks to, whoever they are; not "Quý sở", "các cơ quan, đơn vị". */
const isStandIn = (tokens: readonly Token[], { start, end }: NamePart): boolean =>
  /^(?:don vi|co quan|dia phuong)$/u.test(foldedText(tokens.slice(start, end)));
