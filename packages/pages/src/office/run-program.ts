// A foreign program, run so that it can never outlive or starve this one: in a process group of its own, with limits on time, memory and what it
// writes, killed with all its children when its time is over or when this process is gone.
//   await runProgram('/usr/bin/soffice', ['--headless', …], { seconds: 100, megabytes: 4096, folder })   → { code: 0, words: '…' }
// `code` is null where it was stopped. Where there is no POSIX shell (Windows), only the time limit holds.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

interface ProgramLimits {
  /** Of wall-clock time, and of CPU time of each process. */
  readonly seconds: number;
  /** Of address space. */
  readonly megabytes: number;
  /** Its working and home folder. */
  readonly folder: string;
}

export interface ProgramEnd {
  readonly code: number | null;
  /** The end of what it said. */
  readonly words: string;
}

/**
 * Starts the program under limits and watches from beside it: when the parent of this shell is gone, the whole group is killed.
 * The file size limit counts blocks of 512 bytes.
 */
const GUARD = `ulimit -v "$1"; ulimit -t "$2"; ulimit -f 2097152; ulimit -c 0; shift 2; parent=$PPID
"$@" & job=$!
( while kill -0 "$parent" && kill -0 "$job"; do sleep 1; done; kill -0 "$parent" || kill -9 -- "-$$" ) 2>/dev/null &
wait "$job"`;

const WINDOWS = process.platform === 'win32';
const LAST_WORDS = 500;

export async function runProgram(program: string, args: readonly string[], limits: ProgramLimits): Promise<ProgramEnd> {
  const child = start(program, args, limits);
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-LAST_WORDS);
    });
  }
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.on('error', reject).on('exit', (code) => resolve(code));
  const timer = setTimeout(() => {
    killAll(child);
    resolve(null);
  }, limits.seconds * 1000);
  try {
    return { code: await promise, words: words.trim() };
  } finally {
    clearTimeout(timer);
    killAll(child);
  }
}

function start(program: string, args: readonly string[], { seconds, megabytes, folder }: ProgramLimits): ChildProcess {
  const env = { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, TMP: folder, TEMP: folder, LANG: 'C.UTF-8', SAL_USE_VCLPLUGIN: 'svp' };
  const options = { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] };
  if (WINDOWS) return spawn(program, args, { ...options, env: { ...process.env, ...env }, windowsHide: true });
  const limits = [String(megabytes * 1024), String(Math.ceil(seconds))];
  return spawn('/bin/sh', ['-c', GUARD, 'guard', ...limits, program, ...args], { ...options, detached: true });
}

/** The whole group; also after a regular end, since a program may leave children behind. */
function killAll({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    if (WINDOWS) spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    else process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of it was left.
  }
}
