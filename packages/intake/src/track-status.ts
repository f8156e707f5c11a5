// What is this station doing just now? Kept from its events and written to status.json of its desk, for `vanban status` in another process.
// Written at most twice a second, and lost without harm.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProgressEvent } from '@vanban/pipeline';
import type { StationEvent } from './station-event.ts';
import { STATUS_FILE, type StationStatus, type WorkingFile } from './status.ts';

const WRITE_EVERY = 500;

export interface StatusTracker {
  note(event: StationEvent): void;
  close(): Promise<void>;
}

export function trackStatus(folder: string): StatusTracker {
  const working = new Map<string, WorkingFile>();
  const fileOf = new Map<string, string>();
  let problem: string | null = null;
  let timer: NodeJS.Timeout | undefined;

  const write = (): Promise<void> => {
    timer = undefined;
    const status: StationStatus = { working: [...working.values()], problem };
    return writeFile(join(folder, STATUS_FILE), JSON.stringify(status)).catch(() => {});
  };

  function note(event: StationEvent): void {
    if (event.type === 'waiting') return;
    if (event.type === 'taken') working.set(event.file, { file: event.file, page: 0, pages: null, stage: null });
    if (event.type === 'known') fileOf.set(event.documentId, event.file);
    if (event.type === 'progress') progress(event.event);
    if (isEnd(event)) working.delete(event.file);
    problem = event.type === 'problem' ? event.error.code : null;
    timer ??= setTimeout(() => void write(), WRITE_EVERY).unref();
  }

  function progress(event: ProgressEvent): void {
    const file = fileOf.get(event.documentId);
    const old = file === undefined ? undefined : working.get(file);
    if (old) working.set(old.file, advance(old, event));
  }

  return {
    note,
    async close() {
      clearTimeout(timer);
      await write();
    },
  };
}

/** True where a file is no longer in work. Parts of a container do not end it. */
export function isEnd(event: StationEvent): event is Extract<StationEvent, { type: 'done' | 'unpacked' | 'failed' | 'dropped' }> {
  if (event.type === 'done') return event.member === null;
  return event.type === 'unpacked' || event.type === 'failed' || event.type === 'dropped';
}

/** The same step for everybody who shows progress. */
export function advance(old: WorkingFile, event: ProgressEvent): WorkingFile {
  if (event.type === 'started') return { ...old, page: 0, stage: null };
  if (event.type === 'pages') return { ...old, page: 0, pages: event.pages };
  if (event.type === 'page') return { ...old, page: old.page + 1 };
  if (event.type === 'stage') return { ...old, stage: event.stage };
  return old;
}
