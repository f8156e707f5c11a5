// Where do jobs wait, and how is a document put there? One queue for each stage; a document is one job, `publish`, and asks for all else itself:
//   publish ← extract ← segment ← restore ← ocr of each page, inspect        (child ← grandchild; a flow that grows from its root)
//   const queues = openQueues(link, place); await queues.enqueue(documentId);
// Invariant: a job is added only where none of its id is waiting or at work, so two watchers at the same moment queue a document once.
import { makeOf, type Place, printOf, type StageName, type Step } from '@vanban/pipeline';
import { type Job, type JobState, Queue } from 'bullmq';
import { rememberPrint } from './abandoned.ts';
import { ATTEMPTS_WITHOUT_END } from './backoff.ts';
import type { RedisLink } from './connection.ts';
import { jobId, prefixOf, STAGE_NAMES, type StepData } from './names.ts';
import { telemetry } from './telemetry.ts';

type StepQueue = Queue<StepData, unknown, string>;
export type StepJob = Job<StepData, unknown, string>;

export interface EnqueueOptions {
  /** 0 goes first; higher numbers later. */
  readonly priority?: number;
}

export interface Queues {
  /** Of all keys of these queues. */
  readonly prefix: string;
  /** Puts the document where it will be done; false where it was there already. */
  enqueue(documentId: string, options?: EnqueueOptions): Promise<boolean>;
  /** Adds a step on which `parent` waits. */
  addChild(parent: StepJob, step: Step): Promise<void>;
  stateOf(step: Step): Promise<JobState | 'unknown'>;
  depths(): Promise<{ readonly stage: StageName; readonly state: string; readonly count: number }[]>;
  /** True where Redis was emptied or exchanged since `remember`. */
  forgot(): Promise<boolean>;
  remember(): Promise<void>;
  close(): Promise<void>;
}

const FAILED_KEPT = { count: 1000, age: 30 * 24 * 3600 };
const DEPTHS = ['waiting', 'active', 'delayed', 'prioritized', 'waiting-children', 'failed'] as const;

export function openQueues(link: RedisLink, place: Pick<Place, 'stages' | 'settings'>): Queues {
  const print = printOf(makeOf(place));
  const prefix = prefixOf(print);
  const mark = `${prefix}-mark`;
  const queues = new Map<StageName, StepQueue>(STAGE_NAMES.map((stage) => [stage, openQueue(link, prefix, stage)]));
  const queueOf = (stage: StageName): StepQueue => queues.get(stage) as StepQueue;
  return {
    prefix,
    async enqueue(documentId, { priority = 0 } = {}) {
      const step: Step = { documentId, stage: 'publish', page: 0 };
      if (!(await makeRoom(queueOf('publish'), step))) return false;
      await queueOf('publish').add('publish', { documentId, page: 0 }, { ...optionsOf(step, priority), removeOnFail: FAILED_KEPT });
      return true;
    },
    async addChild(parent, step) {
      const { documentId, stage, page } = step;
      await makeRoom(queueOf(stage), step);
      const options = optionsOf(step, parent.opts.priority ?? 0);
      // A child that failed beyond repair is taken off its parent, which then finds its input missing and asks anew.
      const asChild = { parent: { id: parent.id as string, queue: parent.queueQualifiedName }, removeOnFail: true, removeDependencyOnFailure: true };
      await queueOf(stage).add(stage, { documentId, page }, { ...options, ...asChild });
    },
    stateOf: (step) => queueOf(step.stage).getJobState(jobId(step)),
    async depths() {
      const all = [...queues].map(async ([stage, queue]) =>
        Object.entries(await queue.getJobCounts(...DEPTHS)).map(([state, count]) => ({ stage, state, count })),
      );
      return (await Promise.all(all)).flat();
    },
    forgot: async () => (await link.client.exists(mark)) === 0,
    async remember() {
      await rememberPrint(link, print);
      await link.client.set(mark, '1');
    },
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

function openQueue(link: RedisLink, prefix: string, stage: StageName): StepQueue {
  const queue = new Queue<StepData, unknown, string>(stage, { connection: link.client, prefix, ...telemetry() });
  // Trouble with Redis is told by the connection.
  queue.on('error', () => {});
  return queue;
}

const optionsOf = (step: Step, priority: number) => ({
  jobId: jobId(step),
  attempts: ATTEMPTS_WITHOUT_END,
  backoff: { type: 'custom' },
  removeOnComplete: true,
  ...(priority > 0 ? { priority } : {}),
});

/** Removes a finished job of that id, which would keep a new one out. False where one is waiting or at work. */
async function makeRoom(queue: StepQueue, step: Step): Promise<boolean> {
  const old = await queue.getJob(jobId(step));
  if (!old) return true;
  const state = await old.getState();
  if (state !== 'failed' && state !== 'completed') return false;
  await old.remove();
  return true;
}
