import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createRunner, loadSettings, type Place, type Runner, runHere, type Stage } from '@vanban/pipeline';
import { STAGES } from '@vanban/pipeline/fake-stages';
import { openStore, type Store, sourcePath, writeDocument } from '@vanban/store';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backfill, documentsAt, exportRecords, parseWhere, type Reprocessed, reprocess, verify, writeRecords } from './index.ts';
import { doneDocuments } from './records.ts';

/** Folders that the system refuses to open, also to a test that runs as root. */
const unreadable = vi.hoisted(() => new Set<string>());

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const opendir: typeof real.opendir = async (path, ...rest) => {
    if (unreadable.has(String(path))) throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    return real.opendir(path, ...rest);
  };
  return { ...real, opendir };
});

let folder: string;
let store: Store;
let runner: Runner;

beforeEach(async () => {
  unreadable.clear();
  folder = await mkdtemp(join(tmpdir(), 'vanban-batch-'));
  store = await openStore(join(folder, 'store'));
  const archive = join(folder, 'archive', 'sub');
  await mkdir(archive, { recursive: true });
  await writeFile(join(folder, 'archive', 'one.txt'), 'trang một\ntrang hai');
  await writeFile(join(archive, 'two.txt'), 'trang ba');
  await writeFile(join(archive, '.hidden.txt'), 'x');
  await backfillAll();
});

afterEach(async () => {
  await runner.close();
  await rm(folder, { recursive: true });
});

const signal = new AbortController().signal;

const placeWith = (stages = STAGES): Place => ({ store, stages, settings: loadSettings() });

function runnerFor(place: Place): Runner {
  const executor = runHere(place);
  runner = createRunner({ place, pages: executor, documents: executor });
  return runner;
}

async function backfillAll(): Promise<string[]> {
  const place = placeWith();
  const lines: string[] = [];
  for await (const event of backfill({
    folder: join(folder, 'archive'),
    out: join(folder, 'out'),
    place,
    runner: runnerFor(place),
    documents: 2,
    signal,
  })) {
    lines.push(`${event.state} ${event.state === 'done' ? event.known : event.error.code}`);
  }
  return lines;
}

/** The stages after an update of `restore`, whose text now ends in an exclamation mark. */
function updated(): Place {
  const restore: Stage = {
    ...STAGES.restore,
    version: 'next',
    run: async (inputs, job) => {
      const reading = (await (STAGES.restore as Stage).run(inputs, job)) as { text: string };
      return { ...reading, text: `${reading.text}!` };
    },
  } as Stage;
  return placeWith({ ...STAGES, restore: restore as typeof STAGES.restore });
}

interface Chosen {
  readonly from?: 'restore' | 'ocr';
  readonly dryRun?: boolean;
  readonly where?: string;
  readonly only?: ReadonlySet<string>;
}

async function reprocessWith(place: Place, options: Chosen = {}): Promise<Reprocessed[]> {
  const results: Reprocessed[] = [];
  const { from = null, where, only = null, dryRun = false } = options;
  const chosen = { from, where: where === undefined ? null : parseWhere(where), only };
  const all = { place, runner: runnerFor(place), ...chosen, documents: 2, dryRun, signal };
  for await (const result of reprocess(all)) results.push(result);
  return results;
}

async function written(place: Place, ids: ReadonlySet<string>): Promise<string[]> {
  const names: string[] = [];
  for await (const { path, change } of writeRecords(place, join(folder, 'out'), (id) => ids.has(id))) {
    expect(change.textChanged).toBe(true);
    names.push(basename(path));
  }
  return names.sort();
}

const runs = async (): Promise<number> =>
  (await readFile(join(folder, 'runs.log'), 'utf8'))
    .trimEnd()
    .split('\n')
    .filter((line) => line.startsWith('ocr')).length;
const outText = async (name: string): Promise<string> => JSON.parse(await readFile(join(folder, 'out', name), 'utf8')).text;

describe('backfill', () => {
  it('writes a record for each file in the same tree, and does nothing twice', async () => {
    expect(await outText('one.json')).toBe('trang một\n\ntrang hai');
    expect(await outText('sub/two.json')).toBe('trang ba');
    expect(await backfillAll()).toEqual(['done true', 'done true']);
    expect(await runs()).toBe(3);
  });
});

describe('reprocess', () => {
  it('finds everything current where no stage changed', async () => {
    expect((await reprocessWith(placeWith())).map(({ state }) => state)).toEqual(['current', 'current']);
  });

  it('says in a dry run what would be done, and does nothing', async () => {
    expect((await reprocessWith(updated(), { dryRun: true })).map(({ state }) => state)).toEqual(['would', 'would']);
    expect((await reprocessWith(placeWith())).map(({ state }) => state)).toEqual(['current', 'current']);
  });

  it('redoes what follows from a changed stage without touching OCR, tells the change, and leaves the files until told', async () => {
    const place = updated();
    const results = await reprocessWith(place);
    expect(results.map((result) => (result.state === 'done' ? result.change?.textChanged : result.state))).toEqual([true, true]);
    expect(await runs()).toBe(3);
    expect(await outText('one.json')).toBe('trang một\n\ntrang hai');
    const ids = new Set(results.map(({ entry }) => entry.id));
    expect(await written(place, ids)).toEqual(['one.json', 'two.json']);
    expect(await outText('one.json')).toBe('trang một\n\ntrang hai!');
    expect(await written(place, ids)).toEqual([]);
  });

  it('redoes a stage on demand though nothing changed, and gives the same record', async () => {
    const results = await reprocessWith(placeWith(), { from: 'ocr' });
    expect(results.map((result) => result.state === 'done' && result.change?.textChanged)).toEqual([false, false]);
    expect(await runs()).toBe(6);
  });
});

