// The queue against a real Redis: whatever dies, every document ends with exactly the record of an undisturbed run.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createStation, prepareWorkspace, type StationEvent } from '@vanban/intake';
import { loadSettings, type Place } from '@vanban/pipeline';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadRecord } from './fake/load-record.ts';
import { openStand, type Stand, undisturbed, until, type WorkerChild } from './fake/stand.ts';
import { ARCHIVE_PRIORITY, checkRedis, connect, createQueueRunner, openQueues, resume, startRedis } from './index.ts';

// Only a test that hangs takes so long; on a busy machine ten processes start one after the other.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

let stand: Stand;
beforeEach(async () => {
  stand = await openStand();
});
afterEach(() => stand.close());

const textsOf = (count: number, pages = 3): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`cv-${i}.txt`, Array.from({ length: pages }, (_, page) => `văn bản ${i} trang ${page + 1}`).join('\n')]),
  );

async function takeAll(texts: Readonly<Record<string, string>>): Promise<string[]> {
  const ids: string[] = [];
  for (const [name, text] of Object.entries(texts)) ids.push(await stand.take(name, text));
  return ids;
}

/** The next of a row of numbers from 0 to 1 that is the same in every run. */
let drawn = 0;
const random = (): number => createHash('sha256').update(`queue ${drawn++}`).digest().readUInt32LE() / 2 ** 32;

const enqueueAll = (ids: readonly string[]) => Promise.all(ids.map((id) => stand.queues.enqueue(id)));

async function expectUndisturbed(texts: Readonly<Record<string, string>>, ids: readonly string[]): Promise<void> {
  const wanted = await undisturbed(texts);
  expect(new Set(ids)).toEqual(new Set(wanted.keys()));
  for (const id of ids) {
    expect(await stand.entry(id)).toMatchObject({ state: 'done', missingPages: [] });
    expect(await loadRecord(stand.place, id)).toBe(wanted.get(id));
  }
}

const waitingJobs = async (): Promise<number> =>
  (await stand.queues.depths()).filter(({ state }) => state !== 'failed').reduce((sum, { count }) => sum + count, 0);

describe('a document', () => {
  test('goes through all stages, each page once, and leaves nothing in Redis', async () => {
    const texts = textsOf(5);
    const ids = await takeAll(texts);
    expect(await enqueueAll(ids)).toEqual(ids.map(() => true));
    await stand.worker();
    await stand.settled(ids);
    await expectUndisturbed(texts, ids);
    expect([...(await stand.runs()).values()].every((count) => count === 1)).toBe(true);
    await until(async () => (await waitingJobs()) === 0, 100);
  });

  test('queued by two watchers at the same moment is done once', async () => {
    const texts = textsOf(20);
    const ids = await takeAll(texts);
    const other = connect(stand.redis.url);
    const others = openQueues(other, stand.place);
    await stand.worker();
    await Promise.all(ids.flatMap((id) => [stand.queues.enqueue(id), others.enqueue(id)]));
    await stand.settled(ids);
    await expectUndisturbed(texts, ids);
    expect([...(await stand.runs()).values()].every((count) => count === 1)).toBe(true);
    await others.close();
    other.close();
  });

  test('that is bad keeps its reason, in the store and among the failed jobs; tried again after mending', async () => {
    const id = await stand.take('rong.txt', '');
    await stand.queues.enqueue(id);
    await stand.worker();
    const [entry] = await stand.settled([id]);
    expect(entry).toMatchObject({ state: 'failed', error: { code: 'input-empty' } });
    await until(async () => (await stand.queues.stateOf({ documentId: id, stage: 'publish', page: 0 })) === 'failed', 100);
    expect(await stand.queues.enqueue(id)).toBe(true);
  });

  test('loses a page that cannot be read, not the rest', async () => {
    const id = await stand.take('mot-trang-hong.txt', 'một\nBAD trang\nba');
    await stand.queues.enqueue(id);
    const worker = await stand.worker();
    expect(await stand.settled([id])).toMatchObject([{ state: 'done', missingPages: [2] }]);
    expect(worker.lines.find((line) => line.includes('"failed","step"'))).toContain('"code":"page-failed","detail":"as told"');
    expect(JSON.parse(await loadRecord(stand.place, id))).toMatchObject({ review: ['pages-missing'] });
  });

  test('whose pages kill their process is brought to its end, and the others with it', async () => {
    const texts = { 'chet.txt': 'CRASH\nhai', 'chet-mot-lan.txt': 'DIE-ONCE rồi thôi\nhai', 'lanh.txt': 'một\nhai' };
    const ids = await takeAll(texts);
    await enqueueAll(ids);
    await stand.worker({ pool: true });
    expect((await stand.settled(ids)).map(({ state, missingPages }) => [state, missingPages])).toEqual([
      ['done', [1]],
      ['done', []],
      ['done', []],
    ]);
  });

  test('with a page that hangs is brought to its end', async () => {
    // The limit counts the start of a child process too: both are up before the page comes that hangs.
    const warm = await takeAll(textsOf(2, 2));
    await enqueueAll(warm);
    await stand.worker({ pool: true, env: { VANBAN_PAGE_SECONDS: '8', VANBAN_ATTEMPTS: '1' } });
    await stand.settled(warm);
    const id = await stand.take('treo.txt', 'một\nHANG mãi');
    await stand.queues.enqueue(id);
    expect(await stand.settled([id])).toMatchObject([{ state: 'done', missingPages: [2] }]);
  });

  test('waits while the disk is full and goes on by itself', async () => {
    await writeFile(join(stand.root, 'full'), '');
    const id = await stand.take('day.txt', 'DISK một\nhai');
    await stand.queues.enqueue(id);
    const worker = await stand.worker();
    await until(() => worker.lines.filter((line) => line.includes('disk-full')).length > 2, 100);
    expect((await stand.entry(id)).state).toBe('waiting');
    await rm(join(stand.root, 'full'));
    expect(await stand.settled([id])).toMatchObject([{ state: 'done', missingPages: [] }]);
  });
});

