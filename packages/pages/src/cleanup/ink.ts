// Which pixels are ink? One threshold for the page, between the paper and the print.
// Invariant: the threshold lies well under the paper's own grey, so that bleed-through and an empty page's noise are not ink.
//   inkOf(page) → 1 where dark, 0 elsewhere, row-major
import type { PageImage } from '../image.ts';

/** The grey under which a pixel counts as ink: Otsu's split, kept under three quarters of the paper. */
export function inkThreshold(image: PageImage): number {
  if (image.bilevel) return 128;
  const known = thresholds.get(image);
  if (known !== undefined) return known;
  const histogram = histogramOf(image.data);
  const paper = paperLevel(histogram, image.data.length);
  const threshold = Math.max(Math.min(otsu(histogram, image.data.length), paper * 0.75), paper * 0.35);
  thresholds.set(image, threshold);
  return threshold;
}

/** A page's threshold is asked for by every step of its layout; images are never changed in place. */
const thresholds = new WeakMap<PageImage, number>();

/** Kept for as long as the image is, since every step asks for it: nobody may change it. */
export function inkOf(image: PageImage, threshold = inkThreshold(image)): Uint8Array {
  const known = inks.get(image);
  if (known?.threshold === threshold) return known.ink;
  const { data } = image;
  const ink = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) if ((data[i] as number) < threshold) ink[i] = 1;
  inks.set(image, { threshold, ink });
  return ink;
}

/** The ink that was asked for last. */
const inks = new WeakMap<PageImage, { readonly threshold: number; readonly ink: Uint8Array }>();

function histogramOf(data: Uint8Array): Uint32Array {
  const histogram = new Uint32Array(256);
  for (let i = 0; i < data.length; i++) {
    const value = data[i] as number;
    histogram[value] = (histogram[value] as number) + 1;
  }
  return histogram;
}

/** The grey of most of the page's brighter half. */
function paperLevel(histogram: Uint32Array, total: number): number {
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += histogram[value] as number;
    if (seen >= total * 0.6) return value;
  }
  return 255;
}

function otsu(histogram: Uint32Array, total: number): number {
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
