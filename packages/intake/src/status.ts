// How does it stand? Counted from the folders, so that any process may ask, with or without a station running.
//   await readStatus(workspace)   → { waiting: 3, working: [{ file, page, pages }], done: 120, failed: 2, partial: 1, stations: 1 }
// A station writes what it is working on into status.json of its desk; nobody decides anything by it.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isStale, listDocuments, openStore, readFileOrNull } from '@vanban/store';
import { findFiles } from './find-files.ts';
import type { Workspace } from './workspace.ts';

export interface WorkingFile {
  readonly file: string;
  /** Pages read so far; null before they are counted. */
  readonly page: number;
  readonly pages: number | null;
  /** What is being done after the pages. */
  readonly stage: string | null;
}

export interface StationStatus {
  readonly working: readonly WorkingFile[];
  /** Why nothing goes on at the moment (a full disk); null otherwise. */
  readonly problem: string | null;
}

export interface WorkspaceStatus {
  /** Files in the inbox. */
  readonly waiting: number;
  readonly working: readonly WorkingFile[];
  readonly problems: readonly string[];
  /** Stations that run. */
  readonly stations: number;
  /** Files taken by a station that no longer runs: the next one goes on with them. */
  readonly left: number;
  /** Documents. */
  readonly done: number;
  readonly partial: number;
  /** Files in failed/. */
  readonly failed: number;
}

export const STATUS_FILE = 'status.json';

export async function readStatus(workspace: Workspace): Promise<WorkspaceStatus> {
  const store = await openStore(workspace.store);
  let [done, partial] = [0, 0];
  for await (const entry of listDocuments(store)) {
    if (entry.state !== 'done') continue;
    done++;
    if (entry.missingPages.length > 0) partial++;
  }
  const desks = await readDesks(workspace);
  return {
    waiting: await countFiles(workspace.inbox),
    working: desks.flatMap((desk) => desk.status?.working ?? []),
    problems: desks.flatMap((desk) => desk.status?.problem ?? []),
    stations: desks.filter((desk) => desk.status !== null).length,
    left: desks.reduce((sum, desk) => sum + (desk.status === null ? desk.jobs : 0), 0),
    done,
    partial,
    failed: await countFiles(workspace.failed),
  };
}

/** `status` is null where the station no longer runs. */
async function readDesks(workspace: Workspace): Promise<{ status: StationStatus | null; jobs: number }[]> {
  const desks: { status: StationStatus | null; jobs: number }[] = [];
  for (const name of await readdir(workspace.work).catch(() => [])) {
    if (name.startsWith('.')) continue;
    const desk = join(workspace.work, name);
    const jobs = (await readdir(desk).catch(() => [])).filter((job) => /^\d+$/u.test(job)).length;
    const alive = !(await isStale(join(desk, 'owner.json'), workspace.root));
    desks.push({ jobs, status: alive ? await readStation(join(desk, STATUS_FILE)) : null });
  }
  return desks;
}

async function readStation(path: string): Promise<StationStatus> {
  const none = { working: [], problem: null };
  try {
    return JSON.parse((await readFileOrNull(path))?.toString() ?? '') as StationStatus;
  } catch {
    return none;
  }
}

async function countFiles(folder: string): Promise<number> {
  let count = 0;
  for await (const _file of findFiles(folder, () => {})) count++;
  return count;
}
