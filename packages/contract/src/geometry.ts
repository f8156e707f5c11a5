// Where things are: on the page (boxes) and in the text (spans). One coordinate origin for everything:
// pixels of the upright page image (turned by the page's `rotation`, not deskewed), origin top left.
// For a page of plain text the "image" is its grid of characters: x counts columns, y counts lines.
import { z } from 'zod';

/** `[x0, y0, x1, y1]` in pixels of the upright page image, origin top left, `x0 <= x1`, `y0 <= y1`. */
export const Box = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .meta({ id: 'Box', description: 'x0, y0, x1, y1 in pixels of the upright page, origin top left' });
export type Box = z.infer<typeof Box>;

/** Half-open range of UTF-16 code units in the record's `text`: `text.slice(start, end)`. */
export const Span = z
  .strictObject({ start: z.int().min(0), end: z.int().min(0) })
  .meta({ id: 'Span', description: 'Half-open range of UTF-16 code units in text' });
export type Span = z.infer<typeof Span>;

/** A place on one page. A value that runs over a page join or a line break has several, in reading order. */
export const Anchor = z.strictObject({ page: z.int().min(1), box: Box }).meta({ id: 'Anchor', description: 'A place on one page' });
export type Anchor = z.infer<typeof Anchor>;

/** The smallest box around all the given ones; `[0, 0, 0, 0]` for none. */
export function unionBox(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return [0, 0, 0, 0];
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return [x0, y0, x1, y1];
}
