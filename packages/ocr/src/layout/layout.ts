// Which pieces does a page consist of, and in which order are they read?
// Invariant: print lies in exactly one piece; pieces come in reading order: down the page, the left column before the right, a table as a whole.
//   layOut(cleaned letter) → { pieces: [column, column, text, column, column], … }
import { type Box, type Grid, unionBox } from '@vanban/contract';
import type { PageImage } from '@vanban/pages';
import { cutColumns } from './columns.ts';
import { type Fragment, findFragments, liesIn, partPrint } from './fragments.ts';
import { findTables } from './grid.ts';
import { takeRed } from './red.ts';
import { eraseRules, findRules } from './rules.ts';
import { partSideBySide } from './side-by-side.ts';

export type Piece =
  | {
      readonly kind: 'text';
      readonly role: 'body' | 'column';
      readonly box: Box;
      readonly others: readonly Box[];
      readonly fragments: readonly Fragment[];
    }
  | { readonly kind: 'table'; readonly grid: Grid }
  /** Print in a frame: a mark of haste or of secrecy, the stamp of arrival. A red one is cut from the red ink alone. */
  | { readonly kind: 'stamp'; readonly image: PageImage; readonly box: Box }
  /** A bit of print by itself in the margin, such as a page number. */
  | { readonly kind: 'lone'; readonly box: Box };

export interface Layout {
  /** The page without its rules. */
  readonly image: PageImage;
  readonly pieces: readonly Piece[];
}

/** Room around letters for marks above and tails below, in inches. */
const [ABOVE, BELOW, BESIDE] = [0.075, 0.05, 0.05];

/** `red`: what is printed in red on the same page, dark on white. */
export function layOut(black: PageImage, red: PageImage | null): Layout {
  const { dpi } = black;
  const { page, stamps, ...taken } = red ? takeRed(black, red) : { page: black, stamps: [], red: null };
  const rules = findRules(page);
  const tables = findTables(rules, dpi);
  const image = eraseRules(page, rules);
  const outside = findFragments(image).filter(({ box }) => !tables.some((table) => liesIn(box, table.box)));
  const { print, loose } = partPrint(outside, dpi);
  const pieces: Piece[] = [];
  let rest = print;
  for (const grid of tables) {
    const above = rest.filter(({ box }) => middle(box) < middle(grid.box));
    pieces.push(...textPieces(above, outside, tables, page), isStamp(grid, page) ? { kind: 'stamp', image, box: grid.box } : { kind: 'table', grid });
    rest = rest.filter((fragment) => !above.includes(fragment));
  }
  pieces.push(...textPieces(rest, outside, tables, page));
  return { image, pieces: [...withStamps(withLonePieces(pieces, print, loose, page), taken.red, stamps)] };
}

/** A narrow frame of one column is the stamp of arrival, not a table. */
const isStamp = ({ box, columns }: Grid, { width }: PageImage): boolean => columns === 1 && box[2] - box[0] < 0.45 * width;

/** A stamp comes after the last column that begins above it, else before all. */
function withStamps(pieces: readonly Piece[], red: PageImage | null, stamps: readonly Box[]): Piece[] {
  const placed = [...pieces];
  for (const box of red ? stamps : []) {
    const after = placed.findLastIndex((piece) => piece.kind === 'text' && piece.role === 'column' && piece.box[1] < box[1]);
    placed.splice(after + 1, 0, { kind: 'stamp', image: red as PageImage, box });
  }
  return placed;
}

function textPieces(fragments: readonly Fragment[], all: readonly Fragment[], tables: readonly Grid[], page: PageImage): Piece[] {
  const piece = (role: 'body' | 'column', own: readonly Fragment[]): Piece => {
    const mine = new Set(own);
    const box = withRoom(unionBox(own.map((fragment) => fragment.box)), page);
    const others = [...all.filter((fragment) => !mine.has(fragment)).map((fragment) => fragment.box), ...tables.map((table) => table.box)];
    return { kind: 'text', role, box, others: others.filter((other) => overlaps(other, box)), fragments: own };
  };
  return cutColumns(fragments, page).flatMap((section) =>
    section.kind === 'flow'
      ? [piece('body', section.fragments)]
      : [section.left, section.right].flatMap((side) => partSideBySide(side, page.dpi)).map((side) => piece('column', side)),
  );
}

/** Loose bits above all print or below it that may be a page number: alone, small, away from the corners. */
function withLonePieces(pieces: readonly Piece[], print: readonly Fragment[], loose: readonly Fragment[], page: PageImage): Piece[] {
  const { dpi, height } = page;
  const boxes = [...print.map(({ box }) => box), ...pieces.flatMap((piece) => (piece.kind === 'table' ? [piece.grid.box] : []))];
  const [first, last] = [Math.min(height, ...boxes.map((box) => box[1])), Math.max(0, ...boxes.map((box) => box[3]))];
  const lone = loose
    .map(({ box }) => box)
    .filter((box) => box[3] <= first || box[1] >= last)
    .filter((box) => box[3] - box[1] >= 0.07 * dpi && box[3] - box[1] <= 0.22 * dpi && box[2] - box[0] <= 0.7 * dpi)
    .filter((box) => isNumberPlace((box[0] + box[2]) / 2, boxes, dpi) && (box[3] < height * 0.15 || box[1] > height * 0.6));
  const asPiece = (box: Box): Piece => ({ kind: 'lone', box: withRoom(box, page) });
  return [...lone.filter((box) => box[3] <= first).map(asPiece), ...pieces, ...lone.filter((box) => box[1] >= last && box[3] > first).map(asPiece)];
}

/** A page number stands in the middle of the print, or at its right edge. */
function isNumberPlace(x: number, print: readonly Box[], dpi: number): boolean {
  if (print.length === 0) return true;
  const [left, , right] = unionBox(print);
  return Math.abs(x - (left + right) / 2) < 0.6 * dpi || Math.abs(x - right) < 0.4 * dpi;
}

function withRoom([x0, y0, x1, y1]: Box, { dpi, width, height }: PageImage): Box {
  return [
    Math.max(0, Math.floor(x0 - BESIDE * dpi)),
    Math.max(0, Math.floor(y0 - ABOVE * dpi)),
    Math.min(width, Math.ceil(x1 + BESIDE * dpi)),
    Math.min(height, Math.ceil(y1 + BELOW * dpi)),
  ];
}

const middle = (box: Box): number => (box[1] + box[3]) / 2;
const overlaps = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
