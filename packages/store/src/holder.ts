// Who holds something, and is that process still there? On one machine the process table tells at once; across machines a heartbeat does.
// A heartbeat is the modification time that the file server itself sets when the file is rewritten, compared with another file
// written just now, so that the machines' clocks need not agree.
//   await holderFile(path)                 says: this process
//   await beatFile(path)                   still here
//   await isStale(path, probeFolder)       true where the holder is dead or silent for HEARTBEAT_LIMIT
import { readFileSync } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Milliseconds between two heartbeats, and of silence after which a holder on another machine counts as dead. */
export const HEARTBEAT_EVERY = 10_000;
const HEARTBEAT_LIMIT = 60_000;

export interface Holder {
  readonly host: string;
  readonly pid: number;
  /** When the process started, as the kernel says; null where it does not tell. Guards against a reused pid. */
  readonly started: string | null;
}

const host = hostname().replace(/[^A-Za-z0-9]/gu, '_') || 'localhost';
export const thisHolder: Holder = { host, pid: process.pid, started: startOf(process.pid) };

/** `host-pid-start`, for file and folder names. */
export const HOLDER_NAME = `${host}-${process.pid}-${thisHolder.started ?? 0}`;

const holderText = (): string => `${JSON.stringify(thisHolder)}\n`;

/** Makes the file for this process; fails with EEXIST where it is there. Leaves nothing behind where the disk is full. */
export async function holderFile(path: string): Promise<void> {
  try {
    await writeFile(path, holderText(), { flag: 'wx', flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(path, { force: true });
    throw error;
  }
}

export const beatFile = (path: string): Promise<void> => writeFile(path, holderText(), { flag: 'r+' });

export async function isStale(path: string, probeFolder: string): Promise<boolean> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return true;
  }
  const holder = parseHolder(text);
  if (holder !== null && holder.host === host && !isRunning(holder)) return true;
  return (await ageOf(path, probeFolder)) > HEARTBEAT_LIMIT;
}

/** True for a name that begins with the HOLDER_NAME of a process of this machine that no longer runs. */
export function isGone(name: string): boolean {
  const match = /^\.?([A-Za-z0-9_]+)-(\d+)-(\d+)/u.exec(name);
  if (!match || match[1] !== host) return false;
  return !isRunning({ host, pid: Number(match[2]), started: match[3] === '0' ? null : (match[3] as string) });
}

function isRunning(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const started = startOf(holder.pid);
  return holder.started === null || started === null || started === holder.started;
}

function parseHolder(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Holder;
    return typeof value.pid === 'number' && typeof value.host === 'string' ? value : null;
  } catch {
    return null;
  }
}

/** Milliseconds since `path` was written, by the file server's clock. A file that vanished is infinitely old. */
async function ageOf(path: string, probeFolder: string): Promise<number> {
  const probe = join(probeFolder, `${HOLDER_NAME}-probe.tmp`);
  try {
    await writeFile(probe, '1');
    const [now, then] = await Promise.all([stat(probe), stat(path)]);
    return now.mtimeMs - then.mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Infinity;
    throw error;
  } finally {
    await rm(probe, { force: true });
  }
}

/** Field 22 of /proc/PID/stat; a process that is a zombie counts as started never. */
function startOf(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' ? 'zombie' : (fields[19] ?? null);
  } catch {
    return null;
  }
}
