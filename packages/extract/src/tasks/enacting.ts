// Which tasks are no tasks, because a row of sentences of one shape enacts what they say?
// Invariant: only tasks without any lead are left out, and only where at least three begin with the same words.
//   "Hợp nhất toàn bộ thôn A và thôn B thành thôn C." three times over in a text that gives work to nobody → decisions
// One sentence alone is judged by refusals.ts.
import { fold } from '@vanban/text';
import type { DraftTask } from './draft.ts';

const ROW = 3;

export function withoutEnactments(tasks: readonly DraftTask[]): DraftTask[] {
  const rows = new Map<string, number>();
  for (const task of tasks) {
    const shape = shapeOf(task);
    if (shape !== null) rows.set(shape, (rows.get(shape) ?? 0) + 1);
  }
  return tasks.filter((task) => (rows.get(shapeOf(task) ?? '') ?? 0) < ROW);
}

/** The first words of an ownerless sentence that brings something into being out of something else; null for any other task. */
function shapeOf(task: DraftTask): string | null {
  if (task.deadline !== null || task.owners.some(({ role }) => role === 'lead')) return null;
  const words = fold(task.action).replace(/\s+/gu, ' ');
  if (!ENACTS.test(words)) return null;
  return words.split(' ').slice(0, 4).join(' ');
}

const ENACTS =
  /^(?:sap xep|chia|tach|hop nhat|sap nhap|nhap|thanh lap|dieu chinh|doi ten|chuyen|giai the|bai bo|sua doi|bo sung|thay the|phe duyet|cong nhan|bo nhiem|thu hoi|ban hanh) /u;
