// The words of a clause as one running text, however page numbers, footnotes and children cut it.
// Invariant: every span of the passage's own text can be turned into a span of the document (`toDocument`), in the same order.
//   spans "…ngày bắt đầu khai" + "thác khoáng sản." → "…ngày bắt đầu khai\nthác khoáng sản."
import type { Span } from '@vanban/contract';

interface Piece {
  readonly at: number;
  readonly span: Span;
}

export interface Passage {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Joins pieces of the document's text: each piece is a paragraph, or goes on one that a page number or footnote cut. */
export function passageOf(text: string, spans: readonly Span[]): Passage {
  const pieces: Piece[] = [];
  let joined = '';
  for (const span of spans) {
    if (span.end <= span.start || text.slice(span.start, span.end).trim() === '') continue;
    if (joined !== '') joined += joint(text, pieces.at(-1)?.span, span);
    pieces.push({ at: joined.length, span });
    joined += text.slice(span.start, span.end);
  }
  return { text: joined, pieces };
}

/** What stands between two pieces: a blank in one line, an empty line where a paragraph begins, else a line end. */
function joint(text: string, before: Span | undefined, span: Span): string {
  if (sameLine(text, before, span)) return ' ';
  return before !== undefined && text.slice(before.end, span.start).trim() === '' ? '\n\n' : '\n';
}

const sameLine = (text: string, before: Span | undefined, span: Span): boolean =>
  before !== undefined && /^[^\n]{0,12}$/u.test(text.slice(before.end, span.start));

/** The span of the document that a span of the passage stands on (it may run over what was cut out). */
export function toDocument(passage: Passage, span: Span): Span {
  return { start: offsetOf(passage, span.start, false), end: offsetOf(passage, span.end, true) };
}

function offsetOf(passage: Passage, at: number, isEnd: boolean): number {
  let [low, high] = [0, passage.pieces.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const { at: start } = passage.pieces[middle] as Piece;
    if (isEnd ? start < at : start <= at) low = middle;
    else high = middle - 1;
  }
  const found = passage.pieces[low] as Piece;
  return Math.min(found.span.start + Math.max(0, at - found.at), found.span.end);
}

export const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;