describe.runIf(canMount())('a drive of its own', () => {
  test('that is full for a while costs time only', async () => {
    await stand.close();
    stand = await openStand({ disk: '6m' });
    const texts = textsOf(60, 2);
    const ids = await takeAll(texts);
    const workers = [await stand.worker(), await stand.worker()];
    await enqueueAll(ids.slice(0, 10));
    await stand.settled(ids.slice(0, 10));
    const filler = join(stand.place.store.folder, 'filler');
    await fill(filler);
    await enqueueAll(ids);
    await until(() => workers.every(({ lines }) => lines.filter((line) => line.includes('"code":"disk-full"')).length > 3), 100);
    const states = new Set((await Promise.all(ids.map(stand.entry))).map(({ state }) => state));
    expect(states).toEqual(new Set(['done', 'waiting']));
    await rm(filler);
    await stand.settled(ids);
    await expectUndisturbed(texts, ids);
  });
});

/** Writes until there is no room, in smaller and smaller pieces. */
async function fill(path: string): Promise<void> {
  for (let size = 2 ** 20; size >= 1; size = Math.floor(size / 2)) {
    for (;;) {
      const written = await appendFile(path, Buffer.alloc(size, 1)).then(
        () => true,
        () => false,
      );
      if (!written) break;
    }
  }
}

function canMount(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0;
}

describe('whatever dies', () => {
  test('200 documents, three workers, each killed again and again', async () => {
    const texts = textsOf(200, 1);
    const ids = await takeAll(texts);
    await enqueueAll(ids);
    const workers: WorkerChild[] = await Promise.all([stand.worker(), stand.worker(), stand.worker()]);
    for (let round = 0; round < 6; round++) {
      await sleep(100 + 400 * random());
      // Each of the three once, then anyone.
      const victim = round < 3 ? round : Math.floor(3 * random());
      await workers[victim]?.kill();
      workers[victim] = await stand.worker();
    }
    await stand.settled(ids);
    await expectUndisturbed(texts, ids);
  });

  test('FLUSHALL in the middle costs time only', async () => {
    const texts = textsOf(60, 2);
    const ids = await takeAll(texts);
    await resume(stand.place, stand.queues);
    expect(await stand.queues.forgot()).toBe(false);
    await stand.worker();
    await until(async () => (await stand.runs()).size > 30, 100);
    await stand.link.client.flushall();
    expect(await stand.queues.forgot()).toBe(true);
    expect(await resume(stand.place, stand.queues)).toBeGreaterThan(0);
    await stand.settled(ids);
    await expectUndisturbed(texts, ids);
  });

  test.each([true, false])('Redis is killed and comes back, with its data: %s', async (persistent) => {
    const texts = textsOf(40, 2);
    const ids = await takeAll(texts);
    const runner = createQueueRunner({ place: stand.place, queues: stand.queues, lookEvery: 100 });
    const outcomes = Promise.all(ids.map((id) => runner.process(id)));
    const worker = await stand.worker();
    await until(async () => (await stand.runs()).size > 20, 100);
    const port = Number(new URL(stand.redis.url).port);
    await stand.redis.kill();
    await until(() => worker.lines.some((line) => line.includes('"away"')), 100);
    if (!persistent) await rm(join(stand.root, 'redis'), { recursive: true, force: true });
    stand.redis = await startRedis({ folder: join(stand.root, 'redis'), port });
    expect((await outcomes).map(({ state }) => state)).toEqual(ids.map(() => 'done'));
    await expectUndisturbed(texts, ids);
    expect(worker.lines.filter((line) => line.includes('"state":"ready"'))).toHaveLength(2);
  });

  test('a damaged artefact is made again', async () => {
    const texts = textsOf(1);
    const ids = await takeAll(texts);
    await enqueueAll(ids);
    await stand.worker();
    await stand.settled(ids);
    const before = await loadRecord(stand.place, ids[0] as string);
    await rm(join(stand.root, 'store', 'artefacts'), { recursive: true });
    const runner = createQueueRunner({ place: stand.place, queues: stand.queues, lookEvery: 50 });
    expect(await runner.process(ids[0] as string)).toMatchObject({ state: 'done', fresh: true });
    expect(await loadRecord(stand.place, ids[0] as string)).toBe(before);
  });
});

