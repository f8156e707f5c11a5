// A stand for tests of the queue: a folder, a private Redis, worker processes that can be killed, and documents whose lines are pages.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { takeIn } from '@vanban/intake';
import { createRunner, loadSettings, type Place, runHere } from '@vanban/pipeline';
import { STAGES } from '@vanban/pipeline/fake-stages';
import { type DocumentEntry, openStore, readDocument } from '@vanban/store';
import { connect, openQueues, type PrivateRedis, type Queues, type RedisLink, startRedis } from '../index.ts';
import { loadRecord } from './load-record.ts';

export interface Stand {
  readonly root: string;
  readonly place: Place;
  redis: PrivateRedis;
  link: RedisLink;
  queues: Queues;
  /** Starts a worker process and waits until it is up. */
  worker(options?: { readonly pool?: boolean; readonly env?: Readonly<Record<string, string>> }): Promise<WorkerChild>;
  /** Starts a process that watches the inbox in `root`. */
  watcher(): Promise<WorkerChild>;
  /** Takes a text in; its lines are its pages. */
  take(name: string, text: string): Promise<string>;
  entry(id: string): Promise<DocumentEntry>;
  /** Waits until all are done or failed. */
  settled(ids: readonly string[], seconds?: number): Promise<DocumentEntry[]>;
  /** How often each page was read, by `stage name page`. */
  runs(): Promise<Map<string, number>>;
  close(): Promise<void>;
}

export interface WorkerChild {
  readonly process: ChildProcess;
  readonly lines: string[];
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** In memory where the system has such a folder: what is tested is who does what, not the disk. */
const FOLDERS = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));
const WATCHER = fileURLToPath(new URL('./watcher.ts', import.meta.url));

/** `disk`: the size of a drive of its own for the store, as mount says it; only root can have one. */
export async function openStand({ disk }: { readonly disk?: string } = {}): Promise<Stand> {
  const root = await mkdtemp(join(FOLDERS, 'vanban-queue-'));
  const drive = join(root, 'store');
  await mkdir(drive);
  if (disk) execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${disk}`, 'tmpfs', drive]);
  const place: Place = { store: await openStore(join(root, 'store')), settings: loadSettings(), stages: STAGES };
  const redis = await startRedis({ folder: join(root, 'redis') });
  const link = connect(redis.url);
  const children: WorkerChild[] = [];
  const stand: Stand = {
    root,
    place,
    redis,
    link,
    queues: openQueues(link, place),
    async worker({ pool = false, env = {} } = {}) {
      const child = startChild(WORKER, [stand.redis.url, place.store.folder, pool ? 'pool' : ''], env);
      children.push(child);
      await until(() => child.lines.some((line) => line.includes('"up"')), 100);
      return child;
    },
    async watcher() {
      const child = startChild(WATCHER, [stand.redis.url, root], {});
      children.push(child);
      await until(() => child.lines.some((line) => line.includes('"up"')), 100);
      return child;
    },
    async take(name, text) {
      const path = join(root, name);
      await writeFile(path, text);
      await utimes(path, 1_760_000_000, 1_760_000_000);
      return (await takeIn(place, path, name)).entry.id;
    },
    entry: async (id) => (await readDocument(place.store, id)) as DocumentEntry,
    async settled(ids, seconds = 300) {
      const open = new Set(ids);
      await until(async () => {
        for (const id of open) if ((await stand.entry(id)).state !== 'waiting') open.delete(id);
        return open.size === 0;
      }, seconds);
      return Promise.all(ids.map(stand.entry));
    },
    async runs() {
      const counts = new Map<string, number>();
      const log = await readFile(join(root, 'runs.log'), 'utf8').catch(() => '');
      for (const line of log.split('\n').filter(Boolean)) counts.set(line, (counts.get(line) ?? 0) + 1);
      return counts;
    },
    async close() {
      await Promise.all(children.map((child) => child.kill()));
      await stand.queues.close();
      stand.link.close();
      await stand.redis.kill();
      if (disk) execFileSync('umount', ['-l', drive]);
      await rm(root, { recursive: true, force: true });
    },
  };
  return stand;
}

function startChild(program: string, args: readonly string[], env: Readonly<Record<string, string>>): WorkerChild {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  return { process: child, lines, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

/** Waits for a condition; fails loudly when it does not come true in time. */
export async function until(condition: () => boolean | Promise<boolean>, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`did not come true within ${seconds} s: ${condition}`);
    await sleep(50);
  }
}

/** Records of the same documents from an undisturbed run in one process, by id. */
export async function undisturbed(texts: Readonly<Record<string, string>>): Promise<Map<string, string>> {
  const root = await mkdtemp(join(FOLDERS, 'vanban-undisturbed-'));
  const place: Place = { store: await openStore(join(root, 'store')), settings: loadSettings(), stages: STAGES };
  const executor = runHere(place);
  const runner = createRunner({ place, pages: executor, documents: executor });
  const records = new Map<string, string>();
  for (const [name, text] of Object.entries(texts)) {
    const path = join(root, name);
    await writeFile(path, text);
    await utimes(path, 1_760_000_000, 1_760_000_000);
    const { entry } = await takeIn(place, path, name);
    await runner.process(entry.id);
    records.set(entry.id, await loadRecord(place, entry.id));
  }
  await runner.close();
  await rm(root, { recursive: true, force: true });
  return records;
}