describe('a reprocessing', () => {
  it('of a condition passes over the others, and counts them', async () => {
    const results = await reprocessWith(placeWith(), { from: 'restore', where: 'pages=2' });
    expect(results.map(({ state, entry }) => [entry.fileName, state]).sort()).toEqual([
      ['one.txt', 'done'],
      ['two.txt', 'passed-over'],
    ]);
  });

  it('of paths takes records, sources and folders', async () => {
    const ids = await documentsAt([join(folder, 'out', 'one.json'), join(folder, 'archive', 'sub')]);
    expect(ids.size).toBe(2);
    const only = await documentsAt([join(folder, 'archive', 'one.txt')]);
    expect((await reprocessWith(placeWith(), { from: 'restore', only })).filter(({ state }) => state === 'done')).toHaveLength(1);
    await expect(documentsAt([join(folder, 'nowhere')])).rejects.toMatchObject({ code: 'usage' });
  });

  it('that was stopped goes on where it was; after an update it is new work', async () => {
    const stopped = async (): Promise<void> => {
      const [stop, place] = [new AbortController(), placeWith()];
      const options = { place, runner: runnerFor(place), from: 'ocr', where: null, only: null, documents: 1, dryRun: false } as const;
      for await (const _ of reprocess({ ...options, signal: stop.signal })) stop.abort();
    };
    await stopped();
    expect((await reprocessWith(placeWith(), { from: 'ocr' })).map(({ state }) => state).sort()).toEqual(['done', 'passed-over']);
    await stopped();
    expect((await reprocessWith(updated(), { from: 'ocr' })).map(({ state }) => state)).toEqual(['done', 'done']);
  });

  it('tries a document again that failed since, and keeps the way to what it replaced', async () => {
    for await (const entry of doneDocuments(store))
      await writeDocument(store, { ...entry, state: 'failed', error: { code: 'page-timeout', detail: '', page: null } });
    expect((await reprocessWith(updated(), { from: 'restore' })).map(({ state }) => state)).toEqual(['done', 'done']);
    for await (const entry of doneDocuments(store)) expect([entry.state, entry.formerKeys?.length]).toEqual(['done', 1]);
  });
});

describe('verify', () => {
  const findings = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const { problem } of verify(placeWith())) found.push(problem);
    return found;
  };

  it('finds nothing wrong in a sound store', async () => {
    expect(await findings()).toEqual([]);
  });

  it('finds a damaged source and old versions', async () => {
    await reprocessWith(updated());
    for await (const { id } of doneDocuments(store)) {
      await writeFile(sourcePath(store, id), 'changed');
      break;
    }
    const found = await findings();
    expect(found).toContain('source-damaged');
    expect(found).toContain('artefact-orphan');
  });
});

describe('a walk through an archive', () => {
  it('passes over the records that an earlier run wrote among the files', async () => {
    const archive = join(folder, 'archive');
    const place = placeWith();
    const take = () => Array.fromAsync(backfill({ folder: archive, out: archive, place, runner: runnerFor(place), documents: 2, signal }));
    await take();
    expect((await take()).map((event) => basename(event.file)).sort()).toEqual(['one.txt', 'two.txt']);
  });

  it('tells a folder that cannot be read, and goes on', async () => {
    await mkdir(join(folder, 'archive', 'locked'));
    unreadable.add(join(folder, 'archive', 'locked'));
    expect((await backfillAll()).sort()).toEqual(['done true', 'done true', 'failed permission-denied']);
  });

  it('throws where the archive itself cannot be read', async () => {
    unreadable.add(join(folder, 'archive'));
    await expect(backfillAll()).rejects.toThrow('EACCES');
  });
});

describe('exportRecords', () => {
  it('gives a line for each record that arrived in the range', async () => {
    const lines: string[] = [];
    for await (const chunk of exportRecords(store, { format: 'ndjson', from: '2020-01-01', to: null })) lines.push(chunk);
    expect(lines.map((line) => JSON.parse(line).source.fileName).sort()).toEqual(['one.txt', 'two.txt']);
    for await (const chunk of exportRecords(store, { format: 'ndjson', from: null, to: '2020-01-01' })) expect(chunk).toBe('');
  });

  it('takes a month or a year whole, and refuses what is no day', async () => {
    const [entry] = await Array.fromAsync(doneDocuments(store));
    const year = (entry as { receivedAt: string }).receivedAt.slice(0, 4);
    expect(await Array.fromAsync(exportRecords(store, { format: 'ndjson', from: year, to: year }))).toHaveLength(2);
    const exported = Array.fromAsync(exportRecords(store, { format: 'csv', from: '2026-02-30', to: null }));
    await expect(exported).rejects.toMatchObject({ code: 'usage' });
  });
});
