// What the reader of a clause knows and remembers while it goes through the sentences.
// Invariant: `Clause` never changes; `State` belongs to one clause and one reading of it.
import type { Span } from '@vanban/contract';
import type { DraftTask, Naming } from './draft.ts';
import type { Labels } from './labels.ts';
import type { Passage } from './passage.ts';
import type { Reach } from './sections.ts';
import { type Reader, readUnit, type Unit } from './unit.ts';

export interface Clause {
  readonly id: string;
  /** How owners that this clause names are called where they are inherited. */
  readonly from: string;
  readonly passage: Passage;
  readonly above: Naming | null;
  readonly reach: Reach;
  readonly addressees: readonly string[];
  readonly reader: Reader;
  /** True in the letter itself where it is no report: a named giver gives work even under a heading that tells of the past. */
  readonly letter: boolean;
  /** False in a letter whose opening asks for nothing: its opinions are no commands to those it is addressed to. */
  readonly asks: boolean;
  /** True for the words before the first clause. */
  readonly opening: boolean;
  /** True where other clauses stand below: what a line with a colon says may be their title. */
  readonly heads?: boolean;
  /** Words quoted from another document, over the passage. */
  readonly quoted: readonly Span[];
}

export interface ClauseTasks {
  readonly tasks: DraftTask[];
  /** Whom the clause names for what stands below it; null where nobody. */
  readonly naming: Naming | null;
  /** Labels that stood under no task of the clause; null where there were none. */
  readonly labels: Labels | null;
}

export interface State {
  readonly tasks: DraftTask[];
  /** The lead of the sentence before. */
  current: Naming | null;
  naming: Naming | null;
  /** By kind of label, who led where a list of items began. */
  readonly leadIns: Map<string, Naming | null>;
  sentence: number;
  /** Tasks before this one have had their chance of a closing time. */
  closed: number;
}

/** Below "Sở A có trách nhiệm:" even a decision's "Cấp giấy phép …", "Công bố …" is work of Sở A. */
export function read(clause: Clause, span: Span): Unit {
  const headed = clause.reader.decides && clause.above !== null && !/^(?:lead-in|addressees|issuer)$/u.test(clause.above.from);
  return readUnit(clause.passage.text, span, headed ? { ...clause.reader, decides: false } : clause.reader, true, clause.opening);
}
