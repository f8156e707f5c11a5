// What does the queue cost? The same documents with stages that do nothing, once by the runner and once through Redis: the difference is the queue's.
//   node scripts/bench/queue.ts            milliseconds a page, and Redis memory for 100,000 waiting pages
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRunner, loadSettings, type Place, runHere } from '@vanban/pipeline';
import { STAGES } from '@vanban/pipeline/fake-stages';
import { connect, createQueueRunner, openQueues, STAGE_NAMES, startRedis, startWorker } from '@vanban/queue';
import { addDocument, addSource, openStore } from '@vanban/store';

const [DOCUMENTS, PAGES, WAITING] = [20, 50, 100_000];
const root = await mkdtemp(join(tmpdir(), 'vanban-bench-'));
const redis = await startRedis({ folder: join(root, 'redis') });
const link = connect(redis.url);
const queues = openQueues(link, { settings: loadSettings(), stages: STAGES });

async function timed(name: string, run: (place: Place, ids: readonly string[]) => Promise<unknown>): Promise<number> {
  const place: Place = { store: await openStore(join(root, name, 'store')), settings: loadSettings(), stages: STAGES };
  const ids: string[] = [];
  for (let i = 0; i < DOCUMENTS; i++) {
    const path = join(root, `${i}.txt`);
    await writeFile(path, Array.from({ length: PAGES }, (_, page) => `văn bản ${i} trang ${page}`).join('\n'));
    const { id, bytes } = await addSource(place.store, path);
    await addDocument(place.store, { id, fileName: `${i}.txt`, bytes, receivedAt: '2026-01-01T00:00:00Z' });
    ids.push(id);
  }
  const start = performance.now();
  await run(place, ids);
  return (performance.now() - start) / (DOCUMENTS * PAGES);
}

const direct = await timed('direct', async (place, ids) => {
  const executor = runHere(place);
  const runner = createRunner({ place, pages: executor, documents: executor });
  await Promise.all(ids.map((id) => runner.process(id)));
});
const cpu = async () =>
  Number(/^used_cpu_user:([\d.]+)/mu.exec(await link.client.info('cpu'))?.[1]) +
  Number(/^used_cpu_sys:([\d.]+)/mu.exec(await link.client.info('cpu'))?.[1]);
const cpuBefore = await cpu();
const queued = await timed('queued', async (place, ids) => {
  const executor = runHere(place);
  const parts = { link, queues, place, pages: executor, documents: executor, concurrency: 4, tell: () => {} };
  const workers = STAGE_NAMES.map((stage) => startWorker({ ...parts, stage }));
  const runner = createQueueRunner({ place, queues, lookEvery: 50 });
  await Promise.all(ids.map((id) => runner.process(id)));
  await Promise.all(workers.map((worker) => worker.stop(1000)));
});

const redisMs = ((await cpu()) - cpuBefore) * 1000;

const memory = async () => Number(/^used_memory:(\d+)/mu.exec(await link.client.info('memory'))?.[1]) / 2 ** 20;
const before = await memory();
for (let at = 0; at < WAITING; at += 2000)
  await Promise.all(Array.from({ length: 2000 }, (_, i) => queues.enqueue((at + i).toString(16).padStart(64, '0'))));
const after = await memory();

process.stdout.write(
  `${JSON.stringify({ documents: DOCUMENTS, pages: PAGES, directMsAPage: round(direct), queuedMsAPage: round(queued), overheadMsAPage: round(queued - direct), redisCpuMsAPage: round(redisMs / (DOCUMENTS * PAGES)), redisMbFor100000Jobs: round(after - before) })}\n`,
);
await queues.close();
link.close();
await redis.stop();
await rm(root, { recursive: true, force: true });

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
