// How sure are we of a task, an owner, a deadline?
// Invariant: a product of factors from this one table, each in 0…1; a person reads "of those at 0.9, nine in ten are right".
// The factors are shares that were right at the first reading of unseen documents (README.md): coarse bins, not single documents.
export const FACTORS = {
  /** By how the phrase was read. */
  form: { 'task/part': 0.98, 'task/assign': 1, 'task/subject': 0.97, 'task/command': 0.98, 'task/table-row': 0.98 },
  /** An owner by where its name was taken from: a body of the gazetteer, any other name. */
  owner: {
    own: { known: 0.95, named: 0.75 },
    sentence: { known: 0.95, named: 0.78 },
    clause: { known: 0.98, named: 0.94 },
    cell: { known: 0.95, named: 0.93 },
    issuer: { known: 0.5, named: 0.5 },
    'lead-in': { known: 0.3, named: 0.3 },
    addressees: { known: 0.1, named: 0.1 },
  },
  /** An unknown name of two words or fewer ("Cơ quan", "Thanh tra") has mostly been cut off. */
  cutOff: 0.2,
  /** Work that begins with "chỉ đạo" may be the work of whom it goes on to name. */
  directing: 0.5,
  /** A deadline by how it reached the task. */
  deadline: {
    own: 1,
    'deadline/closing': 0.7,
    'deadline/of-product': 0.85,
    'deadline/for-other-clauses': 0.92,
    heading: 0.5,
    'task/report-step': 0.93,
  },
  /** No lead was found at all. */
  missingLead: 0.45,
  /** Below this share of sure letters the words are reported as hard to read. */
  lowReading: 0.8,
} as const;

/** "chỉ đạo các cơ quan báo chí đưa tin", not "sự chỉ đạo" */
const DIRECTING = /^chỉ đạo(?!\p{L})/iu;

export function ofForm(rules: readonly string[]): number {
  for (const [rule, factor] of Object.entries(FACTORS.form)) if (rules.includes(rule)) return factor;
  return FACTORS.form['task/command'];
}

/** How sure that this work is the lead's own. */
export const ofWork = (action: string): number => (DIRECTING.test(action) ? FACTORS.directing : 1);

/** `known`: the gazetteer has the name; `task`: the clause that it stands in and the rules by which it was read. */
export function ofOwner(owner: { name: string; known: boolean; from: string | null }, task: { clauseId: string; rules: readonly string[] }): number {
  const place = placeOf(owner.from, task);
  const { known, named } = FACTORS.owner[place];
  if (owner.known) return known;
  return place !== 'cell' && isShort(owner.name) ? Math.min(named, FACTORS.cutOff) : named;
}

function placeOf(from: string | null, task: { clauseId: string; rules: readonly string[] }): keyof typeof FACTORS.owner {
  if (from === null) return task.rules.includes('task/table-row') ? 'cell' : 'own';
  if (from === task.clauseId) return 'sentence';
  return from === 'lead-in' || from === 'addressees' || from === 'issuer' ? from : 'clause';
}

/** Letters alone stand for more words: "EVN", "UBND huyện". */
const isShort = (name: string): boolean => name.split(/\s+/u).length <= 2 && !/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/u.test(name);

export function ofDeadline(rules: readonly string[], inheritedFrom: string | null): number {
  for (const [rule, factor] of Object.entries(FACTORS.deadline)) if (rules.includes(rule)) return factor;
  return inheritedFrom === null ? FACTORS.deadline.own : FACTORS.deadline.heading;
}

export const rounded = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
