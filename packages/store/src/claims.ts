// Who works on a document? At most one live process, without any lock that a crash could leave behind.
// Claims are numbered files in the document's folder: claim.1, claim.2 … The highest number counts; its text names the holder, or says
// `free`. Whoever finds the highest free or stale makes the next number, replacing none, so that of many only one gets it, then looks again:
// a still higher number means that it came too late. The highest file is never removed, so no number is given twice.
//   const claim = await claimDocument(store, id);   null where somebody else is at it
//   … work … ; await claim.release();
// A holder that was suspended past the heartbeat limit may wake beside its successor: harmless, since every write is idempotent.
import { open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, linkFile, makeFolder, temporaryName, typed } from './files.ts';
import { beatFile, HEARTBEAT_EVERY, holderFile, isStale } from './holder.ts';
import { documentFolder, type Store } from './store.ts';

const FREE = 'free\n';

export interface Claim {
  release(): Promise<void>;
}

export const claimDocument = (store: Store, id: string): Promise<Claim | null> => claimFolder(store, documentFolder(store, id));

/** The same for whatever a folder stands for (the queue of letters to one receiver about one document). */
export function claimFolder(store: Store, folder: string): Promise<Claim | null> {
  return typed(async () => {
    await makeFolder(folder);
    const top = highest(await numbers(folder));
    if (top > 0 && (await isHeld(store, folder, top))) return null;
    return take(store, folder, top + 1);
  });
}

export async function isClaimed(store: Store, id: string): Promise<boolean> {
  const folder = documentFolder(store, id);
  const top = highest(await numbers(folder));
  return top > 0 && (await isHeld(store, folder, top));
}

/** A claim appears with its holder's name in it: a nameless one, of somebody killed in between, would count as held until it is old. */
async function take(store: Store, folder: string, number: number): Promise<Claim | null> {
  const path = claimFile(folder, number);
  const temporary = temporaryName(join(store.folder, 'tmp'));
  try {
    await holderFile(temporary);
    await linkFile(temporary, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return null;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  const all = await numbers(folder);
  if (highest(all) !== number) {
    await rm(path, { force: true });
    return null;
  }
  for (const old of all) if (old < number) await rm(claimFile(folder, old), { force: true });
  return hold(path);
}

function hold(path: string): Claim {
  // A failed heartbeat (network away for a moment) is not the end: the next one may pass, and work is idempotent.
  const timer = setInterval(() => void beatFile(path).catch(() => {}), HEARTBEAT_EVERY);
  timer.unref();
  return {
    release() {
      clearInterval(timer);
      return free(path);
    },
  };
}

/** Overwrites the first bytes in place, which needs no room on a full disk. */
function free(path: string): Promise<void> {
  return typed(async () => {
    const file = await open(path, 'r+').catch((error) => {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    });
    await file?.write(FREE, 0).finally(() => file.close());
  });
}

async function isHeld(store: Store, folder: string, number: number): Promise<boolean> {
  const path = claimFile(folder, number);
  const text = await readFile(path, 'utf8').catch(() => FREE);
  return !text.startsWith(FREE) && !(await isStale(path, join(store.folder, 'tmp')));
}

const claimFile = (folder: string, number: number): string => join(folder, `claim.${number}`);

const highest = (all: readonly number[]): number => Math.max(0, ...all);

async function numbers(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch((error) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
  return names.flatMap((name) => {
    const match = /^claim\.(\d+)$/u.exec(name);
    return match ? [Number(match[1])] : [];
  });
}
