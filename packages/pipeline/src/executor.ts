// Who runs a step: a pool of child processes (pool.ts), this process (here), or a queue's worker. The runner does not care.
//   const executor = runHere(place);   for tests and small machines: no limits, nothing that can be killed
import type { StageName } from './stage.ts';
import { closeStages } from './stages/close.ts';
import { type Place, runStage, type Step, type StepResult } from './step.ts';

export interface RunOptions {
  /** After so many seconds the step is stopped with `page-timeout`. */
  readonly seconds: number;
  /** Lower goes first. */
  readonly order: number;
  /** Steps that have not begun are dropped when it aborts; those at work go on to their end. */
  readonly signal?: AbortSignal | undefined;
}

export interface Executor {
  /** Throws VanbanError, or the signal's reason where it was dropped. */
  run(step: Step, options: RunOptions): Promise<StepResult>;
  /** Such a step will come soon: a process for it may be started and load what it needs. Never fails; what goes wrong, the step will tell. */
  warm?(stage: StageName): void;
  close(): Promise<void>;
}

export function runHere(place: Place): Executor {
  return {
    async run(step, { signal }) {
      signal?.throwIfAborted();
      return runStage(place, step);
    },
    close: () => closeStages(place.stages),
  };
}
