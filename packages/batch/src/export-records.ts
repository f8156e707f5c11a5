// The records of a store as one stream for other systems: NDJSON (a record a line) or CSV (a task a line).
//   for await (const chunk of exportRecords(store, { format: 'csv', from: '2026-01-01', to: null })) process.stdout.write(chunk);
// Days are those of arrival (receivedAt), both ends included. One record is held at a time.
import { tasksCsv } from '@vanban/export';
import type { Store } from '@vanban/store';
import { doneDocuments, recordOf } from './records.ts';

export type ExportFormat = 'ndjson' | 'csv';

export interface ExportOptions {
  readonly format: ExportFormat;
  /** ISO day, null for no bound. */
  readonly from: string | null;
  readonly to: string | null;
}

export async function* exportRecords(store: Store, { format, from, to }: ExportOptions): AsyncGenerator<string> {
  if (format === 'csv') yield tasksCsv([]);
  for await (const entry of doneDocuments(store)) {
    const day = entry.receivedAt.slice(0, 10);
    if ((from !== null && day < from) || (to !== null && day > to)) continue;
    const record = await recordOf(store, entry);
    if (record === null) continue;
    yield format === 'ndjson' ? `${JSON.stringify(record)}\n` : tasksCsv([record], { header: false });
  }
}
