// Takes a whole archive: hundreds of thousands of files, walked through without ever being listed in memory, each read once and its record written.
//   for await (const event of backfill({ folder, out, place, runner, documents: 4, signal })) report(event);
// Running it again goes on: a file whose bytes are known costs a digest and a look-up. Files are never moved.
import { opendir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { asVanbanError, type Record, type VanbanError } from '@vanban/contract';
import { isIgnored, takeIn, writeResult } from '@vanban/intake';
import type { Place, Runner } from '@vanban/pipeline';
import { inParallel } from './in-parallel.ts';

export interface BackfillOptions {
  readonly folder: string;
  readonly out: string;
  readonly place: Place;
  readonly runner: Runner;
  readonly documents: number;
  readonly signal: AbortSignal;
}

export type BackfillEvent =
  | { readonly state: 'done'; readonly file: string; readonly out: string; readonly record: Record; readonly known: boolean }
  | { readonly state: 'failed'; readonly file: string; readonly error: VanbanError };

export async function* backfill(options: BackfillOptions): AsyncGenerator<BackfillEvent> {
  const events = inParallel(walk(options.folder, options.signal), options.documents, (file) => takeOne(options, file));
  for await (const event of events) if (event) yield event;
}

/** Regular files of a folder and its subfolders, as the drive gives them, until stopped. Links are not followed. */
async function* walk(folder: string, signal: AbortSignal): AsyncGenerator<string> {
  for await (const entry of await opendir(folder)) {
    if (signal.aborted) return;
    const path = join(folder, entry.name);
    if (isIgnored(entry.name)) continue;
    if (entry.isDirectory()) yield* walk(path, signal);
    else if (entry.isFile()) yield path;
  }
}

async function takeOne({ folder, out, place, runner, signal }: BackfillOptions, file: string): Promise<BackfillEvent | null> {
  try {
    const { entry, added } = await takeIn(place, file, basename(file));
    const outcome = await runner.process(entry.id, { signal });
    if (outcome.state === 'stopped') return null;
    if (outcome.state === 'failed') return { state: 'failed', file, error: outcome.error };
    const path = await writeResult(out, relative(folder, file), outcome.record);
    return { state: 'done', file, out: path, record: outcome.record, known: !added && !outcome.fresh };
  } catch (thrown) {
    return { state: 'failed', file, error: asVanbanError(thrown) };
  }
}
