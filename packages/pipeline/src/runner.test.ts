import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDocument, addSource, openStore, readDocument, type Store } from '@vanban/store';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runHere } from './executor.ts';
import { STAGES } from './fake/stages.ts';
import { performStep } from './perform.ts';
import { createPool } from './pool.ts';
import { forgetFailures } from './retry.ts';
import { createRunner, type ProgressEvent, type Runner } from './runner.ts';
import { loadSettings, type Settings } from './settings.ts';
import type { Place } from './step.ts';

let folder: string;
let store: Store;
let events: ProgressEvent[];
const running: Runner[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vanban-runner-'));
  store = await openStore(join(folder, 'store'));
  events = [];
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((runner) => runner.close()));
  await rm(folder, { recursive: true, force: true });
});

async function add(...pages: string[]): Promise<string> {
  const path = join(folder, 'cv.txt');
  await writeFile(path, pages.join('\n'));
  const { id, bytes } = await addSource(store, path);
  await addDocument(store, { id, fileName: 'cv.txt', bytes, receivedAt: '2026-11-21T08:00:00Z' });
  return id;
}

const placeFor = (flags: Partial<Settings> = {}, stages = STAGES): Place => ({ store, stages, settings: loadSettings({ flags }) });

function here(place = placeFor()): Runner {
  const executor = runHere(place);
  return keep(createRunner({ place, pages: executor, documents: executor, onEvent: (event) => events.push(event) }));
}

function pooled(flags: Partial<Settings> = {}): Runner {
  const place = placeFor(flags);
  const options = { storeFolder: store.folder, settings: place.settings, stagesModule: new URL('./fake/stages.ts', import.meta.url).href };
  const [pages, documents] = [createPool({ ...options, size: 2 }), createPool({ ...options, size: 1 })];
  return keep(createRunner({ place, pages, documents, onEvent: (event) => events.push(event) }));
}

const keep = (runner: Runner): Runner => {
  running.push(runner);
  return runner;
};

const runs = async (): Promise<string[]> => (await readFile(join(folder, 'runs.log'), 'utf8')).trimEnd().split('\n');

describe('a document', () => {
  test('becomes a record; a second time nothing is done again', async () => {
    const id = await add('trang một', 'trang hai');
    const first = await here().process(id);
    expect(first).toMatchObject({
      state: 'done',
      fresh: true,
      record: { id, text: 'trang một\n\ntrang hai', pages: [{ number: 1 }, { number: 2 }] },
    });
    const before = await runs();
    const second = await here().process(id);
    expect(second).toMatchObject({ state: 'done', fresh: false });
    expect(await runs()).toEqual(before);
    expect((await readDocument(store, id))?.state).toBe('done');
  });

  test('tells the processes for documents what comes, unless it was looked at before', async () => {
    const told: string[] = [];
    const executor = runHere(placeFor());
    const documents = {
      ...executor,
      warm: (stage: string) => void told.push(`${stage} after ${events.filter(({ type }) => type === 'page').length} pages`),
    };
    const runner = keep(createRunner({ place: placeFor(), pages: executor, documents, onEvent: (event) => events.push(event) }));
    const id = await add('một', 'hai');
    await runner.process(id);
    await runner.process(id);
    expect(told).toEqual(['restore after 0 pages']);
  });

  test('goes on from the last finished step', async () => {
    const id = await add('một', 'DISK hai', 'ba');
    await writeFile(join(folder, 'full'), '');
    await expect(here().process(id)).rejects.toMatchObject({ code: 'disk-full' });
    expect((await readDocument(store, id))?.state).toBe('waiting');
    await rm(join(folder, 'full'));
    expect(await here().process(id)).toMatchObject({ state: 'done' });
    expect((await runs()).sort()).toEqual(['inspect cv.txt 0', 'ocr cv.txt 1', 'ocr cv.txt 2', 'ocr cv.txt 2', 'ocr cv.txt 3']);
  });

  test('a changed stage redoes itself and what follows, nothing before it', async () => {
    const id = await add('một');
    await here().process(id);
    const changed = { ...STAGES, segment: { ...STAGES.segment, version: 'fake-2' } };
    const outcome = await here(placeFor({}, changed)).process(id);
    expect(outcome).toMatchObject({ state: 'done', fresh: true, record: { pipeline: { stages: { segment: 'fake-2' } } } });
    expect(await runs()).toEqual(['inspect cv.txt 0', 'ocr cv.txt 1']);
  });

  test('a damaged result is made again', async () => {
    const id = await add('một', 'hai');
    const first = await here().process(id);
    const pages = join(store.folder, 'artefacts', 'ocr');
    const shard = join(pages, (await readdir(pages))[0] as string);
    const file = join(shard, (await readdir(shard))[0] as string);
    const bytes = await readFile(file);
    bytes.fill(0, bytes.length - 10);
    await writeFile(file, bytes);
    await rm(join(store.folder, 'artefacts', 'restore'), { recursive: true });
    expect(await here().process(id)).toMatchObject({ state: 'done', record: first.state === 'done' ? first.record : null });
    expect((await runs()).filter((line) => line.startsWith('ocr'))).toHaveLength(3);
  });

  test('bad input fails with its reason, kept in the entry', async () => {
    const path = join(folder, 'empty.pdf');
    await writeFile(path, '');
    const { id, bytes } = await addSource(store, path);
    await addDocument(store, { id, fileName: 'empty.pdf', bytes, receivedAt: '2026-11-21T08:00:00Z' });
    expect(await here().process(id)).toMatchObject({ state: 'failed', error: { code: 'input-empty' } });
    expect(await readDocument(store, id)).toMatchObject({ state: 'failed', error: { code: 'input-empty' } });
  });

  test('a page that cannot be read leaves a partial record, and can be tried again', async () => {
    const id = await add('một', 'BAD', 'ba');
    const outcome = await here().process(id);
    expect(outcome).toMatchObject({ state: 'done', entry: { missingPages: [2] }, record: { review: ['pages-missing'], text: 'một\n\n\n\nba' } });
    expect(outcome.state === 'done' && outcome.record.pipeline.warnings).toMatchObject([{ code: 'page-failed', page: 2 }]);
    expect(await forgetFailures(placeFor(), id)).toEqual([2]);
    await here().process(id);
    expect((await runs()).filter((line) => line === 'ocr cv.txt 2')).toHaveLength(2);
  });

  test('a document of which no page can be read fails', async () => {
    expect(await here().process(await add('BAD', 'BAD'))).toMatchObject({ state: 'failed', error: { code: 'page-failed', page: 1 } });
  });

  test('two runners at once: it is done once', async () => {
    const id = await add('SLOW một', 'SLOW hai');
    const outcomes = await Promise.all([here().process(id), here().process(id)]);
    expect(outcomes.map((outcome) => outcome.state === 'done' && outcome.fresh).sort()).toEqual([false, true]);
    expect(await runs()).toHaveLength(3);
  });

  test('stopping leaves the document to be gone on with', async () => {
    const id = await add(...Array.from({ length: 30 }, (_, i) => `SLOW ${i}`));
    const stop = new AbortController();
    const work = pooled().process(id, { signal: stop.signal });
    await expect.poll(() => events.filter((event) => event.type === 'page').length, { timeout: 60_000 }).toBeGreaterThan(1);
    stop.abort();
    expect(await work).toEqual({ state: 'stopped' });
    const done = (await runs()).length;
    expect(done).toBeLessThan(31);
    expect(await pooled().process(id)).toMatchObject({ state: 'done' });
    expect(await runs()).toHaveLength(31);
  });
});

