// What does one sentence, or one part of it, say: who, what, by when, and does it give work at all?
// Invariant: pure reading; nothing is inherited here.
//   "Giao Sở A xây dựng kế hoạch, hoàn thành trước ngày 31/01/2025" → lead Sở A, work, one deadline, kind 'task'
//   "Hoàn thành trong quý II/2025." → kind 'time'     "Kế hoạch phải rõ người, rõ việc." → kind 'other'
import type { Span } from '@vanban/contract';
import { DOUBTFUL, type FoundDeadline, readDeadlines } from '@vanban/deadlines';
import { GENERAL, OCCUPATIONS } from '../owners/heads.ts';
import { type OwnerPhrase, readOwnerPhrase } from '../owners/owner-phrase.ts';
import { markPrintedNames } from '../owners/printed-names.ts';
import { beforeAside } from '../owners/role.ts';
import { type Lexicon, lexicon, matchAt, phrases } from '../words/lexicon.ts';
import { foldedText, type Token, tokenise } from '../words/tokens.ts';
import { refusal } from './refusals.ts';
import { STATE } from './statements.ts';
import { isOnlyTime, isTermOfPaper } from './time-only.ts';

/** task: gives work. time: only says by when. names: only says who. other: rules, history, purposes, things. */
type UnitKind = 'task' | 'time' | 'names' | 'other';

export interface Unit {
  readonly kind: UnitKind;
  /** Over the passage. */
  readonly span: Span;
  readonly text: string;
  /** The text folded, with single blanks. */
  readonly folded: string;
  readonly tokens: readonly Token[];
  readonly phrase: OwnerPhrase;
  readonly deadlines: readonly FoundDeadline[];
  readonly deadline: FoundDeadline | null;
  /** Why it is no task, or by which rules it is one. */
  readonly rules: readonly string[];
}

/** Without a figure or one of these words there is no time to look for. */
const TIMES = /\d|(?<!\p{L})(?:ngay|tuan|thang|quy|nam|gio|thuong xuyen|dinh ky|hang|moi|lien tuc|cuoi|dau|han)(?!\p{L})/u;

export interface Reader {
  readonly issuedOn: string | null;
  readonly year: number | null;
  /** A decision or resolution: its articles decide first and assign later. */
  readonly decides: boolean;
  /** Who sends a letter, folded and without its province ("so cong thuong"); null or absent in other documents. */
  readonly sender?: string | null;
  /** The document's title where a semicolon stands in it (titled.ts). */
  readonly title?: string | null;
  /** Names that the letter prints whole (printed-names.ts). */
  readonly names?: readonly (readonly string[])[];
}

/** @param opening true for the words before the first clause. @param title true for a line of its own above other clauses. */
export function readUnit(passage: string, span: Span, reader: Reader, atStart: boolean, opening = false, title = false): Unit {
  const text = passage.slice(span.start, span.end);
  const tokens = markPrintedNames(tokenise(text), reader.names ?? []);
  const folded = foldedText(tokens);
  const phrase = readOwnerPhrase(tokens, atStart, opening);
  const deadlines = TIMES.test(folded) ? readDeadlines(text, { issuedOn: reader.issuedOn, year: reader.year }) : [];
  const deadline = chosen(text, isMatter(folded, phrase) ? behindMatter(text, tokens, phrase, deadlines) : deadlines);
  const base = { span, text, folded, tokens, phrase, deadlines, deadline };
  if (isTermOfPaper(passage.slice(Math.max(0, span.start - 90), span.start), text))
    return { ...base, kind: 'other', deadline: null, deadlines: [], rules: ['no-task/term-of-paper'] };
  if (deadlines.length > 0 && isOnlyTime(text, deadlines)) return { ...base, kind: 'time', rules: ['task/time-only'] };
  if (phrase.form === 'heading') return { ...base, kind: 'names', rules: phrase.rules };
  if (isEmptyAssignment(phrase, tokens)) return { ...base, kind: 'names', rules: phrase.rules };
  const shown = title ? tokens.slice(0, beforeAside(tokens, 0, tokens.length)) : tokens;
  if (title && describesBodies(text.slice(0, shown.at(-1)?.end), phrase, shown))
    return { ...base, kind: 'names', phrase: { ...described(phrase, shown), verbAt: tokens.length }, rules: phrase.rules };
  const reason = refusal(text, folded, tokens, phrase, reader);
  if (reason === STATE && phrase.form === 'subject' && isTitle(text, tokens))
    return { ...base, kind: 'names', phrase: described(phrase, tokens), rules: phrase.rules };
  return reason === null ? { ...base, kind: 'task', rules: [...phrase.rules, `task/${phrase.form}`] } : { ...base, kind: 'other', rules: [reason] };
}

