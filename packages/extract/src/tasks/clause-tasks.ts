// Which tasks does one clause's own text hold, and whom does it name for its children?
// Invariant: sentences are read in order; a sentence without its own subject takes the lead of the sentence before it in the clause, else what the clause was
// given from above (`above`). Support comes from above only together with the lead.
//   "b) Ban A: (1) Tổ chức … (2) Chủ trì, phối hợp với Bộ B …" → two tasks led by Ban A, the second with support Bộ B
import type { Span } from '@vanban/contract';
import { fold } from '@vanban/text';
import type { DraftTask, NamedOwner, Naming } from './draft.ts';
import { isEmpty, ownersOf } from './naming.ts';
import { otherOwners } from './other-owners.ts';
import { partsOf } from './parts.ts';
import { type Passage, toDocument } from './passage.ts';
import { isQuoted } from './quoted.ts';
import { EXHORTATION, LEAD_IN } from './refusals.ts';
import type { Reach } from './sections.ts';
import { sentencesOf } from './sentences.ts';
import { isClosingReport } from './time-only.ts';
import { type Reader, readUnit, type Unit } from './unit.ts';

export interface Clause {
  readonly id: string;
  /** How owners that this clause names are called where they are inherited. */
  readonly from: string;
  readonly passage: Passage;
  readonly above: Naming | null;
  readonly reach: Reach;
  readonly addressees: readonly string[];
  readonly reader: Reader;
  /** True in the letter itself where it is no report: a named giver gives work even under a heading that tells of the past. */
  readonly letter: boolean;
  /** True for the words before the first clause. */
  readonly opening: boolean;
}

export interface ClauseTasks {
  readonly tasks: DraftTask[];
  /** Whom the clause names for what stands below it; null where nobody. */
  readonly naming: Naming | null;
}

interface State {
  readonly tasks: DraftTask[];
  /** The lead of the sentence before. */
  current: Naming | null;
  naming: Naming | null;
  sentence: number;
}

export function tasksOfClause(clause: Clause): ClauseTasks {
  const state: State = { tasks: [], current: null, naming: null, sentence: 0 };
  const { text } = clause.passage;
  const sentences = sentencesOf(text);
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i] as Span;
    const { head, parts } = partsOf(text, sentence);
    const whole = head === null ? null : readHead(clause, state, head, parts);
    if (whole === null) readParts(clause, state, parts);
    else i += addWithItems(clause, state, whole, sentence, sentences, i);
    state.sentence++;
  }
  return { tasks: state.tasks, naming: state.naming };
}

/** The words before a colon: the unit where they are the task itself, else null after taking the names that they give. */
function readHead(clause: Clause, state: State, head: Span, parts: readonly Span[]): Unit | null {
  const unit = read(clause, head, true);
  const leadsIn = /(?:sau|sau day|cu the|noi dung|nhu sau|chi dao|gom|trach nhiem|nhiem vu|cong viec|giai phap|yeu cau)\s*:$/u.test(
    fold(unit.text).trim(),
  );
  if (unit.kind === 'task' && !leadsIn && parts.length > 0) return unit;
  if (unit.kind === 'task' && !leadsIn && unit.tokens.length > unit.phrase.verbAt + 8) addTask(clause, state, unit);
  const naming = namingOf(clause, unit);
  if (naming !== null) {
    state.current = naming;
    state.naming = naming;
  }
  return null;
}

/** Whom a unit names, for what follows it. */
function namingOf(clause: Clause, unit: Unit): Naming | null {
  const leads = ownersOf(clause.passage, unit, unit.phrase.leads, 'lead', clause.addressees);
  if (leads.length === 0 || (unit.phrase.grounds && !unit.phrase.giver && unit.phrase.form !== 'assign') || speaks(unit)) return null;
  return { leads, supports: ownersOf(clause.passage, unit, unit.phrase.supports, 'support', clause.addressees), from: clause.from };
}

