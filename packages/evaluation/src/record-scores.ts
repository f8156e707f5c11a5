// How much of what a document says did its record catch?
// Invariant: each gold thing is matched at most once; optional gold tasks count neither way; a task is found by its clause and the words of its quote.
// Seven tallies: metadata, clauses, tasks, leads, supports, deadlines, and joint (the right task with exactly its leads and its deadline).
import type { Clause, Record as DocumentRecord, Task } from '@vanban/contract';
import type { Gold, GoldTask } from './gold.ts';
import { blockOf, keyOf, lineOf, sameClause, sameName, sortedLine, tokensOf, wordF1 } from './likeness.ts';
import { add, EMPTY, type Tally, tallyOf } from './tally.ts';

export const MEASURES = ['metadata', 'clauses', 'tasks', 'leads', 'supports', 'deadlines', 'joint'] as const;
export type RecordScore = Readonly<Record<(typeof MEASURES)[number], Tally>>;
export type Scored = Pick<DocumentRecord, 'document' | 'clauses' | 'tasks' | 'text'>;

export function scoreRecord(gold: Gold, record: Scored): RecordScore {
  return {
    metadata: scoreMetadata(gold.document, record.document),
    clauses: scoreClauses(gold.clauses, record.clauses),
    ...scoreTasks(gold.tasks, record),
  };
}

export function addRecordScores(a: RecordScore, b: RecordScore): RecordScore {
  return Object.fromEntries(MEASURES.map((name) => [name, add(a[name], b[name])])) as RecordScore;
}

export const NO_RECORD_SCORE = Object.fromEntries(MEASURES.map((name) => [name, EMPTY])) as RecordScore;

function scoreMetadata(gold: Gold['document'], found: DocumentRecord['document']): Tally {
  const equal = (a: string, b: string) => keyOf(a) === keyOf(b);
  const solid = (a: string, b: string) => a.replace(/\s/gu, '') === b.replace(/\s/gu, '');
  const fields: (readonly [string | null | undefined, string | null | undefined, (a: string, b: string) => boolean])[] = [
    [gold.number, found.number, solid],
    [gold.type, found.type?.code, equal],
    [gold.issuer ?? undefined, found.issuer?.name, sameName],
    [gold.place, found.place, equal],
    [gold.issuedOn, found.issuedOn, equal],
    [gold.subject, found.subject, (a, b) => wordF1(a, b) >= 0.9],
    [gold.signatory, found.signatory?.name, equal],
  ];
  const tallies = fields.filter(([want]) => want !== undefined).map(([want, got, same]) => tallyOf(listed(want), listed(got), same));
  if (gold.addressees) tallies.push(tallyOf(gold.addressees, found.addressees, sameName));
  if (gold.references) {
    const numbers = found.references.map((reference) => reference.number).filter((number) => number !== null);
    tallies.push(tallyOf([...new Set(gold.references)], [...new Set(numbers)], solid));
  }
  return tallies.reduce(add, EMPTY);
}

const listed = (value: string | null | undefined): string[] => (value === null || value === undefined ? [] : [value]);

function scoreClauses(gold: readonly string[], clauses: readonly Clause[]): Tally {
  const ids = flatten(clauses)
    .filter(({ id, label }) => id === blockOf(id) && label !== '')
    .map(({ id }) => id);
  return tallyOf(gold, ids, sameClause);
}

const flatten = (clauses: readonly Clause[]): Clause[] => clauses.flatMap((clause) => [clause, ...flatten(clause.children)]);

interface FoundTask {
  readonly clause: string;
  readonly words: readonly string[];
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly deadline: string | null;
}

function scoreTasks(gold: readonly GoldTask[], record: Scored): Omit<RecordScore, 'metadata' | 'clauses'> {
  const found = record.tasks.map((task) => foundTask(task, record.text));
  const pairs = pairTasks(gold, found);
  const ignored = pairs.filter(([want, got]) => want.optional && got !== null).length;
  const required = pairs.filter(([want]) => !want.optional);
  const sums = required
    .map(([want, got]) => scorePair(want, got))
    .reduce(
      (a, b) => ({
        leads: add(a.leads, b.leads),
        supports: add(a.supports, b.supports),
        deadlines: add(a.deadlines, b.deadlines),
        exact: a.exact + b.exact,
      }),
      { leads: EMPTY, supports: EMPTY, deadlines: EMPTY, exact: 0 },
    );
  const counts = { gold: required.length, found: found.length - ignored };
  const { exact, ...tallies } = sums;
  return { ...tallies, tasks: { ...counts, hits: required.filter(([, got]) => got !== null).length }, joint: { ...counts, hits: exact } };
}

function scorePair(want: GoldTask, got: FoundTask | null) {
  const leads = tallyOf(want.lead, got?.lead ?? [], sameName);
  const wanted = sortedLine(want.deadline);
  const deadlines = tallyOf(listed(wanted), listed(got?.deadline), (a, b) => a === b);
  const leadsExact = leads.hits === leads.gold && leads.hits === leads.found;
  const exact = got !== null && leadsExact && wanted === got.deadline ? 1 : 0;
  return { leads, supports: tallyOf(want.support, got?.support ?? [], sameName), deadlines, exact };
}

function foundTask(task: Task, text: string): FoundTask {
  const names = (role: string) => task.owners.filter((owner) => owner.role === role).map((owner) => owner.name);
  const words = tokensOf(`${task.action} ${text.slice(task.span.start, task.span.end)}`);
  return { clause: blockOf(task.clauseId), words, lead: names('lead'), support: names('support'), deadline: lineOf(task.deadline) };
}

/** Each gold task with the free task of its clause that holds most of its quote (at least 0.7), the shorter one where equal. */
function pairTasks(gold: readonly GoldTask[], found: readonly FoundTask[]): [GoldTask, FoundTask | null][] {
  const free = new Set(found);
  return gold.map((want) => {
    let [best, bestScore]: [FoundTask | null, number] = [null, 0.69];
    for (const task of free) {
      if (!sameClause(task.clause, want.clause)) continue;
      const score = overlap(want.quote, task.words) - (task.words.length > 400 ? 0.05 : 0) - task.words.length * 1e-5;
      if (score > bestScore) [best, bestScore] = [task, score];
    }
    if (best) free.delete(best);
    return [want, best];
  });
}

function overlap(quote: string, words: readonly string[]): number {
  const [wanted, there] = [tokensOf(quote), new Set(words)];
  return wanted.length === 0 ? 0 : wanted.filter((word) => there.has(word)).length / wanted.length;
}
