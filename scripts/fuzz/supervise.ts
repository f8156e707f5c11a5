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

export interface Tried extends Verdict {
  readonly number: number;
}

interface Message extends Partial<Verdict> {
  readonly begin?: number;
  readonly end?: number;
  readonly megabytes?: number;
}

/** Tries first ≤ number < last; tells each verdict as it comes. */
export async function tryAll(target: string, seed: number, first: number, last: number, tell: (tried: Tried) => void): Promise<void> {
  let next = first;
  while (next < last) next = await tryUntilStopped(target, seed, next, last, tell);
}

/** The number with which to go on. */
function tryUntilStopped(target: string, seed: number, first: number, last: number, tell: (tried: Tried) => void): Promise<number> {
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
      if (large) stop('large');
    });
    child.on('exit', (code, signal) => {
      clearInterval(timer);
      if (done >= last || stopped === 'large') return resolve(done);
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
