// A table without rules: a heading row, and below it lines whose columns are parted by white space alone.
// Invariant: rather none than a wrong one: every gutter stays free over all lines, each row begins where its number stands or where the lines are set apart,
// and its work begins with a capital letter; at least two rows.
//   STT  Nhiệm vụ            Chủ trì     Thời hạn
//   1    Xây dựng kế hoạch   Sở Y tế     Quý I         → 3 rows, 4 columns
//   2    Rà soát             Sở Nội vụ   30/6/2025
// A table that goes on without its heading on the next page is not known there; nor are rows that run over several columns.
import type { Box, Grid, GridCell } from '@vanban/contract';
import { unionBox } from '@vanban/contract';
import { type HeadingRow, headingRowAt, type Row, rowsOf } from './heading-row.ts';
import type { Segment } from './lines.ts';

export interface OpenTable {
  readonly grid: Grid;
  /** Whole visual lines. */
  readonly segments: readonly Segment[];
}

/** Room that stays free over all lines, in parts of the letters' size; blanks between words are half of it and seldom meet. */
const GUTTER = 0.5;
/** Lines further below than so many sizes of the letters, or set apart by so many usual steps. */
const [FAR, APART] = [4.5, 1.3];

/** Boxes are points, as the segments' are. */
export function openTablesOf(segments: readonly Segment[]): OpenTable[] {
  const rows = rowsOf(segments);
  const tables: OpenTable[] = [];
  for (let at = 0; at < rows.length; at++) {
    const heading = headingRowAt(rows, at);
    const table = heading && tableBelow(rows.slice(at), heading);
    if (!table) continue;
    const ids = new Set(table.rows.map(({ id }) => id));
    tables.push({ grid: table.grid, segments: segments.filter(({ row }) => ids.has(row)) });
    at += ids.size - 1;
  }
  return tables;
}

function tableBelow(rows: readonly Row[], heading: HeadingRow): { readonly grid: Grid; readonly rows: readonly Row[] } | null {
  const [head, below] = [rows.slice(0, heading.lines), rows.slice(heading.lines)];
  const { body, borders } = bodyOf(head, below, heading);
  const records = recordsOf(body, borders, heading);
  if (records === null || records.length < 2) return null;
  const all = [head, ...records];
  return { grid: gridOf(all, borders), rows: all.flat() };
}

type Interval = readonly [left: number, right: number];

/** The lines below as long as each gutter keeps some room that no word lies in; `borders` are the middles of that room. */
function bodyOf(head: readonly Row[], below: readonly Row[], { columns }: HeadingRow): { body: Row[]; borders: number[] } {
  let free = columns.slice(1).map(({ left }, index): Interval[] => [[columns[index]?.right ?? left, left]]);
  const body: Row[] = [];
  let last = head.at(-1) as Row;
  for (const row of below) {
    if (row.baseline - last.baseline > Math.max(row.size, last.size) * FAR || isSignature(row)) break;
    const left = free.map((intervals) => row.words.reduce(without, intervals));
    if (left.some((intervals) => widthOf(widest(intervals)) < row.size * GUTTER)) break;
    [free, last] = [left, row];
    body.push(row);
  }
  return { body, borders: free.map((intervals) => middle(widest(intervals))) };
}

function without(intervals: readonly Interval[], { box }: { readonly box: Box }): Interval[] {
  return intervals.flatMap(([left, right]): Interval[] => {
    if (box[2] <= left || box[0] >= right) return [[left, right]];
    return [[left, box[0]] as const, [box[2], right] as const].filter(([from, to]) => to > from);
  });
}

const widthOf = ([left, right]: Interval): number => right - left;
const middle = ([left, right]: Interval): number => (left + right) / 2;
const widest = (intervals: readonly Interval[]): Interval =>
  intervals.reduce<Interval>((best, one) => (widthOf(one) > widthOf(best) ? one : best), [0, 0]);

