// What happens to one claimed file, from its bytes to its place in done/ or failed/? Every step may be done again without harm, so after
// trouble with the surroundings, or a crash, it simply starts over.
// A file that was still being written when it was taken is noticed (its size or time changed meanwhile) and done again.
import { lstat, open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asVanbanError, type Record, VanbanError } from '@vanban/contract';
import type { Place, Runner } from '@vanban/pipeline';
import type { ClaimedFile } from './claimed-file.ts';
import { moveSource, placeFailure, writeResult } from './place-results.ts';
import { failureOf, type Part, readFile } from './read-file.ts';
import type { Clock } from './station.ts';
import type { StationEvent } from './station-event.ts';
import { mayStillCome } from './still-coming.ts';
import type { Workspace } from './workspace.ts';

interface Parts {
  readonly workspace: Workspace;
  readonly place: Place;
  readonly runner: Runner;
  readonly clock: Clock;
  readonly tell: (event: StationEvent) => void;
  readonly publish: ((record: Record) => Promise<unknown>) | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Milliseconds between two tries while the surroundings are at fault. */
const TRY_AGAIN = 3000;
/** Exit code of the error table for trouble that is waited for, and tries of what is not. */
const SURROUNDINGS = 4;
const MOST_FAULTS = 3;
/** So many times as long as a file must lie still, one that looks cut short is waited for. */
const LONGER = 3;

/** Ends when the file is in its place or the signal aborts; never throws. */
export async function handleFile(parts: Parts, file: ClaimedFile): Promise<void> {
  let told = '';
  let faults = 0;
  while (!parts.signal?.aborted) {
    try {
      if (await handleOnce(parts, file)) return;
      parts.tell({ type: 'again', file: file.relative });
    } catch (thrown) {
      const error = asVanbanError(thrown);
      if (error.message !== told) parts.tell({ type: 'problem', file: file.relative, error });
      told = error.message;
      if (error.exit !== SURROUNDINGS && ++faults === MOST_FAULTS) return giveUp(parts, file, error);
      await sleep(TRY_AGAIN, undefined, parts.signal ? { signal: parts.signal } : {}).catch(() => {});
    }
  }
}

/** A fault that does not pass must not keep others waiting: the file goes to failed/, or, where even that fails, stays for the next start. */
async function giveUp(parts: Parts, file: ClaimedFile, error: VanbanError): Promise<void> {
  await fail(parts, file, error).catch((thrown) => parts.tell({ type: 'problem', file: file.relative, error: asVanbanError(thrown) }));
}

/** False where the file changed meanwhile and has to be done again. */
async function handleOnce(parts: Parts, file: ClaimedFile): Promise<boolean> {
  const before = await stateOf(file.path);
  if (before === null) return drop(parts, file);
  const result = await work(parts, file, before).catch((thrown) => {
    const error = asVanbanError(thrown);
    if (error.exit === SURROUNDINGS && error.retry) throw error;
    return error;
  });
  if (result === 'stopped') return true;
  if (result instanceof VanbanError && (await mayStillCome(result, file.path, parts.clock.now()))) await pause(parts, LONGER);
  if (parts.signal?.aborted && result instanceof VanbanError) return true;
  if ((await stateOf(file.path)) !== before) {
    await pause(parts);
    return false;
  }
  if (result instanceof VanbanError) await fail(parts, file, result);
  else await succeed(parts, file, result);
  return true;
}

const pause = ({ place, signal }: Parts, times = 1): Promise<unknown> =>
  sleep(times * place.settings.settleSeconds * 1000, undefined, signal ? { signal } : {}).catch(() => {});

/** The records are written as they come, each before the next; the source moves when all are there. */
async function work(parts: Parts, file: ClaimedFile, before: string): Promise<Done | VanbanError | 'stopped'> {
  if ((await lstat(file.path)).isSymbolicLink()) return new VanbanError('input-link', file.relative);
  const unreadable = await whyUnreadable(file.path);
  if (unreadable) return unreadable;
  const { place, runner, signal, tell } = parts;
  let single: StationDone | null = null;
  const onPart = async (part: Part): Promise<void> => {
    if ((await stateOf(file.path)) !== before) return;
    if (part.state === 'failed')
      return part.member === null ? undefined : tell({ type: 'member-failed', file: file.relative, member: part.member, error: part.error });
    const done = await publishPart(parts, file, part);
    if (part.member === null) single = done;
    else tell(done);
  };
  const onKnown = (documentId: string): void => tell({ type: 'known', file: file.relative, documentId });
  const reading = await readFile(
    { place, runner, signal, onKnown, onPart },
    { path: file.path, fileName: basename(file.relative), relative: file.relative },
  );
  if (reading.stopped) return 'stopped';
  return failureOf(reading) ?? { single, members: reading.parts };
}

type StationDone = Extract<StationEvent, { type: 'done' }>;

interface Done {
  /** Told when the source is in its place; null for a container, whose parts were told. */
  readonly single: StationDone | null;
  readonly members: number;
}

async function publishPart({ workspace, publish }: Parts, file: ClaimedFile, part: Extract<Part, { state: 'done' }>): Promise<StationDone> {
  const { record, entry, relative, member, added, fresh } = part;
  const out = await writeResult(workspace.out, relative, record);
  await publish?.(record);
  const duplicateOf = !added && !fresh && !file.recovered ? entry.fileName : null;
  const { id: documentId, missingPages } = entry;
  return {
    type: 'done',
    file: file.relative,
    member,
    documentId,
    out,
    pages: record.source.pageCount,
    missingPages,
    tasks: record.tasks.length,
    record,
    duplicateOf,
  };
}

/** That this very file may not be read is the file's trouble: waiting does not help. */
async function whyUnreadable(path: string): Promise<VanbanError | null> {
  try {
    await (await open(path, 'r')).close();
    return null;
  } catch (thrown) {
    const error = asVanbanError(thrown);
    return error.code === 'permission-denied' ? error : null;
  }
}

async function succeed({ workspace, clock, tell }: Parts, file: ClaimedFile, { single, members }: Done): Promise<void> {
  await moveSource(file.path, join(workspace.done, clock.month()), file.relative);
  await file.finish();
  if (single) tell(single);
  if (!single || members > 1) tell({ type: 'unpacked', file: file.relative, members });
}

async function fail({ workspace, tell }: Parts, file: ClaimedFile, error: VanbanError): Promise<void> {
  const reason = await placeFailure(file.path, workspace.failed, file.relative, error);
  await file.finish();
  tell({ type: 'failed', file: file.relative, error, reason });
}

/** Somebody took the file out of the work folder: nothing is left to do. */
async function drop({ tell }: Parts, file: ClaimedFile): Promise<true> {
  await file.finish();
  tell({ type: 'dropped', file: file.relative });
  return true;
}

async function stateOf(path: string): Promise<string | null> {
  const stats = await lstat(path).catch(() => null);
  return stats && `${stats.size} ${stats.mtimeMs}`;
}
