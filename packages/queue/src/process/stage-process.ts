// A process that works on one stage or a few: its main is three lines.
//   process.exitCode = await runStageProcess({ name: 'ocr', stages: ['inspect', 'ocr'], env: process.env });
// Steps run in child processes that can be killed; this process only schedules, so that locks are renewed and signals are heard at any time.
import { setTimeout as sleep } from 'node:timers/promises';
import { asVanbanError, describe, VanbanError } from '@vanban/contract';
import { createPool, loadResult, type StageName, workersFor } from '@vanban/pipeline';
import type { StepEvent } from '../process-step.ts';
import { startWorker } from '../worker.ts';
import { keepWatch } from './keep-watch.ts';
import { saidOf } from './said-of.ts';
import { type Env, openShell, type Shell } from './shell.ts';

export interface StageProcess {
  readonly name: string;
  readonly stages: readonly StageName[];
  readonly env: Env;
}

/** Milliseconds after the grace in which child processes may end by themselves. */
const LAST_WAIT = 2000;

/** Resolves with the exit code when the process was told to stop. */
export async function runStageProcess({ name, stages, env }: StageProcess): Promise<number> {
  return runProcess({ name, stages, env }, async (shell) => {
    const { place, link, queues, grace, log } = shell;
    const size = workersFor(place.settings);
    const concurrency = place.stages[stages[0] as StageName].lane === 'pages' ? size.pages : size.documents;
    const pool = createPool({ size: concurrency, storeFolder: place.store.folder, settings: place.settings });
    const tell = (event: StepEvent) => note(shell, event);
    const workers = stages.map((stage) => startWorker({ link, queues, stage, concurrency, place, pages: pool, documents: pool, tell }));
    log.info({ stages, concurrency }, 'ready');
    // Every flow begins with the last stage: its workers look at their start what is to be done.
    await keepWatch(shell, { resumeFirst: stages.includes('publish') });
    await Promise.all(workers.map((worker) => worker.stop(grace)));
    await Promise.race([pool.close(), sleep(LAST_WAIT)]);
  });
}

/** Opens the shell, does the work, and turns what was thrown into words and an exit code. */
export async function runProcess(options: StageProcess, work: (shell: Shell) => Promise<void>): Promise<number> {
  try {
    const shell = await openShell(options);
    await work(shell);
    shell.log.info('stopped');
    await shell.close();
    if (shell.signal.reason instanceof VanbanError) throw shell.signal.reason;
    return 0;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return 0;
    const error = asVanbanError(thrown);
    process.stderr.write(describe(error));
    return error.exit;
  }
}

function note({ place, metrics, log, endEarly }: Shell, event: StepEvent): void {
  metrics.note(event);
  // Only a new process runs what is on the disk now; whoever started this one starts it again.
  if (event.type === 'again' && event.error.code === 'version-mixed') endEarly(event.error);
  const { documentId, stage, page } = event.step;
  const ids = { documentId, stage, ...(page > 0 ? { page } : {}) };
  if (event.type === 'done')
    log.info({ ...ids, seconds: Math.round(event.seconds * 1000) / 1000, cached: event.cached, failed: event.failed }, 'done');
  else if (event.type === 'handed-back') log.info(ids, 'handed back');
  else log.warn({ ...ids, ...saidOf(event.error) }, event.type);
  if (event.type !== 'done' || stage !== 'ocr' || event.cached || event.failed) return;
  void loadResult(place, { documentId, stage, page }).then(
    ({ value }) => metrics.noteConfidence(value.confidence),
    () => {},
  );
}
