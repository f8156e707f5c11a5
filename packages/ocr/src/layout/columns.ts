// Where do two columns stand side by side, as in the header and the footer of a letter?
// Invariant: every fragment comes out exactly once; sections follow each other down the page; a section is either one flow or two columns.
//   cutColumns(fragments) → [{ kind: 'columns', left: […], right: […] }, { kind: 'flow', fragments: […] }]
// A gutter is white from top to bottom of its section and has lines on both sides. Body text has no gutter: its lines cross every one.
import type { Box } from '@vanban/contract';
import { type Fragment, GUTTER } from './fragments.ts';

export type Section =
  | { readonly kind: 'flow'; readonly fragments: readonly Fragment[] }
  | { readonly kind: 'columns'; readonly left: readonly Fragment[]; readonly right: readonly Fragment[] };

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

export function cutColumns(fragments: readonly Fragment[], sheet: Sheet): Section[] {
  return joinColumns(cut(fragments, sheet));
}

/** Columns that follow each other without text across the page between them are one pair, unless the gutter moves. */
function joinColumns(sections: readonly Section[]): Section[] {
  const joined: Section[] = [];
  for (const section of sections) {
    const last = joined.at(-1);
    if (last?.kind === 'columns' && section.kind === 'columns') {
      const [left, right] = [
        [...last.left, ...section.left],
        [...last.right, ...section.right],
      ];
      if (Math.max(...left.map(({ box }) => box[2])) < Math.min(...right.map(({ box }) => box[0]))) {
        joined[joined.length - 1] = { kind: 'columns', left, right };
        continue;
      }
    }
    joined.push(section);
  }
  return joined;
}

function cut(fragments: readonly Fragment[], sheet: Sheet): Section[] {
  if (fragments.length === 0) return [];
  const best = findColumns(fragments, sheet);
  if (!best) return [{ kind: 'flow', fragments }];
  const chosen = new Set([...best.left, ...best.right]);
  const rest = fragments.filter((fragment) => !chosen.has(fragment));
  return [
    ...cut(
      rest.filter(({ box }) => middle(box) < best.top),
      sheet,
    ),
    { kind: 'columns', left: best.left, right: best.right },
    ...cut(
      rest.filter(({ box }) => middle(box) >= best.top),
      sheet,
    ),
  ];
}

interface Columns {
  readonly left: readonly Fragment[];
  readonly right: readonly Fragment[];
  readonly top: number;
  readonly score: number;
}

function findColumns(fragments: readonly Fragment[], sheet: Sheet): Columns | null {
  let best: Columns | null = null;
  const frame = frameOf(fragments);
  for (const place of new Set(fragments.map((fragment) => fragment.box[2]))) {
    for (const [top, bottom] of freeRanges(fragments, place, place + GUTTER * sheet.dpi, sheet.height)) {
      const columns = columnsIn(fragments, { place, frame, from: top, to: bottom }, sheet);
      if (columns && (!best || columns.score > best.score)) best = columns;
    }
  }
  return best;
}

/** Stretches down the page in which nothing stands between `x0` and `x1`. */
function freeRanges(fragments: readonly Fragment[], x0: number, x1: number, height: number): [number, number][] {
  const ranges: [number, number][] = [];
  let top = 0;
  const blocking = fragments.filter(({ box }) => box[0] < x1 && box[2] > x0).sort((a, b) => a.box[1] - b.box[1]);
  for (const { box } of blocking) {
    if (box[1] > top) ranges.push([top, box[1]]);
    top = Math.max(top, box[3]);
  }
  if (top < height) ranges.push([top, height]);
  return ranges;
}

interface Gutter {
  /** Where it begins across the page. */
  readonly place: number;
  readonly from: number;
  readonly to: number;
  /** The middle between the margins of all that is being cut. */
  readonly frame: number;
}

