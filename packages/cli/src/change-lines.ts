// What changed in a record, in words and colours: tasks added and removed, deadlines moved, owners, fields.
import type { RecordChange } from '@vanban/batch';
import pc from 'picocolors';

export function sayChange(change: RecordChange): string {
  const moved = (list: RecordChange['deadlinesMoved']): string[] => list.map(({ task, from, to }) => `    ${task}: ${from || '–'} → ${to || '–'}`);
  return [
    pc.bold(change.fileName),
    ...change.tasksAdded.map((id) => pc.green(`  + việc / task ${id}`)),
    ...change.tasksRemoved.map((id) => pc.red(`  − việc / task ${id}`)),
    ...(change.deadlinesMoved.length > 0 ? ['  hạn / deadlines:', ...moved(change.deadlinesMoved)] : []),
    ...(change.ownersChanged.length > 0 ? ['  người làm / owners:', ...moved(change.ownersChanged)] : []),
    ...(change.fields.length > 0 ? [`  trường / fields: ${change.fields.join(', ')}`] : []),
    ...(change.textChanged ? ['  toàn văn thay đổi / the text changed'] : []),
  ].join('\n');
}
