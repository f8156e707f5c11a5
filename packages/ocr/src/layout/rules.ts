// Which ink is ruling: long thin strokes across or down the page, and what does the page look like without it?
// Invariant: erasing a rule leaves the strokes of letters that cross it; letters are never rules (no letter of print is a quarter of an inch long and so thin).
//   findRules(page) → { across: [[100, 220, 900, 223]], down: [] }   then   eraseRules(page, ink, rules)
import type { Box } from '@vanban/contract';
import { findComponents, inkOf, inkThreshold, type PageImage } from '@vanban/pages';

export interface Rules {
  readonly across: readonly Box[];
  readonly down: readonly Box[];
}

/** In inches: shortest run of ink that counts, longest rule's thickness, breaks that are bridged along a rule. */
const SHORTEST = 0.3;
const THICKEST = 0.045;
const BREAK = 0.01;
const PIECES_APART = 0.2;
/** Part of a rule's length where nothing stands on it or hangs from it; under a line of print it is about a half. */
const FREE = 0.82;

export function findRules(image: PageImage): Rules {
  const { width, height, dpi } = image;
  const ink = ruleInk(image);
  const across = straightStrokes(ink, width, height, dpi);
  const down = straightStrokes(transpose(ink, width, height), height, width, dpi).map(([y0, x0, y1, x1]): Box => [x0, y0, x1, y1]);
  return { across, down };
}

/** Thin rules print greyer than letters, so they are looked for with a milder threshold. */
const ruleInk = (image: PageImage): Uint8Array => inkOf(image, image.bilevel ? 128 : Math.min(225, inkThreshold(image) * 1.18));

function straightStrokes(ink: Uint8Array, width: number, height: number, dpi: number): Box[] {
  const mask = longRuns(ink, width, height, Math.round(SHORTEST * dpi), Math.round(BREAK * dpi));
  const { count, boxes } = findComponents(mask, width, height);
  const pieces: Box[] = [];
  for (let c = 0; c < count; c++) {
    const box = [...boxes.subarray(c * 4, c * 4 + 4)] as Box;
    const [long, thick] = [box[2] - box[0], box[3] - box[1]];
    if (thick <= THICKEST * dpi + long / 100 && long >= thick * 6 && freePart(ink, width, height, box, THICKEST * dpi) >= FREE) pieces.push(box);
  }
  return joinPieces(pieces, dpi);
}

/** Ink in runs of at least `shortest`, where breaks up to `gap` count as ink. */
function longRuns(ink: Uint8Array, width: number, height: number, shortest: number, gap: number): Uint8Array {
  const mask = new Uint8Array(ink.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let [begin, end] = [-1, -1];
    for (let x = 0; x <= width; x++) {
      if (x < width && ink[row + x] === 1) {
        if (begin < 0) begin = x;
        end = x + 1;
      } else if (begin >= 0 && (x === width || x - end >= gap)) {
        if (end - begin >= shortest) mask.fill(1, row + begin, row + end);
        begin = -1;
      }
    }
  }
  return mask;
}

/** The part of a stroke's columns whose ink is no thicker than a rule. */
function freePart(ink: Uint8Array, width: number, height: number, [x0, y0, x1, y1]: Box, thickest: number): number {
  let free = 0;
  for (let x = x0; x < x1; x++) {
    const [begin, end] = strokeThrough(ink, x, width, height, y0, y1);
    if (end - begin <= thickest) free++;
  }
  return free / (x1 - x0);
}

/** The stretch of ink across a rule at one place, `from` to `to` and whatever hangs on it; empty where the rule is broken. */
function strokeThrough(ink: Uint8Array, base: number, step: number, size: number, from: number, to: number): [number, number] {
  let [begin, end] = [Math.max(0, from), Math.min(size, to)];
  while (begin < end && ink[base + begin * step] === 0) begin++;
  while (end > begin && ink[base + (end - 1) * step] === 0) end--;
  if (begin === end) return [begin, end];
  while (begin > 0 && ink[base + (begin - 1) * step] === 1) begin--;
  while (end < size && ink[base + end * step] === 1) end++;
  return [begin, end];
}

/** Pieces of one rule, parted by a break or a slight slope, become one. */
function joinPieces(pieces: readonly Box[], dpi: number): Box[] {
  const joined: Box[] = [];
  for (const piece of [...pieces].sort((a, b) => a[0] - b[0])) {
    const mate = joined.findIndex((rule) => piece[0] - rule[2] <= PIECES_APART * dpi && Math.abs(middle(rule) - middle(piece)) <= 0.025 * dpi);
    const rule = joined[mate];
    if (!rule) joined.push(piece);
    else joined[mate] = [rule[0], Math.min(rule[1], piece[1]), Math.max(rule[2], piece[2]), Math.max(rule[3], piece[3])];
  }
  return joined;
}

const middle = (box: Box): number => (box[1] + box[3]) / 2;

function transpose(data: Uint8Array, width: number, height: number): Uint8Array {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = data[y * width + x] as number;
  return out;
}

/** The page with its rules whitened, except where a letter's stroke runs through. */
export function eraseRules(image: PageImage, rules: Rules): PageImage {
  const { width, height, dpi } = image;
  const ink = ruleInk(image);
  const data = image.data.slice();
  const thickest = Math.round(THICKEST * dpi);
  for (const [x0, y0, x1, y1] of rules.across) eraseRule({ data, ink, along: 1, over: width, size: height, thickest }, x0, x1, y0, y1);
  for (const [x0, y0, x1, y1] of rules.down) eraseRule({ data, ink, along: width, over: 1, size: width, thickest }, y0, y1, x0, x1);
  return { ...image, data };
}

interface Canvas {
  readonly data: Uint8Array;
  readonly ink: Uint8Array;
  /** Steps between pixels along a rule and across it, and the page's size across it. */
  readonly along: number;
  readonly over: number;
  readonly size: number;
  readonly thickest: number;
}

/** Whitens one rule from `begin` to `end` along it, where it lies between `from` and `to`; a slanting rule is followed, so print beside it stays. */
function eraseRule(canvas: Canvas, begin: number, end: number, from: number, to: number): void {
  const { data, ink, along, over, size, thickest } = canvas;
  const course = courseOf(canvas, begin, end, from, to);
  for (let at = begin; at < end; at++) {
    const place = Math.round(course(at));
    const [top, bottom] = strokeThrough(ink, at * along, over, size, place - 1, place + 2);
    if (top === bottom || bottom - top > thickest) continue;
    for (let k = Math.max(0, top - 1); k < Math.min(size, bottom + 1); k++) data[at * along + k * over] = 255;
  }
}

/** Where the middle of a rule lies at each place along it: a straight line through the places where nothing touches it. */
function courseOf({ ink, along, over, size, thickest }: Canvas, begin: number, end: number, from: number, to: number): (at: number) => number {
  let [n, sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0, 0];
  for (let at = begin; at < end; at++) {
    const [top, bottom] = strokeThrough(ink, at * along, over, size, from, to);
    if (top === bottom || bottom - top > thickest / 2) continue;
    const [x, y] = [at - begin, (top + bottom - 1) / 2];
    n++;
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumXY += x * y;
  }
  const spread = n * sumXX - sumX * sumX;
  if (n < 2 || spread === 0) return () => (from + to - 1) / 2;
  const slope = (n * sumXY - sumX * sumY) / spread;
  return (at) => (sumY - slope * sumX) / n + slope * (at - begin);
}
