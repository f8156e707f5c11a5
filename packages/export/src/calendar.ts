// Deadlines as an iCalendar file (RFC 5545): one all-day event for each task that has a day or a recurrence.
// Tasks without a resolvable day (continuous, relative to an unknown event) are left out: a calendar must not invent one.
import type { Deadline, Record, Task } from '@vanban/contract';
import ical from 'ical-generator';

interface When {
  /** The first day, ISO. */
  readonly start: string;
  readonly rrule: string | null;
}

function whenOf(deadline: Deadline | null, issuedOn: string | null): When | null {
  switch (deadline?.kind) {
    case 'date':
      return { start: deadline.date, rrule: null };
    case 'period':
      return { start: deadline.end, rrule: null };
    case 'relative':
      return deadline.date === null ? null : { start: deadline.date, rrule: null };
    case 'recurring':
      return issuedOn === null ? null : { start: issuedOn, rrule: deadline.rrule };
    default:
      return null;
  }
}

function summaryOf(task: Task): string {
  const lead = task.owners.find((owner) => owner.role === 'lead')?.name;
  return `${lead ? `${lead}: ` : ''}${task.action.replace(/\s+/gu, ' ')}`;
}

/** The calendar text. Event ids are `<record id>/<task id>`, so that importing again updates instead of doubling. */
export function deadlineEvents(record: Record): string {
  const calendar = ical({ name: record.document.number ?? record.source.fileName });
  for (const task of record.tasks) {
    const when = whenOf(task.deadline, record.document.issuedOn);
    if (!when) continue;
    const event = calendar.createEvent({
      id: `${record.id}/${task.id}`,
      start: `${when.start}T00:00:00Z`,
      allDay: true,
      stamp: record.source.receivedAt,
      summary: summaryOf(task),
      description: `${record.document.number ?? record.source.fileName}\n${task.deadline?.text ?? ''}`,
    });
    if (when.rrule) event.repeating(when.rrule);
  }
  return calendar.toString();
}
