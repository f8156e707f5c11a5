// Which pixels are ink? One threshold for the page, between the paper and the print.
// Invariant: the threshold lies well under the paper's own grey, so that bleed-through and an empty page's noise are not ink.
//   inkOf(page) → 1 where dark, 0 elsewhere, row-major
import type { PageImage } from '../image.ts';

/** The grey under which a pixel counts as ink: Otsu's split, kept under three quarters of the paper. */
export function inkThreshold(image: PageImage): number {
  if (image.bilevel) return 128;
  const histogram = new Float64Array(256);
  for (const value of image.data) (histogram[value] as number)++;
  const paper = paperLevel(histogram, image.data.length);
  return Math.max(Math.min(otsu(histogram, image.data.length), paper * 0.75), paper * 0.35);
}

export function inkOf(image: PageImage, threshold = inkThreshold(image)): Uint8Array {
  const ink = new Uint8Array(image.data.length);
  for (let i = 0; i < ink.length; i++) ink[i] = (image.data[i] as number) < threshold ? 1 : 0;
  return ink;
}

/** The grey of most of the page's brighter half. */
function paperLevel(histogram: Float64Array, total: number): number {
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += histogram[value] as number;
    if (seen >= total * 0.6) return value;
  }
  return 255;
}

function otsu(histogram: Float64Array, total: number): number {
  let all = 0;
  for (let value = 0; value < 256; value++) all += value * (histogram[value] as number);
  let [dark, darkSum, best, split] = [0, 0, -1, 128];
  for (let value = 0; value < 255; value++) {
    dark += histogram[value] as number;
    darkSum += value * (histogram[value] as number);
    if (dark === 0 || dark === total) continue;
    const difference = darkSum / dark - (all - darkSum) / (total - dark);
    const between = dark * (total - dark) * difference * difference;
    if (between > best) [best, split] = [between, value + 1];
  }
  return split;
}
