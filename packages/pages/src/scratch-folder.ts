// Where do files lie that another program must read? In a folder of this process in the machine's temporary place, which nobody else may open.
// Invariant: what processes left that were killed in the middle of their work is removed when the next folder for the same purpose is made.
//   await makeScratchFolder('office') → '/tmp/vanban-office-4711-Xy12Ab'; whoever asked for it removes it
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `purpose`: small letters only. */
export async function makeScratchFolder(purpose: string): Promise<string> {
  const prefix = `vanban-${purpose}-`;
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (pid > 0 && !isAlive(pid)) await rm(path.join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
  }
  return mkdtemp(path.join(tmpdir(), `${prefix}${process.pid}-`));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
