// What on a page is dirt: a rain of specks, and the black edges that a scanner's lid leaves?
// Invariant: erasing only whitens; specks go only from a page that has very many, so that dots and marks of a clean page are safe.
//   eraseSpecks(page with 2,800 specks) → the page without them        eraseSpecks(clean page, 300 specks) → null
import type { PageImage } from '../image.ts';
import type { Components } from './components.ts';

/** At 200 dpi. Clean scans have at most about 310 components this small, noisy ones 900, speckled ones 2,800 and more. */
const SPECK_PIXELS = 6;
const MANY_SPECKS = 1500;
/** An edge shadow is thicker than any stroke of print. */
const EDGE_INCHES = 0.06;

export function eraseSpecks(image: PageImage, components: Components): PageImage | null {
  const limit = Math.max(1, Math.round(SPECK_PIXELS * (image.dpi / 200) ** 2));
  let specks = 0;
  for (const area of components.areas) if (area <= limit) specks++;
  if (specks <= (MANY_SPECKS * (image.width * image.height)) / (1654 * 2339)) return null;
  return erase(image, components, (c) => (components.areas[c] as number) <= limit);
}

/** Whitens dark areas that touch the edge of the page and are thick: lid shadows, the table beside the sheet. Null where there are none. */
export function eraseEdges(image: PageImage, components: Components): PageImage | null {
  const { width, height, dpi } = image;
  const margin = Math.round(dpi * 0.02);
  const thick = dpi * EDGE_INCHES;
  const solid = solidAreas(components, thick);
  const edges = new Set<number>();
  for (let c = 0; c < components.count; c++) {
    const [x0, y0, x1, y1] = [0, 1, 2, 3].map((k) => components.boxes[c * 4 + k] as number) as [number, number, number, number];
    if (x0 > margin && y0 > margin && x1 < width - margin && y1 < height - margin) continue;
    const long = Math.max(x1 - x0, y1 - y0);
    // A thin streak with the letters that it touches is no shadow: its ink lies in short runs.
    if (long > dpi / 2 && (solid[c] as number) / long >= thick && (solid[c] as number) >= 0.7 * (components.areas[c] as number)) edges.add(c);
  }
  return edges.size === 0 ? null : erase(image, components, (c) => edges.has(c));
}

/** Per component, its ink in runs of at least `thick`. */
function solidAreas({ count, runs }: Components, thick: number): Int32Array {
  const areas = new Int32Array(count);
  for (let r = 0; r < runs.length; r += 4) {
    const length = (runs[r + 2] as number) - (runs[r + 1] as number);
    if (length >= thick) areas[runs[r + 3] as number] = (areas[runs[r + 3] as number] as number) + length;
  }
  return areas;
}

/** Whitens components and the grey rim around them. */
function erase(image: PageImage, components: Components, chosen: (component: number) => boolean): PageImage {
  const { width, height } = image;
  const data = image.data.slice();
  const { runs } = components;
  for (let r = 0; r < runs.length; r += 4) {
    if (!chosen(runs[r + 3] as number)) continue;
    const [y, x0, x1] = [runs[r] as number, Math.max(0, (runs[r + 1] as number) - 1), Math.min(width, (runs[r + 2] as number) + 1)];
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) data.fill(255, row * width + x0, row * width + x1);
  }
  // The rim of one piece may be the body of another that stays.
  for (let r = 0; r < runs.length; r += 4) {
    if (chosen(runs[r + 3] as number)) continue;
    const row = (runs[r] as number) * width;
    for (let i = row + (runs[r + 1] as number); i < row + (runs[r + 2] as number); i++) data[i] = image.data[i] as number;
  }
  return { ...image, data };
}
