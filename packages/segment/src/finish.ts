// How does a draft become the clause that others read: id, heading, own words, items?
// Ids follow the contract: labels joined by dots, bullets counted in their parent, a repeated label with ~2.
//   III › 1 › a › second dash → "III.1.a.-2"      "2.1." under "2." → "2.1"
// Invariant: children lie inside their parent's span; `own` and the children never overlap.
import type { ClauseKind, ClauseNode, Span } from '@vanban/contract';
import { headingOf } from './heading.ts';
import { itemsIn } from './items.ts';
import { type Draft, kindOf, type Piece } from './tree.ts';

/** `taken`: ids given so far in the part, since "1.1." may stand both by itself and under "1.". */
export function finishClauses(
  text: string,
  drafts: readonly Draft[],
  parentId: string,
  part: number,
  taken = new Map<string, number>(),
): ClauseNode[] {
  const bullets = { dash: 0, plus: 0 };
  return drafts.map((draft) => {
    const id = idOf(draft, parentId, taken, bullets);
    return finish(text, draft, id, part, taken);
  });
}

function finish(text: string, draft: Draft, id: string, part: number, taken: Map<string, number>): ClauseNode {
  const heading = headingOf(text, draft);
  const paragraphs = paragraphsOf(text, draft.pieces, heading);
  const children = finishClauses(text, draft.children, id, part, taken);
  const items = itemNodes(text, paragraphs, draft, id, part);
  const own = paragraphs.flatMap((span) => without(span, items));
  const all = [...children, ...items].sort((a, b) => a.span.start - b.span.start);
  const end = Math.max(
    draft.start + draft.label.printed.length,
    ...own.slice(-1).map((span) => span.end),
    ...all.slice(-1).map((child) => child.span.end),
    heading?.end ?? 0,
  );
  return {
    id,
    label: shownLabel(draft),
    kind: kindOf(draft),
    heading: heading === null ? null : text.slice(heading.start, heading.end).replace(/\s+/gu, ' ').replace(/:$/u, '').trim(),
    headingSpan: heading,
    span: { start: draft.start, end },
    own: own.map((span) => trimmed(text, span)).filter((span) => span.end > span.start),
    part,
    children: all,
  };
}

/** As printed; put right where a misread letter was repaired. */
function shownLabel(draft: Draft): string {
  const { label } = draft;
  if (!label.repaired) return label.printed;
  const tail = /(?<![.)/–:-])[.)/–:-]+$/u.exec(label.printed)?.[0] ?? '';
  return `${label.key}${tail}`;
}

function idOf(draft: Draft, parentId: string, taken: Map<string, number>, bullets: { dash: number; plus: number }): string {
  const { style, label } = draft;
  if (style === 'dash' || style === 'bullet') return join(parentId, `-${++bullets.dash}`);
  if (style === 'plus') return join(parentId, `+${++bullets.plus}`);
  const id = join(parentId, style === 'decimal' ? decimalKey(label.key, parentId) : label.key);
  const times = (taken.get(id) ?? 0) + 1;
  taken.set(id, times);
  return times === 1 ? id : `${id}~${times}`;
}

const join = (parentId: string, key: string): string => (parentId === '' ? key : `${parentId}.${key}`);

/** Under its own number a decimal label adds only its last figure: "2.1." under "2." is 2.1. */
function decimalKey(key: string, parentId: string): string {
  const dot = key.lastIndexOf('.');
  const prefix = key.slice(0, dot);
  return parentId === prefix || parentId.endsWith(`.${prefix}`) ? key.slice(dot + 1) : key;
}

/** Own words behind the heading: one span for each paragraph, cut where anything else stands between. */
function paragraphsOf(text: string, pieces: readonly Piece[], heading: Span | null): Span[] {
  const spans: Span[] = heading === null ? [] : [heading];
  for (const piece of pieces) {
    const last = spans.at(-1);
    if (heading !== null && piece.span.end <= heading.end) continue;
    const start = heading !== null && piece.span.start < heading.end ? heading.end : piece.span.start;
    const joins = last !== undefined && last !== heading && !piece.paragraph && text.slice(last.end, start).trim() === '';
    if (joins) spans[spans.length - 1] = { start: last.start, end: piece.span.end };
    else spans.push({ start, end: piece.span.end });
  }
  return spans;
}

/** Items of the words before the first child. */
function itemNodes(text: string, paragraphs: readonly Span[], draft: Draft, parentId: string, part: number): ClauseNode[] {
  const first = draft.children[0]?.start ?? Number.POSITIVE_INFINITY;
  const taken = new Map<string, number>();
  return itemsIn(
    text,
    paragraphs.filter((span) => span.start < first),
  ).map(({ printed, span }) => {
    const times = (taken.get(printed) ?? 0) + 1;
    taken.set(printed, times);
    const whole = paragraphs.flatMap((paragraph) => overlap(paragraph, span));
    const own = whole.map((piece, i) => trimmed(text, i === 0 ? { start: piece.start + printed.length, end: piece.end } : piece));
    const kind: ClauseKind = 'item';
    const id = join(parentId, times === 1 ? printed : `${printed}~${times}`);
    return {
      id,
      label: printed,
      kind,
      heading: null,
      headingSpan: null,
      span,
      own: own.filter((piece) => piece.end > piece.start),
      part,
      children: [],
    };
  });
}

function overlap(a: Span, b: Span): Span[] {
  const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)];
  return end > start ? [{ start, end }] : [];
}

/** The span without the items that stand in it. */
function without(span: Span, items: readonly ClauseNode[]): Span[] {
  const left: Span[] = [];
  let start = span.start;
  for (const item of items) {
    if (item.span.end <= start || item.span.start >= span.end) continue;
    if (item.span.start > start) left.push({ start, end: item.span.start });
    start = Math.max(start, item.span.end);
  }
  if (start < span.end) left.push({ start, end: span.end });
  return left;
}

function trimmed(text: string, span: Span): Span {
  const own = text.slice(span.start, span.end);
  const lead = own.length - own.trimStart().length;
  return { start: Math.min(span.start + lead, span.end), end: Math.max(span.start + lead, span.start + own.trimEnd().length) };
}
