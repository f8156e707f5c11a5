// Pictures that stand in a page of text: what recognition reads in them is put between the page's own blocks.
// Invariant: the page's own words are never changed; what a picture says comes in only where it reads as Vietnamese, else a warning stays.
//   const reading = await readPictures(page, (picture) => recogniser.read(picture));
// Logos, photographs and seals say nothing that passes.
import type { Block, Box, Line, PageReading, Warning } from '@vanban/contract';
import { judgeText } from './layer/judge.ts';
import type { EmbeddedPicture, ImagePage, ReadPage } from './source.ts';

type Recognise = (page: ImagePage) => Promise<PageReading>;

/** Fewer words, or words read with less confidence, are shapes taken for letters. */
const [WORDS, CONFIDENCE] = [8, 0.6];

/** The page's reading with what its pictures say; the same object where it has none. */
export async function readPictures(page: ReadPage, recognise: Recognise): Promise<PageReading> {
  let reading = page.reading;
  for (const picture of page.pictures ?? []) {
    const found = await recognise({ kind: 'image', number: reading.number, image: picture.image, notes: [], warnings: [] });
    reading = isText(found) ? withPicture(reading, picture, found) : withWarning(reading);
  }
  return reading;
}

const linesOf = (block: Block): readonly Line[] => (block.kind === 'text' ? block.lines : block.cells.flatMap((cell) => cell.lines));

function isText(found: PageReading): boolean {
  const judged = judgeText(found.blocks.flatMap((block) => linesOf(block).flatMap((line) => line.words.map((word) => word.text))).join(' '));
  return judged.words >= WORDS && judged.sound && found.confidence >= CONFIDENCE;
}

function withPicture(reading: PageReading, picture: EmbeddedPicture, found: PageReading): PageReading {
  const place = placing(picture, found);
  const blocks = found.blocks.map((block) => moved(block, place));
  const at = reading.blocks.findIndex((block) => (block.kind === 'table' || block.role !== 'page-number') && block.box[1] > picture.box[1]);
  const index = at < 0 ? reading.blocks.length : at;
  return { ...reading, blocks: reading.blocks.toSpliced(index, 0, ...blocks), confidence: Math.min(reading.confidence, found.confidence) };
}

/** From pixels of the recognised picture to those of the page; a picture that had to be turned is only known as a whole. */
function placing({ box }: EmbeddedPicture, found: PageReading): (inner: Box) => Box {
  if (found.rotation !== 0) return () => box;
  const [x, y] = [(box[2] - box[0]) / found.width, (box[3] - box[1]) / found.height];
  const [left, top] = box;
  return ([x0, y0, x1, y1]) => [Math.round(left + x0 * x), Math.round(top + y0 * y), Math.round(left + x1 * x), Math.round(top + y1 * y)];
}

function moved(block: Block, place: (box: Box) => Box): Block {
  const line = (one: Line): Line => ({ box: place(one.box), words: one.words.map((word) => ({ ...word, box: place(word.box) })) });
  if (block.kind === 'text') return { ...block, box: place(block.box), lines: block.lines.map(line) };
  return { ...block, box: place(block.box), cells: block.cells.map((cell) => ({ ...cell, box: place(cell.box), lines: cell.lines.map(line) })) };
}

function withWarning(reading: PageReading): PageReading {
  if (reading.warnings.some((warning) => warning.code === UNREAD)) return reading;
  const warning: Warning = { code: UNREAD, message: 'A picture in the text of this page shows nothing that could be read.', page: reading.number };
  return { ...reading, warnings: [...reading.warnings, warning] };
}

const UNREAD = 'picture-not-read';
