// How is one step brought to its end, whoever asks for it (the runner, a queue's worker)? Not at all where it is done already; again where its
// process died or took too long; and a page that cannot be read is set aside, so that its document goes on without it.
//   await performStep({ place, pages, documents }, { documentId, stage: 'segment', page: 0 }, { order: 1 });
//   await performPage({ place, pages, documents }, { documentId, stage: 'ocr', page: 3 }, { order: 1 });
// Throws VanbanError; what the surroundings are guilty of (disk full) is never set aside.
import { asVanbanError, VanbanError } from '@vanban/contract';
import type { Executor } from './executor.ts';
import { isPageFailure, setPageAside } from './page-failure.ts';
import { findStep, type Place, type Step, type StepResult } from './step.ts';

export interface Performers {
  readonly place: Place;
  /** Runs `inspect` and `ocr`. */
  readonly pages: Executor;
  /** Runs the stages on whole documents. */
  readonly documents: Executor;
}

export interface PerformOptions {
  /** Lower goes first. */
  readonly order: number;
  readonly signal?: AbortSignal | undefined;
  readonly onAgain?: (step: Step, error: VanbanError) => void;
}

export async function performStep({ place, pages, documents }: Performers, step: Step, options: PerformOptions): Promise<StepResult> {
  const { key, head } = await findStep(place, step);
  if (head) return { key, ...head, cached: true };
  const { settings } = place;
  const { order, signal, onAgain } = options;
  const seconds = step.stage === 'ocr' || step.stage === 'inspect' ? settings.pageSeconds : settings.documentSeconds;
  const executor = place.stages[step.stage].lane === 'pages' ? pages : documents;
  for (let attempt = 1; ; attempt++) {
    try {
      return await asExpected(place, key, step, await executor.run(step, { seconds, order, signal }));
    } catch (thrown) {
      const error = asVanbanError(thrown);
      const again = (error.code === 'worker-died' || error.code === 'page-timeout') && attempt < settings.attempts;
      if (!again || signal?.aborted) throw thrown;
      onAgain?.(step, error);
    }
  }
}

/** A child process that was started after the program or its model was exchanged puts its results where nobody here looks for them. */
async function asExpected(place: Place, key: string, step: Step, result: StepResult): Promise<StepResult> {
  // An input that was made again meanwhile gives another key here too.
  if (result.key === key || result.key === (await findStep(place, step)).key) return result;
  throw new VanbanError('version-mixed', `${step.stage}: the program, its model or its settings were changed while this process was running`);
}

export async function performPage(performers: Performers, step: Step, options: PerformOptions): Promise<StepResult> {
  try {
    return await performStep(performers, step, options);
  } catch (thrown) {
    const error = asVanbanError(thrown);
    if (options.signal?.aborted || !isPageFailure(error)) throw thrown;
    await setPageAside(performers.place, step, error);
    const { key, head } = await findStep(performers.place, step);
    return { key, digest: head?.digest ?? '', cached: false, failed: true };
  }
}
