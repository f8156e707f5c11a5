// What do the readers of fields look at? The rows of the letter, sorted by the kind of segment they stand in.
// Invariant: rows of attached parts and of copies are not among them.
import type { Reading, Segmentation, SegmentKind, Span } from '@vanban/contract';
import { type Row, rowsOf } from '@vanban/segment';
import { type Caser, caserOf } from './casing.ts';

export interface Letter {
  readonly reading: Reading;
  readonly segmentation: Segmentation;
  readonly fileName: string | null;
  readonly caser: Caser;
  /** The row was recognised from a picture: its letters may be misread. */
  isScanned(row: Row): boolean;
  rows(...kinds: readonly SegmentKind[]): readonly Row[];
  /** The same, but only of the first unbroken run of that kind. */
  blocks(kind: SegmentKind): readonly (readonly Row[])[];
}

export function letterOf(reading: Reading, segmentation: Segmentation, fileName: string | null): Letter {
  const runs = segmentation.segments
    .filter((segment) => segment.part === 0)
    .map((segment) => ({ kind: segment.kind, rows: [] as Row[], span: segment.span }));
  const scanned = new Set(reading.pages.filter((page) => page.origin === 'ocr').map((page) => page.number));
  let at = 0;
  for (const row of rowsOf(reading)) {
    while (at < runs.length && (runs[at]?.span.end as number) < row.span.end) at++;
    const run = runs[at];
    if (run !== undefined && row.span.start >= run.span.start) run.rows.push(row);
  }
  return {
    reading,
    segmentation,
    fileName,
    caser: caserOf(reading.text),
    isScanned: (row) => scanned.has(row.page),
    rows: (...kinds) => runs.filter((run) => kinds.includes(run.kind)).flatMap((run) => run.rows),
    blocks: (kind) => runs.filter((run) => run.kind === kind).map((run) => run.rows),
  };
}

/** From the first to the last of the rows. */
export function spanOf(rows: readonly { readonly span: Span }[]): Span | null {
  const [first, last] = [rows[0], rows.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.span.start, end: last.span.end };
}
