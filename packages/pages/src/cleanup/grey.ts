// Which one grey does OCR read, and what was printed in red beside it?
// Invariant: black print stays, also under a seal; red seals, stamps and blue pens fade to paper; a page without colour stays as it is.
//   toGrey({ channels: 3, data: [200, 20, 30] }) → 255        toGrey({ data: [40, 42, 41] }) → about 41
// Weak colour far from any coloured ink is JPEG's colour noise around black letters: it is averaged, or letters would thin.
import type { PageImage } from '../image.ts';

/** Difference between the strongest and the weakest channel from which on a pixel is coloured ink, and at the rim of such ink. */
const COLOURED = 64;
const COLOURED_RIM = 14;
/** How far the rim of a coloured stroke reaches, in inches. */
const RIM = 0.022;
/** Strongest channel below which a coloured pixel is black print with colour over it, and above which it is colour alone. */
const [BLACK, PAPER] = [100, 165];

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
  const colour = strongest - Math.min(red, green, blue);
  if (strongest <= BLACK) return colour < COLOURED_RIM ? (77 * red + 151 * green + 28 * blue) >> 8 : strongest;
  const lift = Math.min(1, (strongest - BLACK) / (PAPER - BLACK));
  return Math.min(255, strongest + lift * colour + Math.max(0, strongest - PAPER) * 0.8);
}

/** 1 for every pixel within a rim's width of coloured ink. */
function nearColour({ width, height, dpi, data }: PageImage): Uint8Array {
  const strong = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < strong.length; i++, j += 3) {
    const [red, green, blue] = [data[j] as number, data[j + 1] as number, data[j + 2] as number];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) >= COLOURED) strong[i] = 1;
  }
  const reach = Math.max(1, Math.round(RIM * dpi));
  return spread(spread(strong, height, width, width, 1, reach), width, height, 1, width, reach);
}

/** Widens marks by `reach` along lines of `length` samples, `step` apart. */
function spread(marks: Uint8Array, lines: number, length: number, lineStep: number, step: number, reach: number): Uint8Array {
  const out = new Uint8Array(marks.length);
  for (let line = 0; line < lines; line++) {
    let until = -1;
    for (let at = 0; at < length + reach; at++) {
      if (at < length && marks[line * lineStep + at * step]) until = at + 2 * reach;
      const target = at - reach;
      if (target >= 0 && target < length && at <= until) out[line * lineStep + target * step] = 1;
    }
  }
  return out;
}

/** Least part of the page, in square inches, that red ink must cover to be worth reading. */
const LEAST_RED = 0.01;

/** The red ink alone, dark on white, or null where there is none: names, titles and stamps that are printed in red are read from it. */
export function redInk(image: PageImage): PageImage | null {
  if (image.channels === 1) return null;
  const { width, height, dpi, data } = image;
  const out = new Uint8Array(width * height);
  let strong = 0;
  for (let i = 0, j = 0; i < out.length; i++, j += 3) {
    const red = (data[j] as number) - Math.max(data[j + 1] as number, data[j + 2] as number);
    if (red >= COLOURED) strong++;
    out[i] = 255 - Math.min(255, Math.max(0, (red - COLOURED_RIM) * 2.2));
  }
  return strong < LEAST_RED * dpi * dpi ? null : { ...image, channels: 1, data: out, bilevel: false };
}
