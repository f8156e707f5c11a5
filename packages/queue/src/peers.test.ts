// Processes of different versions at one Redis: told of, kept apart, and an update that loses nothing.
import { makeOf, type Place, runHere, type StageName } from '@vanban/pipeline';
import { STAGES } from '@vanban/pipeline/fake-stages';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStand, type Stand } from './fake/stand.ts';
import {
  checkWorkers,
  createLookout,
  dropAbandoned,
  lookAround,
  openPeers,
  openQueues,
  resume,
  STAGE_NAMES,
  type Surroundings,
  sayOthers,
  startWorker,
} from './index.ts';

vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

let stand: Stand;
beforeEach(async () => {
  stand = await openStand();
});
afterEach(() => stand.close());

const updated = (): Place => ({ ...stand.place, stages: { ...STAGES, restore: { ...STAGES.restore, version: 'next' } } });
const peersOf = (name: string, stages: readonly StageName[], place: Place) => openPeers(stand.link, { name, stages, make: makeOf(place) });

test('a process learns who works beside it, who differs and in what, and who is missing', async () => {
  const [old, next] = [peersOf('old', STAGE_NAMES, stand.place), peersOf('next', ['inspect', 'ocr'], updated())];
  await Promise.all([old.announce(), next.announce()]);
  const around = lookAround(await old.all(), old.make);
  expect([around.missing, sayOthers(around)]).toEqual([[], [expect.stringMatching(/^next \S+ \d+: restore: version "next", here "fake"$/u)]]);
  expect(lookAround(await next.all(), next.make).missing).toEqual(['restore', 'segment', 'extract', 'publish']);
  await old.leave();
  expect((await next.all()).map(({ name }) => name)).toEqual(['next']);
});

test('what is wrong is told once, when it lasts, and again when it is over', async () => {
  const told: Surroundings[] = [];
  const mine = peersOf('mine', ['ocr'], stand.place);
  const look = createLookout(mine, (around) => told.push(around));
  for (let i = 0; i < 4; i++) await look();
  await peersOf('all', STAGE_NAMES, stand.place).announce();
  for (let i = 0; i < 4; i++) await look();
  expect(told.map(({ missing }) => missing.length)).toEqual([5, 0]);
});

test('a command of another version than all workers is refused; where nobody works yet it may wait', async () => {
  const check = () => checkWorkers({ url: stand.redis.url, place: updated() });
  await check();
  await peersOf('old', STAGE_NAMES, stand.place).announce();
  await expect(check()).rejects.toMatchObject({ code: 'version-mixed', detail: expect.stringContaining('restore: version "fake", here "next"') });
  await peersOf('next', STAGE_NAMES, updated()).announce();
  await check();
});

test('an update in the middle: old and new workers side by side, then the old ones dead; every document is done and the old queues are removed', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 40; i++) ids.push(await stand.take(`cv-${i}.txt`, `văn bản ${i}\nSLOW trang hai`));
  await resume(stand.place, stand.queues);
  const [before, after] = [await stand.worker(), await stand.worker({ env: { RESTORE_VERSION: 'next' } })];
  const queues = openQueues(stand.link, updated());
  const done = async () => (await Promise.all(ids.map(stand.entry))).filter(({ state }) => state === 'done').length;
  await vi.waitUntil(async () => (await done()) > 2, { timeout: 100_000 });
  await before.kill();
  expect(await done()).toBeLessThan(ids.length);
  expect(await queues.forgot()).toBe(true);
  await peersOf('next', STAGE_NAMES, updated()).announce();
  expect(await dropAbandoned(stand.link, await peersOf('next', STAGE_NAMES, updated()).all())).toHaveLength(1);
  await resume(updated(), queues);
  await stand.settled(ids);
  expect(await done()).toBe(ids.length);
  expect(await stand.link.client.keys(`${stand.queues.prefix}*`)).toEqual([]);
  expect(after.lines.some((line) => line.includes('"type":"failed"'))).toBe(false);
  await queues.close();
});

test('a job that never finds its inputs though they are made is given up, not gone round for ever', async () => {
  const executor = runHere(stand.place);
  const other: Place = { ...stand.place, stages: { ...STAGES, extract: { ...STAGES.extract, version: 'next' } } };
  const parts = { link: stand.link, queues: stand.queues, pages: executor, documents: executor, concurrency: 1, tell: () => {} };
  const workers = STAGE_NAMES.map((stage) =>
    stage === 'extract'
      ? startWorker({ ...parts, stage, place: other, documents: runHere(other) })
      : startWorker({ ...parts, stage, place: stand.place }),
  );
  const id = await stand.take('vong.txt', 'một');
  await stand.queues.enqueue(id);
  expect(await stand.settled([id])).toMatchObject([{ state: 'failed', error: { code: 'version-mixed' } }]);
  await Promise.all(workers.map((worker) => worker.stop(1000)));
});
