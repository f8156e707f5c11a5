// A plain text restored with its layout: indents, empty lines and gaps stay where they are.
// Invariant: outside of repairs the text comes back character by character (in NFC); repairs are spans over the text that comes back.
//   restoreText(restorer, '  Kinh gui:\n\n\tSo Y te') → "  Kính gửi:\n\n\tSở Y tế"
// Form feeds part pages; tables are taken as lines.
import type { Box, Line, PageReading, Reading, ReadingWord, Repair, TextBlock, Warning } from '@vanban/contract';
import { unionBox } from '@vanban/contract';
import { toNfc } from '@vanban/text';
import type { Restorer } from './restorer.ts';

export interface RestoredText {
  readonly text: string;
  readonly repairs: readonly Repair[];
  readonly warnings: readonly Warning[];
}

export async function restoreText(restorer: Restorer, text: string): Promise<RestoredText> {
  const pages = toNfc(text)
    .split('\f')
    .map((page) => page.split('\n'));
  const reading = await restorer.restore(pages.map((lines, i) => pageOf(lines, i + 1)));
  return laidOut(pages, reading);
}

function pageOf(lines: readonly string[], number: number): PageReading {
  const blocks: TextBlock[] = [];
  let open: Line[] = [];
  const close = (): void => {
    if (open.length > 0) blocks.push({ kind: 'text', role: 'body', box: unionBox(open.map((line) => line.box)), lines: open });
    open = [];
  };
  lines.forEach((text, row) => {
    const words = [...text.matchAll(/\S+/gu)].map((match) => ({
      text: match[0],
      box: [match.index, row, match.index + match[0].length, row + 1] as Box,
      confidence: 1,
    }));
    if (words.length === 0) close();
    else open.push({ words, box: unionBox(words.map((word) => word.box)) });
  });
  close();
  const width = Math.max(0, ...lines.map((line) => line.length));
  const size = { width, height: lines.length, dpi: 72, rotation: 0, skew: 0 } as const;
  return { number, ...size, origin: 'text', blank: blocks.length === 0, confidence: 1, blocks, warnings: [] };
}

/** Puts the words of the reading back between the blanks of the lines that they came from. */
function laidOut(pages: readonly (readonly string[])[], reading: Reading): RestoredText {
  let text = '';
  const moved = new Map<number, number>();
  const rows = rowsOf(reading);
  pages.forEach((lines, page) => {
    if (page > 0) text += '\f';
    lines.forEach((line, row) => {
      if (row > 0) text += '\n';
      let column = 0;
      for (const word of rows.get(`${page + 1}:${row}`) ?? []) {
        const gap = line.slice(Math.ceil(column), Math.floor(word.box[0]));
        text += /^\s*$/u.test(gap) && (gap !== '' || column === 0) ? gap : ' ';
        moved.set(word.span.start, text.length);
        text += reading.text.slice(word.span.start, word.span.end);
        column = word.box[2];
      }
      text += /\s*$/u.exec(line)?.[0] ?? '';
    });
  });
  const repairs = reading.repairs.map((repair) => ({ ...repair, span: movedSpan(repair, reading, moved) }));
  return { text, repairs, warnings: reading.warnings };
}

function rowsOf(reading: Reading): Map<string, ReadingWord[]> {
  const rows = new Map<string, ReadingWord[]>();
  for (const word of reading.words) {
    const key = `${word.page}:${word.box[1]}`;
    const row = rows.get(key);
    if (row) row.push(word);
    else rows.set(key, [word]);
  }
  return rows;
}

function movedSpan({ span }: Repair, reading: Reading, moved: ReadonlyMap<number, number>): Repair['span'] {
  const at = (offset: number): number => {
    const word = wordAt(reading.words, offset);
    return word === undefined ? offset : (moved.get(word.span.start) ?? 0) + offset - word.span.start;
  };
  return { start: at(span.start), end: at(span.end - 1) + 1 };
}

/** The last word that begins at or before the offset; words are sorted. */
function wordAt(words: readonly ReadingWord[], offset: number): ReadingWord | undefined {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] as ReadingWord).span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return words[low - 1];
}
