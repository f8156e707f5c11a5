// What do the commands work with? Workspace, settings, store, stages and the pools of processes, made from flags and environment in one place.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createPool,
  createRunner,
  loadSettings,
  type Place,
  type ProgressEvent,
  type Runner,
  readSettingsFile,
  type Settings,
  workersFor,
} from '@vanban/pipeline';
import { STAGES } from '@vanban/pipeline/stages';
import type { openQueueRunner, Surroundings } from '@vanban/queue';
import { openStore, type StoreWarning } from '@vanban/store';

export interface PlaceFlags {
  readonly workspace?: string;
  readonly store?: string;
  readonly workers?: string;
  readonly password?: readonly string[];
}

const DEFAULT_WORKSPACE = fileURLToPath(new URL('../../../data/workspace', import.meta.url));

/** The workspace folder: --workspace, else VANBAN_WORKSPACE, else data/workspace of the program. */
export const workspaceFolder = (flags: PlaceFlags): string => resolve(flags.workspace ?? process.env.VANBAN_WORKSPACE ?? DEFAULT_WORKSPACE);

export async function openSettings(flags: PlaceFlags): Promise<Settings> {
  const workspace = workspaceFolder(flags);
  const file = await readSettingsFile(join(workspace, 'vanban.config.json'));
  const passwords = join(workspace, 'inbox', 'passwords.txt');
  const found = existsSync(join(workspace, 'inbox')) ? { passwordsFile: passwords } : {};
  return loadSettings({
    file: { ...found, ...(file as object) },
    env: process.env,
    flags: { workers: flags.workers, passwords: flags.password?.length ? flags.password : undefined },
  });
}

export async function openPlace(flags: PlaceFlags, warn?: (warning: StoreWarning) => void): Promise<Place> {
  const settings = await openSettings(flags);
  const folder = resolve(flags.store ?? process.env.VANBAN_STORE ?? join(workspaceFolder(flags), 'store'));
  return { store: await openStore(folder, warn), settings, stages: STAGES };
}

/** For work over an archive, in the system's scale and the queue's: new arrivals go first. */
export const LOW_PRIORITY = 10;

/** A runner whose steps run in child processes of this one, or, with REDIS_URL, wherever the queue's workers are. */
export function openRunner(place: Place, onEvent: (event: ProgressEvent) => void, priority = 0): Runner {
  const url = process.env.REDIS_URL;
  if (url) return queueRunner({ url, place, onEvent, priority });
  const size = workersFor(place.settings);
  const pool = (count: number) => createPool({ size: count, storeFolder: place.store.folder, settings: place.settings });
  return createRunner({ place, pages: pool(size.pages), documents: pool(size.documents), onEvent });
}

/** With REDIS_URL: throws `version-mixed` where workers are there but none like this program, so that a command does not wait for ever. */
export async function checkWorkers(place: Place): Promise<void> {
  const url = process.env.REDIS_URL;
  if (url) await (await import('@vanban/queue')).checkWorkers({ url, place, tell: sayRedis });
}

const sayRedis = ({ state }: { readonly state: string }) => state === 'away' && process.stderr.write('Đang chờ Redis … / waiting for Redis …\n');

/** Loads the queue only where it is wanted: other commands start without it. */
function queueRunner(options: Parameters<typeof openQueueRunner>[0]): Runner {
  const opened = import('@vanban/queue').then((queue) => {
    const tellAround = (around: Surroundings) => process.stderr.write(sayAround(around, queue.sayOthers));
    return queue.openQueueRunner({ ...options, tell: sayRedis, tellAround });
  });
  return { process: async (...given) => (await opened).process(...given), close: async () => (await opened).close() };
}

function sayAround(around: Surroundings, sayOthers: (around: Surroundings) => string[]): string {
  if (around.missing.length === 0) return 'Đã có đủ tiến trình / workers for all stages are there\n';
  const others = sayOthers(around).map((line) => `  ${line}\n`);
  return `! chưa có tiến trình cùng phiên bản, cùng cấu hình cho / no worker of this version and these settings for: ${around.missing.join(', ')}\n${others.join('')}`;
}

/** Waiting for the queue costs next to nothing. */
const QUEUED_AT_ONCE = 200;

/** So many documents at work keep all processes busy: while one is restored, others are read. */
export const documentsAtOnce = (settings: Settings): number => (process.env.REDIS_URL ? QUEUED_AT_ONCE : workersFor(settings).pages + 2);