/** "Về sắp xếp bộ máy trong năm 2025, giao Sở A …": of when the matter is. */
const isMatter = (folded: string, phrase: OwnerPhrase): boolean => phrase.form === 'assign' && /^(?:[-+] ?)?ve (?!phia )/u.test(folded);

function behindMatter(text: string, tokens: readonly Token[], phrase: OwnerPhrase, found: readonly FoundDeadline[]): FoundDeadline[] {
  const first = tokens[phrase.leads[0]?.start ?? phrase.verbAt]?.start ?? text.length;
  return found.filter(({ span }) => span.start > first);
}

/** "Ủy ban nhân dân các xã, phường có cụm công nghiệp": a title; what the last one has belongs to its name. */
const isTitle = (text: string, tokens: readonly Token[]): boolean => tokens.length <= LONGEST_TITLE && !/[.;,]\s*$/u.test(text);
const LONGEST_TITLE = 20;

/**
 * A line of its own above its duties whose verb tells which bodies are meant: "Các doanh nghiệp phối hợp hoạt động trong lĩnh vực công thương",
 * "Tiểu ban giúp việc Ban Chỉ đạo 934", "Các đơn vị được giao nhiệm vụ". Not "Các đơn vị phối hợp với Sở A", "Các xã rà soát".
 */
function describesBodies(text: string, phrase: OwnerPhrase, tokens: readonly Token[]): boolean {
  const { form, leads, supports, verbAt } = phrase;
  const last = leads.at(-1);
  if (form !== 'subject' || last === undefined || supports.length > 0 || /[.;:,]\s*$/u.test(text) || tokens.length - last.next > LONGEST_TITLE)
    return false;
  if (AIDE.test(foldedText(tokens.slice(last.next)))) return true;
  if (verbAt !== last.next) return false;
  return last.many && namesOccupation(tokens, last.end, verbAt) && !/(?:nhiệm vụ|nội dung|công tác|kế hoạch|quy định|sau)/u.test(text);
}

const AIDE =
  /^(?:duoc (?:giao|phan cong)(?: nhiem vu| chu tri)?|(?:giup viec|tham muu|thuong truc|phu trach|chuyen trach)(?: (?:cho )?(?:ban|hoi dong|to|tieu ban) .{3,60})?)$/u;

/** "đầu tư xây dựng và kinh doanh hạ tầng Khu công nghiệp" behind those who trade; behind "các đơn vị" and its like any occupation. */
function namesOccupation(tokens: readonly Token[], nameEnd: number, verbAt: number): boolean {
  const length = matchAt(tokens, verbAt, OCCUPATIONS);
  if (length === 0) return false;
  const behind = (kinds: Lexicon): boolean => [1, 2, 3].some((words) => matchAt(tokens, nameEnd - words, kinds) === words);
  return behind(GENERAL) || (behind(TRADERS) && TRADE.test(foldedText(tokens.slice(verbAt, verbAt + 5))));
}
const TRADERS = lexicon(phrases('chủ đầu tư, nhà đầu tư, tập đoàn, tổng công ty, hộ kinh doanh, ngân hàng'));
const TRADE = /^(?:dau tu|xay dung va kinh doanh|kinh doanh|san xuat|hoat dong|kinh te|cung cap|van tai|che bien)(?: |$)/u;

function described(phrase: OwnerPhrase, tokens: readonly Token[]): OwnerPhrase {
  const end = tokens.at(-1)?.word === false ? tokens.length - 1 : tokens.length;
  const leads = phrase.leads.map((lead, i) => (i === phrase.leads.length - 1 ? { ...lead, end } : lead));
  return { ...phrase, form: 'heading', leads, verbAt: tokens.length };
}

