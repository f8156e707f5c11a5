// What did the `tesseract` command say of each picture? Rows of its table:
// level, page, block, paragraph, line, word, left, top, width, height, confidence, text. Level 1 begins a page, 4 is a line, 5 a word.
//   linesOf("1\t1\t…\n4\t1\t…\n5\t1\t…\tKính\n") → Map { 1 → [{ box, words: [{ text: 'Kính', … }] }] }
import type { Box } from '@vanban/contract';
import type { EngineLine, EngineWord } from './engine.ts';

/** Lines with words of each page, by the page's number. */
export function linesOf(table: string): Map<number, EngineLine[]> {
  const pages = new Map<number, { box: Box; words: EngineWord[] }[]>();
  for (const row of table.split('\n')) {
    const cells = row.split('\t');
    const [level, page, x, y, width, height, confidence] = [0, 1, 6, 7, 8, 9, 10].map((i) => Number(cells[i])) as Seven;
    const box: Box = [x, y, x + width, y + height];
    const text = (cells[11] ?? '').trim();
    if (level === 1) pages.set(page, []);
    else if (level === 4) pages.get(page)?.push({ box, words: [] });
    else if (level === 5 && text !== '')
      pages
        .get(page)
        ?.at(-1)
        ?.words.push({ text, box, confidence: Math.max(0, confidence / 100) });
  }
  return new Map([...pages].map(([page, lines]) => [page, lines.filter((line) => line.words.length > 0)]));
}

type Seven = [number, number, number, number, number, number, number];
