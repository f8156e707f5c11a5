// Is the paper evenly lit, and how is shade taken out where it is not?
// Invariant: a page whose paper varies little is returned as it is (levelling raises bleed-through: measured 1.3 → 2.0 % errors).
//   levelPaper(page in even light) → null        levelPaper(photographed page) → the page on white paper
import type { PageImage } from '../image.ts';

const BLOCK = 32;
/** Grey levels between the darker and the lighter parts of the paper from which on light counts as uneven. */
const UNEVEN = 40;
/** Paper is never taken to be darker than this: what is darker is ink, a border or a picture. */
const DARKEST_PAPER = 72;

/** The page divided by its paper, or null where the light is even. */
export function levelPaper(image: PageImage): PageImage | null {
  const columns = Math.max(1, Math.round(image.width / BLOCK));
  const rows = Math.max(1, Math.round(image.height / BLOCK));
  const paper = smooth(estimatePaper(image, columns, rows), columns, rows);
  const sorted = Float32Array.from(paper).sort();
  const spread = (sorted[Math.floor(sorted.length * 0.95)] as number) - (sorted[Math.floor(sorted.length * 0.05)] as number);
  return spread < UNEVEN ? null : divide(image, paper, columns, rows);
}

/** The bright end of each block: its upper sixth, so that print does not pull it down. */
function estimatePaper({ width, height, data }: PageImage, columns: number, rows: number): Float32Array {
  const paper = new Float32Array(columns * rows);
  const histogram = new Uint32Array(256);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      histogram.fill(0);
      const [x0, x1] = [Math.floor((c * width) / columns), Math.floor(((c + 1) * width) / columns)];
      const [y0, y1] = [Math.floor((r * height) / rows), Math.floor(((r + 1) * height) / rows)];
      for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) (histogram[data[y * width + x] as number] as number)++;
      let brighter = ((x1 - x0) * (y1 - y0)) / 6;
      let value = 255;
      while (value > 0 && brighter > (histogram[value] as number)) brighter -= histogram[value--] as number;
      paper[r * columns + c] = Math.max(DARKEST_PAPER, value);
    }
  }
  return paper;
}

/** Bright neighbours fill blocks that print covers wholly; then an average takes the steps out. */
function smooth(paper: Float32Array, columns: number, rows: number): Float32Array {
  const opened = around(around(paper, columns, rows, Math.max), columns, rows, Math.min);
  return around(opened, columns, rows, (a, b) => a + b, true);
}

function around(map: Float32Array, columns: number, rows: number, fold: (a: number, b: number) => number, mean = false): Float32Array {
  return map.map((_, i) => {
    const [c, r] = [i % columns, Math.floor(i / columns)];
    let [value, count] = [map[i] as number, 1];
    for (let y = Math.max(0, r - 1); y <= Math.min(rows - 1, r + 1); y++) {
      for (let x = Math.max(0, c - 1); x <= Math.min(columns - 1, c + 1); x++) {
        if (x === c && y === r) continue;
        value = fold(value, map[y * columns + x] as number);
        count++;
      }
    }
    return mean ? value / count : value;
  });
}

function divide(image: PageImage, paper: Float32Array, columns: number, rows: number): PageImage {
  const { width, height, data } = image;
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const v = Math.min(rows - 1, Math.max(0, ((y + 0.5) * rows) / height - 0.5));
    const [r0, fy] = [Math.floor(v), v - Math.floor(v)];
    const r1 = Math.min(rows - 1, r0 + 1);
    for (let x = 0; x < width; x++) {
      const u = Math.min(columns - 1, Math.max(0, ((x + 0.5) * columns) / width - 0.5));
      const [c0, fx] = [u | 0, u - (u | 0)];
      const c1 = c0 + 1 < columns ? c0 + 1 : c0;
      const top = (paper[r0 * columns + c0] as number) * (1 - fx) + (paper[r0 * columns + c1] as number) * fx;
      const bottom = (paper[r1 * columns + c0] as number) * (1 - fx) + (paper[r1 * columns + c1] as number) * fx;
      const value = ((data[y * width + x] as number) * 250) / (top * (1 - fy) + bottom * fy);
      out[y * width + x] = Math.min(value, 255);
    }
  }
  return { ...image, data: out };
}
