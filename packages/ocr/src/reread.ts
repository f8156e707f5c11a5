// What do doubtful lines say when they are looked at in another size?
// Invariant: lines without doubt are left alone and not read again; a second version is read only for lines whose doubtful words the first one disputes.
//   await reread(engine, page, piece, lines, plausible) → the same lines, some words chosen anew, all with their other readings
// Versions: of seven tried on transcribed scans these two err most differently from the first reading; the smaller one is the cheaper.
import type { Box, Line } from '@vanban/contract';
import { type PageImage, scaleGrey, sharpen } from '@vanban/pages';
import { findDoubt, isDisputed, type Plausibility, weighLine } from './doubt.ts';
import type { Engine } from './engine/engine.ts';
import { cutOut, squeeze } from './layout/crop.ts';

const [LARGER, SHARPER, SMALLER] = [1.25, 1.2, 0.87];

interface Place {
  readonly box: Box;
  readonly others: readonly Box[];
}

/** Reads a version of a part of the page, `scale` times as large; boxes are the page's. */
type ReadVersion = (lines: readonly Line[], scale: number, sharper: number) => Promise<Line[]>;

export async function reread(
  engine: Engine,
  page: PageImage,
  place: Place,
  lines: readonly Line[],
  plausible: Plausibility | null,
): Promise<readonly Line[]> {
  const doubt = findDoubt(lines, plausible);
  const doubtful = lines.filter((_, i) => doubt[i]?.includes(true));
  if (doubtful.length === 0) return lines;
  const read = readerOf(engine, page, place, lines);
  const smaller = await read(doubtful, SMALLER, 0);
  const once = lines.map((line, i) => (doubtful.includes(line) ? weighLine(line, doubt[i] as boolean[], [smaller]) : line));
  const disputed = lines.filter((_, i) => isDisputed(once[i] as Line, doubt[i] as boolean[]));
  if (disputed.length === 0) return once;
  const larger = await read(disputed, LARGER, SHARPER);
  return lines.map((line, i) => (disputed.includes(line) ? weighLine(line, doubt[i] as boolean[], [smaller, larger]) : (once[i] as Line)));
}

/** Everything but the lines asked for is whitened, and the white between them squeezed out: layout costs by the pixel. */
function readerOf(engine: Engine, page: PageImage, place: Place, all: readonly Line[]): ReadVersion {
  return async (lines, scale, sharper) => {
    const rest = all.filter((line) => !lines.includes(line)).map((line) => line.box);
    const hidden = rest.filter((box) => !lines.some((line) => overlaps(line.box, box)));
    const cut = squeeze(cutOut(page, place.box, [...place.others, ...hidden]));
    const version = scaleGrey(cut.image, scale);
    const read = await engine.read(sharper > 0 ? sharpen(version, sharper) : version, 'page');
    const move = ([x0, y0, x1, y1]: Box): Box => [
      Math.round(x0 / scale) + cut.x,
      cut.rowOf(Math.round(y0 / scale)),
      Math.round(x1 / scale) + cut.x,
      cut.rowOf(Math.round(y1 / scale)),
    ];
    return read.map((line) => ({ box: move(line.box), words: line.words.map((word) => ({ ...word, box: move(word.box) })) }));
  };
}

const overlaps = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
