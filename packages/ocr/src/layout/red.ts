// What is printed in red that must be read: names and titles of a rubber stamp, marks of haste, but not the seal?
// Invariant: the seal's ring and arms never come back to the page; framed red print is left off the page and handed over as stamps.
//   takeRed(page, redInk) → { page with the signer's red name in black, stamps: [box of HỎA TỐC] }
import { type Box, unionBox } from '@vanban/contract';
import { findComponents, inkOf, type PageImage } from '@vanban/pages';
import { type Fragment, findPrint, liesIn } from './fragments.ts';
import { eraseRules, findRules } from './rules.ts';

/** A frame is so much wider than high; a seal is round. */
const FRAME = 1.6;
const ENOUGH_LETTERS = 4;
/** Marks above letters and tails below, in inches. */
const ROOM = 0.06;

export interface RedPrint {
  /** The page with red print that belongs to its text in black. */
  readonly page: PageImage;
  /** The red ink without rules, frames and seals' rings. */
  readonly red: PageImage;
  /** Places of framed print. */
  readonly stamps: Box[];
}

export function takeRed(page: PageImage, red: PageImage): RedPrint {
  const unruled = eraseRules(red, findRules(red));
  const bare = withoutLarge(unruled);
  const { pictures: framed } = findPrint(red);
  const { fragments } = findPrint(bare);
  const frames = framed.filter(([x0, y0, x1, y1]) => x1 - x0 >= FRAME * (y1 - y0));
  const seals = findSeals(red);
  const black = findPrint(page).fragments.filter(({ letters }) => letters >= ENOUGH_LETTERS);
  const lines = fragments.filter(
    (fragment) =>
      (seals.some((seal) => liesIn(fragment.box, seal)) ? isLongLine(fragment) : fragment.letters >= ENOUGH_LETTERS) &&
      !black.some(({ box }) => overlap(fragment.box, box) > OVERPRINT),
  );
  const isFramed = ({ box }: Fragment): boolean => frames.some((frame) => liesIn(box, frame));
  return {
    page: paint(
      page,
      unruled,
      lines.filter((line) => !isFramed(line)).map(({ box }) => wholeLine(unruled, box)),
    ),
    red: bare,
    stamps: framedTogether(lines, frames).map((inside) => withRoom(unionBox(inside.map(({ box }) => box)), red)),
  };
}

/** A name printed in red across the edge of a seal, and not the seal's own curved letters. */
const isLongLine = ({ box, letters }: Fragment): boolean => letters >= 4 && box[2] - box[0] >= 4.5 * (box[3] - box[1]);

/** Nobody prints red over black print: what is red there is a seal. */
const OVERPRINT = 0.25;

/** The part of a box that another covers. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return width <= 0 || height <= 0 ? 0 : (width * height) / ((a[2] - a[0]) * (a[3] - a[1]));
}

/** Sizes of a seal and of the squares in which its broken ring hangs together, in inches. */
const [SMALL_SEAL, LARGE_SEAL, SQUARE] = [0.8, 2.4, 0.05];

/** About square clusters of red ink. */
function findSeals(red: PageImage): Box[] {
  const side = Math.max(1, Math.round(SQUARE * red.dpi));
  const [columns, rows] = [Math.ceil(red.width / side), Math.ceil(red.height / side)];
  const squares = new Uint8Array(columns * rows);
  const ink = inkOf(red);
  for (let y = 0, i = 0; y < red.height; y++) {
    const row = Math.floor(y / side) * columns;
    for (let x = 0; x < red.width; x++, i++) if (ink[i]) squares[row + Math.floor(x / side)] = 1;
  }
  const { count, boxes } = findComponents(squares, columns, rows);
  const found = Array.from({ length: count }, (_, c) => [...boxes.subarray(c * 4, c * 4 + 4)].map((edge) => edge * side) as Box);
  return found.filter(([x0, y0, x1, y1]) => {
    const [short, long] = [Math.min(x1 - x0, y1 - y0), Math.max(x1 - x0, y1 - y0)];
    return short >= SMALL_SEAL * red.dpi && long <= LARGE_SEAL * red.dpi && long <= FRAME * short;
  });
}

/** Height of the largest letter, in inches: a seal's ring, its star and a frame are larger. */
const LARGEST = 0.36;

function withoutLarge(image: PageImage): PageImage {
  const { width, height, dpi } = image;
  const { boxes, runs } = findComponents(inkOf(image), width, height);
  const data = image.data.slice();
  for (let r = 0; r < runs.length; r += 4) {
    const c = (runs[r + 3] as number) * 4;
    if ((boxes[c + 3] as number) - (boxes[c + 1] as number) <= LARGEST * dpi) continue;
    const row = (runs[r] as number) * width;
    data.fill(255, row + Math.max(0, (runs[r + 1] as number) - 1), row + Math.min(width, (runs[r + 2] as number) + 1));
  }
  return { ...image, data };
}

/** Lines by the frame around them; a line with two frames around it counts once. */
function framedTogether(lines: readonly Fragment[], frames: readonly Box[]): Fragment[][] {
  const waiting = new Set(lines);
  return frames.flatMap((frame) => {
    const inside = [...waiting].filter(({ box }) => liesIn(box, frame));
    for (const line of inside) waiting.delete(line);
    return inside.length === 0 ? [] : [inside];
  });
}

/** A line with its letters that touch a seal and went with it: as far as ink goes on in its rows. */
function wholeLine(red: PageImage, [x0, y0, x1, y1]: Box): Box {
  const gap = Math.round(0.1 * red.dpi);
  const inked = (x: number): boolean => {
    for (let y = y0; y < y1; y++) if ((red.data[y * red.width + x] as number) < 128) return true;
    return false;
  };
  const reach = (from: number, step: 1 | -1): number => {
    let last = from;
    for (let x = from; x >= 0 && x < red.width && Math.abs(x - last) <= gap && Math.abs(x - from) <= 5 * (y1 - y0); x += step) if (inked(x)) last = x;
    return last;
  };
  return [reach(x0, -1), y0, reach(x1 - 1, 1) + 1, y1];
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
