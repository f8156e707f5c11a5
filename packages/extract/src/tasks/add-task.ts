// Turns a unit that gives work into a task of its clause, with its own or inherited owners.
// Invariant: own leads win over inherited ones; support is inherited only together with the lead; what only tells or quotes is left out.
import type { Span } from '@vanban/contract';
import { matchAt } from '../words/lexicon.ts';
import { foldedText } from '../words/tokens.ts';
import { ADVERB, MODAL } from '../words/verbs.ts';
import type { Clause, State } from './clause.ts';
import type { NamedOwner, Naming } from './draft.ts';
import { isEmpty, ownersOf } from './naming.ts';
import { otherOwners } from './other-owners.ts';
import { toDocument } from './passage.ts';
import { deadlineOf } from './placed-deadline.ts';
import { isWithin } from './quoted.ts';
import type { Unit } from './unit.ts';

export function addTask(clause: Clause, state: State, unit: Unit): void {
  if (!reaches(clause, state, unit)) return;
  const leads = requiresOthers(clause, unit) ? [] : ownersOf(clause.passage, unit, unit.phrase.leads, 'lead', clause.addressees);
  const supports = ownersOf(clause.passage, unit, unit.phrase.supports, 'support', clause.addressees);
  const source = leads.length > 0 ? null : (state.current ?? clause.above);
  if (source?.from === 'addressees' && !clause.asks && isBareCommand(unit)) return;
  const owners = [
    ...(source?.leads ?? leads),
    ...(supports.length > 0 ? supports : (source?.supports ?? [])),
    ...otherOwners(clause.passage, unit, clause.addressees),
  ];
  const verb = unit.tokens[unit.phrase.verbAt]?.start ?? 0;
  const review = isEmpty(source) && leads.length === 0 ? ['owner-missing'] : [];
  state.tasks.push({
    clauseId: clause.id,
    span: toDocument(clause.passage, trimmedSpan(clause.passage.text, unit.span)),
    action: cleaned(unit.text.slice(verb)),
    owners,
    inheritedFrom: source?.from ?? null,
    deadline: deadlineOf(clause, unit),
    rules: [...unit.rules, ...(source === null ? [] : ['owner/inherited'])],
    review,
    sentence: state.sentence,
    ...productOf(unit),
  });
  if (!isAsideDirection(state, unit)) state.current = nextNaming(clause, leads, source);
  if (leads.length > 0 && !enforces(unit) && !isAside(clause, unit)) state.naming = { leads, supports: [], from: clause.from };
}

/** "Chánh Văn phòng, Giám đốc các Sở chịu trách nhiệm thi hành Quyết định này": whoever enforces the whole is not given what stands below it, be it a regulation's articles. */
const enforces = ({ tokens, phrase }: Unit): boolean =>
  /^(?:chiu trach nhiem )?thi hanh (?:quyet dinh|nghi quyet|chi thi|thong tu|quy dinh) nay[ ./]*$/u.test(foldedText(tokens, phrase.verbAt));

/** "Khi Ban A kết thúc hoạt động, Đảng ủy B tiếp tục chỉ đạo." before the first clause of a plan: a duty told by the way, and its sentence ends. */
const isAside = ({ opening, addressees }: Clause, { phrase, text }: Unit): boolean =>
  opening && addressees.length === 0 && phrase.form === 'subject' && !phrase.giver && !/:\s*$/u.test(text);

/**
 * "Yêu cầu các tổ chức, doanh nghiệp thực hiện …" among the duties that a heading gives to a body: it does the requiring. Not in a letter's own demands, nor
 * where somebody is named with a capital.
 */
function requiresOthers(clause: Clause, { phrase, folded, tokens }: Unit): boolean {
  if (phrase.form !== 'assign' || phrase.giver || !/^(?:[-+] ?)?yeu cau (?:cac )?(?:to chuc|doanh nghiep|don vi|co so|ca nhan)/u.test(folded))
    return false;
  if (clause.above === null || /^(?:lead-in|addressees|issuer)$/u.test(clause.above.from)) return false;
  return phrase.leads.length > 0 && phrase.leads.every(({ start, end }) => !tokens.slice(start, end).some((token) => token.upper));
}

/** "Bộ A triển khai chính sách; chỉ đạo doanh nghiệp B bồi thường; | xuất cấp hàng": among A's works, what comes behind is A's again. */
const isAsideDirection = (state: State, { phrase, rules }: Unit): boolean =>
  phrase.rules.includes('owner/directed') && phrase.directors.length === 0 && rules.includes('task/step') && state.current !== null;

