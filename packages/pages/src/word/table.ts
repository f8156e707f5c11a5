// A Word table's rows and cells, merged cells put together; and whether it is a table for the eye or only sets two columns side by side.
// Invariant: a merged cell stands once, at its first row and column.
//   the header of a letter is a table without rules: issuer | motto → { left, right }
import type { GridTableCell } from '../text/grid-page.ts';
import type { Styles } from './styles.ts';
import { elements, find, valueOf, wholeNumber, type XmlElement } from './xml.ts';

export interface WordTable {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridTableCell[];
}

type Mutable = { -readonly [key in keyof GridTableCell]: GridTableCell[key] };

/** Word itself goes no further than 63. */
const MOST_COLUMNS = 200;

/** `linesOf` gives the lines that a cell shows. */
export function tableOf(table: XmlElement, linesOf: (cell: XmlElement) => string[]): WordTable {
  const cells: Mutable[] = [];
  const open = new Map<number, Mutable>();
  const rows = elements(table).flatMap((child) =>
    child.name === 'w:tr' ? [child] : child.name === 'w:sdt' ? elements(find(child, 'w:sdtContent'), 'w:tr') : [],
  );
  let columns = 0;
  for (const [row, element] of rows.entries()) {
    let column = wholeNumber(valueOf(element, 'w:trPr', 'w:gridBefore'), 0, MOST_COLUMNS, 0);
    for (const cell of elements(element).flatMap((child) => (child.name === 'w:tc' ? [child] : elements(find(child, 'w:sdtContent'), 'w:tc')))) {
      const columnSpan = wholeNumber(valueOf(cell, 'w:tcPr', 'w:gridSpan'), 1, MOST_COLUMNS, 1);
      const merge = find(cell, 'w:tcPr', 'w:vMerge');
      const above = merge && merge.attributes['w:val'] !== 'restart' ? open.get(column) : undefined;
      if (above) above.rowSpan = row - above.row + 1;
      else {
        const placed = { row, column, rowSpan: 1, columnSpan, lines: linesOf(cell) };
        cells.push(placed);
        open.set(column, placed);
      }
      column += columnSpan;
    }
    columns = Math.max(columns, column);
  }
  return { rows: rows.length, columns, cells };
}

/** Two columns without any visible rule, few rows: a header or a footer. */
export function asColumns(element: XmlElement, table: WordTable, styles: Styles): { left: string[]; right: string[] } | null {
  if (isRuled(element, styles) || table.rows > 8) return null;
  const filled = table.cells.filter((cell) => cell.lines.some((line) => line.trim() !== ''));
  const starts = [...new Set(filled.map((cell) => cell.column))].toSorted((a, b) => a - b);
  if (starts.length !== 2) return null;
  const side = (column: number | undefined): string[] => filled.filter((cell) => cell.column === column).flatMap((cell) => [...cell.lines]);
  return { left: side(starts[0]), right: side(starts[1]) };
}

function isRuled(table: XmlElement, styles: Styles): boolean {
  const own = find(table, 'w:tblPr', 'w:tblBorders');
  const cells = elements(table, 'w:tr').flatMap((row) => elements(row, 'w:tc'));
  if (cells.some((cell) => shows(find(cell, 'w:tcPr', 'w:tcBorders')))) return true;
  if (own) return shows(own);
  return styles.ask(valueOf(table, 'w:tblPr', 'w:tblStyle'), (style) => find(style, 'w:tblPr', 'w:tblBorders')) !== null;
}

/** A line under the issuer's name is no rule of a table: at least two sides must be drawn. */
const shows = (borders: XmlElement | null): boolean =>
  elements(borders).filter((side) => !/^(?:nil|none)$/u.test(side.attributes['w:val'] ?? 'none')).length >= 2;
