// Traces as a collector would get them, into memory: from the queueing of a document to each of its steps, one trace.
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace';
import { runHere } from '@vanban/pipeline';
import { expect, test, vi } from 'vitest';
import { openStand } from './fake/stand.ts';
import { connect, openQueues, STAGE_NAMES, startWorker } from './index.ts';
import { startTraces } from './telemetry.ts';

vi.setConfig({ testTimeout: 200_000 });

test('with a collector named, every step is a span of its document, with ids and without text', async () => {
  const stand = await openStand();
  const exporter = new InMemorySpanExporter();
  // Shutting down would empty it.
  const traces = await startTraces({ name: 'vanban-test', exporter: Object.assign(exporter, { shutdown: async () => {} }) });
  const link = connect(stand.redis.url);
  const queues = openQueues(link, stand.place);
  const id = await stand.take('vet.txt', 'chữ không được lộ');
  await queues.enqueue(id);
  const executor = runHere(stand.place);
  const parts = { link, queues, place: stand.place, pages: executor, documents: executor, concurrency: 1, tell: () => {} };
  const workers = STAGE_NAMES.map((stage) => startWorker({ ...parts, stage }));
  expect(await stand.settled([id])).toMatchObject([{ state: 'done' }]);
  await Promise.all(workers.map((worker) => worker.stop(1000)));
  await queues.close();
  link.close();
  await traces.end();
  const spans = exporter.getFinishedSpans();
  const processed = spans.filter(({ name }) => name.startsWith('process '));
  for (const stage of STAGE_NAMES) expect(processed.some(({ name }) => name === `process ${stage}`)).toBe(true);
  expect(new Set(processed.map((span) => span.spanContext().traceId)).size).toBe(1);
  expect(JSON.stringify(spans.map(({ name, attributes }) => [name, attributes]))).toContain(`ocr-${id}-1`);
  expect(JSON.stringify(spans.map(({ attributes, events }) => [attributes, events]))).not.toContain('lộ');
  await stand.close();
});
