// Runs a batch of inputs in a process of its own and watches it: a limit on time and on memory for each input.
// Invariant: every input of the batch is accounted for; after one that had to be stopped, a new process goes on behind it.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Verdict } from './attempt.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
/** An input may take so much CPU time, so long by the clock (the machine may be busy), and leave the process so large. */
const [CPU_SECONDS, SECONDS, MEGABYTES] = [40, 900, 1500];
const LOOK_EVERY = 2000;
/** Stopped after an input, not within one. */
const BETWEEN = 'between two inputs';

export interface Tried extends Verdict {
  readonly number: number;
}

interface Message extends Partial<Verdict> {
  readonly begin?: number;
  readonly end?: number;
  readonly megabytes?: number;
}

/** A row of inputs: first ≤ number < last, fewer where they take more than so much CPU time. */
export interface Batch {
  readonly target: string;
  readonly seed: number;
  readonly first: number;
  readonly last: number;
  readonly cpuSeconds: number;
}

/** Tells each verdict as it comes. */
export async function tryAll(batch: Batch, tell: (tried: Tried) => void): Promise<void> {
  let [next, left] = [batch.first, batch.cpuSeconds];
  const count = (tried: Tried): void => {
    left -= tried.outcome === 'died' ? CPU_SECONDS : tried.cpuSeconds;
    tell(tried);
  };
  while (next < batch.last && left > 0) next = await tryUntilStopped({ ...batch, first: next }, count, () => left <= 0);
}

/** The number with which to go on. */
function tryUntilStopped({ target, seed, first, last }: Batch, tell: (tried: Tried) => void, isEnough: () => boolean): Promise<number> {
  return new Promise((resolve) => {
    const child = fork(CHILD, [target, String(seed), String(first), String(last)], { execArgv: ['--max-old-space-size=1200'], silent: true });
    let [current, done, stopped] = [first, first, ''];
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000);
    });
    const stop = (reason: string): void => {
      stopped = reason;
      child.kill('SIGKILL');
    };
    let [since, cpu] = [Date.now(), 0];
    const timer = setInterval(() => {
      if (cpuOf(child.pid) - cpu > CPU_SECONDS) stop(`hang: over ${CPU_SECONDS} CPU seconds`);
      else if (Date.now() - since > SECONDS * 1000) stop(`stuck: over ${SECONDS} s`);
    }, LOOK_EVERY);
    child.on('message', (message: Message) => {
      [since, cpu] = [Date.now(), cpuOf(child.pid)];
      if (message.begin !== undefined) current = message.begin;
      if (message.end === undefined) return;
      done = message.end + 1;
      const { outcome = '', fault = null, cpuSeconds = 0, megabytes = 0 } = message;
      const large = megabytes > MEGABYTES ? `memory: the process grew to ${megabytes} MB` : null;
      tell({ number: message.end, outcome, cpuSeconds, fault: fault ?? large });
      if (large || isEnough()) stop(BETWEEN);
    });
    child.on('exit', (code, signal) => {
      clearInterval(timer);
      if (done >= last || stopped === BETWEEN) return resolve(done);
      tell({ number: current, outcome: 'died', cpuSeconds: 0, fault: stopped || `died: ${code ?? signal}\n${said}` });
      resolve(current + 1);
    });
  });
}

/** CPU seconds that a process has used; 0 where the system does not say (then only the clock counts). */
function cpuOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}
