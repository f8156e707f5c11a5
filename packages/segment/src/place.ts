// Where in the open clauses does a label belong?
// `place` compares a label with the lists that are open: the next number of one of them, the first of a new one, a gap, or a repetition.
//   open I › 1 › a, label "b)" → next under 1;  label "2." → next under I;  label "1." behind a colon → first under a
// It only ranks the possibilities; accept.ts decides which are good enough.
import type { Label, Style } from './label.ts';
import { followsLetter } from './letters.ts';
import { romanOf } from './roman.ts';

export interface OpenClause {
  readonly style: Style;
  readonly ordinals: readonly number[];
  /** Its last paragraph so far ends with a colon. */
  readonly awaitsList: boolean;
  /** Nothing but its label and at most two rows of a title so far. */
  readonly opening: boolean;
}

export type Fit = 'next' | 'first' | 'gap' | 'repeat';

export interface Placement {
  readonly label: Label;
  readonly fit: Fit;
  /** How many open clauses stay open: the parent is the last of them. */
  readonly depth: number;
  /** Numbers left out before this one. */
  readonly missing: number;
}

const RANK: { readonly [style in Style]: number } = {
  part: 0,
  chapter: 1,
  section: 2,
  subsection: 3,
  article: 4,
  upper: 5,
  roman: 6,
  arabic: 7,
  decimal: 8,
  paren: 8.5,
  letter: 9,
  dash: 10,
  bullet: 10,
  plus: 11,
};

/**
 * @param lastArticle number of the last Điều of this part, 0 for none: articles count on through chapters.
 * @param misreadable the page was scanned: a Roman number that comes twice lost a stroke the second time ("I." for "II.").
 */
export function place(label: Label, open: readonly OpenClause[], lastArticle: number, misreadable = false): Placement {
  if (label.ordinals[0] === 0) return placeBullet(label, open);
  if (label.style === 'decimal') return placeDecimal(label, open);
  if (label.style === 'article') return placeArticle(label, open, lastArticle);
  const own = ordinalOf(label);
  const lists = open.flatMap((clause, depth) => (clause.style === label.style ? [depth] : [])).reverse();
  for (const depth of lists) if (follows(label.style, lastOf(open[depth]), own)) return { label, fit: 'next', depth, missing: 0 };
  const inner = lists[0];
  if (inner !== undefined && misreadable && label.style === 'roman' && own === lastOf(open[inner])) {
    return { label: nextRoman(label), fit: 'next', depth: inner, missing: 0 };
  }
  if (own === 1)
    return { label, fit: 'first', depth: nestsUnderTop(label, open, inner) ? open.length : (inner ?? parentDepth(label, open)), missing: 0 };
  if (inner === undefined) return { label, fit: 'gap', depth: parentDepth(label, open), missing: own - 1 };
  const last = lastOf(open[inner]);
  return own > last ? { label, fit: 'gap', depth: inner, missing: own - last - 1 } : { label, fit: 'repeat', depth: inner, missing: 0 };
}

function nextRoman(label: Label): Label {
  const value = ordinalOf(label) + 1;
  return { ...label, ordinals: [value], key: romanOf(value), repaired: true };
}

const ordinalOf = (label: Label): number => label.ordinals.at(-1) ?? 0;
const lastOf = (clause: OpenClause | undefined): number => clause?.ordinals.at(-1) ?? 0;
const follows = (style: Style, last: number, own: number): boolean => (style === 'letter' ? followsLetter(last, own) : own === last + 1);

/** A new list of numbers or letters right behind a colon belongs to the clause that announces it. */
function nestsUnderTop(label: Label, open: readonly OpenClause[], inner: number | undefined): boolean {
  const top = open.at(-1);
  if (top === undefined || !top.awaitsList || !['arabic', 'paren', 'letter'].includes(label.style)) return false;
  return inner === undefined || inner < open.length - 1;
}

/** How many open clauses rank above the label's style. Capitals ("A.") may stand below a Roman number that came first. */
function parentDepth(label: Label, open: readonly OpenClause[]): number {
  const roman = open.findIndex((clause) => clause.style === 'roman');
  if (label.style === 'upper' && roman >= 0) return roman + 1;
  let depth = 0;
  while (depth < open.length && RANK[(open[depth] as OpenClause).style] < RANK[label.style]) depth++;
  return depth;
}

function placeBullet(label: Label, open: readonly OpenClause[]): Placement {
  const same = open.findLastIndex((clause) => clause.style === label.style);
  if (same >= 0) return { label, fit: 'next', depth: same, missing: 0 };
  let depth = open.length;
  if (label.style !== 'plus') while (depth > 0 && open[depth - 1]?.style === 'plus') depth--;
  return { label, fit: 'first', depth, missing: 0 };
}

function placeArticle(label: Label, open: readonly OpenClause[], lastArticle: number): Placement {
  const own = ordinalOf(label);
  const depth = parentDepth(label, open);
  const suffixed = /\D$/u.test(label.key) && own === lastArticle;
  if (own === lastArticle + 1 || suffixed) return { label, fit: own === 1 ? 'first' : 'next', depth, missing: 0 };
  return own > lastArticle
    ? { label, fit: 'gap', depth, missing: own - lastArticle - 1 }
    : { label, fit: own === 1 ? 'first' : 'repeat', depth, missing: 0 };
}

/** "2.3." follows "2.2.", or begins a list under "2." (Arabic, Roman or Điều 2). */
function placeDecimal(label: Label, open: readonly OpenClause[]): Placement {
  const own = ordinalOf(label);
  const prefix = label.ordinals.slice(0, -1).join('.');
  const sibling = open.findLastIndex((clause) => clause.style === 'decimal' && clause.ordinals.slice(0, -1).join('.') === prefix);
  if (sibling >= 0) {
    const last = lastOf(open[sibling]);
    if (own === last + 1) return { label, fit: 'next', depth: sibling, missing: 0 };
    return own > last ? { label, fit: 'gap', depth: sibling, missing: own - last - 1 } : { label, fit: 'repeat', depth: sibling, missing: 0 };
  }
  const parent = open.findLastIndex((clause) => clause.ordinals.join('.') === prefix && RANK[clause.style] <= RANK.decimal);
  if (parent >= 0) return { label, fit: own === 1 ? 'first' : 'gap', depth: parent + 1, missing: own - 1 };
  const depth = open.findIndex((clause) => RANK[clause.style] >= RANK.decimal);
  return { label, fit: 'repeat', depth: depth < 0 ? open.length : depth, missing: own - 1 };
}
