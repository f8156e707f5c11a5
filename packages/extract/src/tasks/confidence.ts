// How sure are we of a task, an owner, a deadline?
// Invariant: a product of factors from this one table, each in 0…1; a person reads "of those at 0.9, nine in ten are right".
// The factors lie between the shares that were right at the first reading of unseen documents and those right once the faults were mended (README.md
// holds both); those of lead-ins and addressees, which rest on few documents, were set above them. Coarse bins, not single documents.
import type { Role } from '@vanban/contract';

export const FACTORS = {
  /** By how the phrase was read. */
  form: { 'task/part': 0.97, 'task/assign': 0.98, 'task/subject': 0.92, 'task/command': 0.96, 'task/table-row': 0.98 },
  /** An owner by where its name was taken from. */
  owner: { cell: 0.95, own: 0.8, sentence: 0.7, 'lead-in': 0.5, clause: 0.96, addressees: 0.2, issuer: 0.7 },
  /** A deadline by how it reached the task. */
  deadline: {
    own: 1,
    'deadline/closing': 0.7,
    'deadline/of-product': 0.85,
    'deadline/for-other-clauses': 0.92,
    heading: 0.88,
    'task/report-step': 0.93,
  },
  /** No lead was found at all. */
  missingLead: 0.5,
  /** Below this share of sure letters the words are reported as hard to read. */
  lowReading: 0.8,
} as const;

export function ofForm(rules: readonly string[]): number {
  for (const [rule, factor] of Object.entries(FACTORS.form)) if (rules.includes(rule)) return factor;
  return FACTORS.form['task/command'];
}

/** `task`: the clause that it stands in and the rules by which it was read. */
export function ofOwner(from: string | null, task: { clauseId: string; rules: readonly string[] }, role: Role): number {
  if (from === null && task.rules.includes('task/table-row')) return FACTORS.owner.cell;
  if (from === null) return role === 'lead' || role === 'support' ? FACTORS.owner.own : FACTORS.owner.sentence;
  if (from === task.clauseId) return FACTORS.owner.sentence;
  if (from === 'lead-in' || from === 'addressees' || from === 'issuer') return FACTORS.owner[from];
  return FACTORS.owner.clause;
}

export function ofDeadline(rules: readonly string[], inheritedFrom: string | null): number {
  for (const [rule, factor] of Object.entries(FACTORS.deadline)) if (rules.includes(rule)) return factor;
  return inheritedFrom === null ? FACTORS.deadline.own : FACTORS.deadline.heading;
}

export const rounded = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
