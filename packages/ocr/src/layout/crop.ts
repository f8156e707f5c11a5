// How is one piece of a page cut out for reading?
// Invariant: what belongs to other pieces is white in the cut, and a white rim surrounds it, so that the engine sees one piece only.
//   cutOut(page, [100, 100, 500, 200], [[480, 90, 700, 120]]) → { image, x: 88, y: 86 }
import type { Box } from '@vanban/contract';
import type { PageImage } from '@vanban/pages';

export interface Cut {
  readonly image: PageImage;
  /** Place of the cut's first pixel on the page; negative where the rim lies outside. */
  readonly x: number;
  readonly y: number;
}

const RIM = 10;

/** `box` half-open; `others` are whitened. */
export function cutOut(page: PageImage, box: Box, others: readonly Box[] = []): Cut {
  const [x0, y0] = [Math.max(0, Math.floor(box[0])), Math.max(0, Math.floor(box[1]))];
  const [x1, y1] = [Math.min(page.width, Math.ceil(box[2])), Math.min(page.height, Math.ceil(box[3]))];
  const [width, height] = [x1 - x0 + 2 * RIM, y1 - y0 + 2 * RIM];
  const data = new Uint8Array(width * height).fill(255);
  for (let y = y0; y < y1; y++) data.set(page.data.subarray(y * page.width + x0, y * page.width + x1), (y - y0 + RIM) * width + RIM);
  const [x, y] = [x0 - RIM, y0 - RIM];
  for (const other of others) whiten(data, width, height, [other[0] - x, other[1] - y, other[2] - x, other[3] - y]);
  return { image: { ...page, width, height, data }, x, y };
}

function whiten(data: Uint8Array, width: number, height: number, box: Box): void {
  const [x0, x1] = [Math.max(0, Math.floor(box[0])), Math.min(width, Math.ceil(box[2]))];
  for (let y = Math.max(0, Math.floor(box[1])); y < Math.min(height, Math.ceil(box[3])); y++)
    if (x1 > x0) data.fill(255, y * width + x0, y * width + x1);
}

export interface Squeezed extends Cut {
  /** The page's row of a row of the squeezed image. */
  readonly rowOf: (row: number) => number;
}

/** White rows that stay between lines, in inches: enough for the engine to part them. */
const WHITE = 0.09;
/** Grey from which on a pixel counts as white. */
const PAPER = 200;

/** The cut without most of its empty rows. */
export function squeeze({ image, x, y }: Cut): Squeezed {
  const { width, height, data } = image;
  const most = Math.round(WHITE * image.dpi);
  const rows: number[] = [];
  let white = 0;
  for (let row = 0; row < height; row++) {
    white = isWhite(data.subarray(row * width, (row + 1) * width)) ? white + 1 : 0;
    if (white <= most) rows.push(row);
  }
  const out = new Uint8Array(rows.length * width);
  for (const [to, from] of rows.entries()) out.set(data.subarray(from * width, (from + 1) * width), to * width);
  return { image: { ...image, height: rows.length, data: out }, x, y, rowOf: (row) => (rows[Math.min(Math.max(row, 0), rows.length - 1)] ?? 0) + y };
}

function isWhite(row: Uint8Array): boolean {
  for (let i = 0; i < row.length; i++) if ((row[i] as number) < PAPER) return false;
  return true;
}
