// What does a worker do with a job? It asks for the inputs that are missing and waits for them as its children; when all are there it runs the step
// where it can be killed, and the store keeps the result. A failure that cannot pass is a result too: the page is set aside, the document's
// entry says why, and the jobs above it end at once.
//   const process = stepProcessor(parts); new Worker('restore', process, …)
// Throws what may pass (a full disk): BullMQ tries again. Job ids and data hold ids only.
import { asVanbanError, fromEntry, VanbanError } from '@vanban/contract';
import {
  loadResult,
  type Performers,
  performPage,
  performStep,
  requireReadablePage,
  type StageName,
  type Step,
  settleDone,
  settleFailed,
} from '@vanban/pipeline';
import { readDocument } from '@vanban/store';
import { UnrecoverableError, WaitingChildrenError, WaitingError } from 'bullmq';
import { missingInputs } from './missing-inputs.ts';
import type { Queues, StepJob } from './queues.ts';
import { stepOf } from './step-of.ts';

export type StepEvent =
  | {
      readonly type: 'done';
      readonly step: Step;
      readonly seconds: number;
      readonly cached: boolean;
      readonly failed: boolean;
      readonly attempt: number;
    }
  | { readonly type: 'again'; readonly step: Step; readonly error: VanbanError }
  | { readonly type: 'failed'; readonly step: Step; readonly error: VanbanError }
  | { readonly type: 'handed-back'; readonly step: Step };

export interface StepParts extends Performers {
  readonly stage: StageName;
  readonly queues: Queues;
  readonly tell: (event: StepEvent) => void;
  /** Aborts when the worker must give its jobs back. */
  readonly handBack: AbortSignal;
}

export const stepProcessor =
  (parts: StepParts) =>
  async (job: StepJob, token = ''): Promise<unknown> => {
    const step = stepOf(parts.stage, job.data);
    if (step === null) throw new UnrecoverableError('The job names no step of a document; it was not put here by this program.');
    const failed = await failureOf(parts, step);
    if (failed) return endFailed(step, failed);
    if (roundsOf(job) > MOST_ROUNDS) return giveUp(parts, step);
    await waitForInputs(parts, job, token, step);
    return orHandBack(parts, job, token, step);
  };

/** A job asks for its inputs two or three times, and is handed back now and then. More than this is a circle: they are made, and it does not find them. */
const MOST_ROUNDS = 50;

/** How often it was begun, less its failures and the deaths of its workers. */
const roundsOf = (job: StepJob): number => job.attemptsStarted - job.attemptsMade - job.stalledCounter;

async function giveUp({ place, tell }: StepParts, step: Step): Promise<{ failed: string }> {
  const error = new VanbanError('version-mixed', `${step.stage}: its inputs were made ${MOST_ROUNDS} times and are not where they should be`);
  await settleFailed(place, step.documentId, error);
  tell({ type: 'failed', step, error });
  return endFailed(step, error);
}

/** Why the document failed already; throws where it is not known at all. */
async function failureOf({ place }: StepParts, { documentId }: Step): Promise<VanbanError | null> {
  const entry = await readDocument(place.store, documentId);
  if (entry === null) throw new UnrecoverableError('store-damaged: the document is not in the store');
  return entry.state === 'failed' && entry.error ? fromEntry(entry.error) : null;
}

/** The root of a failed document stays among the failed jobs, with the reason; the jobs below it just end. */
function endFailed({ stage }: Step, error: VanbanError): { failed: string } {
  if (stage === 'publish') throw new UnrecoverableError(`${error.code} ${error.detail}`.trim());
  return { failed: error.code };
}

async function waitForInputs({ place, queues }: StepParts, job: StepJob, token: string, step: Step): Promise<void> {
  for (let missing = await missingInputs(place, step); missing.length > 0; missing = await missingInputs(place, step)) {
    for (const input of missing) await queues.addChild(job, input);
    if (await job.moveToWaitingChildren(token)) throw new WaitingChildrenError();
  }
}

/** The step, unless the worker has to stop before it is done: then the job goes back into its queue for another worker. */
async function orHandBack(parts: StepParts, job: StepJob, token: string, step: Step): Promise<unknown> {
  const { handBack } = parts;
  const aborted = Promise.withResolvers<'aborted'>();
  const onAbort = () => aborted.resolve('aborted');
  handBack.addEventListener('abort', onAbort, { once: true });
  if (handBack.aborted) onAbort();
  const work = run(parts, job, step);
  work.catch(() => {});
  try {
    const outcome = await Promise.race([work, aborted.promise]);
    if (outcome !== 'aborted') return outcome;
  } finally {
    handBack.removeEventListener('abort', onAbort);
  }
  await job.moveToWait(token);
  parts.tell({ type: 'handed-back', step });
  throw new WaitingError();
}

async function run(parts: StepParts, job: StepJob, step: Step): Promise<unknown> {
  const start = performance.now();
  try {
    const { cached, failed } = await perform(parts, step);
    if (failed && !cached) parts.tell({ type: 'failed', step, error: await whyAside(parts, step) });
    parts.tell({ type: 'done', step, seconds: (performance.now() - start) / 1000, cached, failed, attempt: job.attemptsMade + 1 });
    return { cached, failed };
  } catch (thrown) {
    const error = asVanbanError(thrown);
    if (error.exit === 4 && error.retry) throw thrown;
    await settleFailed(parts.place, step.documentId, error);
    parts.tell({ type: 'failed', step, error });
    return endFailed(step, error);
  }
}

/** Why a page was set aside, as its artefact says. */
async function whyAside({ place }: StepParts, { documentId, page }: Step): Promise<VanbanError> {
  const { failed } = await loadResult(place, { documentId, stage: 'ocr', page });
  return failed ? fromEntry(failed) : new VanbanError('page-failed', '', { page });
}

async function perform(parts: StepParts, step: Step): Promise<{ cached: boolean; failed: boolean }> {
  const options = { order: step.page, onAgain: (again: Step, error: VanbanError) => parts.tell({ type: 'again', step: again, error }) };
  if (step.page > 0) return performPage(parts, step, options);
  if (step.stage === 'restore') await requireReadablePage(parts.place, step.documentId);
  const result = await performStep(parts, step, options);
  if (step.stage === 'publish') await settleDone(parts.place, step.documentId);
  return result;
}
