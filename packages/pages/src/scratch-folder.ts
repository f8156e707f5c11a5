// Where do files lie that another program must read? In a folder of this process in the machine's temporary place, which nobody else may open.
// Invariant: what processes left that were killed in the middle of their work is removed when the next folder for the same purpose is made.
//   await makeScratchFolder('office') → '/tmp/vanban-office-HOST-4711-88213-Xy12Ab'; whoever asked for it removes it
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HOLDER_NAME, isGone } from '@vanban/store';

/** `purpose`: small letters only. */
export async function makeScratchFolder(purpose: string): Promise<string> {
  const prefix = `vanban-${purpose}-`;
  for (const name of await readdir(tmpdir())) {
    if (name.startsWith(prefix) && isGone(name.slice(prefix.length)))
      await rm(path.join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
  }
  return mkdtemp(path.join(tmpdir(), `${prefix}${HOLDER_NAME}-`));
}
