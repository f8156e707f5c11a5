// The records of a store as one stream for other systems: NDJSON (a record a line) or CSV (a task a line).
//   for await (const chunk of exportRecords(store, { format: 'csv', from: '2026-01-01', to: null })) process.stdout.write(chunk);
// Days are those of arrival (receivedAt), both ends included. One record is held at a time. Throws `usage` for what is no day.
import { tasksCsv } from '@vanban/export';
import type { Store } from '@vanban/store';
import { checkDay, compareDay } from './day.ts';
import { doneDocuments, recordOf } from './records.ts';

export type ExportFormat = 'ndjson' | 'csv';

export interface ExportOptions {
  readonly format: ExportFormat;
  /** ISO day, month or year; null for no bound. */
  readonly from: string | null;
  readonly to: string | null;
}

export async function* exportRecords(store: Store, { format, from, to }: ExportOptions): AsyncGenerator<string> {
  if (from !== null) checkDay(from, '--from');
  if (to !== null) checkDay(to, '--to');
  if (format === 'csv') yield tasksCsv([]);
  for await (const entry of doneDocuments(store)) {
    const { receivedAt } = entry;
    if ((from !== null && compareDay(receivedAt, from) < 0) || (to !== null && compareDay(receivedAt, to) > 0)) continue;
    const record = await recordOf(store, entry);
    if (record === null) continue;
    yield format === 'ndjson' ? `${JSON.stringify(record)}\n` : tasksCsv([record], { header: false });
  }
}