/** "giao Sở A chủ trì, phối hợp với Sở B:" names but leaves the work to what follows. */
function isEmptyAssignment(phrase: OwnerPhrase, tokens: readonly Token[]): boolean {
  if (phrase.leads.length === 0) return false;
  const rest = tokens.slice(phrase.verbAt).filter((token) => token.word);
  if (/^(?:co|chiu) trach nhiem$|^co nhiem vu$/u.test(rest.map((token) => token.fold).join(' '))) return true;
  return (
    rest.length === 0 ||
    (rest.length <= 3 &&
      /^(?:chi dao|to chuc thuc hien|thuc hien|co trach nhiem|chu tri|phoi hop|trien khai|phoi hop thuc hien)$/u.test(
        rest.map((token) => token.fold).join(' '),
      ) &&
      /:\s*$/u.test(tokens.at(-1)?.text ?? ''))
  );
}

/** Of several times in one sentence: a certain one before a rhythm without a day, the one of completion before others, then the first. */
function chosen(text: string, found: readonly FoundDeadline[]): FoundDeadline | null {
  const sure = found.filter((one) => one.confidence >= DOUBTFUL);
  if (sure.length <= 1) return sure[0] ?? null;
  const dated = sure.filter((one) => one.kind !== 'continuous');
  const open = dated.filter((one) => !isAside(text, one) && !isPurpose(text, one, dated));
  const of = open.length > 0 ? open : sure.some((one) => !isAside(text, one)) ? sure.filter((one) => !isAside(text, one)) : dated;
  const ends = of.filter((one) => one.kind !== 'date' || one.bound !== 'from');
  return (
    ends.find(
      (one) =>
        !isOfThings(text, one, ends) &&
        (/(?:hoàn thành|xong|chậm nhất|muộn nhất|thời hạn)[^,;.]{0,40}$/iu.test(text.slice(0, one.span.start)) ||
          /^(?:hoàn thành|xong|chậm nhất)/iu.test(one.text)),
    ) ??
    of.find((one) => one.kind === 'date' && (one.bound === 'before' || one.bound === 'by')) ??
    ends.find((one) => isNarrower(text, one, ends)) ??
    ends[0] ??
    (of[0] as FoundDeadline)
  );
}

/** "rà soát các dự án | hoàn thành trong năm 2025, báo cáo trước ngày 15/6": which ones are meant, before the day of the work itself. */
function isOfThings(text: string, found: FoundDeadline, all: readonly FoundDeadline[]): boolean {
  const things = /(?:các|những) (?:dự án|công trình|hạng mục|gói thầu|nhiệm vụ|đề tài)(?: \p{L}+){0,3} $/u.test(text.slice(0, found.span.start));
  const days = all.filter((one) => one.kind === 'date' && one.bound !== 'from' && one.span.start > found.span.end);
  return things && found.kind === 'period' && days.length > 0;
}

/** "các dự án được giao kế hoạch trong năm 2025 | trong tháng 5 năm 2025": behind a year a month of it; not "thực hiện trong năm 2025, trong đó xong đợt 1 trong quý II/2025". */
function isNarrower(text: string, found: FoundDeadline, all: readonly FoundDeadline[]): boolean {
  if (found.kind !== 'period') return false;
  return all.some(
    (one) =>
      one.kind === 'period' &&
      one.span.end <= found.span.start &&
      one.start <= found.start &&
      one.end >= found.end &&
      one.start.endsWith('-01-01') &&
      one.end.endsWith('-12-31') &&
      !/trong đó|đợt|giai đoạn|sơ kết|bước/iu.test(text.slice(one.span.end, found.span.start)),
  );
}

/** "gửi Sở A trong thời hạn 03 ngày | để Sở A tổng hợp, báo cáo trước ngày 05/6": by when those who receive it must be ready, behind the time of the work itself. */
function isPurpose(text: string, found: FoundDeadline, all: readonly FoundDeadline[]): boolean {
  const earlier = all.filter(({ span }) => span.end <= found.span.start).map(({ span }) => span.end);
  return earlier.length > 0 && /(?<!\p{L})để (?!hoàn thành)[^;.]{3,200}$/u.test(text.slice(Math.min(...earlier), found.span.start));
}

/** True in brackets that do not begin with the time itself: "(dự kiến họp vào ngày 19/11)"; not "(hoàn thành trước ngày 30/11)". */
function isAside(text: string, found: FoundDeadline): boolean {
  const before = text.slice(0, found.span.start);
  const open = before.lastIndexOf('(');
  return open > before.lastIndexOf(')') && /[\p{L}\p{N}]/u.test(before.slice(open + 1));
}
