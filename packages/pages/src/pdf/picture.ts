// The picture of a PDF page that has to be recognised: the scan itself where the page is nothing but one, else the page as a viewer paints it.
// Invariant: the result is upright as /Rotate and the picture's own placing say, and nothing painted on the page is lost without a warning.
//   const { image, toImage } = await pictureOf(page, marks, limits);   // toImage takes page points to the picture's pixels
// A scan is taken out at its own resolution: 12 ms for a fax page instead of 100 ms for painting it, and not blurred.
import type { Warning } from '@vanban/contract';
import { VanbanError } from '@vanban/contract';
import type { PageImage } from '../image.ts';
import { fromBits, fromRgb, fromRgba } from '../picture/samples.ts';
import { cut, type Orientation, turn } from '../picture/turn.ts';
import type { PdfPage } from './library.ts';
import { pdfjs } from './library.ts';
import type { Marks, PictureMark } from './marks.ts';
import type { Matrix } from './matrix.ts';
import { join } from './matrix.ts';
import type { Sheet } from './paint.ts';
import { paint } from './paint.ts';

export interface PagePicture {
  readonly image: PageImage;
  /** From points of the upright page to pixels of the image. */
  readonly toImage: Matrix;
  readonly warnings: readonly Warning[];
}

/** Other pictures up to this share of the page (a seal, a logo of a web site) do not make it more than a scan. */
const SMALL = 0.04;
/** A scan placed askew by more than this part of its length is painted, not taken out. */
const ASKEW = 0.005;

/** What becomes of the page's own text: it is painted; it is left out; it is left out and does not make the page more than the scan that it lies over. */
export type TextOnIt = 'painted' | 'left-out' | 'ignored';

export async function pictureOf(page: PdfPage, marks: Marks, sheet: Sheet, maxPixels: number, text: TextOnIt = 'painted'): Promise<PagePicture> {
  const warnings: Warning[] = [];
  const scan = soleScan(text === 'ignored' ? { ...marks, glyphs: [] } : marks, sheet);
  const orientation = scan && orientationOf(scan.matrix);
  if (scan && orientation) {
    const decoded = await decode(page, scan);
    if (decoded && hasSquarePixels(decoded, scan, orientation)) return { ...place(decoded, scan, orientation, sheet), warnings };
    if (!decoded) warnings.push(unreadable(page.pageNumber, 'The scan on this page could not be decoded.'));
  }
  const resolution = await dpiOf(page, marks, sheet);
  if (resolution.missing > 0 && warnings.length === 0) {
    warnings.push(unreadable(page.pageNumber, `${resolution.missing} picture(s) on this page could not be decoded.`));
  }
  if (warnings.length > 0 && marks.glyphs.length === 0 && resolution.missing >= marks.pictures.length) {
    throw new VanbanError('page-failed', warnings[0]?.message, { page: page.pageNumber });
  }
  return { ...(await paint(page, sheet, resolution.dpi, maxPixels, { textless: text !== 'painted' })), warnings };
}

const unreadable = (page: number, message: string): Warning => ({ code: 'image-unreadable', message, page });

const areaOf = (mark: PictureMark): number => (mark.box[2] - mark.box[0]) * (mark.box[3] - mark.box[1]);

/** The one picture that makes up the page; null where there is more to see than it. */
export function soleScan(marks: Marks, sheet: Sheet): PictureMark | null {
  const own = marks.pictures.filter((mark) => !mark.annotation).toSorted((a, b) => areaOf(b) - areaOf(a));
  const [largest, ...others] = own;
  if (largest?.kind !== 'image') return null;
  const page = sheet.width * sheet.height;
  if (areaOf(largest) < page * 0.2 || others.reduce((sum, mark) => sum + areaOf(mark), 0) > page * SMALL) return null;
  const [x0, y0, x1, y1] = largest.box;
  const inside = (box: readonly number[]): boolean => {
    const [x, y] = [((box[0] ?? 0) + (box[2] ?? 0)) / 2, ((box[1] ?? 0) + (box[3] ?? 0)) / 2];
    return x >= x0 - 2 && x <= x1 + 2 && y >= y0 - 2 && y <= y1 + 2;
  };
  const seen = marks.glyphs.filter((glyph) => !glyph.annotation && !glyph.invisible && glyph.text.trim() !== '');
  const outside = seen.filter((glyph) => !inside(glyph.box)).length;
  return outside === 0 && seen.length < 400 && marks.drawings.every(inside) ? largest : null;
}

