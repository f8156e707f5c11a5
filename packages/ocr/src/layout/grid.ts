// Which rules make a table, and what are its cells?
// Invariant: cells of one table do not overlap and cover it; a merged cell stands once, at its first row and column; a single frame is no table.
//   findTables({ across: three rules, down: three rules that cross them }) → one table of 2 rows and 2 columns
import type { Box, Grid, GridCell } from '@vanban/contract';
import type { Rules } from './rules.ts';

/** In inches: how near ends of rules meet; rules nearer than this are one line of the grid; the least size of a table. */
const MEET = 0.06;
const SAME_LINE = 0.06;
const SMALLEST = 0.4;
/** A rule stands between two cells if it covers this part of their border. */
const COVERED = 0.5;

export function findTables(rules: Rules, dpi: number): Grid[] {
  return crossingGroups(rules, MEET * dpi)
    .map((group) => withoutLooseEnds(group, MEET * dpi))
    .filter((group) => group.across.length >= 2 && group.down.length >= 1)
    .map((group) => gridOf(group, dpi))
    .filter((grid): grid is Grid => grid !== null)
    .sort((a, b) => a.box[1] - b.box[1]);
}

/** Rules that touch each other, directly or through others. */
function crossingGroups({ across, down }: Rules, near: number): Rules[] {
  const groups: { across: Box[]; down: Box[] }[] = [];
  const left = { across: [...across], down: [...down] };
  const touching = (a: Box, b: Box): boolean => a[0] <= b[2] + near && b[0] <= a[2] + near && a[1] <= b[3] + near && b[1] <= a[3] + near;
  const take = (from: Box[], by: Box): Box[] => {
    const taken = from.filter((box) => touching(box, by));
    for (const box of taken) from.splice(from.indexOf(box), 1);
    return taken;
  };
  while (left.down.length > 0) {
    const group: { across: Box[]; down: Box[] } = { across: [], down: [left.down.pop() as Box] };
    for (let a = 0, d = 0; a < group.across.length || d < group.down.length; ) {
      const down = group.down[d];
      if (down) {
        group.across.push(...take(left.across, down));
        d++;
      }
      const line = group.across[a];
      if (line) {
        group.down.push(...take(left.down, line));
        a++;
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Without strokes that only touch the table, such as the arc of a seal: a line of the grid ends at crossing lines, or crosses several, or runs through most of it. */
function withoutLooseEnds(group: Rules, near: number): Rules {
  const meets = (place: number, along: number, others: readonly Box[], axis: 0 | 1): boolean =>
    others.some((o) => Math.abs((o[axis] + o[axis + 2]!) / 2 - place) <= near && o[1 - axis]! - near <= along && along <= o[3 - axis]! + near);
  const prune = (rules: readonly Box[], others: readonly Box[], axis: 0 | 1): Box[] => {
    const longest = Math.max(0, ...rules.map((r) => r[axis + 2]! - r[axis]!));
    return rules.filter((r) => {
      const along = (r[1 - axis]! + r[3 - axis]!) / 2;
      const ends = Number(meets(r[axis]!, along, others, axis)) + Number(meets(r[axis + 2]!, along, others, axis));
      return ends === 2 || r[axis + 2]! - r[axis]! >= longest * 0.6;
    });
  };
  const across = prune(group.across, group.down, 0);
  return { across, down: prune(group.down, across, 1) };
}

function gridOf(group: Rules, dpi: number): Grid | null {
  const all = [...group.across, ...group.down];
  const box: Box = [
    Math.min(...all.map((r) => r[0])),
    Math.min(...all.map((r) => r[1])),
    Math.max(...all.map((r) => r[2])),
    Math.max(...all.map((r) => r[3])),
  ];
  if (box[2] - box[0] < SMALLEST * dpi || box[3] - box[1] < SMALLEST * dpi) return null;
  const xs = lines([...group.down.map((r) => (r[0] + r[2]) / 2)], [box[0], box[2]], dpi);
  const ys = lines([...group.across.map((r) => (r[1] + r[3]) / 2)], [box[1], box[3]], dpi);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows < 2) return null;
  const cells = mergedCells(group, xs, ys, dpi);
  return cells.length < 2 ? null : { box, rows, columns, cells };
}

/** Places of the grid's lines: one for rules that nearly coincide, and the outer ends even where no rule closes the table. */
function lines(places: readonly number[], [low, high]: readonly [number, number], dpi: number): number[] {
  const found: number[][] = [];
  for (const place of [...places, low, high].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && place - (last[0] as number) < SAME_LINE * dpi) last.push(place);
    else found.push([place]);
  }
  return found.map((near) => near.reduce((sum, place) => sum + place, 0) / near.length);
}

/** Elementary cells joined where no rule parts them, as long as what comes out is a rectangle. */
function mergedCells(group: Rules, xs: readonly number[], ys: readonly number[], dpi: number): GridCell[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const near = SAME_LINE * dpi;
  const at = (line: readonly number[], i: number): number => line[i] as number;
  const open = (r: number, c: number, below: boolean): boolean =>
    below
      ? coverage(group.across, 0, at(xs, c), at(xs, c + 1), at(ys, r + 1), near) < COVERED
      : coverage(group.down, 1, at(ys, r), at(ys, r + 1), at(xs, c + 1), near) < COVERED;
  const taken = new Uint8Array(rows * columns);
  const cells: GridCell[] = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      if (taken[r * columns + c]) continue;
      let [rowSpan, columnSpan] = [1, 1];
      while (c + columnSpan < columns && !taken[r * columns + c + columnSpan] && open(r, c + columnSpan - 1, false)) columnSpan++;
      const wholeRowOpen = (row: number): boolean => {
        for (let k = c; k < c + columnSpan; k++) if (!open(row - 1, k, true) || taken[row * columns + k]) return false;
        for (let k = c; k < c + columnSpan - 1; k++) if (!open(row, k, false)) return false;
        return true;
      };
      while (r + rowSpan < rows && wholeRowOpen(r + rowSpan)) rowSpan++;
      for (let y = r; y < r + rowSpan; y++) taken.fill(1, y * columns + c, y * columns + c + columnSpan);
      cells.push({
        row: r,
        column: c,
        rowSpan,
        columnSpan,
        box: [at(xs, c), at(ys, r), at(xs, c + columnSpan), at(ys, r + rowSpan)].map(Math.round) as Box,
      });
    }
  }
  return cells;
}

/** Which part of the stretch from `begin` to `end` rules near `place` cover. `axis` 0: rules across, 1: rules down. */
function coverage(rules: readonly Box[], axis: 0 | 1, begin: number, end: number, place: number, near: number): number {
  let covered = 0;
  for (const rule of rules) {
    const middle = axis === 0 ? (rule[1] + rule[3]) / 2 : (rule[0] + rule[2]) / 2;
    if (Math.abs(middle - place) > near) continue;
    const [low, high] = axis === 0 ? [rule[0], rule[2]] : [rule[1], rule[3]];
    covered += Math.max(0, Math.min(high, end) - Math.max(low, begin));
  }
  return covered / Math.max(1, end - begin);
}