describe('processes', () => {
  test('may be started before a step comes, and end though none came', async () => {
    const place = placeFor();
    const stagesModule = new URL('./fake/stages.ts', import.meta.url).href;
    const pool = createPool({ storeFolder: store.folder, settings: place.settings, stagesModule, size: 1 });
    const step = { documentId: await add('một'), stage: 'inspect', page: 0 } as const;
    pool.warm?.('inspect');
    pool.warm?.('inspect');
    expect(await pool.run(step, { seconds: 30, order: 1 })).toMatchObject({ cached: false });
    await pool.close();
    const unused = createPool({ storeFolder: store.folder, settings: place.settings, stagesModule, size: 1 });
    unused.warm?.('restore');
    await unused.close();
  });

  test('give the same record as this process', async () => {
    const id = await add('một', 'hai', 'ba', 'bốn');
    const apart = await pooled().process(id);
    await rm(join(store.folder, 'artefacts'), { recursive: true });
    const together = await here().process(id);
    expect(apart).toMatchObject({ state: 'done' });
    expect(apart).toEqual(together);
  });

  test('a page that kills its process is tried again, then set aside; the others are read', async () => {
    const id = await add('một', 'CRASH', 'ba');
    const outcome = await pooled().process(id);
    expect(outcome).toMatchObject({ state: 'done', entry: { missingPages: [2] }, record: { text: 'một\n\n\n\nba' } });
    expect((await runs()).filter((line) => line === 'ocr cv.txt 2')).toHaveLength(2);
    expect(events.filter((event) => event.type === 'again')).toMatchObject([{ page: 2, error: { code: 'worker-died' } }]);
  });

  test('a process that dies once costs one more try', async () => {
    const id = await add('DIE-ONCE một', 'hai');
    expect(await pooled().process(id)).toMatchObject({ state: 'done', entry: { missingPages: [] } });
  });

  test('a page that hangs is stopped in its time', async () => {
    const id = await add('HANG', 'hai');
    const outcome = await pooled({ pageSeconds: 2, attempts: 1 }).process(id);
    expect(outcome).toMatchObject({ state: 'done', entry: { missingPages: [1] } });
    expect(outcome.state === 'done' && outcome.record.pipeline.warnings[0]?.message).toContain('page-timeout');
  });

  test.runIf(process.platform === 'linux')('a page that eats memory is stopped at its limit', async () => {
    const id = await add('EAT', 'hai');
    const outcome = await pooled({ workerMegabytes: 400, attempts: 1 }).process(id);
    expect(outcome).toMatchObject({ state: 'done', entry: { missingPages: [1] } });
    expect(outcome.state === 'done' && outcome.record.pipeline.warnings[0]?.message).toContain('limit 400 MB');
  });
});

test('a child process of another version than its parent is told of, not waited for', async () => {
  const place = placeFor();
  const documentId = await add('trang một');
  const updated = placeFor({}, { ...STAGES, ocr: { ...STAGES.ocr, version: 'next' } });
  const [executor, step] = [runHere(updated), { documentId, stage: 'ocr', page: 1 } as const];
  await runHere(place).run({ documentId, stage: 'inspect', page: 0 }, { seconds: 9, order: 1 });
  const performed = performStep({ place, pages: executor, documents: executor }, step, { order: 1 });
  await expect(performed).rejects.toMatchObject({ code: 'version-mixed', retry: true });
});