function nextNaming(clause: Clause, leads: readonly NamedOwner[], source: Naming | null): Naming | null {
  return leads.length > 0 ? { leads, supports: [], from: clause.from } : source;
}

/** "Văn bản tham gia ý kiến đề nghị gửi về …": what is handed in, without its first word of kind. */
function productOf(unit: Unit): { product?: string } {
  if (unit.rules.includes('task/thing-sent') && /^(?:cac )?bao cao /u.test(unit.folded)) return { product: 'bao cao' };
  if (!unit.rules.includes('task/thing-asked-for')) return {};
  const before = unit.folded.split(/ (?:de nghi|yeu cau|xin) /u)[0] ?? '';
  return {
    product: before.replace(/^[^\p{L}]+/u, '').replace(/^(?:van ban|bao cao|ket qua|y kien(?= tham gia| gop y)|ho so|danh sach|noi dung) /u, ''),
  };
}

/** In regulations only what bodies must do by a time, or in their articles on duties, is a task. */
function reaches(clause: Clause, state: State, unit: Unit): boolean {
  if (isWithin(clause.quoted, unit.span.start + (unit.tokens[unit.phrase.verbAt]?.start ?? 0))) return false;
  if (clause.opening && unit.deadline === null && state.tasks.length === 0 && !isOrder(unit)) return false;
  if (clause.reach === 'all' || (clause.reach === 'none' && clause.letter && (isPlainAssignment(unit) || isDuty(unit)))) return true;
  if (clause.reach === 'named') return unit.phrase.leads.length > 0 || state.current !== null;
  const bound = /(?:^|\s)(?:phai|co trach nhiem|chiu trach nhiem|can|co nghia vu)\s/u.test(unit.folded);
  const named = unit.phrase.leads.some(({ start, end }) => unit.tokens.slice(start + 1, end).some((token) => token.upper));
  return clause.reach === 'duties' && unit.phrase.leads.length > 0 && bound && (unit.deadline !== null || named);
}

/** "Văn phòng A có trách nhiệm hoàn trả lại hồ sơ" under "Hồ sơ trình": a duty of somebody named, whatever the heading speaks of. */
const isDuty = ({ phrase, tokens }: Unit): boolean =>
  phrase.form === 'subject' &&
  phrase.leads.some(({ start }) => tokens[start]?.upper) &&
  foldedText(tokens.slice(phrase.leads.at(-1)?.end ?? 0, (phrase.leads.at(-1)?.end ?? 0) + 3)) === 'co trach nhiem';

/** Gives work under any heading: "Sở A đề nghị các đơn vị …", "Đề nghị Công ty B …". */
function isPlainAssignment({ phrase, folded }: Unit): boolean {
  if (phrase.form !== 'assign') return false;
  return phrase.giver || (phrase.leads.length > 0 && /^(?:- ?)?(?:kinh |tran trong )?(?:de nghi|yeu cau) /u.test(folded));
}

/** Without a request, haste or a time: "Mua hàng hóa của doanh nghiệp khác" in a letter of opinions tells of a case. */
function isBareCommand({ phrase, tokens, deadline, rules }: Unit): boolean {
  if (phrase.form !== 'command' || deadline !== null || rules.some((rule) => rule.startsWith('task/thing'))) return false;
  return matchAt(tokens, phrase.verbAt, ADVERB) === 0;
}

/** Before the first clause the issuer also tells what it does itself: only an assignment, a helper or a duty makes a sentence work. */
function isOrder(unit: Unit): boolean {
  if (unit.phrase.leads.length === 0) return false;
  if (unit.phrase.form === 'assign' || unit.phrase.supports.length > 0) return true;
  const last = unit.phrase.leads.at(-1)?.next ?? 0;
  return matchAt(unit.tokens, last, MODAL) > 0 || matchAt(unit.tokens, last, ADVERB) > 0;
}

export function cleaned(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\-–•+*:,;.]+|(?<![\s;:,])[\s;:,]+$| ?\.?\/?\.? ?$/gu, '')
    .trim();
}

function trimmedSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s]/u.test(text[start] as string)) start++;
  while (end > start && /[\s;]/u.test(text[end - 1] as string)) end--;
  return { start, end };
}
