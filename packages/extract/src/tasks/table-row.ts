// One row of an assignment table, also one that a page end cut in two → a task.
// Invariant: names and times are read from the whole cell; a name or time that the page end cut has no span of its own (null), a time then is not taken.
//   | 5. | Xây dựng Đề án | Bộ Khoa học và |   and on the next page   | | chuyển đổi số | Công nghệ |   → lead Bộ Khoa học và Công nghệ
// Which tables and columns count is decided in tables.ts.
import type { ReadingCell, Role, Span } from '@vanban/contract';
import { DOUBTFUL, readDeadlines } from '@vanban/deadlines';
import { namesInCell } from './cell-names.ts';
import type { DraftTask, NamedOwner } from './draft.ts';
import { jointCell } from './joint-cell.ts';
import type { Reader } from './unit.ts';

export type Column = 'work' | 'lead' | 'support' | 'monitor' | 'time' | 'number' | 'result';
export type Columns = ReadonlyMap<number, Column>;
/** The cell in each place; a merged one in each place that it covers. */
export type Row = readonly (ReadingCell | undefined)[];

export interface TableRow {
  readonly clauseId: string;
  readonly columns: Columns;
  /** For each column that has words the cells that hold them: one, or two where the page end cut the row. */
  readonly cells: ReadonlyMap<number, readonly Span[]>;
}

/** Null for a row without words, and for one whose title runs over the columns of work and of who or when. */
export function tableRow(text: string, row: Row, columns: Columns, clauseId: string): TableRow | null {
  const work = row.find((cell, column) => cell && columns.get(column) === 'work');
  if (work && row.some((cell, column) => cell === work && /^(?:lead|support|time)$/u.test(columns.get(column) ?? ''))) return null;
  const cells = new Map<number, Span[]>();
  row.forEach((cell, column) => {
    if (cell && columns.has(column) && row.indexOf(cell) === column && !isBlank(text, cell.span)) cells.set(column, [cell.span]);
  });
  return cells.size === 0 ? null : { clauseId, columns, cells };
}

/** Is this the rest of the row before? At the top of a page (`first`) one without a number, elsewhere only words that go on with the work's sentence. */
export function isRest(text: string, row: TableRow, last: TableRow, first: boolean): boolean {
  if (!has(last, 'work') || has(row, 'number')) return false;
  const goesOn = /^\s*[\p{Ll}(,;]/u.test(wordsOf(text, row, 'work'));
  if (!has(row, 'lead') && !has(row, 'support') && !has(row, 'monitor') && !has(row, 'time')) return goesOn;
  const isNumbered = has(last, 'number') && [...row.columns.values()].includes('number');
  return first && isNumbered && (goesOn || !has(row, 'work') || !/[.;:]\s*$/u.test(wordsOf(text, last, 'work')));
}

export function joined(last: TableRow, rest: TableRow): TableRow {
  const cells = new Map(last.cells);
  for (const [column, spans] of rest.cells) cells.set(column, [...(cells.get(column) ?? []), ...spans]);
  return { ...last, cells };
}

export function taskOfRow(text: string, row: TableRow, reader: Reader, sentence: number): DraftTask | null {
  const [work] = of(row, 'work');
  if (!work) return null;
  const names = (kind: Column, read: (spans: readonly Span[]) => NamedOwner[]): NamedOwner[] => of(row, kind).flatMap(read);
  const owners = [
    ...names('lead', (spans) => leadsIn(text, spans)),
    ...names('support', (spans) => namesIn(text, spans, 'support')),
    ...names('monitor', (spans) => namesIn(text, spans, 'monitor')),
  ];
  const leads = owners.filter((owner) => owner.role === 'lead');
  const [time] = of(row, 'time');
  const isTitle = has(row, 'number') && !/\d/u.test(wordsOf(text, row, 'number'));
  if (leads.length === 0 && (time === undefined || isTitle)) return null;
  const deadline = time === undefined ? null : timeOf(text, time, reader);
  const [first, last] = [trimmed(text, work[0] as Span), trimmed(text, work.at(-1) as Span)];
  return {
    clauseId: row.clauseId,
    span: { start: first.start, end: last.end },
    action: wordsOf(text, row, 'work'),
    owners,
    inheritedFrom: null,
    deadline,
    rules: ['task/table-row'],
    review: [...(leads.length === 0 ? ['owner-missing'] : []), ...(time !== undefined && deadline === null ? ['deadline-unresolved'] : [])],
    sentence,
  };
}

const of = (row: TableRow, kind: Column): (readonly Span[])[] =>
  [...row.cells].filter(([column]) => row.columns.get(column) === kind).map(([, spans]) => spans);
const has = (row: TableRow, kind: Column): boolean => of(row, kind).length > 0;

const wordsOf = (text: string, row: TableRow, kind: Column): string =>
  (of(row, kind)[0] ?? []).map((span) => text.slice(span.start, span.end).replace(/\s+/gu, ' ').trim()).join(' ');

/** Leads, and behind "chủ trì, phối hợp với" who helps them. */
function leadsIn(text: string, spans: readonly Span[]): NamedOwner[] {
  const { leads, supports } = jointCell(wholeOf(text, spans).text);
  return [...namesIn(text, spans, 'lead', leads), ...(supports === null ? [] : namesIn(text, spans, 'support', supports))];
}

function namesIn(text: string, spans: readonly Span[], role: Role, part?: Span): NamedOwner[] {
  const whole = wholeOf(text, spans);
  return namesInCell(whole.text, part ?? { start: 0, end: whole.text.length }, role).map((owner) => ({
    ...owner,
    span: owner.span && whole.placed(owner.span),
  }));
}

function timeOf(text: string, spans: readonly Span[], reader: Reader): DraftTask['deadline'] {
  const whole = wholeOf(text, spans);
  const found = readDeadlines(whole.text, reader).find((one) => one.confidence >= DOUBTFUL);
  const span = found && whole.placed(found.span);
  return found && span ? { found, span, inheritedFrom: null } : null;
}

/** The words of a cell's parts as one text, and where a part of that stands in the document: null where it runs over the cut. */
function wholeOf(text: string, spans: readonly Span[]): { readonly text: string; placed(span: Span): Span | null } {
  let whole = '';
  const parts = spans.map((span) => {
    if (whole !== '') whole += ' ';
    const at = whole.length;
    whole += text.slice(span.start, span.end);
    return { at, span, length: span.end - span.start };
  });
  return {
    text: whole,
    placed: ({ start, end }) => {
      const part = parts.find(({ at, length }) => start >= at && end <= at + length);
      return part ? { start: part.span.start + start - part.at, end: part.span.start + end - part.at } : null;
    },
  };
}

const isBlank = (text: string, span: Span): boolean => !/[\p{L}\p{N}]/u.test(text.slice(span.start, span.end));

function trimmed(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const lead = words.length - words.trimStart().length;
  return { start: span.start + lead, end: span.start + words.trimEnd().length };
}
