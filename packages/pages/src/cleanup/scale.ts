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
  const rows = stretchDown(image.data, image.width, image.height, height);
  const data = stretchAcross(rows, image.width, height, width);
  return { width, height, dpi: image.dpi * factor, channels: 1, data, bilevel: false };
}

function stretchDown(data: Uint8Array, width: number, from: number, to: number): Uint8Array {
  const out = new Uint8Array(width * to);
  const sums = new Float32Array(width);
  const { starts, ends, weights } = tapsFor(from, to);
  for (let y = 0, k = 0; y < to; y++) {
    sums.fill(0.5);
    for (let row = starts[y] as number; row < (ends[y] as number); row++, k++) {
      const weight = weights[k] as number;
      for (let x = 0, i = row * width; x < width; x++, i++) sums[x] = (sums[x] as number) + weight * (data[i] as number);
    }
    out.set(sums, y * width);
  }
  return out;
}

function stretchAcross(data: Uint8Array, from: number, lines: number, to: number): Uint8Array {
  const out = new Uint8Array(lines * to);
  const { starts, ends, weights } = tapsFor(from, to);
  for (let line = 0; line < lines; line++) {
    const row = line * from;
    for (let x = 0, k = 0; x < to; x++) {
      let sum = 0.5;
      for (let i = row + (starts[x] as number), end = row + (ends[x] as number); i < end; i++, k++)
        sum += (weights[k] as number) * (data[i] as number);
      out[line * to + x] = sum;
    }
  }
  return out;
}

/** Source samples that make up each new sample, from `starts` to `ends`, and one after the other how much of each. */
interface Taps {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly weights: Float32Array;
}

function tapsFor(from: number, to: number): Taps {
  const [starts, ends] = [new Int32Array(to), new Int32Array(to)];
  const weights: number[] = [];
  for (let x = 0; x < to; x++) {
    const { start, parts } = from > to ? areaPart(from, to, x) : linearPart(from, to, x);
    starts[x] = start;
    ends[x] = start + parts.length;
    weights.push(...parts);
  }
  return { starts, ends, weights: Float32Array.from(weights) };
}

interface Part {
  readonly start: number;
  readonly parts: readonly number[];
}

function areaPart(from: number, to: number, x: number): Part {
  const step = from / to;
  const [begin, end] = [x * step, Math.min(from, (x + 1) * step)];
  const start = Math.floor(begin);
  const count = Math.max(1, Math.ceil(end - 1e-6) - start);
  const part = (k: number): number => (Math.min(end, start + k + 1) - Math.max(begin, start + k)) / (end - begin);
  return { start, parts: Array.from({ length: count }, (_, k) => part(k)) };
}

function linearPart(from: number, to: number, x: number): Part {
  const centre = Math.min(from - 1, Math.max(0, ((x + 0.5) * from) / to - 0.5));
  const start = Math.min(Math.floor(centre), Math.max(0, from - 2));
  const part = centre - start;
  return { start, parts: from === 1 ? [1] : [1 - part, part] };
}