/** "Chủ tịch UBND tỉnh có ý kiến như sau:": those who speak are not those who work. */
function speaks(unit: Unit): boolean {
  const work = fold(unit.text.slice(unit.tokens[unit.phrase.verbAt]?.start ?? unit.text.length)).trim();
  return (
    unit.phrase.form === 'subject' &&
    /^(?:co y kien|thong bao|huong dan|tra loi|quyet dinh|ban hanh|bao cao|ket luan|xin|xay dung ke hoach|trinh|de xuat|kinh)/u.test(work)
  );
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
  const all = read(clause, { start: sentence.start, end }, true);
  addTask(clause, state, { ...unit, span: all.span, text: all.text, deadlines: all.deadlines, deadline: unit.deadline ?? all.deadline });
  return taken;
}

function readParts(clause: Clause, state: State, parts: readonly Span[]): void {
  let begun: 'no' | 'task' | 'other' = 'no';
  for (let i = 0; i < parts.length; i++) {
    let span = parts[i] as Span;
    let unit = read(clause, span, true);
    while (unit.kind === 'names' && i + 1 < parts.length) {
      i++;
      span = { start: span.start, end: (parts[i] as Span).end };
      unit = read(clause, span, true);
    }
    begun = takeUnit(clause, state, unit, begun);
  }
}

const read = (clause: Clause, span: Span, atStart: boolean): Unit => readUnit(clause.passage.text, span, clause.reader, atStart, clause.opening);

/** Takes one part; says whether the sentence has begun as a task. */
function takeUnit(clause: Clause, state: State, unit: Unit, begun: 'no' | 'task' | 'other'): 'no' | 'task' | 'other' {
  const named = unit.phrase.form === 'assign' || (unit.phrase.form === 'subject' && !unit.phrase.grounds);
  const last = state.tasks.at(-1);
  if (unit.kind === 'time') {
    giveTime(clause, state, unit, begun === 'task');
    return begun;
  }
  if (unit.kind === 'names') {
    const naming = namingOf(clause, unit);
    if (naming !== null) state.current = state.naming = naming;
    return begun;
  }
  if (unit.phrase.leads.length > 0 && unit.rules.includes(EXHORTATION)) {
    state.current = namingOf(clause, unit);
    return 'task';
  }
  if (unit.phrase.leads.length > 0 && unit.rules.includes(LEAD_IN)) {
    state.current = state.naming = namingOf(clause, unit) ?? state.naming;
    return begun;
  }
  if (unit.kind === 'other' || (begun === 'other' && !named)) {
    if (last !== undefined && last.sentence >= state.sentence - 1 && begun !== 'other') adopt(clause, last, unit);
    return begun === 'task' ? 'task' : 'other';
  }
  if (begun === 'task' && last !== undefined && (isReportOnWork(unit, last) || isQuality(unit))) {
    extend(clause, last, unit);
    return 'task';
  }
  if (begun === 'no' && state.tasks.length > 0 && isClosingReport(unit.text, unit.deadline)) giveTime(clause, state, unit, false);
  else addTask(clause, state, unit);
  return 'task';
}

/** "; báo cáo UBND tỉnh trước ngày …" behind the work itself: its last step, whose time is the work's time. */
function isReportOnWork(unit: Unit, last: DraftTask): boolean {
  if (unit.phrase.form !== 'command' || unit.deadline === null || unit.deadline.kind === 'recurring' || last.deadline !== null) return false;
  return /^(?:va )?(?:bao cao|trinh)(?: |$)/u.test(fold(unit.text).trim().replace(/\s+/gu, ' '));
}

/** "; bảo đảm thống nhất, đồng bộ": how the work before it is to be done. */
function isQuality(unit: Unit): boolean {
  return (
    unit.phrase.form === 'command' &&
    unit.deadline === null &&
    /^(?:va )?(?:bao dam|dam bao|gop phan|khong de|tranh)(?: |$)/u.test(fold(unit.text).trim())
  );
}

function extend(clause: Clause, task: DraftTask, unit: Unit): void {
  const span = toDocument(clause.passage, unit.span);
  Object.assign(task, { span: { start: task.span.start, end: span.end }, action: `${task.action} ${cleaned(unit.text)}` });
  task.deadline ??= deadlineOf(clause, unit, null);
  task.rules.push('task/report-step');
}

