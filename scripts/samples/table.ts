// A ruled table on the press: cells wrapped, rows as high as their highest cell, broken between rows where the sheet ends.
// Its truth stands cell by cell, row after row, each printed line on a line of its own.
import { BODY, fontOf, LEADING, LEFT, type Press, RIGHT, type Sheet, wrap } from './press.ts';

const [PADDING, RULE, SIZE] = [10, 2, BODY * 0.92];

/** `rows`: the first is the head, set bold. A first column of numbers stays narrow. */
export function setTable(press: Press, rows: readonly (readonly string[])[]): void {
  const edges = edgesOf(rows);
  for (const [index, row] of rows.entries()) setRow(press, row, edges, index === 0);
  press.sheet.y += LEADING / 2;
}

/** Left edges of the columns and the right edge of the last. */
function edgesOf(rows: readonly (readonly string[])[]): number[] {
  const [head = []] = rows;
  const weights = head.map((_, column) => weightOf(rows.map((row) => row[column] ?? '')));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let at = LEFT;
  return [LEFT, ...weights.map((weight) => (at += ((RIGHT - LEFT) * weight) / whole))].map(Math.round);
}

/** Letters that a column should have room for: never less than its longest word. */
function weightOf(cells: readonly string[]): number {
  const longest = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));
  return Math.max(5, longest(cells.flatMap((cell) => cell.split(' '))) + 3, Math.min(34, longest(cells)));
}

function setRow(press: Press, row: readonly string[], edges: readonly number[], isHead: boolean): void {
  press.sheet.ink.font = fontOf(isHead ? 'bold' : 'normal', SIZE);
  const cells = row.map((cell, column) => wrap(press.sheet.ink, cell, cellWidth(edges, column), 0));
  const height = LEADING * Math.max(...cells.map((lines) => lines.length)) + 2 * PADDING;
  const sheet = press.room(height);
  sheet.ink.font = fontOf(isHead ? 'bold' : 'normal', SIZE);
  for (const [column, lines] of cells.entries()) setCell(sheet, lines, edges, column, height);
  drawFrame(sheet, edges, height);
  sheet.y += height;
}

const cellWidth = (edges: readonly number[], column: number): number => (edges[column + 1] ?? RIGHT) - (edges[column] ?? LEFT) - 2 * PADDING;

function setCell(sheet: Sheet, lines: readonly string[], edges: readonly number[], column: number, height: number): void {
  const top = sheet.y + (height - LEADING * lines.length) / 2;
  for (const [index, text] of lines.entries()) {
    if (!text) continue;
    sheet.ink.fillText(text, (edges[column] ?? LEFT) + PADDING, top + LEADING * (index + 0.78));
    sheet.lines.push({ text, running: false });
  }
}

function drawFrame(sheet: Sheet, edges: readonly number[], height: number): void {
  for (const x of edges) sheet.ink.fillRect(x, sheet.y, RULE, height);
  for (const y of [sheet.y, sheet.y + height]) sheet.ink.fillRect(LEFT, y, RIGHT - LEFT + RULE, RULE);
}
