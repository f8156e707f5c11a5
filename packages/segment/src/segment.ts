// What is what in the text, and which numbered clauses does it hold?
// `segment` is pure: the same Reading gives the same Segmentation, in time linear in its length. All spans are over `reading.text`.
//   segment(reading).clauses[0].children[2].id → "I.3"
// It does not read values (numbers, names, dates): packages/extract does.
import type { ClauseNode, Part, Reading, Segment, Segmentation, SegmentKind, Span, Warning } from '@vanban/contract';
import { finishClauses } from './finish.ts';
import { type Furniture, furnitureOf } from './furniture.ts';
import { layoutOf } from './layout.ts';
import { quotedRows } from './quotes.ts';
import { type Row, rowsOf } from './row.ts';
import { outline } from './tree.ts';
import { type PartDraft, type Zones, zonesOf } from './zones.ts';

export function segment(reading: Reading): Segmentation {
  const all = rowsOf(reading);
  const furniture = furnitureOf(all);
  const rows = all.filter((_, i) => furniture[i] === null);
  const layout = layoutOf(rows);
  const quoted = quotedRows(rows);
  const zones = zonesOf(rows, quoted, layout);
  const parts = partsOf(reading, rows, zones.parts);
  const clauses: ClauseNode[] = [];
  const warnings: Warning[] = [];
  zones.parts.forEach((part, index) => {
    const own = bodyOf(rows, quoted, zones, index);
    const { roots, warnings: found } = outline(own.rows, own.quoted, layout);
    warnings.push(...found);
    if (index === 0) clauses.push(...finishClauses(reading.text, roots, '', 0));
    else
      clauses.push(
        attachmentNode(reading, rows, part, parts[index] as Part, index, finishClauses(reading.text, roots, (parts[index] as Part).name, index)),
      );
  });
  return { parts, segments: segmentsOf(reading, all, furniture, rows, zones), clauses, warnings };
}

function bodyOf(rows: readonly Row[], quoted: readonly boolean[], zones: Zones, index: number): { rows: Row[]; quoted: boolean[] } {
  const from = (zones.parts[index] as PartDraft).from;
  const to = zones.parts[index + 1]?.from ?? rows.length;
  const body: { rows: Row[]; quoted: boolean[] } = { rows: [], quoted: [] };
  for (let i = from; i < to; i++) {
    if (zones.kinds[i] !== 'body') continue;
    body.rows.push(rows[i] as Row);
    body.quoted.push(quoted[i] === true);
  }
  return body;
}

/** Parts share the whole text between them; a name that comes twice gets ~2. */
function partsOf(reading: Reading, rows: readonly Row[], drafts: readonly PartDraft[]): Part[] {
  const taken = new Map<string, number>();
  return drafts.map(({ name, from }, i) => {
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    const next = drafts[i + 1];
    const start = i === 0 ? 0 : (rows[from] as Row).span.start;
    const end = next === undefined ? reading.text.length : (rows[next.from] as Row).span.start;
    return { name: times === 1 ? name : `${name}~${times}`, span: { start, end } };
  });
}

function attachmentNode(reading: Reading, rows: readonly Row[], draft: PartDraft, part: Part, index: number, children: ClauseNode[]): ClauseNode {
  const own = reading.text.slice(part.span.start, part.span.end);
  const first = rows[draft.from] as Row;
  const label = draft.label === '' ? part.name : draft.label;
  const rest = first.text.startsWith(label) ? first.text.slice(label.length).replace(/^[\s.:–-]+/u, '') : '';
  const start = first.span.end - rest.length;
  return {
    id: part.name,
    label,
    kind: 'attachment',
    heading: rest === '' ? null : rest,
    headingSpan: rest === '' ? null : { start, end: first.span.end },
    span: { start: part.span.start, end: part.span.start + own.trimEnd().length },
    own: [],
    part: index,
    children,
  };
}

/** Rows of one kind and part that follow each other are one segment; tables stand where the rows leave room for them. */
function segmentsOf(reading: Reading, all: readonly Row[], furniture: readonly Furniture[], rows: readonly Row[], zones: Zones): Segment[] {
  const starts = zones.parts.map((part) => rows[part.from]?.span.start ?? 0);
  const partAt = (offset: number): number =>
    Math.max(
      0,
      starts.findLastIndex((start, i) => i === 0 || start <= offset),
    );
  const pieces: { kind: SegmentKind; span: Span; part: number }[] = reading.tables.map((table) => ({
    kind: 'table',
    span: table.span,
    part: partAt(table.span.start),
  }));
  let running = 0;
  all.forEach((row, i) => {
    const kind = furniture[i] === null ? zones.kinds[running++] : furniture[i] === 'rule' ? null : (furniture[i] as SegmentKind);
    if (kind !== null && kind !== undefined) pieces.push({ kind, span: row.span, part: partAt(row.span.start) });
  });
  pieces.sort((a, b) => a.span.start - b.span.start);
  const segments: Segment[] = [];
  for (const piece of pieces) {
    const last = segments.at(-1);
    if (last !== undefined && piece.kind !== 'table' && last.kind === piece.kind && last.part === piece.part)
      segments[segments.length - 1] = { ...last, span: { start: last.span.start, end: piece.span.end } };
    else segments.push(piece);
  }
  return segments;
}
