// Text without a printed page (a Word file's) laid out on a grid of characters: x counts columns, y counts lines.
// Invariant: parts keep their order; no two words share a place; every word of every part stands on the page.
//   layOut([{ kind: 'lines', lines: ['Kính gửi: Sở Y tế'] }, { kind: 'columns', left: […], right: […] }], 1)
// It does not wrap long lines: a paragraph is one line, as in a text file.
import type { Block, BlockRole, Cell, PageReading, TextBlock, Warning } from '@vanban/contract';
import { unionBox } from '@vanban/contract';
import { toNfc } from '@vanban/text';
import { gridPage, lineOf } from './grid.ts';

export interface GridTableCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly lines: readonly string[];
}

export type GridPart =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'columns'; readonly left: readonly string[]; readonly right: readonly string[] }
  | { readonly kind: 'table'; readonly rows: number; readonly columns: number; readonly cells: readonly GridTableCell[] };

export function layOut(parts: readonly GridPart[], number: number, warnings: readonly Warning[] = []): PageReading {
  const blocks: Block[] = [];
  let row = 0;
  for (const part of parts) {
    const placed = place(part, row);
    if (placed.blocks.length === 0) continue;
    blocks.push(...placed.blocks);
    row = placed.end + 1;
  }
  const [, , width, height] = unionBox(blocks.map((block) => block.box));
  return gridPage({ number, width, height, blocks, warnings });
}

interface Placed {
  readonly blocks: readonly Block[];
  readonly end: number;
}

function place(part: GridPart, row: number): Placed {
  if (part.kind === 'table') return placeTable(part, row);
  if (part.kind === 'lines') {
    const block = textBlock('body', part.lines, row, 0);
    return { blocks: block, end: row + part.lines.length };
  }
  const gutter = Math.max(0, ...part.left.map((line) => line.length)) + 8;
  const blocks = [...textBlock('column', part.left, row, 0), ...textBlock('column', part.right, row, gutter)];
  return { blocks, end: row + Math.max(part.left.length, part.right.length) };
}

/** No block for lines without words. */
function textBlock(role: BlockRole, lines: readonly string[], row: number, offset: number): TextBlock[] {
  const placed = lines.map((line, index) => lineOf(toNfc(line), row + index, offset)).filter((line) => line.words.length > 0);
  return placed.length === 0 ? [] : [{ kind: 'text', role, box: unionBox(placed.map((line) => line.box)), lines: placed }];
}

function placeTable(table: Extract<GridPart, { kind: 'table' }>, top: number): Placed {
  if (table.cells.every((cell) => cell.lines.every((line) => line.trim() === ''))) return { blocks: [], end: top };
  const size = (lines: readonly string[]): number => Math.max(1, ...lines.map((line) => line.length));
  const widths = Array.from({ length: table.columns }, (_, column) =>
    Math.max(4, ...table.cells.filter((cell) => cell.column === column && cell.columnSpan === 1).map((cell) => size(cell.lines))),
  );
  const heights = Array.from({ length: table.rows }, (_, row) =>
    Math.max(1, ...table.cells.filter((cell) => cell.row === row).map((cell) => Math.ceil(cell.lines.length / cell.rowSpan))),
  );
  const sum = (values: readonly number[], end: number, gap: number): number => values.slice(0, end).reduce((all, value) => all + value + gap, 0);
  const cells = table.cells.map((cell): Cell => {
    const [x, y] = [sum(widths, cell.column, 3), top + sum(heights, cell.row, 0)];
    const [x1, y1] = [sum(widths, cell.column + cell.columnSpan, 3) - 3, top + sum(heights, cell.row + cell.rowSpan, 0)];
    const { row, column, rowSpan, columnSpan } = cell;
    const lines = cell.lines.map((line, index) => lineOf(toNfc(line), y + index, x)).filter((line) => line.words.length > 0);
    return { row, column, rowSpan, columnSpan, box: [x, y, x1, y1], lines };
  });
  const box = unionBox(cells.map((cell) => cell.box));
  return { blocks: [{ kind: 'table', box, rows: table.rows, columns: table.columns, cells }], end: box[3] };
}
