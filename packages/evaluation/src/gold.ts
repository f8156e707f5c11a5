// The form of gold annotations: what a right record of a document holds.
// Invariant: null means that nothing may be found; a missing field is not scored.
// `quote`: words of the action by which the task is found. `deadline` in one line: before:DATE, by:DATE, on:DATE, from:DATE,
// within:START/END, every:RRULE, after:DURATION/FROM, continuous.

export interface GoldTask {
  readonly clause: string;
  readonly quote: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly deadline: string | null;
  /** Counts neither as found nor as missed. */
  readonly optional?: boolean;
}

export interface Gold {
  readonly document: {
    readonly number?: string | null;
    readonly type?: string | null;
    readonly issuer?: string | null;
    readonly place?: string | null;
    readonly issuedOn?: string | null;
    readonly subject?: string | null;
    readonly signatory?: string | null;
    readonly addressees?: readonly string[];
    readonly references?: readonly string[];
  };
  readonly clauses: readonly string[];
  readonly tasks: readonly GoldTask[];
}
