// What happened, when, to which document? Lines of JSON, one file for each month and machine, so that machines never write to one file.
//   await appendLog(store, { at: '2026-11-21T08:00:00Z', event: 'done', document: id })
// The time comes from the caller. The log holds ids and figures, never the text of a document. Nothing is decided by it.
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { typed } from './files.ts';
import { thisHolder } from './holder.ts';
import type { Store } from './store.ts';

export interface LogLine {
  /** ISO 8601. */
  readonly at: string;
  readonly event: string;
  readonly document?: string;
  readonly [detail: string]: unknown;
}

export function appendLog(store: Store, line: LogLine): Promise<void> {
  const path = join(store.folder, 'log', `${line.at.slice(0, 7)}.${thisHolder.host}.ndjson`);
  return typed(() => appendFile(path, `${JSON.stringify(line)}\n`));
}
