// What runs the jobs of one stage? A BullMQ worker whose steps run in child processes, so that no work here ever keeps a lock from being renewed.
//   const worker = startWorker({ link, queues, stage: 'ocr', concurrency: 2, place, pages, documents, tell });
//   await worker.stop(20_000);     finishes its jobs, or hands them back after so many milliseconds
// A worker that is killed leaves its jobs to the others, which take them over when their locks have run out.
import { asVanbanError } from '@vanban/contract';
import type { Performers, StageName } from '@vanban/pipeline';
import { Worker } from 'bullmq';
import { backoffFor } from './backoff.ts';
import type { RedisLink } from './connection.ts';
import type { StepData } from './names.ts';
import { type StepEvent, stepProcessor } from './process-step.ts';
import type { Queues } from './queues.ts';
import { telemetry } from './telemetry.ts';

export interface WorkerTimes {
  /** Milliseconds after which the jobs of a dead worker are taken over. */
  readonly lock: number;
  /** Milliseconds between two looks for such jobs. */
  readonly stalled: number;
  /** Milliseconds before the first new try of what may pass. */
  readonly backoff: number;
}

export const USUAL_TIMES: WorkerTimes = { lock: 30_000, stalled: 15_000, backoff: 1000 };

export interface WorkerOptions extends Performers {
  readonly link: RedisLink;
  readonly queues: Queues;
  readonly stage: StageName;
  readonly concurrency: number;
  readonly tell: (event: StepEvent) => void;
  readonly times?: WorkerTimes;
}

export interface StageWorker {
  /** Resolves when the jobs at work are done or, after `grace` milliseconds, given back. */
  stop(grace: number): Promise<void>;
}

/** A job is taken over from dead workers so many times before it counts as what kills them. */
const STALLS = 25;

export function startWorker(options: WorkerOptions): StageWorker {
  const { link, queues, stage, concurrency, times = USUAL_TIMES } = options;
  const handBack = new AbortController();
  const worker = new Worker<StepData, unknown, string>(stage, stepProcessor({ ...options, handBack: handBack.signal }), {
    connection: link.client,
    prefix: queues.prefix,
    concurrency,
    lockDuration: times.lock,
    stalledInterval: times.stalled,
    maxStalledCount: STALLS,
    settings: { backoffStrategy: (attempts, _type, error) => backoffFor(attempts, error, times.backoff) },
    ...telemetry(),
  });
  // Trouble with Redis is told by the connection; what a step throws is told here.
  worker.on('error', () => {});
  worker.on('failed', (job, thrown) => {
    if (!job || thrown.name === 'UnrecoverableError') return;
    options.tell({ type: 'again', step: { documentId: job.data.documentId, stage, page: job.data.page }, error: asVanbanError(thrown) });
  });
  return {
    async stop(grace) {
      const timer = setTimeout(() => handBack.abort(), grace);
      await worker.close().finally(() => clearTimeout(timer));
    },
  };
}
