// Runs a command and measures it with all its children: wall seconds, CPU seconds, and the highest sum of resident memory seen.
// Linux only (reads /proc, needs bash); memory is sampled every 200 ms, so a short peak may be missed. CPU is exact: bash adds up all children waited for.
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

/** One process of a tree at one moment. */
export interface ProcessSample {
  readonly pid: number;
  /** What it is: `ocr` for workers/ocr, `redis`, `ocr child` for whatever a worker started, else its program's name. */
  readonly role: string;
  /** Used since its start. */
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

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

/** All processes below `root` and itself. */
export function sampleTree(root: number): ProcessSample[] {
  const all = new Map<number, ProcessState>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const state = Number.isInteger(pid) ? stateOf(pid) : null;
    if (state) all.set(pid, state);
  }
  const samples: ProcessSample[] = [];
  const queue: [pid: number, above: string][] = [[root, '']];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [pid, above] = next;
    const state = all.get(pid);
    if (!state) continue;
    const role = roleOf(pid, above);
    samples.push({ pid, role, cpuSeconds: state.cpuTicks / TICKS_PER_SECOND, megabytes: (state.residentPages * PAGE_BYTES) / 2 ** 20 });
    for (const [child, { parent }] of all) if (parent === pid) queue.push([child, role]);
  }
  return samples;
}

function roleOf(pid: number, above: string): string {
  const command = commandOf(pid);
  // `node /srv/vanban/workers/ocr/src/main.ts` → ocr; not `node scripts/cluster.ts`.
  const worker = /workers\/([a-z]+)\/src\/main\.ts/u.exec(command)?.[1];
  if (worker) return worker;
  if (command.includes('redis-server') && !command.startsWith('sh ')) return 'redis';
  return WORKER_ROLE.test(above) ? `${above.split(' ')[0]} child` : (command.split('/').at(-1) ?? '');
}

const WORKER_ROLE = /^(?:watch|ocr|restore|segment|extract|publish)\b/u;

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** Prints user and system seconds of the command to file descriptor 3; its own output goes where this process's output goes. */
const TIMED = 'TIMEFORMAT="%U %S"; exec 4>&2; { time "$@" 2>&4; } 2>&3';

/** Runs `command` to its end, its output thrown away. `env` is added to this process's own. */
export async function measure(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Measured> {
  const started = process.hrtime.bigint();
  const child = spawn('bash', ['-c', TIMED, 'bash', command, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  let [peak, times] = [0, ''];
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    times += chunk.toString();
  });
  const sample = (): void => {
    const resident = sampleTree(child.pid ?? -1).reduce((sum, { megabytes }) => sum + megabytes, 0);
    peak = Math.max(peak, resident);
  };
  const timer = setInterval(sample, 200);
  const exit = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  clearInterval(timer);
  const [user = 0, system = 0] = times.trim().split(' ').map(Number);
  return { exit, wallSeconds: Number(process.hrtime.bigint() - started) / 1e9, cpuSeconds: user + system, peakMegabytes: peak };
}
