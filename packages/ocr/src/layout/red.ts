// What is printed in red that must be read: names and titles of a rubber stamp, marks of haste, but not the seal?
// Invariant: the seal's ring and arms never come back to the page; framed red print is left off the page and handed over as stamps.
//   takeRed(page, redInk) → { page with the signer's red name in black, stamps: [box of HỎA TỐC] }
import { type Box, unionBox } from '@vanban/contract';
import type { PageImage } from '@vanban/pages';
import { type Fragment, findPrint, liesIn } from './fragments.ts';
import { eraseRules, findRules } from './rules.ts';

/** A frame is so much wider than high; a seal is round. */
const FRAME = 1.6;
const ENOUGH_LETTERS = 4;
/** Marks above letters and tails below, in inches. */
const ROOM = 0.06;

export function takeRed(page: PageImage, red: PageImage): { page: PageImage; stamps: Box[] } {
  const bare = eraseRules(red, findRules(red));
  const { pictures: framed } = findPrint(red);
  const { fragments, pictures } = findPrint(bare);
  const frames = [...framed, ...pictures].filter(([x0, y0, x1, y1]) => x1 - x0 >= FRAME * (y1 - y0));
  const lines = fragments.filter(({ letters }) => letters >= ENOUGH_LETTERS);
  const isFramed = ({ box }: Fragment): boolean => frames.some((frame) => liesIn(box, frame));
  return {
    page: paint(
      page,
      bare,
      lines.filter((line) => !isFramed(line)).map(({ box }) => box),
    ),
    stamps: framedTogether(lines, frames).map((inside) => withRoom(unionBox(inside.map(({ box }) => box)), red)),
  };
}

/** Lines by the frame around them; a line with two frames around it counts once. */
function framedTogether(lines: readonly Fragment[], frames: readonly Box[]): Fragment[][] {
  const left = new Set(lines);
  return frames.flatMap((frame) => {
    const inside = [...left].filter(({ box }) => liesIn(box, frame));
    for (const line of inside) left.delete(line);
    return inside.length === 0 ? [] : [inside];
  });
}

function paint(page: PageImage, red: PageImage, boxes: readonly Box[]): PageImage {
  if (boxes.length === 0) return page;
  const data = page.data.slice();
  for (const [x0, y0, x1, y1] of boxes.map((box) => withRoom(box, red))) {
    for (let y = y0; y < y1; y++) {
      for (let i = y * page.width + x0; i < y * page.width + x1; i++) data[i] = Math.min(data[i] as number, red.data[i] as number);
    }
  }
  return { ...page, data };
}

function withRoom([x0, y0, x1, y1]: Box, { dpi, width, height }: PageImage): Box {
  const room = Math.round(ROOM * dpi);
  return [Math.max(0, x0 - room), Math.max(0, y0 - room), Math.min(width, x1 + room), Math.min(height, y1 + room)];
}
