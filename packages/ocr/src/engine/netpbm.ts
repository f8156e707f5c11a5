// How does a grey picture reach Tesseract at the least cost? As PGM (measured: PNG costs 0.8, BMP 4 CPU seconds more a page).
//   toPgm(picture 2 × 1) → "P5\n2 1\n255\n" and two bytes
import type { PageImage } from '@vanban/pages';

export function toPgm({ width, height, data }: PageImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]);
}
