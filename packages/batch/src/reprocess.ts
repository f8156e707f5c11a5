// Makes records again after a stage changed: only what follows from the change is done, everything else comes from the store.
//   for await (const done of reprocess({ place, runner, from: 'restore', where, signal })) report(done);
// The new records are in the store and the old ones stay there; files in out/ are replaced only by writeRecords, after a person saw the report.
// Resuming is running it again: what is done is found done; a forced `from` keeps a journal of the documents done, removed at the end of a whole run.
import { appendFile, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Record, VanbanError } from '@vanban/contract';
import { findStep, loadResult, type Place, type Runner, type StageName } from '@vanban/pipeline';
import { type DocumentEntry, removeArtefact, writeFileWhole } from '@vanban/store';
import { compareRecords, type RecordChange } from './compare.ts';
import { inParallel } from './in-parallel.ts';
import { doneDocuments, recordOf } from './records.ts';
import type { Where } from './where.ts';

export interface ReprocessOptions {
  readonly place: Place;
  readonly runner: Runner;
  /** Redo this stage even where its version did not change; null: only what the stages' versions ask for. */
  readonly from: StageName | null;
  readonly where: Where | null;
  /** Documents at work at one time. */
  readonly documents: number;
  /** Says only what would be done. */
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
}

export type Reprocessed =
  | { readonly state: 'current'; readonly entry: DocumentEntry }
  | { readonly state: 'would'; readonly entry: DocumentEntry }
  | { readonly state: 'done'; readonly entry: DocumentEntry; readonly record: Record; readonly change: RecordChange | null }
  | { readonly state: 'failed'; readonly entry: DocumentEntry; readonly error: VanbanError };

export async function* reprocess(options: ReprocessOptions): AsyncGenerator<Reprocessed> {
  const journal = options.from !== null && !options.dryRun ? await openJournal(options.place, options.from) : null;
  const results = inParallel(toDo(options, journal), options.documents, (entry) => reprocessOne(options, entry, journal));
  for await (const result of results) if (result) yield result;
  if (!options.signal.aborted) await journal?.end();
}

async function* toDo({ place, signal }: ReprocessOptions, journal: Journal | null): AsyncGenerator<DocumentEntry> {
  for await (const entry of doneDocuments(place.store)) {
    if (signal.aborted) return;
    if (!journal?.has(entry.id)) yield entry;
  }
}

async function reprocessOne(options: ReprocessOptions, entry: DocumentEntry, journal: Journal | null): Promise<Reprocessed | null> {
  const { place, runner, from, where, dryRun, signal } = options;
  const old = await recordOf(place.store, entry);
  if (where && (old === null || !where(old))) return null;
  if (from === null && (await isCurrent(place, entry))) return { state: 'current', entry };
  if (dryRun) return { state: 'would', entry };
  if (from !== null) await forget(place, entry, from);
  const outcome = await runner.process(entry.id, { signal });
  if (outcome.state === 'stopped') return null;
  await journal?.note(entry.id);
  if (outcome.state === 'failed') return { state: 'failed', entry: outcome.entry, error: outcome.error };
  return { state: 'done', entry: outcome.entry, record: outcome.record, change: old && compareRecords(old, outcome.record) };
}

/** Which documents a forced run has done so far, on disk, so that stopping it loses nothing. */
interface Journal {
  has(id: string): boolean;
  note(id: string): Promise<void>;
  end(): Promise<void>;
}

async function openJournal(place: Place, from: StageName): Promise<Journal> {
  const path = join(place.store.folder, 'log', `reprocess-${from}.done`);
  const text = await readFile(path, 'utf8').catch(() => '');
  const done = new Set(text.split('\n').filter(Boolean));
  return { has: (id) => done.has(id), note: (id) => appendFile(path, `${id}\n`), end: () => rm(path, { force: true }) };
}

/** True where the record that was published is what the present stages would publish. */
async function isCurrent(place: Place, entry: DocumentEntry): Promise<boolean> {
  const found = await findStep(place, { documentId: entry.id, stage: 'publish', page: 0 }).catch(() => null);
  return found?.head != null && found.key === entry.recordKey;
}

/** Removes a stage's results, so that it is done again; what it needs stays. */
async function forget(place: Place, entry: DocumentEntry, stage: StageName): Promise<void> {
  const pages =
    place.stages[stage].scope === 'page' ? (await loadResult(place, { documentId: entry.id, stage: 'inspect', page: 0 })).value.pageCount : 0;
  const numbers = pages === 0 ? [0] : Array.from({ length: pages }, (_, index) => index + 1);
  for (const page of numbers) {
    const { key } = await findStep(place, { documentId: entry.id, stage, page });
    await removeArtefact(place.store, { stage, key });
  }
}

const HEAD_BYTES = 512;

/** The record's id from the first bytes of its file; null for any other file. */
async function idInFile(path: string): Promise<string | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return /"id":\s*"([0-9a-f]{64})"/u.exec(buffer.toString('utf8', 0, bytesRead))?.[1] ?? null;
  } finally {
    await file.close();
  }
}

/** Replaces every file under `out` that holds an older record of one of these documents. Returns the paths written. */
export async function writeRecords(place: Place, out: string, documentIds: ReadonlySet<string>): Promise<string[]> {
  const written: string[] = [];
  for (const found of await readdir(out, { recursive: true, withFileTypes: true })) {
    const path = join(found.parentPath, found.name);
    const id = found.isFile() && found.name.endsWith('.json') ? await idInFile(path) : null;
    if (id === null || !documentIds.has(id)) continue;
    const { value } = await loadResult(place, { documentId: id, stage: 'publish', page: 0 });
    await writeFileWhole(path, `${JSON.stringify(value, null, 2)}\n`);
    written.push(path);
  }
  return written;
}