/** Which way the stored rows run on the page; null where they are not parallel to its edges. */
function orientationOf([a, b, c, d]: Matrix): Orientation | null {
  const right: [number, number] = [a, b];
  const down: [number, number] = [-c, -d];
  const axis = ([x, y]: [number, number]): [number, number] | null => {
    const [wide, high] = [Math.abs(x), Math.abs(y)];
    if (high <= wide * ASKEW && wide > 0) return [Math.sign(x), 0];
    return wide <= high * ASKEW && high > 0 ? [0, Math.sign(y)] : null;
  };
  const axes = { right: axis(right), down: axis(down) };
  return axes.right && axes.down && (axes.right[0] !== 0) !== (axes.down[0] !== 0) ? { right: axes.right, down: axes.down } : null;
}

/** Faxes have half the resolution downwards; they are painted, which makes their pixels square. */
function hasSquarePixels(decoded: Decoded, { box }: PictureMark, { right }: Orientation): boolean {
  const [across, down] = right[0] !== 0 ? [decoded.width, decoded.height] : [decoded.height, decoded.width];
  const ratio = across / (box[2] - box[0]) / (down / (box[3] - box[1]));
  return ratio > 0.95 && ratio < 1.05;
}

interface Decoded {
  readonly kind: number;
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Waits for pdf.js's decoded picture; null where decoding failed. */
async function decode(page: PdfPage, mark: PictureMark): Promise<Decoded | null> {
  const value: unknown = typeof mark.source === 'string' ? await named(page, mark.source) : mark.source;
  if (typeof value !== 'object' || value === null) return null;
  const { width, height, data } = value as Partial<Decoded>;
  return width && height && ArrayBuffer.isView(data) && data.byteLength > 0 ? (value as Decoded) : null;
}

function named(page: PdfPage, name: string): Promise<unknown> {
  const store = (name.startsWith('g_') ? page.commonObjs : page.objs) as { get(id: string, callback: (value: unknown) => void): unknown };
  return new Promise((resolve) => {
    store.get(name, resolve);
  });
}

function place(decoded: Decoded, scan: PictureMark, orientation: Orientation, sheet: Sheet): Pick<PagePicture, 'image' | 'toImage'> {
  const [x0, y0, x1, y1] = scan.box;
  const across = orientation.right[0] !== 0 ? decoded.width : decoded.height;
  const perPoint = across / (x1 - x0);
  const dpi = plausibleDpi(perPoint * 72, sheet);
  const upright = turn(imageOf(decoded, dpi), orientation);
  const scaleY = upright.height / (y1 - y0);
  const toImage: Matrix = [perPoint, 0, 0, scaleY, -x0 * perPoint, -y0 * scaleY];
  return cropped(upright, toImage, sheet);
}

function imageOf(decoded: Decoded, dpi: number): PageImage {
  if (decoded.kind === pdfjs.ImageKind.GRAYSCALE_1BPP) return fromBits(decoded, dpi);
  return decoded.kind === pdfjs.ImageKind.RGB_24BPP ? fromRgb(decoded, dpi) : fromRgba(decoded, dpi);
}

/** A scan may be larger than the sheet's visible part. */
function cropped(image: PageImage, toImage: Matrix, sheet: Sheet): Pick<PagePicture, 'image' | 'toImage'> {
  const [x0, y0] = [toImage[4], toImage[5]];
  const [x1, y1] = [x0 + sheet.width * toImage[0], y0 + sheet.height * toImage[3]];
  const slack = 0.01 * Math.max(image.width, image.height);
  if (x0 <= slack && y0 <= slack && x1 >= image.width - slack && y1 >= image.height - slack) return { image, toImage };
  const [left, top] = [Math.max(0, Math.round(x0)), Math.max(0, Math.round(y0))];
  return { image: cut(image, [left, top, x1, y1]), toImage: join([1, 0, 0, 1, -left, -top], toImage) };
}

/** Some producers give the sheet one point for each pixel, or shrink a scan to a stamp: no office sheet is wider than A2, none with a finer grain than 600 dpi smaller than a hand. */
function plausibleDpi(dpi: number, sheet: Sheet): number {
  const inches = Math.min(sheet.width, sheet.height) / 72;
  const sheetIsNonsense = inches > 17 || (dpi > 600 && inches < 4);
  return Math.round(sheetIsNonsense ? (dpi * inches) / 8.27 : dpi);
}

/** The resolution to paint at: 200, or that of the pictures on the page up to 300; and how many of them cannot be decoded. */
async function dpiOf(page: PdfPage, marks: Marks, sheet: Sheet): Promise<{ dpi: number; missing: number }> {
  let [dpi, missing] = [200, 0];
  for (const mark of marks.pictures.filter((one) => one.kind === 'image').slice(0, 200)) {
    const decoded = await decode(page, mark);
    if (!decoded && typeof mark.source === 'string') missing++;
    if (!decoded || areaOf(mark) < sheet.width * sheet.height * 0.1) continue;
    dpi = Math.max(dpi, Math.min(300, Math.round((decoded.width / Math.max(1, Math.hypot(mark.matrix[0], mark.matrix[1]))) * 72)));
  }
  return { dpi, missing };
}
