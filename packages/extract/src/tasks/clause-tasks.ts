// Which tasks does one clause's own text hold, and whom does it name for its children?
// Invariant: sentences are read in order; a sentence without its own subject takes the lead of the sentence before it in the clause, else what the clause was
// given from above (`above`). Support comes from above only together with the lead.
//   "b) Ban A: (1) Tổ chức … (2) Chủ trì, phối hợp với Bộ B …" → two tasks led by Ban A, the second with support Bộ B
import type { Span } from '@vanban/contract';
import { fold } from '@vanban/text';
import { matchAt } from '../words/lexicon.ts';
import { ACTION, ADVERB } from '../words/verbs.ts';
import { addTask } from './add-task.ts';
import { type Clause, type ClauseTasks, read, type State } from './clause.ts';
import { adopt, extend, giveHandingIn, giveTime, isHandingIn, isQuality, isReportOnWork } from './closing.ts';
import { enumerates, goesOn, isCaption, isDetailed, isField, isHeldBy, isTopicOnly, leadsIn, listsThings, namingOf, supportedBy } from './head.ts';
import { applyLabels, isUnused, type Labels, readLabel } from './labels.ts';
import { partsOf } from './parts.ts';
import { EXHORTATION, FRAGMENT, LEAD_IN } from './refusals.ts';
import { sentencesOf } from './sentences.ts';
import { isClosingReport } from './time-only.ts';
import { withTitleApart } from './title-line.ts';
import { isInsideTitle } from './titled.ts';
import type { Unit } from './unit.ts';

/** Behind "…, Sở A có ý kiến như sau:" a letter's opening speaks to those who are to work. */
export function tasksOfClause(given: Clause): ClauseTasks {
  let clause = given;
  const state: State = { tasks: [], current: null, naming: null, leadIns: new Map(), sentence: 0, closed: 0 };
  const labels: Labels = { from: clause.id, owners: [], time: null };
  /** True where a label goes on on the line of the clause's own work, which it completes. */
  let ownLabels = false;
  const { text } = clause.passage;
  const sentences = withoutThings(clause, withTitleApart(clause, sentencesOf(text)));
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i] as Span;
    if (looksAhead(clause, sentence)) clause = { ...clause, reach: 'all' };
    if (clause.reach !== 'none' && readLabel(clause, sentence, labels)) {
      ownLabels ||= state.tasks.length > 0 && !/\n/u.test(text.slice((sentences[i - 1] ?? sentence).end, sentence.start));
      continue;
    }
    beginItem(state, text.slice(sentence.start, sentence.start + 8));
    const { head, parts } = partsOf(text, sentence);
    const whole = head === null ? null : readHead(clause, state, head, parts);
    if (whole === null) readParts(clause, state, head !== null && isListOfThings(clause, head) ? [] : parts);
    else if (listsWork(clause, parts)) addWithWork(clause, state, whole, parts);
    else i += addWithItems(clause, state, whole, sentence, sentences, i);
    if (/(?:sau|sau đây)\s*:$/u.test(text.slice(sentence.start, sentence.end))) clause = { ...clause, opening: false };
    state.sentence++;
  }
  if (isUnused(labels)) return { tasks: state.tasks, naming: state.naming, labels: null };
  applyLabels(state.tasks, labels);
  const bullet = /(?:^|\.)[-+]\d+$/u.test(clause.id);
  return { tasks: state.tasks, naming: state.naming, labels: state.tasks.length > 0 && (!bullet || ownLabels) ? null : labels };
}

/** Without "(1) Hướng dẫn rà soát;" "(2) Mẫu báo cáo." behind "Tài liệu gửi kèm gồm:": each is one of the things. */
function withoutThings(clause: Clause, sentences: readonly Span[]): readonly Span[] {
  let things = false;
  return sentences.filter((sentence) => {
    const words = clause.passage.text.slice(sentence.start, sentence.end);
    if (things && /^\((?:\d{1,2}|[ivx]{1,5}|[a-zđ])\)/u.test(words)) return false;
    things = /:$/u.test(words) && isListOfThings(clause, sentence);
    return true;
  });
}

/** "Trong thời gian tới, Tỉnh tổ chức thực hiện …": behind what was reached, a letter says what somebody named must do next. */
function looksAhead(clause: Clause, sentence: Span): boolean {
  if (clause.reach !== 'none' || !clause.letter) return false;
  if (
    !/^(?:[-+]\s*)?(?:trong )?(?:thoi gian (?:toi|tiep theo)|giai doan toi),/iu.test(
      fold(clause.passage.text.slice(sentence.start, sentence.start + 40)),
    )
  )
    return false;
  const { head, parts } = partsOf(clause.passage.text, sentence);
  const unit = read(clause, head ?? (parts[0] as Span));
  return unit.kind === 'task' && unit.phrase.leads.length > 0;
}

