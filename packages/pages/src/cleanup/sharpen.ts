// A picture with its edges raised, for another reading of lines that came out doubtful.
// Invariant: size and mean grey stay; even areas do not change.
//   sharpen(page, 1.2)
import type { PageImage } from '../image.ts';

/** Adds `amount` times the difference between each pixel and the mean of its 3 × 3 neighbours. */
export function sharpen(image: PageImage, amount: number): PageImage {
  const { width, height, data } = image;
  const out = data.slice();
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const above = (data[i - width - 1] as number) + (data[i - width] as number) + (data[i - width + 1] as number);
      const below = (data[i + width - 1] as number) + (data[i + width] as number) + (data[i + width + 1] as number);
      const centre = data[i] as number;
      const mean = (above + below + centre + (data[i - 1] as number) + (data[i + 1] as number)) / 9;
      out[i] = Math.max(0, Math.min(255, centre + amount * (centre - mean)));
    }
  }
  return { ...image, data: out, bilevel: false };
}
