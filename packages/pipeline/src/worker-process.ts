// One child process that runs steps, one at a time, and can be lost at any moment. It is started when first needed, ends after a while
// without work, and is replaced when it grew large.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ErrorEntry, fromEntry, VanbanError } from '@vanban/contract';
import { COMPILED } from './compiled.ts';
import { memoryOf } from './memory.ts';
import type { PoolOptions } from './pool.ts';
import type { StageName } from './stage.ts';
import type { Step, StepResult } from './step.ts';

export interface WorkerProcess {
  /** Rejects with what the step threw, `page-timeout`, or `worker-died`. */
  run(step: Step, seconds: number): Promise<StepResult>;
  /** Starts the process and lets it load what the stage needs. Never fails. */
  warm(stage: StageName): void;
  /** Waits for the step at work, then ends the process. */
  close(): Promise<void>;
}

/** What the child is told at its start, as JSON in its environment: arguments, which may hold passwords, are seen by everybody. */
export interface ChildSetup {
  readonly storeFolder: string;
  readonly settings: PoolOptions['settings'];
  readonly stagesModule: string;
}

export type ChildRequest = Step | { readonly warm: StageName };
export type ChildReply = { readonly result: StepResult } | { readonly error: ErrorEntry };

export const SETUP = 'VANBAN_CHILD_SETUP';
/** What it says once, when it can be sent steps. */
export const READY = 'ready';

const ENTRY = fileURLToPath(new URL('./child.ts', import.meta.url));
const STAGES = new URL('./stages/index.ts', import.meta.url).href;
/** Milliseconds that a child may take to start: on a machine that is busy with other things that says nothing about the page. */
const START_LIMIT = 600_000;
const MEMORY_POLL = 500;
/** Above this share of its memory limit a child is replaced after its step: memory of long-lived readers only grows. */
const REPLACE_ABOVE = 0.7;
const LAST_WORDS = 2000;

export function createWorkerProcess(options: PoolOptions): WorkerProcess {
  let child: ChildProcess | null = null;
  let started: Promise<ChildProcess> | null = null;
  let atWork: Promise<unknown> = Promise.resolve();
  let idleTimer: NodeJS.Timeout | undefined;
  const limit = options.settings.workerMegabytes;

  async function run(step: Step, seconds: number): Promise<StepResult> {
    clearTimeout(idleTimer);
    try {
      return await attend(await startedFor(step.stage), step, { seconds, limit });
    } finally {
      if ((memoryOf(child?.pid) ?? 0) > limit * REPLACE_ABOVE) end();
      endWhenIdle();
    }
  }

  function startedFor(stage: StageName): Promise<ChildProcess> {
    if (started && child && child.exitCode === null && child.signalCode === null && child.connected) return started;
    const fresh = start(options);
    child = fresh;
    started = ready(fresh, stage).then(() => fresh);
    return started;
  }

  async function warm(stage: StageName): Promise<void> {
    const fresh = await startedFor(stage);
    const request: ChildRequest = { warm: stage };
    if (fresh.connected) fresh.send(request, () => {});
  }

  function endWhenIdle(): void {
    clearTimeout(idleTimer);
    idleTimer = setTimeout(end, options.settings.idleSeconds * 1000).unref();
  }

  /** The child ends by itself when its channel is closed. */
  function end(): void {
    if (child?.connected) child.disconnect();
    child = null;
  }

  return {
    run(step, seconds) {
      const result = run(step, seconds);
      atWork = result.catch(() => {});
      return result;
    },
    warm(stage) {
      atWork = Promise.allSettled([atWork, warm(stage)]);
      endWhenIdle();
    },
    async close() {
      await atWork;
      clearTimeout(idleTimer);
      const last = child;
      end();
      if (last && last.exitCode === null && last.signalCode === null) await ended(last);
    },
  };
}

function start({ storeFolder, settings, stagesModule = STAGES }: PoolOptions): ChildProcess {
  const setup: ChildSetup = { storeFolder, settings, stagesModule };
  const child = fork(ENTRY, [], {
    env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, [SETUP]: JSON.stringify(setup) },
    execArgv: [`--max-old-space-size=${settings.workerMegabytes}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  // Unheard errors of a dead child would end this process; attend() learns of its death by its exit.
  child.on('error', () => {});
  return child;
}

/** Waits until a child that was just started can be sent steps; the limits of a step begin then. */
function ready(child: ChildProcess, stage: StageName): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timeout = setTimeout(() => child.kill('SIGKILL'), START_LIMIT);
  const onExit = (code: number | null, signal: string | null) =>
    reject(new VanbanError('worker-died', `${stage}: did not start: ${signal ?? `exit ${code}`}`));
  child.once('message', () => resolve()).once('exit', onExit);
  return promise.finally(() => {
    clearTimeout(timeout);
    child.off('exit', onExit);
  });
}

/** Sends the step and waits for the answer, the child's death, or the end of its time or memory. */
function attend(child: ChildProcess, step: Step, limits: { seconds: number; limit: number }): Promise<StepResult> {
  const page = step.page > 0 ? { page: step.page } : {};
  const { promise, resolve, reject } = Promise.withResolvers<StepResult>();
  let cause: VanbanError | null = null;
  let lastWords = '';
  const stop = (error: VanbanError) => {
    cause = error;
    child.kill('SIGKILL');
  };
  const timeout = setTimeout(() => stop(new VanbanError('page-timeout', `${step.stage}: ${limits.seconds} s`, page)), limits.seconds * 1000);
  const memory = setInterval(() => {
    const used = memoryOf(child.pid) ?? 0;
    if (used > limits.limit) stop(new VanbanError('worker-died', `${step.stage}: ${Math.round(used)} MB, limit ${limits.limit} MB`, page));
  }, MEMORY_POLL);
  const onMessage = (reply: ChildReply) => ('result' in reply ? resolve(reply.result) : reject(fromEntry(reply.error)));
  const onExit = (code: number | null, signal: string | null) =>
    reject(cause ?? new VanbanError('worker-died', `${step.stage}: ${signal ?? `exit ${code}`} ${lastLine(lastWords)}`.trim(), page));
  const onWords = (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-LAST_WORDS);
  };
  child.on('message', onMessage).on('exit', onExit);
  child.stderr?.on('data', onWords);
  child.send(step, (error) => error && stop(new VanbanError('worker-died', `${step.stage}: ${error.message}`, page)));
  return promise.finally(() => {
    clearTimeout(timeout);
    clearInterval(memory);
    child.off('message', onMessage).off('exit', onExit);
    child.stderr?.off('data', onWords);
    child.stderr?.resume();
  });
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';

function ended(child: ChildProcess): Promise<void> {
  const killer = setTimeout(() => child.kill('SIGKILL'), 3000);
  return new Promise((resolve) => {
    child.once('exit', () => {
      clearTimeout(killer);
      resolve();
    });
  });
}
