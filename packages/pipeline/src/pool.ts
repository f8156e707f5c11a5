// How do steps run where they can be killed? In child processes, one step each at a time, with limits on time and memory.
//   const pool = createPool({ size: 2, storeFolder, settings });
//   await pool.run({ documentId, stage: 'ocr', page: 3 }, { seconds: 120, order: 1 });
// A child that dies, hangs or eats too much is replaced; its step is rejected with `worker-died` or `page-timeout`, all others go on.
// The child writes its result into the store itself (step.ts): only ids travel. It does not try again: that is the runner's.
import type { Executor, RunOptions } from './executor.ts';
import type { Settings } from './settings.ts';
import type { Step, StepResult } from './step.ts';
import { createWorkerProcess, type WorkerProcess } from './worker-process.ts';

export interface PoolOptions {
  readonly size: number;
  readonly storeFolder: string;
  readonly settings: Settings;
  /** Module whose export `STAGES` is run; default: the stages of the product. */
  readonly stagesModule?: string;
}

interface Waiting {
  readonly step: Step;
  readonly options: RunOptions;
  readonly resolve: (result: StepResult) => void;
  readonly reject: (reason: unknown) => void;
}

export function createPool(options: PoolOptions): Executor {
  const workers = Array.from({ length: options.size }, () => createWorkerProcess(options));
  const idle: WorkerProcess[] = [...workers];
  const waiting: Waiting[] = [];

  function pump(): void {
    while (idle.length > 0 && waiting.length > 0) {
      const next = takeFirst(waiting);
      const worker = idle.pop() as WorkerProcess;
      void worker
        .run(next.step, next.options.seconds)
        .then(next.resolve, next.reject)
        .finally(() => {
          idle.push(worker);
          pump();
        });
    }
  }

  return {
    run(step, runOptions) {
      return new Promise((resolve, reject) => {
        const { signal } = runOptions;
        if (signal?.aborted) return reject(signal.reason);
        const entry: Waiting = { step, options: runOptions, resolve, reject };
        waiting.push(entry);
        signal?.addEventListener('abort', () => drop(waiting, entry, signal.reason), { once: true });
        pump();
      });
    },
    warm(stage) {
      // The one that takes the next step.
      idle.at(-1)?.warm(stage);
    },
    async close() {
      for (const entry of waiting.splice(0)) entry.reject(new DOMException('closed', 'AbortError'));
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

/** The earliest document's pages first, so that documents end one after the other instead of all at the end. */
function takeFirst(waiting: Waiting[]): Waiting {
  let first = 0;
  for (let i = 1; i < waiting.length; i++) if ((waiting[i] as Waiting).options.order < (waiting[first] as Waiting).options.order) first = i;
  return waiting.splice(first, 1)[0] as Waiting;
}

function drop(waiting: Waiting[], entry: Waiting, reason: unknown): void {
  const index = waiting.indexOf(entry);
  if (index < 0) return;
  waiting.splice(index, 1);
  entry.reject(reason);
}
