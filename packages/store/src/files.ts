// How does a file get onto the disk whole or not at all? Written under a temporary name, synced, renamed (or linked) into place, folder synced.
//   await writeFileWhole('out/a.json', '{}')          replaces what is there
//   await createFileWhole('out/a.json', '{}')         false where something is there already, which stays as it is
// Errors are typed: disk-full, permission-denied, folder-missing. It does not retry.
import { constants } from 'node:fs';
import { copyFile, link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { asVanbanError } from '@vanban/contract';
import { HOLDER_NAME } from './holder.ts';

type Data = string | Uint8Array;

export function writeFileWhole(path: string, data: Data, tmp?: string): Promise<void> {
  return typed(async () => {
    const temporary = await writeTemporary(path, data, tmp);
    await rename(temporary, path).catch(async (error) => {
      await rm(temporary, { force: true });
      throw error;
    });
    await syncFolder(dirname(path));
  });
}

/** True where the file was made; false where one of that name was there first. Of many processes exactly one gets true. */
export function createFileWhole(path: string, data: Data, tmp?: string): Promise<boolean> {
  return typed(async () => {
    const temporary = await writeTemporary(path, data, tmp);
    try {
      await linkFile(temporary, path);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    } finally {
      await rm(temporary, { force: true });
    }
    await syncFolder(dirname(path));
    return true;
  });
}

const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV']);

/** Gives a file a second name, never replacing one (EEXIST). Where the drive knows no links, or is another one, the file is copied. */
export async function linkFile(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!WITHOUT_LINKS.has(codeOf(error) ?? '')) throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
    await syncFile(to);
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
}

export function readFileOrNull(path: string): Promise<Buffer | null> {
  return typed(async () => {
    try {
      return await readFile(path);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  });
}

/** Runs `work`; whatever it throws comes out as a VanbanError by its system code. */
export async function typed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asVanbanError(error);
  }
}

export const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** Makes a folder and those above it, where they are missing. Node's own recursive mkdir never comes back where the system says "not there"
 *  for something below a folder that is there: an automounted drive whose server is away, /proc. */
export async function makeFolder(path: string): Promise<void> {
  if (await tryFolder(path)) return;
  if (dirname(path) !== path && !(await isFolder(dirname(path)))) await makeFolder(dirname(path));
  if (!(await tryFolder(path))) throw Object.assign(new Error(`ENOENT: no such file or directory, mkdir '${path}'`), { code: 'ENOENT' });
}

/** False where the system says that what it lies in is not there; another process may have made that by now. */
async function tryFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    if (!(await isFolder(path))) throw error;
  }
  return true;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );

let count = 0;

/** A hidden name in `folder` that no other live process uses; it holds the holder's name so that leftovers can be swept. */
export function temporaryName(folder: string): string {
  return join(folder, `.${HOLDER_NAME}-${threadId}-${++count}.tmp`);
}

async function writeTemporary(path: string, data: Data, tmp = dirname(path)): Promise<string> {
  await makeFolder(dirname(path));
  const temporary = temporaryName(tmp);
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return temporary;
}

/** Makes the new name durable. Windows cannot open folders; there the rename itself has to do. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (codeOf(error) !== 'EINVAL' && codeOf(error) !== 'ENOTSUP') throw error;
  } finally {
    await handle.close();
  }
}
