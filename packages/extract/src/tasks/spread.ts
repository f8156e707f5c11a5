// Which tasks take their time from another clause?
// Invariant: only tasks without a time of their own change; where the time came from is kept.
//   "hoàn thành các nội dung nêu tại Mục 1 và 2 … trước ngày 10/02/2025" → tasks of clauses 1 and 2
//   "Văn bản tham gia ý kiến đề nghị gửi về Sở A trước ngày 28/7" → the task "Tham gia ý kiến …"
import { fold } from '@vanban/text';
import type { DraftTask } from './draft.ts';

export function spreadDeadlines(tasks: readonly DraftTask[]): void {
  for (const task of tasks) {
    if (task.deadline === null || task.deadline.inheritedFrom !== null) continue;
    const words = fold(task.action).replace(/\s+/gu, ' ');
    const named = referredTo(words);
    const product = task.product ?? '';
    if (named.length === 0 && product === '') continue;
    for (const other of tasks) {
      if (other === task || other.deadline !== null) continue;
      if (!named.some((label) => isSibling(task.clauseId, other.clauseId, label)) && !makes(other, product, task)) continue;
      other.deadline = { ...task.deadline, inheritedFrom: task.clauseId };
      other.rules.push(named.length > 0 ? 'deadline/for-other-clauses' : 'deadline/of-product');
    }
  }
}

/** Labels behind "nội dung nêu tại Mục 1, 2 và 3": ["1", "2", "3"]. */
function referredTo(words: string): string[] {
  const list = words.match(
    /(?:noi dung|nhiem vu|cong viec|yeu cau|van de)[^.;]{0,30}(?:tai|o) (?:cac )?(?:muc|diem|khoan|y|phan|noi dung) ((?:[a-z0-9]{1,4}(?:[.)])?(?:, | va | den |,)?)+)/u,
  )?.[1];
  if (list === undefined) return [];
  const labels = list.match(/(?<![a-z0-9])(?:\d{1,2}(?:\.\d{1,2})?|[ivx]{1,4}|[a-z])(?![a-z0-9])/gu) ?? [];
  const [first, last] = [Number(labels[0]), Number(labels.at(-1))];
  if (/ den /u.test(list) && labels.length === 2 && last > first) return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
  return labels;
}

/** A clause of that label beside or above the one that speaks, or below such a one. */
function isSibling(from: string, other: string, label: string): boolean {
  const steps = from.split('.');
  for (let depth = steps.length - 1; depth >= 0; depth--) {
    const id = [...steps.slice(0, depth), label].join('.').toLowerCase();
    if (fold(other) === fold(id) || fold(other).startsWith(`${fold(id)}.`)) return true;
  }
  return false;
}

/** True where the other task, beside this one, makes the thing that this one hands in. */
function makes(other: DraftTask, product: string, task: DraftTask): boolean {
  const parent = (id: string): string => id.split('.').slice(0, -1).join('.');
  if (
    (product.split(' ').length < 2 && product !== 'bao cao') ||
    parent(other.clauseId) !== parent(task.clauseId) ||
    other.span.start > task.span.start
  )
    return false;
  return fold(other.action).replace(/\s+/gu, ' ').startsWith(product);
}
