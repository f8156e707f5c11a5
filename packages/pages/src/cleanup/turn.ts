// How is a page turned: by quarters without loss, and by a few degrees?
// Invariant: quarter turns move pixels and never change them; turning by degrees keeps the size and fills corners with white.
//   quarterTurn(image, 90) turns clockwise; straighten(image, 1.5) undoes a clockwise skew of 1.5°
import type { PageImage } from '../image.ts';

export type Quarter = 0 | 90 | 180 | 270;

/** Turns clockwise. Any number of channels. */
export function quarterTurn(image: PageImage, turn: Quarter): PageImage {
  if (turn === 0) return image;
  const { width, height, channels, data } = image;
  const out = new Uint8Array(data.length);
  const [newWidth, newHeight] = turn === 180 ? [width, height] : [height, width];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [nx, ny] = turn === 90 ? [height - 1 - y, x] : turn === 180 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x];
      const [from, to] = [(y * width + x) * channels, (ny * newWidth + nx) * channels];
      for (let c = 0; c < channels; c++) out[to + c] = data[from + c] as number;
    }
  }
  return { ...image, width: newWidth, height: newHeight, data: out };
}

/** Undoes a clockwise skew of a grey image by turning it about its centre (bilinear). */
export function straighten(image: PageImage, degrees: number): PageImage {
  if (degrees === 0) return image;
  const { width, height, data } = image;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [cx, cy] = [width / 2, height / 2];
  const out = new Uint8Array(data.length).fill(255);
  for (let y = 0; y < height; y++) {
    let sx = cos * (0.5 - cx) - sin * (y + 0.5 - cy) + cx - 0.5;
    let sy = sin * (0.5 - cx) + cos * (y + 0.5 - cy) + cy - 0.5;
    for (let x = 0; x < width; x++, sx += cos, sy += sin) {
      if (sx < 0 || sy < 0 || sx > width - 1 || sy > height - 1) continue;
      out[y * width + x] = between(data, width, height, sx, sy);
    }
  }
  return { ...image, data: out, bilevel: false };
}

function between(data: Uint8Array, width: number, height: number, x: number, y: number): number {
  const [x0, y0] = [x | 0, y | 0];
  const [fx, fy] = [x - x0, y - y0];
  const i = y0 * width + x0;
  const right = x0 + 1 < width ? 1 : 0;
  const below = y0 + 1 < height ? width : 0;
  const corner = data[i] as number;
  if (corner === data[i + right] && corner === data[i + below] && corner === data[i + below + right]) return corner;
  const top = (data[i] as number) * (1 - fx) + (data[i + right] as number) * fx;
  const bottom = (data[i + below] as number) * (1 - fx) + (data[i + below + right] as number) * fx;
  return top * (1 - fy) + bottom * fy + 0.5;
}
