// A line of a text's grid of characters, and the words that stand on it.
// Invariant: a word's box is its columns and its row, so `box[2] - box[0]` is its length.
//   lineOf('Kính gửi:', 4, 0).words[1].box → [5, 4, 9, 5]
import type { Line, PageReading, Word } from '@vanban/contract';
import { unionBox } from '@vanban/contract';

/** One line of the page's grid and where it stands in it. */
export interface GridLine {
  readonly text: string;
  /** 0-based. */
  readonly row: number;
}

/** The words of a piece of a grid line that begins at column `offset`. */
export function lineOf(text: string, row: number, offset: number): Line {
  const words = [...text.matchAll(/\S+/gu)].map((match): Word => {
    const x = offset + match.index;
    return { text: match[0], box: [x, row, x + match[0].length, row + 1], confidence: 1 };
  });
  return { words, box: unionBox(words.map((word) => word.box)) };
}

/** What a page of the grid says of itself besides its blocks and its place in the document; `width` and `height` count columns and lines. */
export function gridPage(given: Pick<PageReading, 'number' | 'width' | 'height' | 'blocks' | 'warnings'>): PageReading {
  return {
    number: given.number,
    width: Math.max(1, given.width),
    height: Math.max(1, given.height),
    dpi: 1,
    origin: 'text',
    rotation: 0,
    skew: 0,
    blank: given.blocks.length === 0,
    confidence: 1,
    blocks: given.blocks,
    warnings: given.warnings,
  };
}
