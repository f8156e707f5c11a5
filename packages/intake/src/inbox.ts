// Which files in the inbox are completely written? Those whose size and time stayed the same over several looks and that can be opened.
//   const inbox = watchInbox({ folder, settings, onProblem });
//   await inbox.look(); inbox.next()   → { relative, link } or undefined
// File system events only make it quicker: a look through the whole folder every `scanSeconds` finds what events missed (network drives).
// It takes nothing away: claiming is claimed-file.ts.
import { lstat, open } from 'node:fs/promises';
import { join, relative as pathFrom } from 'node:path';
import { asVanbanError, type VanbanError } from '@vanban/contract';
import type { Settings } from '@vanban/pipeline';
import { type FSWatcher, watch } from 'chokidar';
import { type FoundFile, findFiles } from './find-files.ts';
import { isIgnored } from './ignored.ts';

interface InboxOptions {
  readonly folder: string;
  readonly settings: Settings;
  readonly onProblem: (error: VanbanError) => void;
  readonly onChange: () => void;
}

export interface Inbox {
  /** Searches the whole folder for files not seen yet. */
  scan(): Promise<void>;
  /** Looks once more at files that are not settled; call it every `LOOK_EVERY(settings)` milliseconds. */
  look(): Promise<void>;
  /** The next settled file, in order of name; it is handed out once. */
  next(): FoundFile | undefined;
  /** Files known and not handed out. */
  waiting(): number;
  close(): Promise<void>;
}

/** A file settles after this many looks without a change; an empty one later, since many programs create first and write afterwards. */
const LOOKS = 4;
const LOOKS_EMPTY = 12;
/** So many unsettled files are looked at in one round, the first by name. */
const ROUND = 200;

export const lookEvery = ({ settleSeconds }: Settings): number => Math.max(10, (settleSeconds * 1000) / LOOKS);

interface Seen {
  readonly file: FoundFile;
  state: string;
  looks: number;
  settled: boolean;
}

export function watchInbox({ folder, settings, onProblem, onChange }: InboxOptions): Inbox {
  const seen = new Map<string, Seen>();
  const add = (file: FoundFile) => {
    if (!seen.has(file.relative)) seen.set(file.relative, { file, state: '', looks: 0, settled: false });
  };
  const watcher = settings.polling
    ? null
    : watchEvents(folder, onProblem, (file) => {
        add(file);
        onChange();
      });

  return {
    async scan() {
      for await (const file of findFiles(folder, onProblem)) add(file);
    },
    async look() {
      const open = [...seen.values()].filter((one) => !one.settled).slice(0, ROUND);
      for (const one of open) if (!(await lookAt(folder, one))) seen.delete(one.file.relative);
    },
    next() {
      let first: Seen | undefined;
      for (const one of seen.values()) if (one.settled && (!first || one.file.relative < first.file.relative)) first = one;
      if (first) seen.delete(first.file.relative);
      return first?.file;
    },
    waiting: () => seen.size,
    async close() {
      await watcher?.close();
    },
  };
}

/** The system has no more watches to give (ENOSPC here is no full disk): the looks through the folder find everything all the same. */
const OUT_OF_WATCHES = new Set(['ENOSPC', 'EMFILE']);

function watchEvents(folder: string, onProblem: (error: VanbanError) => void, onFile: (file: FoundFile) => void): FSWatcher {
  const ignored = (path: string) => path !== folder && isIgnored(pathFrom(folder, path));
  const watcher = watch(folder, { ignored, ignoreInitial: true, followSymlinks: false, ignorePermissionErrors: true });
  const found = async (path: string) => {
    const stats = await lstat(path).catch(() => null);
    if (stats?.isFile() || stats?.isSymbolicLink()) onFile({ relative: pathFrom(folder, path), link: stats.isSymbolicLink() });
  };
  return watcher
    .on('add', (path) => void found(path))
    .on('change', (path) => void found(path))
    .on('error', (error) => {
      if (!OUT_OF_WATCHES.has((error as NodeJS.ErrnoException).code ?? '')) onProblem(asVanbanError(error));
    });
}

/** False where the file is gone. */
async function lookAt(folder: string, one: Seen): Promise<boolean> {
  const path = join(folder, one.file.relative);
  const stats = await lstat(path).catch(() => null);
  if (stats === null || stats.isDirectory()) return false;
  const state = `${stats.size} ${stats.mtimeMs} ${stats.ino}`;
  one.looks = state === one.state ? one.looks + 1 : 0;
  one.state = state;
  one.settled = one.file.link || (one.looks >= (stats.size === 0 ? LOOKS_EMPTY : LOOKS) && (await isFree(path)));
  return true;
}

/** False while another program keeps the file locked (Windows). A file that may not be read counts as free: its failure is told later. */
async function isFree(path: string): Promise<boolean> {
  try {
    await (await open(path, 'r')).close();
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code !== 'EBUSY' && code !== 'ENOENT';
  }
}
