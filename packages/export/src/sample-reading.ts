// A reading for tests: eleven words on one upright A4 page at 200 dpi.
import type { Box, Reading } from '@vanban/contract';

const WORDS: readonly (readonly [string, Box])[] = [
  ['Nghị', [200, 300, 290, 340]],
  ['quyết', [310, 300, 420, 340]],
  ['số', [440, 300, 480, 340]],
  ['57-NQ/TW', [500, 300, 700, 340]],
  ['của', [200, 360, 270, 400]],
  ['Bộ', [290, 360, 340, 400]],
  ['Chính', [360, 360, 460, 400]],
  ['trị', [480, 360, 520, 400]],
  ['về', [540, 360, 580, 400]],
  ['đột', [600, 360, 660, 400]],
  ['phá', [680, 360, 740, 400]],
];

/** One upright A4 page at 200 dpi, as it stands after OCR of a page that had to be turned by `rotation`. */
export function readingOf(rotation: 0 | 90 | 180 | 270): Reading {
  let text = '';
  const words = WORDS.map(([word, box]) => {
    const start = text.length === 0 ? 0 : text.length + 1;
    text += `${text.length === 0 ? '' : ' '}${word}`;
    return { span: { start, end: text.length }, page: 1, box, confidence: 0.9 };
  });
  const lines = [0, 4].map((first, index) => {
    const last = index === 0 ? 3 : words.length - 1;
    return {
      span: { start: words[first]?.span.start ?? 0, end: words[last]?.span.end ?? 0 },
      page: 1,
      box: [200, 300, 740, 400] as Box,
      block: 0,
      role: 'body' as const,
    };
  });
  const page = {
    number: 1,
    width: 1654,
    height: 2339,
    dpi: 200,
    origin: 'ocr' as const,
    rotation,
    skew: 0,
    blank: false,
    confidence: 0.9,
    span: { start: 0, end: text.length },
  };
  return { text, pages: [page], words, lines, tables: [], repairs: [], warnings: [] };
}
