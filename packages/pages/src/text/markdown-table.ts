// Tables that Markdown draws with bars: rows of `| a | b |` under a heading row and a rule `|---|---|`; the rule and the outer bars may be missing.
// Invariant: each cell's words keep their place in the grid; a row shorter than the heading row is filled with empty cells.
//   | TT | Nhiệm vụ |        →  2 columns; the rule itself is no row
//   |----|----------|
// A bar written `\|` belongs to the cell's text; `<br>` begins a new line in it.
import type { Cell, Line, TableBlock } from '@vanban/contract';
import { unionBox } from '@vanban/contract';
import type { GridLine } from './grid.ts';
import { lineOf } from './grid.ts';

/** `| 1. | Xây dựng đề án |`, and without the outer bars `1 | Xây dựng đề án | Sở Nội vụ`; not a line with a single bar in it. */
export function isTableRow(text: string): boolean {
  return (isFramed(text) && text.trim().length > 1) || (text.match(/ \| /gu)?.length ?? 0) > 1;
}

const isFramed = (text: string): boolean => /^\s*\|.*\|\s*$/u.test(text);

/** `|---|:--:|`; not `| a | - |`. */
export function isTableRule(text: string): boolean {
  return /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/u.test(text);
}

export function tableOf(rows: readonly GridLine[]): TableBlock {
  const grid = rows.map(piecesOf);
  const columns = Math.max(1, ...grid.map((row) => row.length));
  const cells = grid.flatMap((row, index) =>
    Array.from({ length: columns }, (_, column) => cellOf(row[column], rows[index]?.row ?? 0, index, column)),
  );
  return { kind: 'table', box: unionBox(cells.map((cell) => cell.box)), rows: rows.length, columns, cells };
}

export const cellCount = (text: string): number => piecesOf({ text, row: 0 }).length;

interface Piece {
  readonly text: string;
  readonly offset: number;
}

function piecesOf(row: GridLine): Piece[] {
  const pieces: Piece[] = [];
  const framed = isFramed(row.text);
  let start = framed ? row.text.indexOf('|') + 1 : 0;
  for (let i = start; i < row.text.length; i++) {
    if (row.text[i] !== '|' || row.text[i - 1] === '\\') continue;
    pieces.push({ text: row.text.slice(start, i), offset: start });
    start = i + 1;
  }
  if (!framed) pieces.push({ text: row.text.slice(start), offset: start });
  return pieces;
}

function cellOf(piece: Piece | undefined, gridRow: number, row: number, column: number): Cell {
  const { text, offset } = piece ?? { text: '', offset: 0 };
  const lines: Line[] = [];
  let at = 0;
  for (const part of text.replace(/\\\|/gu, ' |').split(/<br\s*\/?>/iu)) {
    const line = lineOf(part, gridRow, offset + at);
    if (line.words.length > 0) lines.push(line);
    at += part.length + 4;
  }
  return { row, column, rowSpan: 1, columnSpan: 1, box: [offset, gridRow, offset + text.length, gridRow + 1], lines };
}
