// Places of a record drawn on the picture of their page: what a person looks at to see where a value was read.
//   const png = drawPlaces({ image, turn: page.rotation, width: page.width }, [{ box, colour: '#c2185b', label: 'hạn: trước 31/01' }]);
// It draws and decides nothing; the words under a box stay readable.
import { type Canvas, createCanvas, GlobalFonts, ImageData } from '@napi-rs/canvas';
import type { Box } from '@vanban/contract';
import { FONT_FILES } from './font.ts';

export interface Place {
  /** Pixels of the upright page as the record gives them. */
  readonly box: Box;
  /** CSS colour. */
  readonly colour: string;
  readonly label: string;
}

/** Samples row-major, 8 bit, grey or RGB. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
}

export interface PageView {
  readonly image: Picture;
  /** Degrees clockwise by which the image must be turned to be upright: the record's `rotation`. */
  readonly turn: 0 | 90 | 180 | 270;
  /** The page's width in the record's pixels: boxes are scaled by it. */
  readonly width: number;
}

const LABEL_SIZE = 20;

/** The page as an upright canvas, at most `maxWidth` pixels wide, with the places on it. */
export function drawPlaces(view: PageView, places: readonly Place[], maxWidth = 1240): Canvas {
  for (const file of FONT_FILES) GlobalFonts.registerFromPath(file, 'Tinos');
  const canvas = uprightCanvas(view, maxWidth);
  const ink = canvas.getContext('2d');
  const scale = canvas.width / view.width;
  for (const { box, colour, label } of places) {
    const [x0, y0, x1, y1] = box.map((value) => value * scale) as [number, number, number, number];
    ink.fillStyle = colour;
    ink.globalAlpha = 0.16;
    ink.fillRect(x0 - 3, y0 - 3, x1 - x0 + 6, y1 - y0 + 6);
    ink.globalAlpha = 1;
    ink.strokeStyle = colour;
    ink.lineWidth = 2;
    ink.strokeRect(x0 - 3, y0 - 3, x1 - x0 + 6, y1 - y0 + 6);
    drawLabel(canvas, label, colour, x0, y0);
  }
  return canvas;
}

function drawLabel(canvas: Canvas, label: string, colour: string, x: number, y: number): void {
  if (!label) return;
  const ink = canvas.getContext('2d');
  ink.font = `bold ${LABEL_SIZE}px Tinos`;
  const width = ink.measureText(label).width + 10;
  const left = Math.max(0, Math.min(x - 3, canvas.width - width));
  const top = Math.max(0, y - LABEL_SIZE - 7);
  ink.fillStyle = colour;
  ink.fillRect(left, top, width, LABEL_SIZE + 4);
  ink.fillStyle = 'white';
  ink.fillText(label, left + 5, top + LABEL_SIZE - 2);
}

function uprightCanvas({ image, turn }: PageView, maxWidth: number): Canvas {
  const source = createCanvas(image.width, image.height);
  source.getContext('2d').putImageData(new ImageData(rgbaOf(image), image.width, image.height), 0, 0);
  const [width, height] = turn % 180 === 0 ? [image.width, image.height] : [image.height, image.width];
  const scale = Math.min(1, maxWidth / width);
  const canvas = createCanvas(Math.round(width * scale), Math.round(height * scale));
  const ink = canvas.getContext('2d');
  ink.save();
  ink.imageSmoothingQuality = 'high';
  ink.scale(scale, scale);
  ink.translate(width / 2, height / 2);
  ink.rotate((turn * Math.PI) / 180);
  ink.drawImage(source, -image.width / 2, -image.height / 2);
  ink.restore();
  return canvas;
}

function rgbaOf({ width, height, channels, data }: Picture): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) rgba[4 * i + c] = data[channels === 1 ? i : 3 * i + c] ?? 255;
  }
  return rgba;
}