test('two watchers on one inbox: each file once, the same bytes once', async () => {
  const workspace = await prepareWorkspace(stand.root);
  for (let i = 0; i < 30; i++) await writeFile(join(workspace.inbox, `cv-${i}.txt`), `nội dung ${i % 20}\ntrang hai`);
  const place: Place = { ...stand.place, settings: loadSettings({ flags: { settleSeconds: 0.1, scanSeconds: 0.3 } }) };
  const clock = { now: () => '2026-11-21T08:00:00Z', month: () => '2026-11' };
  const runner = () => createQueueRunner({ place, queues: stand.queues, lookEvery: 100 });
  const done: StationEvent[] = [];
  const onEvent = (event: StationEvent) => event.type === 'done' && done.push(event);
  const watcher = () => createStation({ workspace, place, runner, clock, documents: 20, onEvent }).run({ once: true });
  await stand.worker();
  await Promise.all([watcher(), watcher()]);
  expect(done).toHaveLength(30);
  expect((await readdir(workspace.out)).sort()).toEqual(Array.from({ length: 30 }, (_, i) => `cv-${i}.json`).sort());
  expect(await readdir(workspace.inbox)).toEqual([]);
  const pages = [...(await stand.runs())].filter(([line]) => line.startsWith('ocr'));
  expect(pages.map(([, count]) => count)).toEqual(Array(40).fill(1));
});

test('two watchers and two workers, all killed at random, Redis killed and emptied: every file ends in one record, told to the outbox', async () => {
  const { inbox, out, done } = await prepareWorkspace(stand.root);
  const texts = textsOf(60, 2);
  const processes = [stand.watcher, stand.watcher, stand.worker, stand.worker];
  const alive = await Promise.all(processes.map((start) => start()));
  for (const [name, text] of Object.entries(texts)) {
    const part = join(inbox, `.${name}.part`);
    await writeFile(part, text);
    await utimes(part, 1_760_000_000, 1_760_000_000);
    await rename(part, join(inbox, name));
  }
  for (let round = 0; round < 6; round++) {
    await sleep(100 + 500 * random());
    const victim = round < 4 ? round : Math.floor(4 * random());
    await alive[victim]?.kill();
    if (round === 2) await stand.link.client.flushall();
    if (round === 4) {
      const port = Number(new URL(stand.redis.url).port);
      await stand.redis.kill();
      stand.redis = await startRedis({ folder: join(stand.root, 'redis'), port });
    }
    alive[victim] = (await processes[victim]?.()) as WorkerChild;
  }
  await until(async () => (await readdir(join(done, '2026-11')).catch(() => [])).length === 60, 300);
  const wanted = await undisturbed(texts);
  const files = await readdir(out);
  expect(files.sort()).toEqual(
    Object.keys(texts)
      .map((name) => name.replace('.txt', '.json'))
      .sort(),
  );
  for (const file of files) {
    const record = JSON.parse(await readFile(join(out, file), 'utf8'));
    expect(JSON.stringify(record)).toBe(wanted.get(record.id));
  }
  expect(await readdir(inbox)).toEqual([]);
  const letters = (await readdir(join(stand.root, 'store', 'outbox'), { recursive: true })).filter((name) => /\d{6}\.json$/u.test(name));
  expect(letters).toHaveLength(60);
  expect(letters.every((name) => name.endsWith('000001.json'))).toBe(true);
});

test('new arrivals go before an archive', async () => {
  const archive = await takeAll(textsOf(30, 1));
  await Promise.all(archive.map((id) => stand.queues.enqueue(id, { priority: ARCHIVE_PRIORITY })));
  const arrival = await stand.take('moi.txt', 'văn bản mới đến');
  await stand.queues.enqueue(arrival);
  await stand.worker();
  await stand.settled([arrival]);
  const states = await Promise.all(archive.map(async (id) => (await stand.entry(id)).state));
  expect(states.filter((state) => state === 'waiting').length).toBeGreaterThan(15);
});

test('a worker that stops hands its page back within its time', async () => {
  const id = await stand.take('lau.txt', 'HANG mãi\nhai');
  await stand.queues.enqueue(id);
  const first = await stand.worker({ pool: true, env: { GRACE: '300' } });
  await until(async () => (await stand.runs()).has('ocr lau.txt 1'), 100);
  await first.stop();
  expect(first.lines.some((line) => line.includes('handed-back'))).toBe(true);
  expect(await stand.queues.stateOf({ documentId: id, stage: 'ocr', page: 1 })).toBe('waiting');
});

test('a Redis that forgets or throws keys away is told of', async () => {
  expect(await checkRedis(stand.link.client)).toEqual([]);
  await stand.link.client.config('SET', 'maxmemory-policy', 'allkeys-lru');
  await stand.link.client.config('SET', 'appendonly', 'no');
  await stand.link.client.config('SET', 'save', '');
  expect((await checkRedis(stand.link.client)).map(({ code }) => code)).toEqual(['eviction', 'no-persistence']);
});
