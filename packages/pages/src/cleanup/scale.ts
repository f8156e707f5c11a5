// How is a page brought to the resolution that OCR reads best (about 200 dpi)?
// Invariant: shrinking averages areas, so ink is neither lost nor thickened; a page within a tenth of the wanted size is left alone.
//   scaleFor(300) → 0.667        scaleFor(200) → 1        scaleFor(150) → 1 (enlarging was measured to gain nothing)        scaleFor(75) → 2
import type { PageImage } from '../image.ts';

const WANTED_DPI = 200;
/** Below this, letters are too small for the line finder. */
const SMALL_DPI = 110;

export function scaleFor(dpi: number): number {
  if (dpi > WANTED_DPI * 1.1) return WANTED_DPI / dpi;
  if (dpi < SMALL_DPI) return Math.min(3, Math.max(1, (WANTED_DPI * 0.75) / dpi));
  return 1;
}

/** A grey image scaled by `factor`; `dpi` goes with it. */
export function scaleGrey(image: PageImage, factor: number): PageImage {
  if (factor === 1) return image;
  const width = Math.max(1, Math.round(image.width * factor));
  const height = Math.max(1, Math.round(image.height * factor));
  const rows = stretchAcross(image.data, image.width, image.height, width);
  const data = stretchDown(rows, width, image.height, height);
  return { width, height, dpi: image.dpi * factor, channels: 1, data, bilevel: false };
}

function stretchAcross(data: Uint8Array, from: number, lines: number, to: number): Uint8Array {
  const out = new Uint8Array(lines * to);
  const taps = tapsFor(from, to);
  for (let line = 0; line < lines; line++) {
    for (let x = 0; x < to; x++) {
      const { start, weights } = taps[x] as Taps;
      let sum = 0.5;
      for (let k = 0; k < weights.length; k++) sum += (weights[k] as number) * (data[line * from + start + k] as number);
      out[line * to + x] = sum;
    }
  }
  return out;
}

function stretchDown(data: Uint8Array, width: number, from: number, to: number): Uint8Array {
  const out = new Uint8Array(width * to);
  const sums = new Float32Array(width);
  tapsFor(from, to).forEach(({ start, weights }, y) => {
    sums.fill(0.5);
    for (let k = 0; k < weights.length; k++) {
      const [weight, row] = [weights[k] as number, (start + k) * width];
      for (let x = 0; x < width; x++) sums[x] = (sums[x] as number) + weight * (data[row + x] as number);
    }
    out.set(sums, y * width);
  });
  return out;
}

const tapsFor = (from: number, to: number): Taps[] => (from > to ? areaTaps(from, to) : linearTaps(from, to));

/** Source samples that make up one new sample, and how much of each. */
interface Taps {
  readonly start: number;
  readonly weights: Float32Array;
}

function areaTaps(from: number, to: number): Taps[] {
  const step = from / to;
  return Array.from({ length: to }, (_, x) => {
    const [begin, end] = [x * step, Math.min(from, (x + 1) * step)];
    const start = Math.floor(begin);
    const weights = new Float32Array(Math.max(1, Math.ceil(end - 1e-6) - start));
    for (let k = 0; k < weights.length; k++) weights[k] = (Math.min(end, start + k + 1) - Math.max(begin, start + k)) / (end - begin);
    return { start, weights };
  });
}

function linearTaps(from: number, to: number): Taps[] {
  return Array.from({ length: to }, (_, x) => {
    const centre = Math.min(from - 1, Math.max(0, ((x + 0.5) * from) / to - 0.5));
    const start = Math.min(Math.floor(centre), Math.max(0, from - 2));
    const part = from === 1 ? 0 : centre - start;
    return { start, weights: from === 1 ? Float32Array.of(1) : Float32Array.of(1 - part, part) };
  });
}