/** Reads: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "Nơi nhận:". Must not: "TM", "Nơi nhận hồ sơ". */
const SIGNATURE = /(?:^|\s)(?:(?:TM|KT|TL|TUQ|Q)\.\s?\p{Lu}{2}|Nơi nhận\s?:)/u;
const isSignature = ({ words }: Row): boolean => SIGNATURE.test(words.map(({ text }) => text).join(' '));

/** The lines of each row of the table; null where they cannot be told apart. */
function recordsOf(body: readonly Row[], borders: readonly number[], { columns }: HeadingRow): Row[][] | null {
  const at = (heading: string): number => columns.findIndex((column) => column.heading === heading);
  const cellOf = (rows: readonly Row[], column: number): string =>
    rows.flatMap(({ words }) => words.filter(({ box }) => columnAt(borders, box) === column).map(({ text }) => text)).join(' ');
  const isNumbered = (row: Row): boolean => NUMBER.test(cellOf([row], at('number')));
  const isSound = (rows: readonly Row[]): boolean => rows.length > 0 && BEGINS.test(cellOf(rows, at('work')));
  const apart = stepOf(body.filter((row) => cellOf([row], at('work')) !== '')) * APART;
  const bands = cutBefore(body, (row, above) => row.baseline - above.baseline > apart);
  if (at('number') < 0) return bands.every((band) => isSound(band) && countOf(band, borders) >= 3) ? bands : null;
  if (body.some((row) => cellOf([row], at('number')) !== '' && !isNumbered(row))) return null;
  const isEachNumbered = bands.length > 1 && bands.every((band) => band.filter(isNumbered).length === 1);
  const records = isEachNumbered ? bands : cutBefore(body, isNumbered);
  const isNumberedFirst = isEachNumbered || records.every((record) => isNumbered(record[0] as Row));
  return isNumberedFirst && records.every(isSound) ? records : null;
}

/** "1", "2.", "1.3", "IV", "a)"; not "Nơi". */
const NUMBER = /^(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[a-zđ])[.)]?$/u;
/** What is to be done begins so, in whichever case numbers or quotation marks stand before it. */
const BEGINS = /^[^\p{L}]*\p{Lu}/u;

const columnAt = (borders: readonly number[], box: Box): number => borders.filter((border) => border < (box[0] + box[2]) / 2).length;
const countOf = (rows: readonly Row[], borders: readonly number[]): number =>
  new Set(rows.flatMap(({ words }) => words.map(({ box }) => columnAt(borders, box)))).size;

/** The usual distance of two lines of one column: a small one, since rows of one line are set further apart. */
function stepOf(body: readonly Row[]): number {
  const steps = body.slice(1).map((row, index) => row.baseline - (body[index] as Row).baseline);
  return steps.toSorted((a, b) => a - b)[steps.length >> 2] ?? 0;
}

function cutBefore(body: readonly Row[], begins: (row: Row, above: Row) => boolean): Row[][] {
  const groups: Row[][] = [];
  for (const [index, row] of body.entries()) {
    if (index === 0 || begins(row, body[index - 1] as Row)) groups.push([row]);
    else groups.at(-1)?.push(row);
  }
  return groups;
}

function gridOf(records: readonly (readonly Row[])[], borders: readonly number[]): Grid {
  const boxes = records.map((rows) => unionBox(rows.flatMap(({ words }) => words.map(({ box }) => box))));
  const whole = unionBox(boxes);
  const xs = [whole[0] - 1, ...borders, whole[2] + 1];
  const between = boxes.slice(1).map((box, index) => (box[1] + (boxes[index] as Box)[3]) / 2);
  const ys = [whole[1] - 1, ...between, whole[3] + 1];
  const cells = records.flatMap((_, row) =>
    xs.slice(1).map((right, column): GridCell => {
      const box: Box = [xs[column] as number, ys[row] as number, right, ys[row + 1] as number];
      return { row, column, rowSpan: 1, columnSpan: 1, box };
    }),
  );
  return { box: [whole[0] - 1, whole[1] - 1, whole[2] + 1, whole[3] + 1], rows: records.length, columns: xs.length - 1, cells };
}