/** A sentence about the work's product may carry its time: "Kế hoạch phải …, trình … trong tháng 4/2025". */
function adopt(clause: Clause, task: DraftTask, unit: Unit): void {
  if (
    unit.phrase.form !== 'thing' ||
    unit.deadline === null ||
    task.deadline !== null ||
    unit.deadline.kind === 'continuous' ||
    unit.deadline.kind === 'recurring'
  )
    return;
  task.deadline = deadlineOf(clause, unit, null);
  task.rules.push('deadline/of-product');
}

/** A closing time: for the parts of its own sentence where they are tasks, else for all tasks of the clause without one. */
function giveTime(clause: Clause, state: State, unit: Unit, ownSentence: boolean): void {
  for (const task of state.tasks) {
    if (task.deadline !== null || (ownSentence && task.sentence !== state.sentence)) continue;
    task.deadline = deadlineOf(clause, unit, null);
    task.rules.push('deadline/closing');
  }
}

function deadlineOf(clause: Clause, unit: Unit, inheritedFrom: string | null): DraftTask['deadline'] {
  if (unit.deadline === null) return null;
  const { start, end } = unit.deadline.span;
  return { found: unit.deadline, span: toDocument(clause.passage, { start: unit.span.start + start, end: unit.span.start + end }), inheritedFrom };
}

function addTask(clause: Clause, state: State, unit: Unit): void {
  if (!reaches(clause, unit)) return;
  const leads = ownersOf(clause.passage, unit, unit.phrase.leads, 'lead', clause.addressees);
  const supports = ownersOf(clause.passage, unit, unit.phrase.supports, 'support', clause.addressees);
  const source = leads.length > 0 ? null : (state.current ?? clause.above);
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
    deadline: deadlineOf(clause, unit, null),
    rules: [...unit.rules, ...(source === null ? [] : ['owner/inherited'])],
    review,
    sentence: state.sentence,
    ...productOf(unit),
  });
  state.current = nextNaming(clause, leads, source);
  if (leads.length > 0) state.naming = { leads, supports: [], from: clause.from };
}

function nextNaming(clause: Clause, leads: readonly NamedOwner[], source: Naming | null): Naming | null {
  return leads.length > 0 ? { leads, supports: [], from: clause.from } : source;
}

/** "Văn bản tham gia ý kiến đề nghị gửi về …": what is handed in, without its first word of kind. */
function productOf(unit: Unit): { product?: string } {
  if (!unit.rules.includes('task/thing-asked-for')) return {};
  const before =
    fold(unit.text)
      .replace(/\s+/gu, ' ')
      .trim()
      .split(/ (?:de nghi|yeu cau|xin) /u)[0] ?? '';
  return {
    product: before.replace(/^[^\p{L}]+/u, '').replace(/^(?:van ban|bao cao|ket qua|y kien(?= tham gia| gop y)|ho so|danh sach|noi dung) /u, ''),
  };
}

/** In regulations only what bodies must do by a time, or in their articles on duties, is a task. */
function reaches(clause: Clause, unit: Unit): boolean {
  if (isQuoted(clause.passage.text, unit.span.start + (unit.tokens[unit.phrase.verbAt]?.start ?? 0))) return false;
  if (clause.opening && unit.phrase.leads.length === 0 && unit.deadline === null) return false;
  if (clause.reach === 'all' || (clause.reach === 'none' && clause.letter && unit.phrase.giver && unit.phrase.form === 'assign')) return true;
  const bound = /(?:^|\s)(?:phai|co trach nhiem|can|co nghia vu)\s/u.test(fold(unit.text));
  return clause.reach === 'duties' && unit.phrase.leads.length > 0 && unit.deadline !== null && bound;
}

function cleaned(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\-–•+*:,;]+|[\s;:,]+$|\s*\.?\/?\.?\s*$/gu, '')
    .trim();
}

function trimmedSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s]/u.test(text[start] as string)) start++;
  while (end > start && /[\s;]/u.test(text[end - 1] as string)) end--;
  return { start, end };
}
