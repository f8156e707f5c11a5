// What reading a sentence for its times gives: the record's deadline without what only the task's place can tell (inheritance, anchors).
// Invariant: `text` is exactly `given.slice(span.start, span.end)`.
import type { Deadline, Span } from '@vanban/contract';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** When: the kind and its values, without the words. */
export type When = Without<Deadline, 'text' | 'inheritedFrom' | 'span' | 'anchors' | 'confidence' | 'rules'>;

export type FoundDeadline = When & {
  readonly text: string;
  readonly span: Span;
  /** 0…1; under 0.5 it is history or doubtful: show it, do not act on it. */
  readonly confidence: number;
  /** Ids of the rule that read it and of the refiners that changed it. */
  readonly rules: string[];
  /** Why a person should look, kebab-case. */
  readonly review: string[];
};

export interface Context {
  /** The document's own date: what "tháng 6" without a year and "kể từ ngày ký" count from. */
  readonly issuedOn: string | null;
  /** The year to take where the issue date is not known (from the number or the references). */
  readonly year?: number | null;
}

/** A reading before it is placed in the text: offsets count in the view. */
export interface Draft {
  readonly when: When;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly rules: readonly string[];
  readonly review: readonly string[];
  /** Day and month that had no year of their own, for the refiner that joins them to "hằng năm". */
  readonly yearless?: { readonly month: number; readonly day: number };
}
