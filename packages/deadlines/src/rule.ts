// What a rule is: a lead that it looks for everywhere in the view, and a reading of what stands there.
// Invariant: a rule only looks; which of several readings of the same words holds is decided in read.ts. Its examples are run as tests.
import type { Context, Draft } from './found.ts';
import type { View } from './view.ts';

export interface Rule {
  /** 'deadline/before-date' … */
  readonly id: string;
  /** Phrases that it reads, with the deadline in one line (see notation.ts) for a document issued on 2025-03-10. */
  readonly reads: { readonly [phrase: string]: string };
  /** Phrases that it must leave alone. */
  readonly leaves: readonly string[];
  /** Where to look: global, over folded text. */
  readonly pattern: RegExp;
  readonly read: (at: Place) => readonly Draft[];
}

export interface Place {
  readonly view: View;
  readonly context: Context;
  readonly match: RegExpExecArray;
  readonly start: number;
  /** Where the lead ends and the time's own words begin. */
  readonly next: number;
}

/** No letter or digit before: a word begins here. */
export const WORD = '(?<![\\p{L}0-9])';

export function findAll(rule: Rule, view: View, context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const match of view.folded.matchAll(rule.pattern)) {
    const start = match.index;
    drafts.push(...rule.read({ view, context, match, start, next: start + match[0].length }));
  }
  return drafts;
}
