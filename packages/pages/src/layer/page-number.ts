// The page's printed number: a lone figure in the top or bottom margin.
// Invariant: at most one line of a page is its number; everything else is left in its order.
//   '2', '- 3 -', 'Trang 4/12' as the first or last line
import type { Segment } from './lines.ts';

/** "2", "- 12 -", "Trang 3/10", "3/10"; not "2." or "30/2020". */
const NUMBER = /^(?:Trang\s*)?[-–—]?\s*\d{1,4}\s*(?:\/\s*\d{1,3})?\s*[-–—]?$/iu;

/** Splits off the line; `height` is the page's. */
export function takePageNumber(segments: readonly Segment[], height: number): { readonly number: Segment | null; readonly rest: Segment[] } {
  const number =
    segments.find((segment) => isMarginal(segment, segments, height) && NUMBER.test(segment.words.map((word) => word.text).join(' '))) ?? null;
  return { number, rest: segments.filter((segment) => segment !== number) };
}

/** Alone on its row, close to the edge of the page or with nothing between. */
function isMarginal(segment: Segment, all: readonly Segment[], height: number): boolean {
  if (all.some((other) => other !== segment && other.row === segment.row)) return false;
  const [, y0, , y1] = segment.box;
  if (y1 < height * 0.08 || y0 > height * 0.92) return true;
  const top = y1 < height * 0.13 && all.every((other) => other === segment || other.box[1] >= y0);
  const bottom = y0 > height * 0.87 && all.every((other) => other === segment || other.box[3] <= y1);
  return top || bottom;
}