/** "(ii) …": takes its lead from what led where the list began, not from the item before. */
function beginItem(state: State, words: string): void {
  const label = /^\(?([ivx]{1,5}|\d{1,2})\)/u.exec(words)?.[1];
  if (label === undefined) return;
  const kind = /\d/u.test(label) ? 'figure' : 'roman';
  if (/^(?:i|1)$/u.test(label) || !state.leadIns.has(kind)) state.leadIns.set(kind, state.current);
  else state.current = state.leadIns.get(kind) ?? null;
  if (kind === 'figure') state.leadIns.delete('roman');
}

/** "Nội dung đề cương cần thể hiện rõ:": what follows in the sentence is no work. */
function isListOfThings(clause: Clause, head: Span): boolean {
  const unit = read(clause, head);
  if (isField(unit)) return true;
  return listsThings(unit) && (unit.phrase.form === 'thing' || unit.phrase.form === 'none');
}

/** The words before a colon: the unit where they are the task itself, else null after taking the names that they give. */
function readHead(clause: Clause, state: State, head: Span, parts: readonly Span[]): Unit | null {
  const unit = read(clause, head);
  if (isTopicOnly(unit) || isHeldBy(clause, unit, parts)) return null;
  if (unit.rules.includes(LEAD_IN) && isDetailed(unit) && !(clause.reader.decides && unit.phrase.leads.length === 0)) {
    const task: Unit = { ...unit, kind: 'task', rules: [...unit.phrase.rules, `task/${unit.phrase.form}`, 'task/detailed'] };
    if (listsThings(unit)) return task;
    addTask(clause, state, task);
  }
  if (unit.kind === 'task' && !leadsIn(unit) && parts.length > 0 && !isCaption(clause, unit, parts[0] as Span)) {
    if (!goesOn(clause, unit, parts[0] as Span)) return unit;
    addTask(clause, state, unit);
    return null;
  }
  if (unit.kind === 'task' && enumerates(unit)) return unit;
  const title =
    clause.heads === true &&
    unit.phrase.leads.length === 0 &&
    parts.length === 0 &&
    (state.sentence === 0 || head.end >= clause.passage.text.trimEnd().length);
  if (unit.kind === 'task' && !title && !leadsIn(unit) && parts.length === 0 && unit.tokens.length > unit.phrase.verbAt + 14)
    addTask(clause, state, unit);
  const naming = namingOf(clause, unit) ?? supportedBy(clause, unit, state.current ?? clause.above);
  if (naming !== null) {
    state.current = naming;
    state.naming = naming;
  }
  return null;
}

/** A task whose colon lists its own details: all of the sentence, and the "(2) …" sentences behind it. Returns how many sentences it took more. */
function addWithItems(clause: Clause, state: State, unit: Unit, sentence: Span, sentences: readonly Span[], index: number): number {
  const { text } = clause.passage;
  let taken = 0;
  let end = sentence.end;
  if (/:\s*\(?(?:1|i|a)\)/u.test(text.slice(unit.span.end - 2, sentence.end)))
    while (/^\((?:\d{1,2}|[ivx]{1,5})\)/u.test(text.slice(sentences[index + taken + 1]?.start ?? text.length))) {
      taken++;
      end = (sentences[index + taken] as Span).end;
    }
  const all = read(clause, { start: sentence.start, end });
  addTask(clause, state, { ...unit, span: all.span, text: all.text, deadlines: all.deadlines, deadline: unit.deadline ?? all.deadline });
  return taken;
}

/** "Xử lý điểm nghẽn: rà soát danh mục; phân loại theo nhóm; xác định rõ cơ quan chủ trì": behind the first detail each part is work of its own. */
function listsWork(clause: Clause, parts: readonly Span[]): boolean {
  if (parts.length < 2) return false;
  return parts.slice(1).every((part) => {
    const unit = read(clause, part);
    if (isQuality(unit)) return true;
    const verbs = [ACTION, ADVERB].some((list) => matchAt(unit.tokens, unit.phrase.verbAt, list) > 1);
    return unit.kind === 'task' && unit.phrase.form === 'command' && unit.phrase.verbAt === 0 && verbs;
  });
}

