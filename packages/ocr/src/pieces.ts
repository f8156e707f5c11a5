// What does one piece of a page say, and is all its print accounted for?
// Invariant: lines come from top to bottom; print that the first reading passed over is read again line by line.
//   await readText(engine, page, piece) → [{ box, words: [{ text: 'Nơi', … }, …] }, …]
import { type Box, type Line, unionBox } from '@vanban/contract';
import type { PageImage } from '@vanban/pages';
import type { Engine, Segmentation } from './engine/engine.ts';
import { cutOut } from './layout/crop.ts';
import type { Fragment } from './layout/fragments.ts';
import { withoutNoise } from './noise.ts';

/** Reads a part of the page; boxes of the answer are in the page's pixels. */
export async function readBox(engine: Engine, page: PageImage, box: Box, segmentation: Segmentation, others: readonly Box[] = []): Promise<Line[]> {
  const { image, x, y } = cutOut(page, box, others);
  const move = ([x0, y0, x1, y1]: Box): Box => [x0 + x, y0 + y, x1 + x, y1 + y];
  const lines = (await engine.read(image, segmentation)).map((line) => ({
    box: move(line.box),
    words: line.words.map((word) => ({ ...word, box: move(word.box) })),
  }));
  return lines.map(withoutNoise).filter((line) => line !== null);
}

interface TextPiece {
  readonly box: Box;
  readonly others: readonly Box[];
  readonly fragments: readonly Fragment[];
}

/** Print that was passed over is read line by line. */
export async function readText(engine: Engine, page: PageImage, piece: TextPiece): Promise<Line[]> {
  const lines = await readBox(engine, page, piece.box, 'page', piece.others);
  const missed = rows(piece.fragments.filter((fragment) => fragment.letters >= 3 && coverage(fragment.box, lines) < COVERED));
  const found = await Promise.all(missed.map((row) => readBox(engine, page, room(row, page), 'line', piece.others)));
  return missed.length === 0 ? lines : [...lines, ...found.flat()].sort((a, b) => a.box[1] + a.box[3] - b.box[1] - b.box[3]);
}

/** The part of a fragment's width over which words were read, below which it counts as missed. */
const COVERED = 0.35;

function coverage(box: Box, lines: readonly Line[]): number {
  let covered = 0;
  for (const { words } of lines) {
    for (const { box: word } of words) {
      const height = Math.min(box[3], word[3]) - Math.max(box[1], word[1]);
      if (height >= 0.4 * (box[3] - box[1])) covered += Math.max(0, Math.min(box[2], word[2]) - Math.max(box[0], word[0]));
    }
  }
  return covered / (box[2] - box[0]);
}

/** Fragments that stand side by side, as one box for each line. */
function rows(fragments: readonly Fragment[]): Box[] {
  const found: Box[] = [];
  for (const { box } of [...fragments].sort((a, b) => a.box[1] - b.box[1])) {
    const last = found.findIndex((row) => Math.min(row[3], box[3]) - Math.max(row[1], box[1]) > 0.5 * Math.min(row[3] - row[1], box[3] - box[1]));
    if (last < 0) found.push(box);
    else found[last] = unionBox([found[last] as Box, box]);
  }
  return found;
}

const room = ([x0, y0, x1, y1]: Box, { dpi }: PageImage): Box => [x0 - 0.04 * dpi, y0 - 0.06 * dpi, x1 + 0.04 * dpi, y1 + 0.04 * dpi];
