// A picture turned by quarters or mirrored, and cut to a part of itself.
// Invariant: no sample is changed, only moved; the result shares nothing with the input unless nothing is to be done.
//   turn(image, { right: [0, 1], down: [-1, 0] })   turned by 90° clockwise: what ran right now runs down
// Turning by other angles belongs to clean-up.
import type { Box } from '@vanban/contract';
import type { PageImage } from '../image.ts';

/** Where the stored picture's rightward and downward directions point on the page: each is one of ±x, ±y. */
export interface Orientation {
  readonly right: readonly [number, number];
  readonly down: readonly [number, number];
}

export function turn(image: PageImage, { right, down }: Orientation): PageImage {
  if (right[0] === 1 && down[1] === 1) return image;
  const swapped = right[0] === 0;
  const [width, height] = swapped ? [image.height, image.width] : [image.width, image.height];
  const { channels } = image;
  const data = new Uint8Array(image.data.length);
  const startX = right[0] + down[0] < 0 ? width - 1 : 0;
  const startY = right[1] + down[1] < 0 ? height - 1 : 0;
  const stepRight = (right[1] * width + right[0]) * channels;
  const stepDown = (down[1] * width + down[0]) * channels;
  const start = (startY * width + startX) * channels;
  let from = 0;
  for (let y = 0; y < image.height; y++) {
    let to = start + y * stepDown;
    for (let x = 0; x < image.width; x++) {
      for (let c = 0; c < channels; c++) data[to + c] = image.data[from++] as number;
      to += stepRight;
    }
  }
  return { ...image, width, height, data };
}

/** The part inside the box, which is rounded and kept within the picture. */
export function cut(image: PageImage, box: Box): PageImage {
  const x0 = Math.max(0, Math.min(image.width - 1, Math.round(box[0])));
  const y0 = Math.max(0, Math.min(image.height - 1, Math.round(box[1])));
  const width = Math.max(1, Math.min(image.width, Math.round(box[2])) - x0);
  const height = Math.max(1, Math.min(image.height, Math.round(box[3])) - y0);
  const { channels } = image;
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    const from = ((y0 + y) * image.width + x0) * channels;
    data.set(image.data.subarray(from, from + width * channels), y * width * channels);
  }
  return { ...image, width, height, data };
}
