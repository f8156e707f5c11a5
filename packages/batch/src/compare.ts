// What changed between two records of the same document? What a person must know before the new one replaces the old.
//   compareRecords(old, fresh) → { tasksAdded: ['3#2'], tasksRemoved: [], deadlinesMoved: [{ task: '2#1', from: '2025-01-31', to: '2025-02-28' }], … }
// Tasks are paired by clause and words, not by id: a task that only moved its number did not change.
import type { Owner, Record, Task } from '@vanban/contract';
import { dueText } from '@vanban/export';

interface Moved {
  readonly task: string;
  readonly from: string;
  readonly to: string;
}

export interface RecordChange {
  readonly id: string;
  readonly fileName: string;
  readonly tasksAdded: readonly string[];
  readonly tasksRemoved: readonly string[];
  readonly deadlinesMoved: readonly Moved[];
  readonly ownersChanged: readonly Moved[];
  /** Names of the document's fields that differ. */
  readonly fields: readonly string[];
  readonly textChanged: boolean;
}

/** Share of common words from which two tasks of one clause count as the same. */
const SAME_TASK = 0.6;

export function compareRecords(old: Record, fresh: Record): RecordChange {
  const { pairs, removed, added } = pairTasks(old.tasks, fresh.tasks);
  const moved = (say: (task: Task) => string): Moved[] =>
    pairs.map(([a, b]) => ({ task: b.id, from: say(a), to: say(b) })).filter(({ from, to }) => from !== to);
  return {
    id: fresh.id,
    fileName: fresh.source.fileName,
    tasksAdded: added.map(({ id }) => id),
    tasksRemoved: removed.map(({ id }) => id),
    deadlinesMoved: moved((task) => dueText(task.deadline)),
    ownersChanged: moved((task) => sayOwners(task.owners)),
    fields: changedFields(old, fresh),
    textChanged: old.text !== fresh.text,
  };
}

export function isUnchanged(change: RecordChange): boolean {
  const { tasksAdded, tasksRemoved, deadlinesMoved, ownersChanged, fields, textChanged } = change;
  return !textChanged && [tasksAdded, tasksRemoved, deadlinesMoved, ownersChanged, fields].every((list) => list.length === 0);
}

const sayOwners = (owners: readonly Owner[]): string =>
  owners
    .map(({ role, name }) => `${role}: ${name}`)
    .sort()
    .join('; ');

const FIELDS = ['number', 'type', 'subject', 'issuer', 'place', 'issuedOn', 'addressees', 'copiedTo', 'signatory', 'references'] as const;

const changedFields = (old: Record, fresh: Record): string[] =>
  FIELDS.filter((name) => JSON.stringify(old.document[name]) !== JSON.stringify(fresh.document[name]));

interface Paired {
  readonly pairs: readonly (readonly [Task, Task])[];
  readonly removed: readonly Task[];
  readonly added: readonly Task[];
}

function pairTasks(old: readonly Task[], fresh: readonly Task[]): Paired {
  const free = new Set(fresh);
  const pairs: [Task, Task][] = [];
  const removed: Task[] = [];
  for (const task of old) {
    const candidates = [...free].filter(({ clauseId }) => clauseId === task.clauseId);
    const best = candidates.map((other) => ({ other, share: commonWords(task.action, other.action) })).sort((a, b) => b.share - a.share)[0];
    if (best && best.share >= SAME_TASK) {
      pairs.push([task, best.other]);
      free.delete(best.other);
    } else removed.push(task);
  }
  return { pairs, removed, added: [...free] };
}

/** Common words as a share of all words of both, 0…1. */
function commonWords(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => new Set(text.toLowerCase().split(/\s+/u).filter(Boolean))) as [Set<string>, Set<string>];
  const common = [...left].filter((word) => right.has(word)).length;
  return left.size + right.size === 0 ? 1 : (2 * common) / (left.size + right.size);
}
