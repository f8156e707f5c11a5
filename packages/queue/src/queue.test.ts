import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadRecord } from './fake/load-record.ts';
import { openStand, type Stand, until } from './fake/stand.ts';
import { enqueueAll, expectUndisturbed, takeAll, textsOf } from './fake/texts.ts';
import { ARCHIVE_PRIORITY, checkRedis, connect, openQueues } from './index.ts';

// Only a test that hangs takes so long; on a busy machine ten processes start one after the other.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

let stand: Stand;
beforeEach(async () => {
  stand = await openStand();
});
afterEach(() => stand.close());

const waitingJobs = async (): Promise<number> =>
  (await stand.queues.depths()).filter(({ state }) => state !== 'failed').reduce((sum, { count }) => sum + count, 0);

describe('a document', () => {
  test('goes through all stages, each page once, and leaves nothing in Redis', async () => {
    const texts = textsOf(5);
    const ids = await takeAll(stand, texts);
    expect(await enqueueAll(stand, ids)).toEqual(ids.map(() => true));
    await stand.worker();
    await stand.settled(ids);
    await expectUndisturbed(stand, texts, ids);
    expect([...(await stand.runs()).values()].every((count) => count === 1)).toBe(true);
    await until(async () => (await waitingJobs()) === 0, 100);
  });

  test('queued by two watchers at the same moment is done once', async () => {
    const texts = textsOf(20);
    const ids = await takeAll(stand, texts);
    const other = connect(stand.redis.url);
    const others = openQueues(other, stand.place);
    await stand.worker();
    await Promise.all(ids.flatMap((id) => [stand.queues.enqueue(id), others.enqueue(id)]));
    await stand.settled(ids);
    await expectUndisturbed(stand, texts, ids);
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
    const ids = await takeAll(stand, texts);
    await enqueueAll(stand, ids);
    await stand.worker({ pool: true });
    expect((await stand.settled(ids)).map(({ state, missingPages }) => [state, missingPages])).toEqual([
      ['done', [1]],
      ['done', []],
      ['done', []],
    ]);
  });

  test('with a page that hangs is brought to its end', async () => {
    // The limit counts the start of a child process too: both are up before the page comes that hangs.
    const warm = await takeAll(stand, textsOf(2, 2));
    await enqueueAll(stand, warm);
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

test('new arrivals go before an archive', async () => {
  const archive = await takeAll(stand, textsOf(30, 1));
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
