// A PDF page painted as a viewer would, on white paper.
// Invariant: the picture is upright as /Rotate says and never has more than the allowed number of pixels; pages too large for the wanted resolution get a lower one.
//   const { image, toImage } = await paint(page, sheet, 200, limits.maxPixels);
// Annotations are painted only where the page itself has nothing to show: a seal over the text helps no reader.
import { createCanvas } from '@napi-rs/canvas';
import type { PageImage } from '../image.ts';
import { guessDpi } from '../image.ts';
import { fromRgba } from '../picture/samples.ts';
import type { PdfPage } from './library.ts';
import { pdfjs } from './library.ts';
import type { Matrix } from './matrix.ts';

/** Width and height of the upright page in points. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** Enough for A3 at 300 dpi; posters and sheets of nonsensical size are painted coarser. */
const ENOUGH = 24_000_000;

export interface Painted {
  readonly image: PageImage;
  readonly toImage: Matrix;
}

export interface PaintOptions {
  /** Annotations are left out unless asked for. */
  readonly annotations?: boolean;
  /** Without the page's own text: what remains are pictures and drawings. */
  readonly textless?: boolean;
}

export async function paint(page: PdfPage, sheet: Sheet, dpi: number, maxPixels: number, options: PaintOptions = {}): Promise<Painted> {
  const wanted = dpi / 72;
  const allowed = Math.sqrt(Math.min(maxPixels, ENOUGH) / (sheet.width * sheet.height));
  const scale = Math.min(wanted, allowed);
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.max(1, Math.floor(viewport.width)), Math.max(1, Math.floor(viewport.height))];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  await page.render({
    canvas: canvas as never,
    canvasContext: context as never,
    viewport,
    background: 'white',
    annotationMode: options.annotations ? pdfjs.AnnotationMode.ENABLE : pdfjs.AnnotationMode.DISABLE,
    ...(options.textless ? { operationsFilter: isNoText } : {}),
  }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  const real = scale === wanted ? dpi : scale * 72;
  return { image: fromRgba({ width, height, data }, real < 72 ? guessDpi(width, height) : Math.round(real)), toImage: [scale, 0, 0, scale, 0, 0] };
}

const isNoText = (index: number, operators: { readonly fnArray: readonly number[] }): boolean => operators.fnArray[index] !== pdfjs.OPS.showText;