function addWithWork(clause: Clause, state: State, unit: Unit, parts: readonly Span[]): void {
  const [first, ...others] = parts;
  const all = read(clause, { start: unit.span.start, end: first?.end ?? unit.span.end });
  addTask(clause, state, { ...unit, span: all.span, text: all.text, deadlines: all.deadlines, deadline: unit.deadline ?? all.deadline });
  readParts(clause, state, others, 'task');
}

function readParts(clause: Clause, state: State, parts: readonly Span[], from: Begun = 'no'): void {
  let begun = from;
  for (let i = 0; i < parts.length; i++) {
    let span = parts[i] as Span;
    let unit = read(clause, span);
    while (
      i + 1 < parts.length &&
      (unit.kind === 'names' ||
        isOpenGround(unit) ||
        repeatsTitle(clause, span, parts[i + 1] as Span) ||
        isOpenHelp(clause, unit, parts[i + 1] as Span))
    ) {
      i++;
      span = { start: span.start, end: (parts[i] as Span).end };
      unit = read(clause, span);
    }
    const next = parts[i + 1];
    begun = takeUnit(clause, state, unit, begun, next === undefined || /^\s*\p{Lu}/u.test(clause.passage.text.slice(next.start, next.end)));
  }
}

/** "tuyên truyền Đợt thi đua chào mừng Đại hội lần thứ XIV; | tăng tốc, bứt phá": the document's own title goes on. */
const repeatsTitle = ({ passage, reader }: Clause, span: Span, next: Span): boolean =>
  isInsideTitle(reader.title, passage.text.slice(span.start, span.end), passage.text.slice(next.start, next.end));

/** "Bộ A căn cứ quy định của Luật B; | quy định về …; | … để phân công …": what is done stands behind more grounds. */
function isOpenGround({ phrase, tokens, kind }: Unit): boolean {
  if (kind !== 'task' || phrase.form !== 'subject' || !/^căn$/iu.test(tokens[phrase.verbAt]?.text ?? '') || tokens[phrase.verbAt + 1]?.fold !== 'cu')
    return false;
  const does = (at: number): boolean => tokens[at]?.text === 'để' || (tokens[at - 1]?.text === ',' && matchAt(tokens, at, ACTION) > 1);
  return !tokens.some((_, at) => at > phrase.verbAt + 1 && does(at));
}

/** "Chủ trì, phối hợp với Sở A; | UBND các xã; | các đơn vị liên quan xây dựng kế hoạch": those who help go on behind the sign. Not "phối hợp với Sở A kiểm tra; | các xã báo cáo". */
function isOpenHelp(clause: Clause, unit: Unit, next: Span): boolean {
  const text = clause.passage.text.slice(unit.span.start, unit.span.end);
  if (!/(?<!\p{L})phối hợp (?:chặt chẽ )?(?:với |cùng )?[^.:]{2,400}$/iu.test(text.trimEnd())) return false;
  if (unit.phrase.supports.length > 0 && unit.phrase.supports.at(-1)?.end !== lastWord(unit)) return false;
  const whole = read(clause, { start: unit.span.start, end: next.end });
  return whole.phrase.supports.some(({ start }) => (whole.tokens[start]?.start ?? 0) + unit.span.start >= next.start);
}

/** Index behind the last word of a unit. */
const lastWord = ({ tokens }: Unit): number => tokens.findLastIndex(({ word }) => word) + 1;

type Begun = 'no' | 'task' | 'other';

/** Takes one part; says whether the sentence has begun as a task. `closes`: the last part of its sentence. */
function takeUnit(clause: Clause, state: State, unit: Unit, begun: Begun, closes: boolean): Begun {
  const named = takeNames(clause, state, unit, begun);
  if (named !== null) return named;
  const last = state.tasks.at(-1);
  const actor = unit.phrase.form === 'assign' || (unit.phrase.form === 'subject' && !unit.phrase.grounds);
  if (isFinishedApart(unit, begun) || isFinishedThing(unit) || isAgreeing(clause, unit, begun) || isDatedDetail(unit, begun)) {
    addTask(clause, state, { ...unit, kind: 'task', phrase: { ...unit.phrase, verbAt: 0 }, rules: ['owner/none', 'task/command', 'task/part'] });
    return 'task';
  }
  if (unit.kind === 'other' || (begun === 'other' && !actor) || isPaper(unit, begun)) {
    if (last !== undefined && last.sentence >= state.sentence - 1 && begun !== 'other') adopt(clause, last, unit);
    return begun === 'task' ? 'task' : 'other';
  }
  if (begun === 'task' && last?.sentence === state.sentence && ((closes && isReportOnWork(unit, last)) || isQuality(unit)))
    extend(
      clause,
      last,
      unit,
      state.tasks.filter(({ sentence }) => sentence === state.sentence),
    );
  else if (begun === 'no' && state.tasks.length > 0 && isClosingReport(unit.folded, unit.deadline)) giveTime(clause, state, unit, false);
  else {
    if (begun === 'no' && last !== undefined && isHandingIn(unit, last)) giveHandingIn(clause, last, unit);
    addTask(clause, state, begun === 'task' ? asPart(unit) : unit);
  }
  return 'task';
}

