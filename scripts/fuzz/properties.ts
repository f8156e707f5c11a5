// What must hold of a page and of a record, whatever the input was.
import type { Block, Box, Line, PageReading, Record } from '@vanban/contract';
import { Fault, holds } from './target.ts';

const isBox = (box: Box): boolean => box.every(Number.isFinite) && box[0] <= box[2] && box[1] <= box[3];
const linesOf = (block: Block): readonly Line[] => (block.kind === 'text' ? block.lines : block.cells.flatMap((cell) => cell.lines));

export function checkReading(reading: PageReading): void {
  holds(reading.width > 0 && reading.height > 0 && Number.isFinite(reading.width * reading.height), `a page of ${reading.width} × ${reading.height}`);
  holds(reading.confidence >= 0 && reading.confidence <= 1, `confidence ${reading.confidence}`);
  for (const block of reading.blocks) {
    holds(isBox(block.box), `a block at ${block.box}`);
    if (block.kind === 'table') checkTable(block);
    for (const line of linesOf(block)) checkLine(line);
  }
}

function checkLine(line: Line): void {
  holds(line.words.length > 0 && isBox(line.box), `a line of ${line.words.length} words at ${line.box}`);
  for (const { text, box, confidence } of line.words) {
    holds(text.trim() !== '' && text === text.normalize('NFC'), `the word ${JSON.stringify(text.slice(0, 80))}`);
    holds(isBox(box), `a word at ${box}`);
    holds(confidence >= 0 && confidence <= 1, `a word's confidence ${confidence}`);
  }
}

function checkTable({ rows, columns, cells }: Extract<Block, { kind: 'table' }>): void {
  for (const { row, column, rowSpan, columnSpan, box } of cells) {
    holds(isBox(box), `a cell at ${box}`);
    const fits = row >= 0 && column >= 0 && rowSpan > 0 && columnSpan > 0 && row + rowSpan <= rows && column + columnSpan <= columns;
    holds(fits, `a cell at ${row}+${rowSpan}, ${column}+${columnSpan} in a table of ${rows} × ${columns}`);
  }
}

/** What the schema and the publishing stage do not say: the words of each thing stand at its span. */
export function checkRecord(record: Record): void {
  const at = ({ start, end }: { start: number; end: number }): string => record.text.slice(start, end);
  for (const { id, span, anchors, deadline } of record.tasks) {
    holds(at(span).trim() !== '' && anchors.length > 0, `task ${id} has no words or no place`);
    if (deadline?.span && !standsIn(wordsOf(deadline.text), wordsOf(at(deadline.span))))
      throw new Fault(`the deadline of ${id} does not stand at its span`);
  }
  const clauses = [...record.clauses];
  for (const clause of clauses) {
    holds(clause.anchors.length > 0, `clause ${clause.id} has no place`);
    clauses.push(...clause.children);
  }
}

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

/** The same words from first to last; a page number or another line that cuts them may lie between. */
function standsIn(words: readonly string[], place: readonly string[]): boolean {
  if (words[0] !== place[0] || words.at(-1) !== place.at(-1)) return false;
  let next = 0;
  for (const word of place) if (word === words[next]) next++;
  return next === words.length;
}
