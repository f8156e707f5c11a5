// Where a page stands in two columns (the header and the footer of a letter), and in which order its lines are read.
// Invariant: every piece comes out exactly once; in a two-column zone the whole left side comes before the right side.
//   issuer, number, V/v … | motto, place and day   → [{ left: […], right: […] }], then the flow under it
// A zone begins where two pieces stand side by side and goes on as long as no piece crosses the gutter between them.
import type { Segment } from './lines.ts';

export type Region =
  | { readonly kind: 'flow'; readonly rows: readonly Segment[][] }
  | { readonly kind: 'columns'; readonly left: readonly Segment[]; readonly right: readonly Segment[] };

/** A side narrower than this part of the page's width is a label or a number, not a column. */
const NARROW = 0.065;
/** A side narrower than the first beside one wider than the second is a row of labels (Điều 1., prices) beside running text. */
const [BESIDE_TEXT, TEXT] = [0.15, 0.5];

/** The pieces must be sorted from top to bottom; `width` is the page's. */
export function regionsOf(segments: readonly Segment[], width: number): Region[] {
  const regions: Region[] = [];
  let flow: Segment[] = [];
  let rest = [...segments];
  while (rest.length > 0) {
    const zone = zoneAt(rest, width);
    if (zone) {
      leadIn(zone, flow);
      if (flow.length > 0) regions.push({ kind: 'flow', rows: rowsOf(flow) });
      flow = [];
      regions.push({ kind: 'columns', left: zone.left, right: zone.right });
      const taken = new Set([...zone.left, ...zone.right]);
      rest = rest.filter((segment) => !taken.has(segment));
    } else {
      flow.push(rest[0] as Segment);
      rest = rest.slice(1);
    }
  }
  if (flow.length > 0) regions.push({ kind: 'flow', rows: rowsOf(flow) });
  return regions;
}

interface Zone {
  readonly left: Segment[];
  readonly right: Segment[];
  /** The gutter: the left side ends at its start, the right side begins at its end. */
  start: number;
  end: number;
  bottom: number;
}

/** The zone that begins with the first piece; null where it does not stand beside another. */
function zoneAt(segments: readonly Segment[], width: number): Zone | null {
  const first = segments[0] as Segment;
  const partner = segments.slice(1, 12).find((other) => beside(first, other));
  if (!partner) return null;
  const [left, right] = first.box[0] < partner.box[0] ? [first, partner] : [partner, first];
  const zone: Zone = { left: [left], right: [right], start: left.box[2], end: right.box[0], bottom: Math.max(left.box[3], right.box[3]) };
  for (const segment of segments.slice(1)) {
    if (segment === partner) continue;
    if (!grow(zone, segment)) break;
  }
  trimTail(zone, width);
  return areColumns(extent(zone.left) / width, extent(zone.right) / width) ? zone : null;
}

/** Given the parts of the page's width: not labels or numbers beside a text, which is read line by line. */
function areColumns(left: number, right: number): boolean {
  const [narrow, wide] = [Math.min(left, right), Math.max(left, right)];
  return narrow >= NARROW && !(narrow < BESIDE_TEXT && wide > TEXT);
}

const extent = (side: readonly Segment[]): number => Math.max(...side.map((one) => one.box[2])) - Math.min(...side.map((one) => one.box[0]));

/** Side by side: on the same height for the most part, with room between them. */
function beside(a: Segment, b: Segment): boolean {
  const overlap = Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]);
  const lower = Math.min(a.box[3] - a.box[1], b.box[3] - b.box[1]);
  return overlap > lower * 0.25 && (a.box[2] <= b.box[0] || b.box[2] <= a.box[0]);
}

function grow(zone: Zone, segment: Segment): boolean {
  const [x0, y0, x1, y1] = segment.box;
  if (y0 - zone.bottom > segment.size * 9) return false;
  const isLeft = x1 < zone.end;
  const isRight = x0 > zone.start;
  if (isLeft === isRight) return false;
  if (isLeft) {
    zone.left.push(segment);
    zone.start = Math.max(zone.start, x1);
  } else {
    zone.right.push(segment);
    zone.end = Math.min(zone.end, x0);
  }
  zone.bottom = Math.max(zone.bottom, y1);
  return true;
}

/** Takes into the zone what stands just above it on one side's own axis: the first line of a title or an issuer. */
function leadIn(zone: Zone, flow: Segment[]): void {
  for (let last = flow.at(-1); last; last = flow.at(-1)) {
    const side = last.box[0] > zone.start ? zone.right : last.box[2] < zone.end ? zone.left : null;
    const next = side?.[0];
    if (!side || !next || next.box[1] - last.box[3] > last.size || !onAxis(last, side)) return;
    side.unshift(last);
    flow.pop();
  }
}

/** Takes off what follows the zone and only happens to lie on one side of it: a centred title, a short line of the body. */
function trimTail(zone: Zone, width: number): void {
  for (const [side, other] of [
    [zone.left, zone.right],
    [zone.right, zone.left],
    [zone.left, zone.right],
  ] as const) {
    const bottom = Math.max(...other.map((one) => one.box[3]));
    const cut = side.findIndex((one, index) => index > 0 && one.box[1] > bottom && !belongs(one, side.slice(0, index), width));
    if (cut > 0) side.splice(cut);
  }
}

/** Below the other side's end, a piece still belongs to its column if it follows closely, or keeps to the column's own axis as a signer's name does. */
function belongs(segment: Segment, above: readonly Segment[], width: number): boolean {
  const last = above.at(-1) as Segment;
  const close = segment.box[1] - last.box[3] < segment.size * 1.5;
  const [x0, x1] = [Math.min(...above.map((one) => one.box[0])), Math.max(...above.map((one) => one.box[2]))];
  const within = segment.box[0] > x0 - segment.size && segment.box[2] < x1 + segment.size * 2;
  const middle = (segment.box[0] + segment.box[2]) / 2;
  const centredOnPage = Math.abs(middle - width / 2) < width * 0.06 && Math.abs(middle - (x0 + x1) / 2) > width * 0.05;
  return !centredOnPage && within && (close || onAxis(segment, above));
}

/** Centred where the side is centred; a side that is set flush left has no axis. */
function onAxis(segment: Segment, side: readonly Segment[]): boolean {
  const middles = side.map((one) => (one.box[0] + one.box[2]) / 2);
  const axis = middles.toSorted((a, b) => a - b)[middles.length >> 1] as number;
  const flush = side.length > 1 && spread(side.map((one) => one.box[0])) < spread(middles) * 0.7;
  return !flush && Math.abs((segment.box[0] + segment.box[2]) / 2 - axis) < segment.size * 1.2;
}

const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

/** Pieces of one visual line come together again. */
function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows = Map.groupBy(segments, (segment) => segment.row);
  return [...rows.values()].map((row) => row.toSorted((a, b) => a.box[0] - b.box[0]));
}
