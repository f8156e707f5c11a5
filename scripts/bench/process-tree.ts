// Runs a command and measures it with all its children: wall seconds, CPU seconds, and the highest sum of resident memory seen.
// Linux only (reads /proc); memory is sampled every 200 ms, so a short peak may be missed.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measured {
  readonly exit: number | null;
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;

interface ProcessState {
  readonly parent: number;
  readonly cpuTicks: number;
  readonly residentPages: number;
}

function stateOf(pid: number): ProcessState | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in brackets and may hold blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), cpuTicks: Number(fields[11]) + Number(fields[12]), residentPages: Number(fields[21]) };
  } catch {
    return null; // it ended meanwhile
  }
}

function descendantsOf(root: number): Map<number, ProcessState> {
  const all = new Map<number, ProcessState>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const state = Number.isInteger(pid) ? stateOf(pid) : null;
    if (state) all.set(pid, state);
  }
  const tree = new Map<number, ProcessState>();
  const queue = [root];
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    const state = all.get(pid);
    if (!state || tree.has(pid)) continue;
    tree.set(pid, state);
    for (const [child, { parent }] of all) if (parent === pid) queue.push(child);
  }
  return tree;
}

/** Runs `command` to its end, its output thrown away. CPU seconds are the last seen of each process, so they are a lower bound. */
export async function measure(command: string, args: readonly string[]): Promise<Measured> {
  const started = process.hrtime.bigint();
  const child = spawn(command, args, { stdio: 'ignore' });
  const ticks = new Map<number, number>();
  let peak = 0;
  const sample = (): void => {
    const tree = descendantsOf(child.pid ?? -1);
    let resident = 0;
    for (const [pid, state] of tree) {
      ticks.set(pid, state.cpuTicks);
      resident += state.residentPages;
    }
    peak = Math.max(peak, resident);
  };
  const timer = setInterval(sample, 200);
  const exit = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('exit', resolve));
  clearInterval(timer);
  const cpuTicks = [...ticks.values()].reduce((sum, value) => sum + value, 0);
  return {
    exit,
    wallSeconds: Number(process.hrtime.bigint() - started) / 1e9,
    cpuSeconds: cpuTicks / TICKS_PER_SECOND,
    peakMegabytes: (peak * PAGE_BYTES) / 2 ** 20,
  };
}