function columnsIn(fragments: readonly Fragment[], { place, from, to, frame }: Gutter, sheet: Sheet): Columns | null {
  const inside = fragments.filter(({ box }) => middle(box) > from && middle(box) < to);
  const first = !fragments.some(({ box }) => middle(box) <= from);
  const last = !fragments.some(({ box }) => middle(box) >= to);
  const sides = trim(
    inside.filter(({ box }) => box[2] <= place),
    inside.filter(({ box }) => box[0] > place),
    { first, last, frame },
    sheet.dpi,
  );
  if (!sides) return null;
  const { left, right } = sides;
  const start = Math.min(top(left), top(right));
  const gap = Math.min(...right.map(({ box }) => box[0])) - Math.max(...left.map(({ box }) => box[2]));
  const [leftLines, rightLines] = [lineCount(left), lineCount(right)];
  const [fewer, more] = [Math.min(leftLines, rightLines), Math.max(leftLines, rightLines)];
  const chosen = new Set([...left, ...right]);
  const outside = fragments.filter((fragment) => !chosen.has(fragment));
  const atTop = lineCount(outside.filter(({ box }) => middle(box) < start)) <= FEW_LINES;
  const atEnd = atTop || lineCount(outside.filter(({ box }) => middle(box) >= start)) <= FEW_LINES;
  const level = onSameLines(left, right, sheet.dpi);
  // At the foot of a page a level pair is more likely a torn paragraph than a footer, unless the gutter is wide.
  if (level && !atTop && gap < WIDE * sheet.dpi) return null;
  if (gap < FAIR * sheet.dpi && rightLines < 3) return null;
  if (!enough(fewer, more, gap / sheet.dpi, level, atEnd)) return null;
  if (isList(left, right, sheet.dpi) || !isColumn(left, sheet.dpi) || !isColumn(right, sheet.dpi)) return null;
  return {
    left,
    right,
    top: start,
    score: Math.min(fewer, 2) * 100 + Math.min(more, 6) * 10 + Math.min(gap / sheet.dpi, ROOMY) * 200 + left.length + right.length,
  };
}

/** The middle between the margins: where nearly all letters begin and end, so that a seal at the edge does not shift it. */
function frameOf(fragments: readonly Fragment[]): number {
  const left = edgeOf(
    fragments.toSorted((a, b) => b.box[0] - a.box[0]),
    0,
  );
  const right = edgeOf(
    fragments.toSorted((a, b) => a.box[2] - b.box[2]),
    2,
  );
  return (left + right) / 2;
}

/** Where the side of a fragment stands before which nearly all letters are passed. */
function edgeOf(sorted: readonly Fragment[], side: 0 | 2): number {
  const most = 0.95 * sorted.reduce((sum, { letters }) => sum + letters, 0);
  let [seen, at] = [0, 0];
  while (at < sorted.length - 1 && seen + (sorted[at]?.letters ?? 0) < most) seen += sorted[at++]?.letters ?? 0;
  return sorted[at]?.box[side] ?? 0;
}

/** A header has at most so many lines above it, a footer below it. */
const FEW_LINES = 3;
/** Gutters in inches. */
const [FAIR, ROOMY, WIDE] = [0.16, 0.2, 0.3];

/** The lines of running text stand level left and right of any white that happens to run through them; those of two columns seldom do. */
function enough(fewer: number, more: number, gap: number, level: boolean, atEnd: boolean): boolean {
  if (atEnd && gap >= 1.5 * WIDE && more >= 3) return true;
  if (level) return atEnd && fewer >= 2 && more >= 3 && (gap >= FAIR || fewer >= 3);
  if (fewer >= 2) return more >= (gap >= FAIR ? 2 : 3) && (atEnd || fewer >= 3);
  return atEnd && gap >= WIDE && more >= 2;
}

/** Whether most lines of the shorter side stand on a line of the other. */
function onSameLines(left: readonly Fragment[], right: readonly Fragment[], dpi: number): boolean {
  const [fewer, others] = lineCount(left) <= lineCount(right) ? [left, right] : [right, left];
  const level = fewer.filter(({ box }) => others.some((other) => Math.abs(other.box[3] - box[3]) < 0.05 * dpi));
  return level.length >= fewer.length * 0.7;
}

/** Something to read, and not a strip along the edge. */
function isColumn(side: readonly Fragment[], dpi: number): boolean {
  const width = Math.max(...side.map(({ box }) => box[2])) - Math.min(...side.map(({ box }) => box[0]));
  return width >= 0.5 * dpi && side.reduce((sum, { letters }) => sum + letters, 0) >= 4;
}

