// A page laid askew, upside down, cut at its edges, made smaller or out of focus. Each gives a new canvas; paper that comes into view is white.
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';

function onWhite(width: number, height: number, draw: (ink: SKRSContext2D) => void): Canvas {
  const canvas = createCanvas(Math.round(width), Math.round(height));
  const ink = canvas.getContext('2d');
  ink.fillStyle = 'white';
  ink.fillRect(0, 0, canvas.width, canvas.height);
  draw(ink);
  return canvas;
}

/** Same size, turned about its centre. */
export function turned(page: Canvas, degrees: number): Canvas {
  return onWhite(page.width, page.height, (ink) => {
    ink.translate(page.width / 2, page.height / 2);
    ink.rotate((degrees * Math.PI) / 180);
    ink.drawImage(page, -page.width / 2, -page.height / 2);
  });
}

/** Turned clockwise by whole quarters, the canvas with it. */
export function quarterTurned(page: Canvas, degrees: 90 | 180 | 270): Canvas {
  const [width, height] = degrees === 180 ? [page.width, page.height] : [page.height, page.width];
  return onWhite(width, height, (ink) => {
    ink.translate(width / 2, height / 2);
    ink.rotate((degrees * Math.PI) / 180);
    ink.drawImage(page, -page.width / 2, -page.height / 2);
  });
}

/** Without a share of its height above and below and of its width left and right. */
export function cropped(page: Canvas, share: number): Canvas {
  const [x, y] = [page.width * share, page.height * share];
  return onWhite(page.width - 2 * x, page.height - 2 * y, (ink) => ink.drawImage(page, -x, -y));
}

/** Out of focus: `radius` in pixels. */
export function blurred(page: Canvas, radius: number): Canvas {
  return onWhite(page.width, page.height, (ink) => {
    ink.filter = `blur(${radius}px)`;
    ink.drawImage(page, 0, 0);
  });
}

/** White paper added right and below until both sides are whole multiples of `unit` pixels. */
export function padded(page: Canvas, unit: number): Canvas {
  const up = (length: number): number => Math.ceil(length / unit) * unit;
  return onWhite(up(page.width), up(page.height), (ink) => ink.drawImage(page, 0, 0));
}
