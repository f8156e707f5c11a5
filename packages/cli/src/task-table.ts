// A record's tasks as rows for a person: what, who, by when, where it stands, how sure.
import type { Deadline, Owner, Record, Role, Task } from '@vanban/contract';
import { type Column, renderTable } from './table.ts';

const TASK_COLUMNS: readonly Column[] = [
  { title: 'Mục' },
  { title: 'Việc / task', shrink: 3 },
  { title: 'Chủ trì / lead', shrink: 1.5 },
  { title: 'Phối hợp / support', shrink: 1.2 },
  { title: 'Hạn / deadline', shrink: 1 },
  { title: 'Chỗ / place' },
  { title: 'Tin cậy' },
  { title: 'Cần xem / review', shrink: 1 },
];

export const taskTable = (record: Record, width: number): string => renderTable(TASK_COLUMNS, record.tasks.map(taskRow), width);

function taskRow(task: Task): string[] {
  return [
    task.id,
    clean(task.action),
    namesOf(task, 'lead'),
    namesOf(task, 'support'),
    sayDeadline(task.deadline),
    sayPlace(task),
    `${Math.round(task.confidence * 100)} %`,
    task.review.join(', '),
  ];
}

/** An inherited name is marked with where it comes from: "Sở Tài chính ←III.1". */
function namesOf(task: Task, role: Role): string {
  const say = ({ name, inheritedFrom }: Owner) => (inheritedFrom === null ? name : `${name} ←${inheritedFrom}`);
  return task.owners
    .filter((owner) => owner.role === role)
    .map(say)
    .join('; ');
}

const BOUND = { before: 'trước', by: 'đến', on: 'ngày', from: 'từ' } as const;

export function sayDeadline(deadline: Deadline | null): string {
  switch (deadline?.kind) {
    case undefined:
      return '';
    case 'date':
      return `${BOUND[deadline.bound]} ${deadline.date}`;
    case 'period':
      return `${deadline.start} … ${deadline.end}`;
    case 'recurring':
      return clean(deadline.text);
    case 'relative':
      return deadline.date ?? clean(deadline.text);
    case 'continuous':
      return 'thường xuyên';
  }
}

const clean = (text: string): string => text.replace(/\s+/gu, ' ');

/** "tr.2 210,340": page, then the left upper corner in pixels. */
function sayPlace({ anchors }: Task): string {
  const [first] = anchors;
  if (!first) return '';
  const more = anchors.length > 1 ? '+' : '';
  return `tr.${first.page}${more} ${Math.round(first.box[0])},${Math.round(first.box[1])}`;
}
