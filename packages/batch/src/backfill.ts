// Takes a whole archive: hundreds of thousands of files, walked through without ever being listed in memory, each read once and its record written.
//   for await (const event of backfill({ folder, out, place, runner, documents: 4, signal })) report(event);
// Running it again goes on: a file whose bytes are known costs a digest and a look-up. Files are never moved. A folder below that cannot be read is told
// as a failure, and the others go on; records of earlier runs that lie among the files are passed over. Throws where the archive itself cannot be read.
import { opendir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { asVanbanError, type Record, type VanbanError } from '@vanban/contract';
import { isIgnored, isOwnResult, type Part, readFile, writeResult } from '@vanban/intake';
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

/** `member`: the document's name within the file; null where the file is the document, or could not be opened. */
export type BackfillEvent =
  | {
      readonly state: 'done';
      readonly file: string;
      readonly member: string | null;
      readonly out: string;
      readonly record: Record;
      readonly known: boolean;
    }
  | { readonly state: 'failed'; readonly file: string; readonly member: string | null; readonly error: VanbanError };

export async function* backfill(options: BackfillOptions): AsyncGenerator<BackfillEvent> {
  const found = walk(options.folder, options.signal);
  const events = inParallel(found, options.documents, (one) => takeOne(options, one));
  for await (const several of events) yield* several;
}

/** Regular files of a folder and its subfolders, as the drive gives them, until stopped. Links are not followed. */
async function* walk(folder: string, signal: AbortSignal): AsyncGenerator<Found> {
  for await (const entry of await opendir(folder)) {
    if (signal.aborted) return;
    const path = join(folder, entry.name);
    if (isIgnored(entry.name)) continue;
    if (entry.isDirectory()) yield* walkBelow(path, signal);
    else if (entry.isFile() && !(await isOwnResult(path))) yield { path, error: null };
  }
}

async function* walkBelow(folder: string, signal: AbortSignal): AsyncGenerator<Found> {
  try {
    yield* walk(folder, signal);
  } catch (thrown) {
    yield { path: folder, error: asVanbanError(thrown) };
  }
}

/** A file; or a folder that cannot be read, with the reason. */
interface Found {
  readonly path: string;
  readonly error: VanbanError | null;
}

/** None where it was stopped; several for an archive or an e-mail. */
async function takeOne({ folder, out, place, runner, signal }: BackfillOptions, { path: file, error }: Found): Promise<BackfillEvent[]> {
  if (error) return [{ state: 'failed', file, member: null, error }];
  const events: BackfillEvent[] = [];
  const onPart = async (part: Part): Promise<void> => void events.push(await keepPart(out, file, part));
  try {
    const source = { path: file, fileName: basename(file), relative: relative(folder, file) };
    await readFile({ place, runner, signal, onKnown: () => {}, onPart }, source);
  } catch (thrown) {
    events.push({ state: 'failed', file, member: null, error: asVanbanError(thrown) });
  }
  return events;
}

async function keepPart(out: string, file: string, part: Part): Promise<BackfillEvent> {
  const { member } = part;
  if (part.state === 'failed') return { state: 'failed', file, member, error: part.error };
  const path = await writeResult(out, part.relative, part.record);
  return { state: 'done', file, member, out: path, record: part.record, known: !part.added && !part.fresh };
}
