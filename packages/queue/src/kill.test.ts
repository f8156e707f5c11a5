// Whatever dies or fills up, every document ends with exactly the record of an undisturbed run. The moments come from one row of numbers.
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
import { enqueueAll, expectUndisturbed, takeAll, textsOf } from './fake/texts.ts';
import { createQueueRunner, resume, startRedis } from './index.ts';

// Only a test that hangs takes so long; on a busy machine ten processes start one after the other.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

let stand: Stand;
beforeEach(async () => {
  stand = await openStand();
});
afterEach(() => stand.close());

/** The next of a row of numbers from 0 to 1 that is the same in every run. */
let drawn = 0;
const random = (): number => createHash('sha256').update(`queue ${drawn++}`).digest().readUInt32LE() / 2 ** 32;

describe.runIf(canMount())('a drive of its own', () => {
  test('that is full for a while costs time only', async () => {
    await stand.close();
    stand = await openStand({ disk: '6m' });
    const texts = textsOf(60, 2);
    const ids = await takeAll(stand, texts);
    const workers = [await stand.worker(), await stand.worker()];
    await enqueueAll(stand, ids.slice(0, 10));
    await stand.settled(ids.slice(0, 10));
    const filler = join(stand.place.store.folder, 'filler');
    await fill(filler);
    await enqueueAll(stand, ids);
    await until(() => workers.every(({ lines }) => lines.filter((line) => line.includes('"code":"disk-full"')).length > 3), 100);
    const states = new Set((await Promise.all(ids.map(stand.entry))).map(({ state }) => state));
    expect(states).toEqual(new Set(['done', 'waiting']));
    await rm(filler);
    await stand.settled(ids);
    await expectUndisturbed(stand, texts, ids);
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
    const ids = await takeAll(stand, texts);
    await enqueueAll(stand, ids);
    const workers: WorkerChild[] = await Promise.all([stand.worker(), stand.worker(), stand.worker()]);
    for (let round = 0; round < 6; round++) {
      await sleep(100 + 400 * random());
      // Each of the three once, then anyone.
      const victim = round < 3 ? round : Math.floor(3 * random());
      await workers[victim]?.kill();
      workers[victim] = await stand.worker();
    }
    await stand.settled(ids);
    await expectUndisturbed(stand, texts, ids);
  });

  test('FLUSHALL in the middle costs time only', async () => {
    const texts = textsOf(60, 2);
    const ids = await takeAll(stand, texts);
    await resume(stand.place, stand.queues);
    expect(await stand.queues.forgot()).toBe(false);
    await stand.worker();
    await until(async () => (await stand.runs()).size > 30, 100);
    await stand.link.client.flushall();
    expect(await stand.queues.forgot()).toBe(true);
    expect(await resume(stand.place, stand.queues)).toBeGreaterThan(0);
    await stand.settled(ids);
    await expectUndisturbed(stand, texts, ids);
  });

  test.each([true, false])('Redis is killed and comes back, with its data: %s', async (persistent) => {
    const texts = textsOf(40, 2);
    const ids = await takeAll(stand, texts);
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
    await expectUndisturbed(stand, texts, ids);
    expect(worker.lines.filter((line) => line.includes('"state":"ready"'))).toHaveLength(2);
  });

  test('a damaged artefact is made again', async () => {
    const texts = textsOf(1);
    const ids = await takeAll(stand, texts);
    await enqueueAll(stand, ids);
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
