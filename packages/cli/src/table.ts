// A table for the terminal: columns as wide as they need, the ones that may shrink wrapped into what is left of the line.
//   renderTable([{ title: 'Việc', shrink: 1 }, { title: 'Hạn' }], [['lập dự án', '2025-06-30']], 60)
// Plain text; no colours inside cells.
import { pad, widthOf, wrap } from './width.ts';

export interface Column {
  readonly title: string;
  /** May be made narrower than its content, its cells then take several lines; of two such columns the one with the higher figure stays wider. */
  readonly shrink?: number;
}

const GAP = '  ';
const NARROWEST = 12;

export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string {
  const widths = widthsFor(columns, rows, width);
  const lines = rows.flatMap((row) => renderRow(row, widths));
  const rule = widths.map((size) => '─'.repeat(size)).join(GAP);
  return [
    ...renderRow(
      columns.map((column) => column.title),
      widths,
    ),
    rule,
    ...lines,
  ].join('\n');
}

function widthsFor(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): number[] {
  const natural = columns.map(({ title }, i) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[i] ?? ''))));
  let over = natural.reduce((sum, size) => sum + size, GAP.length * (columns.length - 1)) - width;
  const widths = [...natural];
  while (over > 0) {
    const widest = widestOf(columns, widths);
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over--;
  }
  return widths;
}

/** The column that is widest for its weight and may still shrink; -1 for none. */
function widestOf(columns: readonly Column[], widths: readonly number[]): number {
  let [best, most] = [-1, 0];
  for (const [i, { shrink = 0 }] of columns.entries()) {
    const width = widths[i] ?? 0;
    if (shrink === 0 || width <= NARROWEST || width / shrink <= most) continue;
    [best, most] = [i, width / shrink];
  }
  return best;
}

function renderRow(row: readonly string[], widths: readonly number[]): string[] {
  const cells = widths.map((width, i) => wrap(row[i] ?? '', width));
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, i) => pad(cell[line] ?? '', widths[i] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}
