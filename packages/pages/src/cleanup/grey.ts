// Which one grey does OCR read, and what was printed in red beside it?
// Invariant: black print stays, also under a seal; red seals, stamps and blue pens fade to paper; a page without colour stays as it is.
//   toGrey({ channels: 3, data: [200, 20, 30] }) → 255        toGrey({ data: [40, 42, 41] }) → about 41
// Weak colour far from any coloured ink is JPEG's colour noise around black letters: it is averaged, or letters would thin.
import type { PageImage } from '../image.ts';

/** Mean colour of a small block, against the paper's own tint, from which on there is coloured ink in it; and of one pixel. */
const COLOURED_BLOCK = 14;
const COLOURED = 64;
/** Side of a block in inches: wide enough to average JPEG's colour noise away, narrower than a letter. */
const BLOCK = 0.02;
/** Strongest channel below which a coloured pixel is black print with colour over it, and above which it is colour alone. */
const [BLACK, PAPER] = [90, 140];

export function toGrey(image: PageImage): PageImage {
  if (image.channels === 1) return image;
  const { width, height, data } = image;
  const near = nearColour(image);
  const grey = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < grey.length; i++, j += 3) {
    const [red, green, blue] = [data[j] as number, data[j + 1] as number, data[j + 2] as number];
    grey[i] = near[i] ? faded(red, green, blue) : (77 * red + 151 * green + 28 * blue) >> 8;
  }
  return { ...image, channels: 1, data: grey };
}

/** Near coloured ink: the strongest channel, and lighter the more coloured and the lighter it is, unless it is so dark that black lies beneath. */
function faded(red: number, green: number, blue: number): number {
  const strongest = Math.max(red, green, blue);
  if (strongest <= BLACK) return strongest;
  const colour = strongest - Math.min(red, green, blue);
  const lift = Math.min(1, (strongest - BLACK) / (PAPER - BLACK));
  return Math.min(255, strongest + lift * colour + Math.max(0, strongest - PAPER) * 0.8);
}

/** 1 for every pixel in a block with coloured ink or in a block beside one. */
function nearColour({ width, height, dpi, data }: PageImage): Uint8Array {
  const side = Math.max(2, Math.round(BLOCK * dpi));
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)];
  const [tintRed, tintBlue] = [new Int32Array(columns * rows), new Int32Array(columns * rows)];
  for (let y = 0; y < height; y++) {
    let block = Math.floor(y / side) * columns;
    for (let x = 0, j = y * width * 3; x < width; block++) {
      let [red, blue] = [0, 0];
      for (const end = Math.min(width, x + side); x < end; x++, j += 3) {
        const green = data[j + 1] as number;
        red += (data[j] as number) - green;
        blue += (data[j + 2] as number) - green;
      }
      tintRed[block] = (tintRed[block] as number) + red;
      tintBlue[block] = (tintBlue[block] as number) + blue;
    }
  }
  const limit = COLOURED_BLOCK * side * side;
  const [paperRed, paperBlue] = [median(tintRed), median(tintBlue)];
  const near = new Uint8Array(width * height);
  for (let block = 0; block < columns * rows; block++) {
    const [red, blue] = [(tintRed[block] as number) - paperRed, (tintBlue[block] as number) - paperBlue];
    if (Math.max(Math.abs(red), Math.abs(blue), Math.abs(red - blue)) < limit) continue;
    const [c, r] = [block % columns, Math.floor(block / columns)];
    const [x0, x1] = [Math.max(0, (c - 1) * side), Math.min(width, (c + 2) * side)];
    for (let y = Math.max(0, (r - 1) * side); y < Math.min(height, (r + 2) * side); y++) near.fill(1, y * width + x0, y * width + x1);
  }
  return near;
}

/** Of a sample, where there are very many. */
function median(values: Int32Array): number {
  const step = Math.max(1, Math.floor(values.length / SAMPLE));
  const sample = Int32Array.from({ length: Math.floor(values.length / step) }, (_, i) => values[i * step] as number).sort();
  return sample[sample.length >> 1] ?? 0;
}

const SAMPLE = 20_000;

/** Least part of the page, in square inches, that red ink must cover to be worth reading. */
const LEAST_RED = 0.01;
/** Red over the other channels at the faint rim of a stroke. */
const WEAKEST_RED = 16;

/** The red ink alone, dark on white, or null where there is none: names, titles and stamps that are printed in red are read from it. */
export function redInk(image: PageImage): PageImage | null {
  if (image.channels === 1) return null;
  const { width, height, dpi, data } = image;
  const out = new Uint8Array(width * height);
  let strong = 0;
  for (let i = 0, j = 0; i < out.length; i++, j += 3) {
    const red = (data[j] as number) - Math.max(data[j + 1] as number, data[j + 2] as number);
    if (red >= COLOURED) strong++;
    out[i] = 255 - Math.min(255, Math.max(0, (red - WEAKEST_RED) * 2));
  }
  return strong < LEAST_RED * dpi * dpi ? null : { ...image, channels: 1, data: out, bilevel: false };
}
