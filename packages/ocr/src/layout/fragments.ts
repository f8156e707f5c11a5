// Where is print on the page, in pieces of lines? Letters that stand side by side are joined; pictures, seals and dirt are left out.
// Invariant: a fragment lies within one line and never bridges a gap as wide as a gutter between columns.
//   findFragments(page) → [{ box: [210, 340, 720, 372], letters: 24 }, …]
// It reads nothing and knows no columns (columns.ts).
import { type Box, unionBox } from '@vanban/contract';
import { findComponents, inkOf, type PageImage } from '@vanban/pages';

export interface Fragment {
  readonly box: Box;
  /** Pieces of ink as high as a letter. */
  readonly letters: number;
}

/** In inches: heights of what may be a letter, length of a dash, widest piece of touching letters, and the widest gap within a fragment. */
const [LOWEST, HIGHEST, DASH, WIDEST] = [0.04, 0.36, 0.03, 2.5];
export const GUTTER = 0.09;
/** Letters that make print by themselves; fewer must stand on a line with print at most so many inches away. */
const ENOUGH_LETTERS = 3;
const NEIGHBOUR = 0.6;

export const findFragments = (image: PageImage): Fragment[] => findPrint(image).fragments;

/** Fragments, and the pictures beside which or under which they stand. */
export function findPrint(image: PageImage): { fragments: Fragment[]; pictures: Box[] } {
  const { dpi } = image;
  const { letters, pictures } = piecesOf(image);
  const parents = letters.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parents[at] !== at) at = parents[at] = parents[parents[at] as number] as number;
    return at;
  };
  for (let i = 0; i < letters.length; i++) {
    const a = letters[i] as Box;
    for (let j = i + 1; j < letters.length; j++) {
      const b = letters[j] as Box;
      if (b[0] - a[2] > GUTTER * dpi) {
        if (b[0] - a[0] > WIDEST * dpi) break;
        continue;
      }
      if (sideBySide(a, b)) parents[root(j)] = root(i);
    }
  }
  const inPicture = (fragment: Fragment): boolean => pictures.some((picture) => liesIn(fragment.box, picture));
  return { fragments: gather(letters, root, LOWEST * dpi).filter((fragment) => isLine(fragment) || !inPicture(fragment)), pictures };
}

/** Fragments that are print, and loose bits: dirt, a page number, a punch hole's rim. */
export function partPrint(fragments: readonly Fragment[], dpi: number): { print: Fragment[]; loose: Fragment[] } {
  const sure = fragments.filter(({ letters }) => letters >= ENOUGH_LETTERS);
  const near = ({ box }: Fragment): boolean =>
    sure.some((other) => sideBySide(box, other.box) && Math.max(box[0] - other.box[2], other.box[0] - box[2]) <= NEIGHBOUR * dpi);
  const print = fragments.filter((fragment) => fragment.letters >= ENOUGH_LETTERS || near(fragment));
  const chosen = new Set(print);
  return { print, loose: fragments.filter((fragment) => !chosen.has(fragment)) };
}

/** What may be letters, from left to right, and what is a picture: long, high and nearly empty, as the ring of a seal or a signature. */
function piecesOf(image: PageImage): { letters: Box[]; pictures: Box[] } {
  const { width, height, dpi } = image;
  const { count, boxes, areas } = findComponents(inkOf(image), width, height);
  const [letters, pictures]: [Box[], Box[]] = [[], []];
  for (let c = 0; c < count; c++) {
    const box = [...boxes.subarray(c * 4, c * 4 + 4)] as Box;
    const [w, h] = [box[2] - box[0], box[3] - box[1]];
    const size = (h >= LOWEST * dpi || (w >= DASH * dpi && h >= 2)) && h <= HIGHEST * dpi && w <= WIDEST * dpi;
    const dense = (areas[c] as number) >= (w > 0.4 * dpi ? 0.12 : 0.06) * w * h;
    if (size && dense) letters.push(box);
    else if (h > HIGHEST * dpi && w > HIGHEST * dpi && (areas[c] as number) < 0.25 * w * h) pictures.push(box);
  }
  return { letters: letters.sort((a, b) => a[0] - b[0]), pictures };
}

/** A row of letters, which stays print even where a seal lies over it. */
const isLine = ({ box, letters }: Fragment): boolean => letters >= 5 && box[2] - box[0] >= 4 * (box[3] - box[1]);

/** Whether the middle of a box lies in another. */
export const liesIn = (box: Box, outer: Box): boolean => {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return x > outer[0] && x < outer[2] && y > outer[1] && y < outer[3];
};

/** The shorter of two letters overlaps the taller by half its height. */
function sideBySide(a: Box, b: Box): boolean {
  const overlap = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return overlap >= 0.5 * Math.min(a[3] - a[1], b[3] - b[1]);
}

function gather(letters: readonly Box[], root: (i: number) => number, lowest: number): Fragment[] {
  const groups = new Map<number, { boxes: Box[]; letters: number }>();
  letters.forEach((box, i) => {
    const group = groups.get(root(i)) ?? { boxes: [], letters: 0 };
    group.boxes.push(box);
    if (box[3] - box[1] >= lowest) group.letters++;
    groups.set(root(i), group);
  });
  return [...groups.values()]
    .filter((group) => group.letters > 0)
    .map((group) => ({ box: unionBox(group.boxes), letters: group.letters }))
    .sort((a, b) => a.box[1] - b.box[1]);
}
