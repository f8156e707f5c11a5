// What does one piece of a page say, and is all its print accounted for?
// Invariant: lines come from top to bottom; print that the first reading passed over is read again line by line.
//   await readPiece(engine, page, piece) → [{ box, words: [{ text: 'Nơi', … }, …] }, …]
import { type Box, type Line, unionBox } from '@vanban/contract';
import { type PageImage, scaleGrey, sharpen } from '@vanban/pages';
import { isDoubtful, weighLine } from './doubt.ts';
import type { Engine, Segmentation } from './engine/engine.ts';
import { type Cut, cutOut } from './layout/crop.ts';
import type { Fragment } from './layout/fragments.ts';
import { withoutNoise } from './noise.ts';

/** Reads a part of the page; boxes of the answer are in the page's pixels. */
export async function readBox(engine: Engine, page: PageImage, box: Box, segmentation: Segmentation, others: readonly Box[] = []): Promise<Line[]> {
  const cut = cutOut(page, box, others);
  return (await readCut(engine, cut, cut.image, 1, segmentation)).map(withoutNoise).filter((line) => line !== null);
}

/** Reads a cut in a version of it that is `scale` times as large. */
async function readCut(engine: Engine, { x, y }: Cut, version: PageImage, scale: number, segmentation: Segmentation): Promise<Line[]> {
  const move = (box: Box): Box => box.map((edge, i) => Math.round(edge / scale) + (i % 2 === 0 ? x : y)) as Box;
  const lines = await engine.read(version, segmentation);
  return lines.map((line) => ({ box: move(line.box), words: line.words.map((word) => ({ ...word, box: move(word.box) })) }));
}

interface TextPiece {
  readonly box: Box;
  readonly others: readonly Box[];
  readonly fragments: readonly Fragment[];
}

/** Print that was passed over is read line by line, then what is doubtful is read again in other versions. */
export async function readText(engine: Engine, page: PageImage, piece: TextPiece, again: boolean): Promise<Line[]> {
  const lines = await readAllPrint(engine, page, piece);
  const doubtful = again ? lines.filter(isDoubtful) : [];
  if (doubtful.length === 0) return lines;
  const sure = lines.filter((line) => !isDoubtful(line)).map((line) => line.box);
  const cut = cutOut(page, piece.box, [...piece.others, ...sure.filter((box) => !doubtful.some((line) => overlaps(line.box, box)))]);
  const versions = [
    await readCut(engine, cut, sharpen(scaleGrey(cut.image, LARGER), SHARPER), LARGER, 'page'),
    await readCut(engine, cut, scaleGrey(cut.image, SMALLER), SMALLER, 'page'),
  ];
  return lines.map((line) => (doubtful.includes(line) ? weighLine(line, versions) : line));
}

/** The two versions that, of seven tried on transcribed scans, err most differently from the first reading. */
const [LARGER, SHARPER, SMALLER] = [1.25, 1.2, 0.87];

const overlaps = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

async function readAllPrint(engine: Engine, page: PageImage, piece: TextPiece): Promise<Line[]> {
  const lines = await readBox(engine, page, piece.box, 'page', piece.others);
  const missed = rows(piece.fragments.filter((fragment) => fragment.letters >= 3 && coverage(fragment.box, lines) < COVERED));
  for (const row of missed) lines.push(...(await readBox(engine, page, room(row, page), 'line', piece.others)));
  return missed.length === 0 ? lines : lines.sort((a, b) => a.box[1] + a.box[3] - b.box[1] - b.box[3]);
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