/** A column of labels or bullets before a text is no column of its own: it is narrow and its pieces stand on the lines of the text. */
function isList(left: readonly Fragment[], right: readonly Fragment[], dpi: number): boolean {
  const width = Math.max(...left.map(({ box }) => box[2])) - Math.min(...left.map(({ box }) => box[0]));
  if (width > 0.9 * dpi) return false;
  const beside = left.filter(({ box }) => right.some((other) => Math.abs(middle(other.box) - middle(box)) < 0.06 * dpi));
  return beside.length >= left.length * 0.7;
}

/** How far the next line of a column may be below the last one, in inches; at the end of the page the right one leaves room for a signature. */
const NEXT_LINE = 0.55;
const SIGNATURE = 1.9;
/** How near a line above the beginning of a column must be to belong to it. */
const HEAD = 0.25;

/** Both sides from where they begin to where each ends without a break. Text above a left column is the end of what came before, unless the page begins with it. */
function trim(
  left: readonly Fragment[],
  right: readonly Fragment[],
  page: { readonly first: boolean; readonly last: boolean; readonly frame: number },
  dpi: number,
): { left: Fragment[]; right: Fragment[] } | null {
  if (left.length === 0 || right.length === 0) return null;
  const begin = Math.max(top(left), top(right)) - 0.12 * dpi;
  const below = (side: readonly Fragment[], upwards: boolean): Fragment[] => {
    const from = upwards ? chainUp(side, begin, HEAD * dpi) : begin;
    return side.filter(({ box }) => middle(box) >= from);
  };
  const [a, b] = [below(left, page.first), below(right, true)];
  if (a.length === 0 || b.length === 0) return null;
  const kept = untilBreak(a, NEXT_LINE * dpi);
  const titles = untilBreak(b, (page.last ? SIGNATURE : NEXT_LINE) * dpi);
  return { left: kept, right: page.last ? titles : withoutTitle(titles, bottom(kept), page.frame, dpi) };
}

/** A title below the header stands in the middle of the page, not of the column, and what follows it is no column either. */
function withoutTitle(side: readonly Fragment[], leftEnd: number, frame: number, dpi: number): Fragment[] {
  const centre = (boxes: readonly Box[]): number => (Math.min(...boxes.map((box) => box[0])) + Math.max(...boxes.map((box) => box[2]))) / 2;
  const own = side.filter(({ box }) => middle(box) <= leftEnd).map(({ box }) => box);
  const column = own.length === 0 ? frame : centre(own);
  const title = side.find(({ box }) => {
    const line = side.map((other) => other.box).filter((other) => Math.abs(middle(other) - middle(box)) < 0.06 * dpi);
    return middle(box) > leftEnd && Math.abs(centre(line) - frame) < 0.4 * dpi && Math.abs(centre(line) - column) > 0.5 * dpi;
  });
  return title ? side.filter(({ box }) => middle(box) < title.box[1]) : [...side];
}

/** How far up lines follow each other closely above a place. */
function chainUp(side: readonly Fragment[], begin: number, most: number): number {
  let reached = begin;
  for (const { box } of [...side].sort((a, b) => b.box[3] - a.box[3])) {
    if (middle(box) >= reached) continue;
    if (reached - box[3] > most) break;
    reached = box[1];
  }
  return reached;
}

function untilBreak(side: readonly Fragment[], most: number): Fragment[] {
  const sorted = [...side].sort((a, b) => a.box[1] - b.box[1]);
  const kept: Fragment[] = [];
  let reached = sorted[0]?.box[1] ?? 0;
  for (const fragment of sorted) {
    if (fragment.box[1] - reached > most) break;
    kept.push(fragment);
    reached = Math.max(reached, fragment.box[3]);
  }
  return kept;
}

function lineCount(side: readonly Fragment[]): number {
  let [count, reached] = [0, -1];
  for (const { box } of [...side].sort((a, b) => middle(a.box) - middle(b.box))) {
    if (middle(box) <= reached) continue;
    count++;
    reached = box[3];
  }
  return count;
}

const middle = (box: Box): number => (box[1] + box[3]) / 2;
const top = (side: readonly Fragment[]): number => Math.min(...side.map(({ box }) => box[1]));
const bottom = (side: readonly Fragment[]): number => Math.max(...side.map(({ box }) => box[3]));
