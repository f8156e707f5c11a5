// Which assignment tables does a text hold that prints one cell a line, as converters of office files do?
// Invariant: a table counts only where the lines of its heading name a number, the work and who or when, and its rows are numbered 1, 2, 3 … on lines of their
// own; cells come in the columns' order. Linear in the text's length.
//   "TT" "Nhiệm vụ" "Chủ trì" "Thời gian" / "1" "Rà soát quy hoạch" "Sở A" "Quý II/2026" → a table of two rows
// Rows that leave a cell out are placed from their end: the time, before it who helps and who leads, before these the work.
import type { ReadingCell, ReadingTable, Segmentation, Span } from '@vanban/contract';
import { DOUBTFUL, readDeadlines } from '@vanban/deadlines';
import { readNames } from '../owners/names.ts';
import { tokenise } from '../words/tokens.ts';
import { columnNamed } from './columns.ts';
import type { Column } from './table-row.ts';

/** Longer lines are no heading of a column. */
const LONGEST_TITLE = 70;
const MOST_COLUMNS = 8;
const FEWEST_ROWS = 2;
/** Longer cells hold no names or times. */
const LONGEST_NAMES = 260;

/** All lines of a part but those of its foot: the heading may have been taken for the end of a title, a row's number for a page's. */
export function listedTables(text: string, { segments, parts }: Segmentation): ReadingTable[] {
  return parts.flatMap(({ span }, index) => {
    const foot = segments.filter(({ kind, part }) => part === index && (kind === 'recipients' || kind === 'signature'));
    const lines = linesOf(text, span);
    return tablesIn(
      text,
      foot.length === 0 ? lines : lines.filter((line) => !foot.some((one) => line.start >= one.span.start && line.end <= one.span.end)),
    );
  });
}

function linesOf(text: string, { start, end }: Span): Span[] {
  return Array.from(text.slice(start, end).matchAll(/[^\n]*\S[^\n]*/gu), ({ 0: line, index }) => {
    const from = start + index + (line.length - line.trimStart().length);
    return { start: from, end: from + line.trim().length };
  });
}

function tablesIn(text: string, lines: readonly Span[]): ReadingTable[] {
  const tables: ReadingTable[] = [];
  for (let i = 0; i < lines.length; i++) {
    const heading = headingAt(text, lines, i);
    if (heading === null) continue;
    const rows = rowsFrom(text, lines, i + heading.length);
    if (rows.rows.length < FEWEST_ROWS) continue;
    tables.push(tableOf(text, lines.slice(i, i + heading.length), heading, rows.rows));
    i = rows.next - 1;
  }
  return tables;
}

/** The columns that the lines from here on name, up to the first row or the row that numbers the columns. */
function headingAt(text: string, lines: readonly Span[], from: number): Column[] | null {
  if (wordsOf(text, lines[from]) === '' || columnNamed(wordsOf(text, lines[from])) !== 'number') return null;
  const columns: Column[] = [];
  for (let i = from; i < Math.min(lines.length, from + MOST_COLUMNS); i++) {
    const words = wordsOf(text, lines[i]);
    if (/^\(?\d/u.test(words) || words.length > LONGEST_TITLE) break;
    columns.push(columnNamed(words) ?? 'result');
  }
  const assigns = columns.includes('work') && (columns.includes('lead') || columns.includes('time'));
  return assigns && columns.length > 2 ? columns : null;
}

/** Rows as lines behind their numbers; a Roman numeral or a letter alone begins a title between rows. */
function rowsFrom(text: string, lines: readonly Span[], from: number): { rows: Span[][]; next: number } {
  const rows: Span[][] = [];
  let at = from;
  while (/^\(\d{1,2}\)/u.test(wordsOf(text, lines[at]))) at++;
  let isTitle = false;
  for (; at < lines.length; at++) {
    const line = lines[at] as Span;
    const words = wordsOf(text, line);
    if (/^\d{1,3}[.)]?$/u.test(words) && Number.parseInt(words, 10) === rows.length + 1) rows.push([line]);
    else if (rows.length === 0 || /^S?TT$/u.test(words)) break;
    else if (!/^(?:[IVX]{1,4}|[A-H])[.)]?$/u.test(words) && !isTitle) rows.at(-1)?.push(line);
    isTitle = /^(?:[IVX]{1,4}|[A-H])[.)]?$/u.test(words);
  }
  return { rows, next: at };
}

const wordsOf = (text: string, line: Span | undefined): string => (line === undefined ? '' : text.slice(line.start, line.end));

function tableOf(text: string, titles: readonly Span[], heading: readonly Column[], rows: readonly (readonly Span[])[]): ReadingTable {
  const cells = titles.map((span, column) => cellOf(span, 0, column));
  const whole = rows.flatMap((lines) => subRows(text, lines));
  whole.forEach((lines, index) => {
    for (const [column, span] of placedIn(text, heading, lines)) cells.push(cellOf(span, index + 1, column));
  });
  const all = [...titles, ...rows.flat()];
  const span = { start: (all[0] as Span).start, end: Math.max(...all.map(({ end }) => end)) };
  return { page: 1, span, box: [0, 0, 0, 0], rows: whole.length + 1, columns: heading.length, cells };
}

/** "1 | Tổ chức tuyên truyền | a) | Hội nghị phổ biến | Cục A | … | b) | …": a title and the rows below it that letters or figures number. */
function subRows(text: string, lines: readonly Span[]): (readonly Span[])[] {
  const rows: Span[][] = [];
  for (const line of lines)
    if (rows.length === 0 || /^(?:[a-zđ]\)|\d{1,3}\.\d{1,2}[.)]?)$/u.test(wordsOf(text, line))) rows.push([line]);
    else rows.at(-1)?.push(line);
  return rows;
}

const cellOf = (span: Span, row: number, column: number): ReadingCell => ({ row, column, rowSpan: 1, columnSpan: 1, span, box: [0, 0, 0, 0] });

/** Which line is which column's cell. */
function placedIn(text: string, heading: readonly Column[], lines: readonly Span[]): [number, Span][] {
  const bare = heading.at(-1) === 'result' ? heading.length - 1 : heading.length;
  const whole = lines.length === heading.length || lines.length === bare;
  const at = heading.indexOf('time');
  if (whole && (at < 0 || isTime(text, lines[at] as Span))) return lines.map((span, column) => [column, span]);
  const time = at >= 0 ? lines.findLastIndex((line) => isTime(text, line)) : -1;
  const placed: [number, Span][] = [[0, lines[0] as Span]];
  let rest = time > 0 ? time : lines.length;
  if (time > 0) placed.push([at, lines[time] as Span]);
  const who = (['support', 'lead'] as const).filter((column) => heading.includes(column));
  const named = who.filter((_, i) => rest - 1 - i > 1 && isNames(text, lines[rest - 1 - i]));
  for (const column of named.length < who.length ? (['lead'] as const).slice(0, named.length) : who) {
    rest--;
    placed.push([heading.indexOf(column), lines[rest] as Span]);
  }
  if (rest > 1) placed.push([heading.indexOf('work'), { start: (lines[1] as Span).start, end: (lines[rest - 1] as Span).end }]);
  return placed;
}

const isNames = (text: string, line: Span | undefined): boolean => {
  const words = wordsOf(text, line);
  return words.length <= LONGEST_NAMES && readNames(tokenise(words), 0, false) !== null;
};

const isTime = (text: string, line: Span): boolean => {
  const words = wordsOf(text, line);
  return words.length <= LONGEST_NAMES && readDeadlines(words, { issuedOn: null, year: null }).some(({ confidence }) => confidence >= DOUBTFUL);
};
