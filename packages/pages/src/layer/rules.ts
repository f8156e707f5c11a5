// Ruled lines of a page → the frames that they make.
// Invariant: lines are straight and along the page's edges; each comes out once, however many strokes it was painted with.
//   the four borders of each cell, painted cell by cell → one frame with its few long lines
// Underlines and separators, which meet no other line, make no frame.
import type { Box } from '@vanban/contract';

/** A line along one axis: `at` is its place on the other one. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Frame {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/** Points within which two lines are one, and within which ends meet. */
export const TOUCH = 3;

export function framesOf(boxes: readonly Box[]): Frame[] {
  const lines = boxes.filter((box) => Math.max(box[2] - box[0], box[3] - box[1]) > TOUCH);
  const flat = lines.filter((box) => box[2] - box[0] >= box[3] - box[1]);
  const steep = lines.filter((box) => box[2] - box[0] < box[3] - box[1]);
  const horizontal = merged(flat.map(([x0, y0, x1, y1]) => ({ at: (y0 + y1) / 2, from: x0, to: x1 })));
  const vertical = merged(steep.map(([x0, y0, x1, y1]) => ({ at: (x0 + x1) / 2, from: y0, to: y1 })));
  return connected(horizontal, vertical).filter((frame) => frame.horizontal.length >= 2 && frame.vertical.length >= 2);
}

/** Lines on one height become one where they touch. */
function merged(rules: readonly Rule[]): Rule[] {
  const out: Rule[] = [];
  for (const group of levels(rules)) {
    const at = group.reduce((sum, rule) => sum + rule.at, 0) / group.length;
    let open: { at: number; from: number; to: number } | null = null;
    for (const { from, to } of group.toSorted((a, b) => a.from - b.from)) {
      if (open && from <= open.to + TOUCH) open.to = Math.max(open.to, to);
      else {
        open = { at, from, to };
        out.push(open);
      }
    }
  }
  return out;
}

function levels(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const group = groups.at(-1);
    if (group && rule.at - (group[0] as Rule).at < TOUCH) group.push(rule);
    else groups.push([rule]);
  }
  return groups;
}

/** Lines that cross or touch each other belong to one frame. */
function connected(horizontal: readonly Rule[], vertical: readonly Rule[]): Frame[] {
  const frames: { horizontal: Set<Rule>; vertical: Set<Rule> }[] = [];
  for (const h of horizontal) {
    const crossing = vertical.filter((v) => v.at >= h.from - TOUCH && v.at <= h.to + TOUCH && h.at >= v.from - TOUCH && h.at <= v.to + TOUCH);
    if (crossing.length === 0) continue;
    const frame = { horizontal: new Set([h]), vertical: new Set(crossing) };
    for (const other of frames.filter((one) => crossing.some((v) => one.vertical.has(v)))) {
      for (const rule of other.horizontal) frame.horizontal.add(rule);
      for (const rule of other.vertical) frame.vertical.add(rule);
      frames.splice(frames.indexOf(other), 1);
    }
    frames.push(frame);
  }
  return frames.map((frame) => ({ horizontal: [...frame.horizontal], vertical: [...frame.vertical] }));
}
