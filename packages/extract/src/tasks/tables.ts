// Which tasks stand in the rows of an assignment table (STT | nhiệm vụ | chủ trì | phối hợp | thời hạn | kết quả)?
// Invariant: a table counts only where its heading names a column of work and one of who or when; a heading repeated on the next page is no row; a table without
// heading that follows one of as many columns goes on with it; a row cut by a page end is one task.
//   | 1. | Xây dựng Đề án | Bộ Nội vụ | Các bộ, ngành | Đề án | 6/2025 | → lead Bộ Nội vụ, support Các bộ, ngành, within June 2025
import type { Reading, ReadingCell, ReadingTable, Role, Segmentation, Span } from '@vanban/contract';
import { DOUBTFUL, readDeadlines } from '@vanban/deadlines';
import { fold } from '@vanban/text';
import { namesInCell } from './cell-names.ts';
import type { DraftTask, NamedOwner } from './draft.ts';
import type { Reader } from './unit.ts';

type Column = 'work' | 'lead' | 'support' | 'monitor' | 'time' | 'number' | 'result';
type Columns = ReadonlyMap<number, Column>;

const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(?:stt|tt|so tt|so thu tu)$/u],
  ['support', /phoi hop/u],
  ['monitor', /(?:theo doi|don doc|giam sat|lanh dao phu trach|chi dao)/u],
  [
    'lead',
    /(?:chu tri|thuc hien$|(?:don vi|co quan|nguoi|bo phan|ca nhan|phong|to chuc)[^|]{0,20}(?:thuc hien|phu trach|dam nhiem|dau moi)|phan cong|dau moi|trach nhiem)/u,
  ],
  ['time', /(?:thoi han|thoi gian|tien do|han hoan thanh|hoan thanh|ngay hoan thanh|han cuoi|lo trinh)/u],
  ['result', /(?:ket qua|san pham|ghi chu)/u],
  ['work', /(?:nhiem vu|noi dung|cong viec|ten nhiem vu|hoat dong|dau viec|viec)/u],
];

export function tasksOfTables(reading: Reading, segmentation: Segmentation, reader: Reader): DraftTask[] {
  const tasks: DraftTask[] = [];
  let columns: Columns | null = null;
  let width = 0;
  for (const table of reading.tables) {
    const rows = rowsOf(table);
    const heading = headingOf(reading.text, rows);
    if (heading !== null) columns = heading.columns;
    else if (table.columns !== width) columns = null;
    width = table.columns;
    if (columns === null) continue;
    const clauseId = segmentation.parts.findLast((part) => part.span.start <= table.span.start)?.name ?? '';
    for (const row of rows.slice(heading?.rows ?? 0)) addRow(reading, reader, row, columns, clauseId, tasks);
  }
  return tasks;
}

type Row = readonly (ReadingCell | undefined)[];

/** Rows with merged cells standing in each place that they cover. */
function rowsOf(table: ReadingTable): Row[] {
  const rows: (ReadingCell | undefined)[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells)
    for (let row = cell.row; row < Math.min(table.rows, cell.row + cell.rowSpan); row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) (rows[row] as (ReadingCell | undefined)[])[column] = cell;
  return rows;
}

/** The heading in the first rows: which column holds what, and how many rows it takes. */
function headingOf(text: string, rows: readonly Row[]): { columns: Columns; rows: number } | null {
  for (let count = 1; count <= Math.min(3, rows.length); count++) {
    const columns = new Map<number, Column>();
    for (const row of rows.slice(0, count))
      row.forEach((cell, column) => {
        const kind = kindOf(text, cell);
        if (kind !== null) columns.set(column, kind);
      });
    const kinds = [...columns.values()];
    if (kinds.includes('work') && (kinds.includes('lead') || (kinds.includes('time') && kinds.includes('number')))) return { columns, rows: count };
  }
  return null;
}

function kindOf(text: string, cell: ReadingCell | undefined): Column | null {
  const words =
    cell === undefined
      ? ''
      : fold(text.slice(cell.span.start, cell.span.end))
          .replace(/[\s*]+/gu, ' ')
          .trim();
  if (words === '' || words.length > 80) return null;
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

function addRow(reading: Reading, reader: Reader, row: Row, columns: Columns, clauseId: string, tasks: DraftTask[]): void {
  const cells = (kind: Column): Span[] =>
    [...new Set(row.filter((_, i) => columns.get(i) === kind))].flatMap((cell) =>
      cell === undefined || isBlank(reading.text, cell.span) ? [] : [cell.span],
    );
  const work = cells('work')[0];
  if (work === undefined) return;
  const names = (kind: Column, role: Role): NamedOwner[] => cells(kind).flatMap((span) => namesInCell(reading.text, span, role));
  const owners = [...names('lead', 'lead'), ...names('support', 'support'), ...names('monitor', 'monitor')];
  const time = cells('time')[0];
  const last = tasks.at(-1);
  const words = reading.text.slice(work.start, work.end);
  if (last !== undefined && cells('number').length === 0 && owners.length === 0 && time === undefined && /^\s*\p{Ll}/u.test(words)) {
    Object.assign(last, { action: `${last.action} ${words.replace(/\s+/gu, ' ').trim()}`, span: { start: last.span.start, end: work.end } });
    return;
  }
  const leads = owners.filter((owner) => owner.role === 'lead');
  const number = cells('number')[0];
  const isTitle = number !== undefined && !/\d/u.test(reading.text.slice(number.start, number.end));
  if (leads.length === 0 && (time === undefined || isTitle)) return;
  const deadline = time === undefined ? null : timeOf(reading.text, time, reader);
  tasks.push({
    clauseId,
    span: trimmed(reading.text, work),
    action: words.replace(/\s+/gu, ' ').trim(),
    owners,
    inheritedFrom: null,
    deadline,
    rules: ['task/table-row'],
    review: [...(leads.length === 0 ? ['owner-missing'] : []), ...(time !== undefined && deadline === null ? ['deadline-unresolved'] : [])],
    sentence: tasks.length,
  });
}

function timeOf(text: string, span: Span, reader: Reader): DraftTask['deadline'] {
  const found = readDeadlines(text.slice(span.start, span.end), reader).find((one) => one.confidence >= DOUBTFUL);
  if (found === undefined) return null;
  return { found, span: { start: span.start + found.span.start, end: span.start + found.span.end }, inheritedFrom: null };
}

const isBlank = (text: string, span: Span): boolean => !/[\p{L}\p{N}]/u.test(text.slice(span.start, span.end));

function trimmed(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const lead = words.length - words.trimStart().length;
  return { start: span.start + lead, end: span.start + words.trimEnd().length };
}
