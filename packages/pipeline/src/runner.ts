// How does a document get from its source to its record? Steps in order, pages side by side, each result in the store before the next begins.
//   const runner = createRunner({ place, pages: pool, documents: pool2, onEvent });
//   const outcome = await runner.process(documentId);
// Whatever is in the store is not done again, so after a crash the same call goes on from the last finished step. Here, and only here,
// an exception becomes an outcome: failures of the document are kept in its entry; failures of the surroundings (disk full) are thrown.
import { asVanbanError, type Record, type VanbanError } from '@vanban/contract';
import { type Claim, claimDocument, type DocumentEntry } from '@vanban/store';
import type { Executor } from './executor.ts';
import { type PerformOptions, performPage, performStep } from './perform.ts';
import { requireReadablePage, settleDone, settleFailed } from './settle.ts';
import type { StageName } from './stage.ts';
import { loadResult, type Place, type Step, type StepResult } from './step.ts';

export type ProgressEvent =
  | { readonly type: 'started'; readonly documentId: string }
  | { readonly type: 'pages'; readonly documentId: string; readonly pages: number }
  | { readonly type: 'page'; readonly documentId: string; readonly page: number; readonly cached: boolean; readonly failed: boolean }
  | { readonly type: 'stage'; readonly documentId: string; readonly stage: StageName; readonly cached: boolean }
  /** A stored result was damaged; what is missing is made again. */
  | { readonly type: 'damaged'; readonly documentId: string; readonly error: VanbanError }
  | { readonly type: 'again'; readonly documentId: string; readonly stage: StageName; readonly page: number; readonly error: VanbanError };

export type Outcome =
  /** `fresh`: something had to be done for it, it was not all in the store. */
  | { readonly state: 'done'; readonly entry: DocumentEntry; readonly record: Record; readonly fresh: boolean }
  | { readonly state: 'failed'; readonly entry: DocumentEntry; readonly error: VanbanError }
  | { readonly state: 'stopped' };

export interface RunnerOptions {
  readonly place: Place;
  /** Runs `inspect` and `ocr`. */
  readonly pages: Executor;
  /** Runs the stages on whole documents. */
  readonly documents: Executor;
  readonly onEvent?: (event: ProgressEvent) => void;
}

export interface ProcessOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface Runner {
  /** Waits while another process works on the document. Throws VanbanError where the surroundings are at fault; calling again goes on. */
  process(documentId: string, options?: ProcessOptions): Promise<Outcome>;
  close(): Promise<void>;
}

/** Milliseconds between two looks whether another process has given the document back. */
const CLAIM_POLL = 300;
/** Pages of one document that wait for a process at one time: more than any pool has, few enough for the open files of a process. */
const PAGE_LANES = 64;
/** How often the steps are gone through again where a stored result turned out damaged. */
const DAMAGE_ROUNDS = 3;

export function createRunner(options: RunnerOptions): Runner {
  let tickets = 0;
  return {
    async process(documentId, { signal } = {}) {
      const order = ++tickets;
      const claim = await waitForClaim(options.place, documentId, signal);
      if (claim === null) return { state: 'stopped' };
      try {
        return await toOutcome(options, { documentId, order, signal });
      } finally {
        await claim.release();
      }
    },
    async close() {
      await Promise.all([options.pages.close(), options.documents.close()]);
    },
  };
}

interface Run {
  readonly documentId: string;
  readonly order: number;
  readonly signal: AbortSignal | undefined;
}

async function waitForClaim(place: Place, documentId: string, signal: AbortSignal | undefined): Promise<Claim | null> {
  while (!signal?.aborted) {
    const claim = await claimDocument(place.store, documentId);
    if (claim) return claim;
    await new Promise((resolve) => setTimeout(resolve, CLAIM_POLL));
  }
  return null;
}

async function toOutcome(options: RunnerOptions, run: Run): Promise<Outcome> {
  const { place, onEvent } = options;
  onEvent?.({ type: 'started', documentId: run.documentId });
  try {
    return await finish(options, run);
  } catch (thrown) {
    if (run.signal?.aborted) return { state: 'stopped' };
    const error = asVanbanError(thrown);
    if (error.exit === 4 && error.retry) throw error;
    return { state: 'failed', entry: await settleFailed(place, run.documentId, error), error };
  }
}

async function finish(options: RunnerOptions, run: Run): Promise<Outcome> {
  const { place } = options;
  const { fresh } = await allSteps(options, run);
  const { entry, record } = await settleDone(place, run.documentId);
  return { state: 'done', entry, record, fresh };
}

/** Goes through the steps again where a stored result turned out damaged: it was removed, so that now it is made anew. */
async function allSteps(options: RunnerOptions, run: Run): Promise<{ fresh: boolean }> {
  for (let round = 1; ; round++) {
    try {
      return await stepsOnce(options, run);
    } catch (thrown) {
      const error = asVanbanError(thrown);
      if (round === DAMAGE_ROUNDS || error.code !== 'store-damaged') throw thrown;
      options.onEvent?.({ type: 'damaged', documentId: run.documentId, error });
    }
  }
}

async function stepsOnce(options: RunnerOptions, run: Run): Promise<{ fresh: boolean }> {
  const { place, onEvent } = options;
  const { documentId } = run;
  const inspected = await perform(options, run, { documentId, stage: 'inspect', page: 0 });
  const pageCount = (await loadResult(place, { documentId, stage: 'inspect', page: 0 })).value.pageCount;
  onEvent?.({ type: 'pages', documentId, pages: pageCount });
  // The restoring model loads while pages are read. A document that was looked at before may be restored already.
  if (!inspected.cached) options.documents.warm?.('restore');
  const read = await readPages(options, run, pageCount);
  await requireReadablePage(place, documentId);
  let fresh = !inspected.cached || read.fresh;
  for (const stage of ['restore', 'segment', 'extract', 'publish'] as const) {
    const { cached } = await perform(options, run, { documentId, stage, page: 0 });
    fresh ||= !cached;
    onEvent?.({ type: 'stage', documentId, stage, cached });
  }
  return { fresh };
}

async function readPages(options: RunnerOptions, run: Run, pageCount: number): Promise<{ fresh: boolean }> {
  const numbers = Array.from({ length: pageCount }, (_, index) => index + 1).values();
  let fresh = false;
  const lane = async () => {
    for (const page of numbers) fresh = !(await readPage(options, run, page)).cached || fresh;
  };
  // All lanes end before a failure is thrown, so that nothing is at work on a document that was given back.
  const ends = await Promise.allSettled(Array.from({ length: Math.min(pageCount, PAGE_LANES) }, lane));
  const thrown = ends.find((end) => end.status === 'rejected');
  if (thrown) throw thrown.reason;
  return { fresh };
}

async function readPage(options: RunnerOptions, run: Run, page: number): Promise<{ cached: boolean }> {
  const result = await readOrSetAside(options, run, { documentId: run.documentId, stage: 'ocr', page });
  options.onEvent?.({ type: 'page', documentId: run.documentId, page, cached: result.cached, failed: result.failed });
  return result;
}

const perform = (options: RunnerOptions, run: Run, step: Step): Promise<StepResult> => performStep(options, step, toldAgain(options, run));

/** A page that cannot be read is set aside. */
const readOrSetAside = (options: RunnerOptions, run: Run, step: Step): Promise<StepResult> => performPage(options, step, toldAgain(options, run));

function toldAgain({ onEvent }: RunnerOptions, { order, signal }: Run): PerformOptions {
  return { order, signal, onAgain: ({ documentId, stage, page }, error) => onEvent?.({ type: 'again', documentId, stage, page, error }) };
}
