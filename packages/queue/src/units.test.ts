// What of the queue can be told without a Redis: names, waiting times, and what a step still needs.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VanbanError } from '@vanban/contract';
import { takeIn } from '@vanban/intake';
import { loadSettings, type Place, runStage, type StageName, type Step } from '@vanban/pipeline';
import { STAGES } from '@vanban/pipeline/fake-stages';
import { openStore } from '@vanban/store';
import { expect, test } from 'vitest';
import { backoffFor } from './backoff.ts';
import { missingInputs } from './missing-inputs.ts';
import { jobId } from './names.ts';
import { createMetrics } from './process/metrics.ts';
import { saidOf } from './process/said-of.ts';
import { stepOf } from './step-of.ts';

test('job ids say the step, and hold nothing that BullMQ forbids', () => {
  const documentId = '9f2c'.repeat(16);
  expect(jobId({ documentId, stage: 'ocr', page: 3 })).toBe(`ocr-${documentId}-3`);
  expect(jobId({ documentId, stage: 'publish', page: 0 })).toMatch(/^[a-z][^:]*$/u);
});

test('a job is a step of a document, or none', () => {
  const documentId = '9f2c'.repeat(16);
  expect(stepOf('ocr', { documentId, page: 3, more: 1 })).toEqual({ documentId, stage: 'ocr', page: 3 });
  expect(stepOf('publish', { documentId, page: 0 })).toEqual({ documentId, stage: 'publish', page: 0 });
  const ids = ['../../etc', `../${documentId}`, documentId.toUpperCase(), `${documentId}\n`, '', 5, null];
  for (const id of ids) expect(stepOf('publish', { documentId: id, page: 0 })).toBeNull();
  for (const page of [0, -1, 1.5, 1e300, '3', null]) expect(stepOf('ocr', { documentId, page })).toBeNull();
  for (const data of [null, undefined, 'x', [], 7]) expect(stepOf('inspect', data)).toBeNull();
  expect(stepOf('inspect', { documentId, page: 1 })).toBeNull();
});

test('waiting grows to a minute; what only lacks its input is tried at once', () => {
  const full = new VanbanError('disk-full');
  expect([1, 2, 3, 7, 500].map((attempt) => backoffFor(attempt, full))).toEqual([1000, 2000, 4000, 60_000, 60_000]);
  expect(backoffFor(1, new VanbanError('store-damaged'))).toBe(50);
});

test('a step asks for what is nearest to it and not there', async () => {
  const root = await mkdtemp(join(tmpdir(), 'vanban-missing-'));
  const place: Place = { store: await openStore(join(root, 'store')), settings: loadSettings(), stages: STAGES };
  await writeFile(join(root, 'a.txt'), 'một\nhai');
  const { id: documentId } = (await takeIn(place, join(root, 'a.txt'), 'a.txt')).entry;
  const step = (stage: StageName, page = 0): Step => ({ documentId, stage, page });
  const missing = async (stage: StageName) => (await missingInputs(place, step(stage))).map((one) => `${one.stage} ${one.page}`);
  expect(await missing('publish')).toEqual(['extract 0']);
  expect(await missing('restore')).toEqual(['inspect 0']);
  await runStage(place, step('inspect'));
  expect(await missing('restore')).toEqual(['ocr 1', 'ocr 2']);
  await runStage(place, step('ocr', 2));
  expect(await missing('restore')).toEqual(['ocr 1']);
  await runStage(place, step('ocr', 1));
  expect(await missing('restore')).toEqual([]);
  expect(await missing('ocr')).toEqual([]);
  await rm(root, { recursive: true });
});

test('a log says where an unforeseen error happened, not its words', () => {
  const error = new VanbanError('internal', 'Unexpected token in "Kính gửi Sở Y tế" (pages/src/open.ts:41:7)');
  expect(saidOf(error)).toEqual({ code: 'internal', detail: 'pages/src/open.ts:41:7' });
  expect(saidOf(new VanbanError('page-timeout', 'ocr: 120 s'))).toEqual({ code: 'page-timeout', detail: 'ocr: 120 s' });
});

test('metrics count pages that were read, not those found in the store', async () => {
  const metrics = createMetrics({ depths: async () => [{ stage: 'ocr', state: 'waiting', count: 7 }] });
  const step: Step = { documentId: 'x', stage: 'ocr', page: 1 };
  metrics.note({ type: 'done', step, seconds: 1.5, cached: false, failed: false, attempt: 1 });
  metrics.note({ type: 'done', step, seconds: 0, cached: true, failed: false, attempt: 1 });
  metrics.note({ type: 'failed', step, error: new VanbanError('page-timeout') });
  metrics.noteConfidence(0.93);
  const text = await metrics.text();
  expect(text).toContain('vanban_pages_total 1');
  expect(text).toContain('vanban_stage_seconds_sum{stage="ocr"} 1.5');
  expect(text).toContain('vanban_failures_total{stage="ocr",code="page-timeout"} 1');
  expect(text).toContain('vanban_jobs{stage="ocr",state="waiting"} 7');
});
