// Makes records again after a stage changed: only what follows from the change is done, everything else comes from the store.
//   for await (const done of reprocess({ place, runner, from: 'restore', where, only: null, … })) report(done);
// The new records are in the store and the old ones stay there (their keys in the document's entry); files in out/ are replaced only by writeRecords,
// after a person saw the report. Resuming is running it again: what is done is found done, and a forced `from` keeps a journal.
// A stage's change is known by its version, its settings and its model, not by its code: whoever changes code raises the version, or names `from`.
import type { Record, VanbanError } from '@vanban/contract';
import { findStep, loadResult, type Place, type Runner, type StageName } from '@vanban/pipeline';
import { type DocumentEntry, removeArtefact, writeDocument } from '@vanban/store';
import { compareRecords, type RecordChange } from './compare.ts';
import { inParallel } from './in-parallel.ts';
import { type Journal, openJournal } from './journal.ts';
import { doneDocuments, recordOf } from './records.ts';
import type { Where } from './where.ts';

export interface ReprocessOptions {
  readonly place: Place;
  readonly runner: Runner;
  /** Redo this stage even where its version did not change; null: only what the stages' versions ask for. */
  readonly from: StageName | null;
  readonly where: Where | null;
  /** Ids of the documents that are meant; null: all. */
  readonly only: ReadonlySet<string> | null;
  /** Documents at work at one time. */
  readonly documents: number;
  /** Says only what would be done. */
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
}

export type Reprocessed =
  | { readonly state: 'current'; readonly entry: DocumentEntry }
  /** Not among those that were asked for, or done by an earlier run that was stopped. */
  | { readonly state: 'passed-over'; readonly entry: DocumentEntry }
  | { readonly state: 'would'; readonly entry: DocumentEntry }
  | { readonly state: 'done'; readonly entry: DocumentEntry; readonly record: Record; readonly change: RecordChange | null }
  | { readonly state: 'failed'; readonly entry: DocumentEntry; readonly error: VanbanError };

export async function* reprocess(options: ReprocessOptions): AsyncGenerator<Reprocessed> {
  const journal = options.from !== null && !options.dryRun ? await openJournal(options.place, options.from) : null;
  const results = inParallel(toDo(options), options.documents, (entry) => reprocessOne(options, entry, journal));
  for await (const result of results) if (result) yield result;
  if (!options.signal.aborted) await journal?.end();
}

async function* toDo({ place, signal }: ReprocessOptions): AsyncGenerator<DocumentEntry> {
  for await (const entry of doneDocuments(place.store)) {
    if (signal.aborted) return;
    yield entry;
  }
}

async function reprocessOne(options: ReprocessOptions, entry: DocumentEntry, journal: Journal | null): Promise<Reprocessed | null> {
  const { place, runner, from, where, only, dryRun, signal } = options;
  if (journal?.has(entry.id) || (only && !only.has(entry.id))) return { state: 'passed-over', entry };
  const old = await recordOf(place.store, entry);
  if (where && (old === null || !where(old))) return { state: 'passed-over', entry };
  if (from === null && (await isCurrent(place, entry))) return { state: 'current', entry };
  if (dryRun) return { state: 'would', entry };
  if (from !== null) await forget(place, entry, from);
  // An old failure would be taken for the answer.
  if (entry.state === 'failed') await writeDocument(place.store, { ...entry, state: 'waiting', error: null });
  const outcome = await runner.process(entry.id, { signal });
  if (outcome.state === 'stopped') return null;
  await journal?.note(entry.id);
  if (outcome.state === 'failed') return { state: 'failed', entry: outcome.entry, error: outcome.error };
  return { state: 'done', entry: outcome.entry, record: outcome.record, change: old && compareRecords(old, outcome.record) };
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
