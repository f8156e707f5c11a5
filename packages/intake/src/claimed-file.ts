// How does a station make a file its own? By renaming it from the inbox into a folder of its own under work/: of many stations one succeeds.
//   const desk = await openDesk(workspace);            work/HOST-PID-START-1/, with a heartbeat
//   const file = await desk.claim('sub/cv.pdf');       null where another was quicker
//   for (const file of await desk.recover()) …         files of stations that died
// Each claimed file has a folder: job.json says where it came from, file/NAME is it. Nothing is lost by a crash between any two steps:
// the file is in the inbox, in a folder under work/, or where it belongs.
import { mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { asVanbanError, reasonOf, VanbanError } from '@vanban/contract';
import {
  beatFile,
  HEARTBEAT_EVERY,
  HOLDER_NAME,
  holderFile,
  isGone,
  isStale,
  makeFolder,
  readFileOrNull,
  typed,
  writeFileWhole,
} from '@vanban/store';
import type { Workspace } from './workspace.ts';

export interface ClaimedFile {
  /** Where it lay in the inbox. */
  readonly relative: string;
  /** Where it is now. */
  readonly path: string;
  /** True where it was taken over from a station that died. */
  readonly recovered: boolean;
  /** Removes its folder; the file must have been moved away (or is given up). */
  finish(): Promise<void>;
}

export interface Desk {
  readonly folder: string;
  /** Null where the file is gone. Throws `permission-denied`; `settings-invalid` where inbox and work are on different drives. */
  claim(relative: string): Promise<ClaimedFile | null>;
  recover(): Promise<ClaimedFile[]>;
  /** Stops the heartbeat. Files not finished stay and are recovered by the next station. */
  close(): Promise<void>;
}

const OWNER = 'owner.json';

export async function openDesk(workspace: Workspace): Promise<Desk> {
  const folder = await typed(() => makeDesk(workspace.work));
  const beat = setInterval(() => void beatFile(join(folder, OWNER)).catch(() => {}), HEARTBEAT_EVERY).unref();
  let count = 0;
  const nextFolder = () => join(folder, String(++count));
  return {
    folder,
    claim: (relative) => typed(() => claim(workspace, relative, nextFolder())),
    recover: () => typed(() => recover(workspace, folder, nextFolder)),
    async close() {
      clearInterval(beat);
      const left = await readdir(folder).catch(() => [OWNER]);
      if (left.every((name) => name === OWNER || name === 'status.json')) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A desk appears under its name together with its owner, so that nobody takes it for one that was left. */
async function makeDesk(work: string): Promise<string> {
  const hidden = await mkdtemp(join(work, `.${HOLDER_NAME}-`));
  await holderFile(join(hidden, OWNER));
  for (let number = 1; ; number++) {
    const folder = join(work, `${HOLDER_NAME}-${number}`);
    try {
      await rename(hidden, folder);
      return folder;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    }
  }
}

async function claim(workspace: Workspace, relative: string, folder: string): Promise<ClaimedFile | null> {
  const path = join(folder, 'file', basename(relative));
  await makeFolder(join(folder, 'file'));
  await writeFileWhole(join(folder, 'job.json'), JSON.stringify({ relative }));
  try {
    await rename(join(workspace.inbox, relative), path);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    if (code === 'EXDEV')
      throw new VanbanError('settings-invalid', `${workspace.inbox} and ${workspace.work} must be on one drive`, { cause: error });
    throw asWaiting(join(workspace.inbox, relative), error);
  }
  return claimed(folder, relative, path, false);
}

/** In the same words at every try, so that it is told once: the system's own name the folder of the try. */
const asWaiting = (path: string, error: unknown): VanbanError =>
  new VanbanError(asVanbanError(error).code, `${(error as NodeJS.ErrnoException).code ?? reasonOf(error)}: ${path}`, { cause: error });

const claimed = (folder: string, relative: string, path: string, recovered: boolean): ClaimedFile => ({
  relative,
  path,
  recovered,
  finish: () => typed(() => rm(folder, { recursive: true, force: true })),
});

async function recover(workspace: Workspace, own: string, nextFolder: () => string): Promise<ClaimedFile[]> {
  const found: ClaimedFile[] = [];
  for (const name of await readdir(workspace.work)) {
    const desk = join(workspace.work, name);
    if (name.startsWith('.')) {
      if (isGone(name)) await rm(desk, { recursive: true, force: true });
      continue;
    }
    if (desk === own || !(await isStale(join(desk, OWNER), own))) continue;
    for (const job of await readdir(desk).catch(() => [])) {
      const file = /^\d+$/u.test(job) ? await takeOver(join(desk, job), nextFolder()) : null;
      if (file) found.push(file);
    }
    await rm(join(desk, 'status.json'), { force: true });
    await rm(join(desk, OWNER), { force: true });
    await rmdir(desk).catch(() => {});
  }
  return found;
}

/** Renames the job's folder, which of many stations one can do. A folder without its file was not claimed to the end, or finished. */
async function takeOver(from: string, to: string): Promise<ClaimedFile | null> {
  try {
    await rename(from, to);
  } catch {
    return null;
  }
  const job = await readFileOrNull(join(to, 'job.json'));
  const [name] = await readdir(join(to, 'file')).catch(() => []);
  if (name !== undefined) return claimed(to, relativeIn(job) ?? name, join(to, 'file', name), true);
  await rm(to, { recursive: true, force: true });
  return null;
}

/** Null where job.json is not there or damaged: the file then keeps its name and loses its subfolder. */
function relativeIn(job: Buffer | null): string | null {
  try {
    return (JSON.parse(job?.toString() ?? '') as { relative: string }).relative;
  } catch {
    return null;
  }
}
