// Tasks as a flat table, one row each, for spreadsheets and trackers that take CSV.
//   tasksCsv([record]) → "﻿document,number,task,…\r\n266-BXD-KHCN.pdf,266/BXD-KHCN,3#1,…"
// It says nothing that the record does not say; a cell is empty where the record has null.
import type { Deadline, Record, Role, Task } from '@vanban/contract';
import { stringify } from 'csv-stringify/sync';

interface TaskRow {
  readonly document: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly task: string;
  readonly clause: string;
  readonly action: string;
  readonly leads: string;
  readonly supports: string;
  readonly deadline: string;
  readonly deadlineText: string;
  readonly confidence: string;
  readonly review: string;
  readonly page: string;
}

const names = (task: Task, role: Role): string =>
  task.owners
    .filter((owner) => owner.role === role)
    .map((owner) => owner.name)
    .join('; ');

/** The day (or rule) that a tracker sorts by: the last day of a period, the date of a relative deadline where known. */
export function dueText(deadline: Deadline | null): string {
  switch (deadline?.kind) {
    case undefined:
      return '';
    case 'date':
      return deadline.date;
    case 'period':
      return deadline.end;
    case 'recurring':
      return deadline.rrule;
    case 'relative':
      return deadline.date ?? `${deadline.duration} (${deadline.from})`;
    case 'continuous':
      return 'continuous';
  }
}

/** One row for each task of a record, in the record's order. */
export function taskRows(record: Record): TaskRow[] {
  return record.tasks.map((task) => ({
    document: record.source.fileName,
    number: record.document.number ?? '',
    issuedOn: record.document.issuedOn ?? '',
    task: task.id,
    clause: task.clauseId,
    action: task.action.replace(/\s+/gu, ' '),
    leads: names(task, 'lead'),
    supports: names(task, 'support'),
    deadline: dueText(task.deadline),
    deadlineText: task.deadline?.text.replace(/\s+/gu, ' ') ?? '',
    confidence: task.confidence.toFixed(2),
    review: task.review.join(' '),
    page: String(task.anchors[0]?.page ?? ''),
  }));
}

const COLUMNS: readonly (keyof TaskRow)[] = [
  'document',
  'number',
  'issuedOn',
  'task',
  'clause',
  'action',
  'leads',
  'supports',
  'deadline',
  'deadlineText',
  'confidence',
  'review',
  'page',
];

/**
 * CSV as RFC 4180 with a byte order mark, so that Excel reads the Vietnamese letters; cells that a spreadsheet would run as a formula are
 * quoted with an apostrophe. `header: false` gives the rows alone, to be appended.
 */
export function tasksCsv(records: readonly Record[], { header = true }: { readonly header?: boolean } = {}): string {
  return stringify(records.flatMap(taskRows), { bom: header, header, columns: [...COLUMNS], record_delimiter: 'windows', escape_formulas: true });
}
