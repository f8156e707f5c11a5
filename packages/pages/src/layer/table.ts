// A ruled frame → a table: rows, columns, and cells that may span several of them.
// Invariant: every place of the grid lies in exactly one cell; a merged cell stands at its first row and column; numbering is dense from 0.
//   a border is missing between two places → they are one cell
// Boxes are points of the upright page. What stands in the cells is put there by reading.ts. A frame with one cell is a box around text, not a table.
import type { Box, Grid, GridCell } from '@vanban/contract';
import type { Frame, Rule } from './rules.ts';
import { TOUCH } from './rules.ts';

/** More places than this are graph paper or hatching. */
const MOST = 10_000;
/** Part of a side that must be ruled to part two places. */
const RULED = 0.6;

export function gridOf(frame: Frame): Grid | null {
  const ys = places(frame.horizontal);
  const xs = places(frame.vertical);
  if (ys.length < 2 || xs.length < 2 || ys.length * xs.length > MOST) return null;
  const cells = dense(mergedCells(frame, xs, ys));
  if (cells.length < 2) return null;
  return {
    box: [xs[0] as number, ys[0] as number, xs.at(-1) as number, ys.at(-1) as number],
    rows: Math.max(...cells.map((cell) => cell.row + cell.rowSpan)),
    columns: Math.max(...cells.map((cell) => cell.column + cell.columnSpan)),
    cells,
  };
}

function places(rules: readonly Rule[]): number[] {
  const found: number[] = [];
  for (const { at } of rules.toSorted((a, b) => a.at - b.at)) {
    if (found.length === 0 || at - (found.at(-1) as number) > TOUCH) found.push(at);
  }
  return found;
}

function mergedCells(frame: Frame, xs: readonly number[], ys: readonly number[]): GridCell[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const parent = Array.from({ length: rows * columns }, (_, index) => index);
  const root = (index: number): number => (parent[index] === index ? index : root(parent[index] as number));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column;
      const [x0, x1, y0, y1] = [xs[column] as number, xs[column + 1] as number, ys[row] as number, ys[row + 1] as number];
      if (column + 1 < columns && !ruled(frame.vertical, x1, y0, y1)) parent[root(here + 1)] = root(here);
      if (row + 1 < rows && !ruled(frame.horizontal, y1, x0, x1)) parent[root(here + columns)] = root(here);
    }
  }
  const groups = Map.groupBy(parent.keys(), root);
  return [...groups.values()].map((members) => {
    const [rowsOf, columnsOf] = [members.map((one) => Math.floor(one / columns)), members.map((one) => one % columns)];
    const [row, column, lastRow, lastColumn] = [Math.min(...rowsOf), Math.min(...columnsOf), Math.max(...rowsOf), Math.max(...columnsOf)];
    const box: Box = [xs[column] as number, ys[row] as number, xs[lastColumn + 1] as number, ys[lastRow + 1] as number];
    return { row, column, rowSpan: lastRow - row + 1, columnSpan: lastColumn - column + 1, box };
  });
}

/** Whether lines at this place cover most of the stretch. */
function ruled(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  const near = rules.filter((rule) => Math.abs(rule.at - at) <= TOUCH);
  const covered = near.reduce((sum, rule) => sum + Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from)), 0);
  return covered >= (to - from) * RULED;
}

/** Rows and columns in which no cell begins (a line that only some cells have) are counted out. */
function dense(cells: readonly GridCell[]): GridCell[] {
  const rank = (values: readonly number[]): ((value: number) => number) => {
    const sorted = [...new Set(values)].toSorted((a, b) => a - b);
    return (value) => {
      const index = sorted.findIndex((one) => one >= value);
      return index < 0 ? sorted.length : index;
    };
  };
  const rowAt = rank(cells.map((cell) => cell.row));
  const columnAt = rank(cells.map((cell) => cell.column));
  return cells
    .map((cell) => {
      const [row, column] = [rowAt(cell.row), columnAt(cell.column)];
      return { ...cell, row, column, rowSpan: rowAt(cell.row + cell.rowSpan) - row, columnSpan: columnAt(cell.column + cell.columnSpan) - column };
    })
    .toSorted((a, b) => a.row - b.row || a.column - b.column);
}
