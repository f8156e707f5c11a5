// Which words of a text layer say what the picture under them shows, and which were typed over bare paper?
// Invariant: decided by the picture alone: ink within a word's box, and much more of it there than on the rest of the page.
//   a layer of OCR, seen or unseen → true for its words · a signer's caption in the margin, text over a picture of paper → false
// A pattern that goes through the whole page is no ink of words.
import type { Box } from '@vanban/contract';
import type { PageImage } from '../image.ts';

/** Darker than this part of the paper is ink. */
const DARK = 0.7;
/** Printed words fill 8–35 % of the middle of their boxes with ink, specks less than 3 %. */
const INKED = 0.05;
/** So many times the ink of the rest of the page must lie under the words. */
const TIMES = 3;
/** Pixels between two samples: a stroke of a 200 dpi scan is three wide. */
const STEP = 2;

/** Boxes are in the picture's pixels. */
export function inkUnder(image: PageImage, boxes: readonly Box[]): boolean[] {
  const sample = sampler(image);
  const inside = boxes.map((box) => clipped(box, image));
  const shares = inside.map((box) => inkIn(sample, middleOf(box)));
  const inked = shares.filter((share) => share >= INKED);
  const under = inked.reduce((sum, share) => sum + share, 0) / Math.max(1, inked.length);
  const stands = under >= TIMES * inkBeside(image, sample, inside);
  return shares.map((share) => stands && share >= INKED);
}

/** The part of a box that lies on the picture: a font may claim letters as wide as it likes. */
function clipped([x0, y0, x1, y1]: Box, { width, height }: PageImage): Box {
  const within = (value: number, end: number): number => Math.min(end, Math.max(0, value));
  return [within(x0, width), within(y0, height), within(x1, width), within(y1, height)];
}

/** True where the pixel is dark. */
type Sample = (x: number, y: number) => boolean;

function sampler({ width, height, channels, data }: PageImage): Sample {
  const value = (x: number, y: number): number => data[(y * width + x) * channels + (channels === 3 ? 1 : 0)] as number;
  const some: number[] = [];
  for (let y = 0; y < height; y += 16) for (let x = 0; x < width; x += 16) some.push(value(x, y));
  const paper = some.sort((a, b) => a - b)[some.length >> 1] ?? 255;
  return (x, y) => value(x, y) < paper * DARK;
}

/** Without the room above and below the small letters, into which neighbouring lines reach. */
const middleOf = ([x0, y0, x1, y1]: Box): Box => [x0, y0 + (y1 - y0) * 0.25, x1, y1 - (y1 - y0) * 0.2];

function inkIn(sample: Sample, [x0, y0, x1, y1]: Box): number {
  let [dark, all] = [0, 0];
  for (let y = Math.floor(y0); y < y1; y += STEP) {
    for (let x = Math.floor(x0); x < x1; x += STEP) {
      all++;
      if (sample(x, y)) dark++;
    }
  }
  return all === 0 ? 0 : dark / all;
}

/** The dark share of what no word lies over. */
function inkBeside({ width, height }: PageImage, sample: Sample, boxes: readonly Box[]): number {
  const columns = Math.ceil(width / 8);
  const covered = new Uint8Array(columns * Math.ceil(height / 8));
  for (const [x0, y0, x1, y1] of boxes) {
    for (let y = y0 >> 3; y <= Math.min(height - 1, y1) >> 3; y++)
      covered.fill(1, y * columns + (x0 >> 3), y * columns + (Math.min(width - 1, x1) >> 3) + 1);
  }
  let [dark, all] = [0, 0];
  for (let y = 4; y < height; y += 8) {
    for (let x = 4; x < width; x += 8) {
      if (covered[(y >> 3) * columns + (x >> 3)]) continue;
      all++;
      if (sample(x, y)) dark++;
    }
  }
  return all === 0 ? 0 : dark / all;
}
