// The time that a unit names, placed in the document.
// Invariant: the span is where its words stand; null where the unit names no time.
import type { Clause } from './clause.ts';
import type { DraftDeadline } from './draft.ts';
import { toDocument } from './passage.ts';
import type { Unit } from './unit.ts';

export function deadlineOf(clause: Clause, unit: Unit): DraftDeadline | null {
  if (unit.deadline === null) return null;
  const { start, end } = unit.deadline.span;
  const span = toDocument(clause.passage, { start: unit.span.start + start, end: unit.span.start + end });
  return { found: unit.deadline, span, inheritedFrom: null };
}
