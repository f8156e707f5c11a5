// What a task is while it is being read: names and times as spans of the document, open to inheritance until all clauses are read.
// Invariant: spans are over the document's text; `leads` are the sentence's own or inherited, never both.
import type { Role, Span } from '@vanban/contract';
import type { FoundDeadline } from '@vanban/deadlines';

export interface NamedOwner {
  readonly role: Role;
  readonly name: string;
  /** Null where the name stands for a value of the document's head (addressees, issuer) that has no span here. */
  readonly span: Span | null;
}

/** Who is named for what follows, and where: a clause id, "lead-in", "addressees" or "issuer". */
export interface Naming {
  readonly leads: readonly NamedOwner[];
  readonly supports: readonly NamedOwner[];
  readonly from: string;
}

export interface DraftDeadline {
  readonly found: FoundDeadline;
  /** Where its words stand; null only where they were not placed. */
  readonly span: Span;
  readonly inheritedFrom: string | null;
}

export interface DraftTask {
  readonly clauseId: string;
  readonly span: Span;
  /** From the verb on: what is to be done. */
  readonly action: string;
  readonly owners: readonly NamedOwner[];
  /** Where leads and supports were taken from; null where the sentence names the leads itself. */
  readonly inheritedFrom: string | null;
  deadline: DraftDeadline | null;
  /** Of a thing that is to be handed in, its folded name without "văn bản", "báo cáo": "tham gia y kien". */
  readonly product?: string;
  readonly rules: string[];
  readonly review: string[];
  /** Which sentence of its clause it stands in: a time at a sentence's end is for its own parts first. */
  readonly sentence: number;
}
