// Which tasks stand in the rows of an assignment table (STT | nhiệm vụ | chủ trì | phối hợp | thời hạn | kết quả)?
// Invariant: a table counts only where its heading names a column of work and one of who or when; a heading repeated on the next page is no row; a table without
// heading that follows one of as many columns goes on with it; a row cut by a page end is one task, a merged cell cut by it counts for the rows below too.
//   | 1. | Xây dựng Đề án | Bộ Nội vụ | Các bộ, ngành | Đề án | 6/2025 | → lead Bộ Nội vụ, support Các bộ, ngành, within June 2025
import type { Reading, ReadingCell, ReadingTable, Segmentation } from '@vanban/contract';
import { columnNamed } from './columns.ts';
import type { DraftTask } from './draft.ts';
import { type Column, type Columns, isRest, joined, type Row, type TableRow, tableRow, taskOfRow } from './table-row.ts';
import type { Reader } from './unit.ts';

export function tasksOfTables(reading: Reading, segmentation: Segmentation, reader: Reader): DraftTask[] {
  const rows: TableRow[] = [];
  let columns: Columns | null = null;
  let width = 0;
  for (const table of reading.tables) {
    const all = rowsOf(table);
    const heading = headingOf(reading.text, all);
    const goesOn = columns !== null && table.columns === width;
    if (heading !== null) columns = heading.columns;
    else if (!goesOn) columns = null;
    width = table.columns;
    if (columns === null) continue;
    const clauseId = segmentation.parts.findLast((part) => part.span.start <= table.span.start)?.name ?? '';
    const body = all.slice(heading?.rows ?? 0);
    const before = goesOn ? rows.at(-1) : undefined;
    body.forEach((cells, index) => {
      const row = tableRow(reading.text, cells, columns as Columns, clauseId);
      const last = rows.at(-1);
      if (row === null) return;
      if (last && isRest(reading.text, row, last, goesOn && index === 0)) rows[rows.length - 1] = joined(last, row);
      else rows.push(before ? withCutCells(reading.text, row, before, { cells, first: body[0] as Row }) : row);
    });
  }
  return rows.flatMap((row, index) => taskOfRow(reading.text, row, reader, index) ?? []);
}

/** A cell merged over several rows that a page end cut says its words above and is empty at the top of the next page: `first` has the rows' own part of it. */
function withCutCells(text: string, row: TableRow, before: TableRow, { cells, first }: { readonly cells: Row; readonly first: Row }): TableRow {
  const filled = new Map(row.cells);
  cells.forEach((cell, column) => {
    const spans = before.cells.get(column);
    const isCut = cell !== undefined && cell === first[column] && cell.rowSpan > 1 && cell.columnSpan === 1;
    if (isCut && spans && text.slice(cell.span.start, cell.span.end).trim() === '') filled.set(column, spans);
  });
  return { ...row, cells: filled };
}

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

const kindOf = (text: string, cell: ReadingCell | undefined): Column | null =>
  cell === undefined ? null : columnNamed(text.slice(cell.span.start, cell.span.end));
