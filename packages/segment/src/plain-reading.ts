// A Reading of plain text, for tests of the packages that read Readings: one page for each form feed, one word for each run of letters.
//   plainReading('Số: 1/A-B\n\nKính gửi: Sở C')   lines at the same offsets as in the text, blank lines kept as one
// Products read text files through packages/pages; this keeps tests free of it.
import type { Reading, ReadingLine, ReadingPage, ReadingWord } from '@vanban/contract';

export function plainReading(source: string): Reading {
  const text = source
    .normalize('NFC')
    .replace(/(?<![ \t])[ \t]+$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  const lines: ReadingLine[] = [];
  const words: ReadingWord[] = [];
  const pages: ReadingPage[] = [];
  let [page, block] = [1, 0];
  for (const match of text.matchAll(/[^\n\f]+|\n\n|\f/gu)) {
    if (match[0] === '\f') page++;
    if (match[0] === '\n\n') block++;
    if (match[0].trim() === '') continue;
    const [start, y] = [match.index, lines.length];
    const span = { start, end: start + match[0].length };
    lines.push({ span, page, box: [0, y, match[0].length, y + 1], block, role: 'body' });
    for (const word of match[0].matchAll(/\S+/gu)) {
      const at = start + word.index;
      words.push({ span: { start: at, end: at + word[0].length }, page, box: [word.index, y, word.index + word[0].length, y + 1], confidence: 1 });
    }
  }
  for (let number = 1; number <= page; number++) {
    const own = lines.filter((line) => line.page === number);
    const span = { start: own[0]?.span.start ?? text.length, end: own.at(-1)?.span.end ?? text.length };
    pages.push({ number, width: 120, height: own.length, dpi: 0, origin: 'text', rotation: 0, skew: 0, blank: false, confidence: 1, span });
  }
  return { text, pages, lines, words, tables: [], repairs: [], warnings: [] };
}