/** "thực hiện Quy chế tuyển sinh; | Quy định về dạy thêm": one more paper that the work is about. */
const isPaper = ({ text, phrase }: Unit, begun: Begun): boolean =>
  begun !== 'no' && phrase.leads.length === 0 && /^\s*(?:Quy định|Quy chế|Hướng dẫn|Kế hoạch|Luật|Nghị định|Thông tư) (?:về|số|của) /u.test(text);

/** A part of a sentence that has begun as work. */
function asPart(unit: Unit): Unit {
  if (unit.phrase.form === 'command') return { ...unit, rules: [...unit.rules, 'task/part'] };
  return unit.phrase.rules.includes('owner/directed') ? { ...unit, rules: [...unit.rules, 'task/step'] } : unit;
}

/** "Sửa chữa nhà cửa trước ngày 30/11; | xây mới cho các hộ có nhà bị sập, hoàn thành trước ngày 31/01": with a time of finishing its own it is work of its own. */
function isFinishedApart(unit: Unit, begun: Begun): boolean {
  if (begun !== 'task' || unit.kind !== 'other' || unit.deadline === null || unit.phrase.leads.length > 0) return false;
  if (/^(?:va )?ve /u.test(unit.folded)) return false;
  return unit.phrase.form !== 'command' && /^(?:hoàn thành|xong)/iu.test(unit.deadline.text) && unit.tokens.length > LONG_PART;
}
const LONG_PART = 12;

/** "Trong đó việc sửa chữa nhà ở phải hoàn thành trước ngày 31/12": work named as a thing, with its own time. */
const isFinishedThing = ({ kind, phrase, folded, deadline }: Unit): boolean =>
  kind === 'other' &&
  phrase.form === 'thing' &&
  deadline?.kind === 'date' &&
  /^(?:[-+] ?)?(?:trong do,? )?viec [^;]{8,160} phai (?:hoan thanh|xong) /u.test(folded);

/**
 * "xem xét các khoản thu; | thống nhất khung mức thu phù hợp", "; bãi bỏ các quy chuẩn không còn phù hợp", "; biểu dương các gương điển hình": among work, or below
 * the name of a body, it is work; not "thống nhất với đề xuất …", which tells an opinion.
 */
const isAgreeing = ({ above }: Clause, { rules, folded }: Unit, begun: Begun): boolean =>
  (begun === 'task' || (begun === 'no' && above !== null && !/^(?:lead-in|addressees|issuer)$/u.test(above.from))) &&
  rules.some((rule) => rule === 'no-task/decision' || rule === 'no-task/statement') &&
  /^(?:[-+] ?)?(?:thong nhat (?!voi |nhu |rang |theo |chu truong |y kien |de xuat |cao )|(?:bai bo|thay the|bieu duong)(?:, \p{L}+ \p{L}+)? (?:cac|nhung|kip thoi|khen thuong) )/u.test(
    folded,
  );

/** "; | xây dựng phương án thưởng trước ngày 20/12/2025, cụ thể:": the last part of a sentence is dated work, whatever details stand below it. */
const isDatedDetail = (unit: Unit, begun: Begun): boolean =>
  begun === 'task' && unit.rules.includes(LEAD_IN) && unit.deadline?.kind === 'date' && unit.phrase.form === 'command' && isDetailed(unit);

/** A part that only says when or who; null where it says more. */
function takeNames(clause: Clause, state: State, unit: Unit, begun: Begun): Begun | null {
  if (unit.kind === 'time') giveTime(clause, state, unit, begun === 'task');
  else if (unit.kind === 'names') {
    if (!clause.opening || /:\s*$/u.test(unit.text)) state.current = state.naming = namingOf(clause, unit) ?? state.naming;
  } else if (unit.phrase.leads.length === 0) return begun === 'no' && unit.phrase.form === 'command' && unit.rules.includes(FRAGMENT) ? 'task' : null;
  else if (unit.rules.includes(LEAD_IN)) state.current = state.naming = namingOf(clause, unit) ?? state.naming;
  else if (unit.rules.includes(EXHORTATION)) {
    state.current = namingOf(clause, unit);
    return 'task';
  } else return null;
  return begun;
}
