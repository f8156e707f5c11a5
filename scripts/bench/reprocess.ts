// What does an update of the restoring cost over an archive? A store with so many small documents whose pages were read before, then
// `vanban reprocess --from restore` over all of them, as an operator calls it.
//   pnpm bench reprocess [--documents 1000] [--words 100]
// It touches no OCR, and would fail if it did: the sources are no documents at all, only their readings are in the store. Readings are compared
// before and after, byte by byte and by time.
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Box, Line, PageReading, Word } from '@vanban/contract';
import { createPool, createRunner, findStep, loadSettings, type Place, workersFor } from '@vanban/pipeline';
import { STAGES } from '@vanban/pipeline/stages';
import { addDocument, addSource, openStore, writeArtefact } from '@vanban/store';
import { measure } from './process-tree.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({ options: { documents: { type: 'string', default: '1000' }, words: { type: 'string', default: '100' } } });
const [DOCUMENTS, WORDS] = [Number(values.documents), Number(values.words)];

const folder = await mkdtemp(join(tmpdir(), 'vanban-bench-'));
try {
  const store = await openStore(join(folder, 'store'));
  const place: Place = { store, settings: loadSettings(), stages: STAGES };
  const words = await wordsOfSamples();
  const ids: string[] = [];
  for (let n = 0; n < DOCUMENTS; n++) ids.push(await storeReading(place, n, words));
  const first = await timed(() => publishAll(place, ids));
  const before = await readingsIn(store.folder);
  const again = await measure(process.execPath, [
    join(ROOT, 'packages/cli/src/main.ts'),
    'reprocess',
    ...['--from', 'restore', '--workspace', folder, '--store', store.folder],
  ]);
  const after = await readingsIn(store.folder);
  if (again.exit !== 0) throw new Error(`reprocess ended with ${again.exit}`);
  if (before !== after) throw new Error('readings were touched');
  console.log(
    JSON.stringify({
      documents: DOCUMENTS,
      words: DOCUMENTS * WORDS,
      firstSeconds: round(first),
      reprocessSeconds: round(again.wallSeconds),
      reprocessCpuSeconds: round(again.cpuSeconds),
      documentsAMinute: round((60 * DOCUMENTS) / again.wallSeconds),
      cpuMsADocument: round((1000 * again.cpuSeconds) / DOCUMENTS),
      peakMegabytes: round(again.peakMegabytes),
      readingsUntouched: true,
    }),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Real words, in the order in which they stand in the samples; every tenth has lost its marks, so that there is something to restore. */
async function wordsOfSamples(): Promise<string[]> {
  const samples = join(ROOT, 'data', 'samples');
  const texts = (await readdir(samples)).filter((name) => name.endsWith('.txt')).sort();
  const all = (await Promise.all(texts.map((name) => readFile(join(samples, name), 'utf8')))).join(' ').split(/\s+/u);
  return all.map((word, n) => (n % 10 === 0 ? word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D') : word));
}

/** A document whose source cannot be read by anybody, with the reading of its only page in the store. */
async function storeReading(place: Place, n: number, words: readonly string[]): Promise<string> {
  const path = join(folder, 'source');
  await writeFile(path, `no document ${n} ${randomUUID()}`);
  const { id, bytes } = await addSource(place.store, path);
  await addDocument(place.store, { id, fileName: `${n}.pdf`, bytes, receivedAt: '2026-01-01T00:00:00Z' });
  await put(place, id, 'inspect', 0, { mediaType: 'application/pdf', pageCount: 1, warnings: [] });
  const start = (n * 37) % words.length;
  await put(place, id, 'ocr', 1, pageOf(Array.from({ length: WORDS }, (_, i) => words[(start + i) % words.length] as string)));
  return id;
}

async function put(place: Place, documentId: string, stage: 'inspect' | 'ocr', page: number, value: unknown): Promise<void> {
  const { key } = await findStep(place, { documentId, stage, page });
  await writeArtefact(place.store, { stage, key }, value);
}

/** Ten words a line, each a box of its own. */
function pageOf(words: readonly string[]): PageReading {
  const [height, width] = [40, 2000];
  const lines = Array.from({ length: Math.ceil(words.length / 10) }, (_, row): Line => {
    const row0 = 200 + row * 60;
    const own = words.slice(row * 10, row * 10 + 10);
    const placed = own.map((text, i): Word => ({ text, box: [100 + i * 180, row0, 260 + i * 180, row0 + height], confidence: 0.9 }));
    return { box: [100, row0, width, row0 + height], words: placed };
  });
  const box: Box = [100, 200, width, 200 + lines.length * 60];
  const upright = { dpi: 200, origin: 'ocr', rotation: 0, skew: 0, blank: false, confidence: 0.9 } as const;
  return { number: 1, width: 2200, height: 3000, ...upright, blocks: [{ kind: 'text', role: 'body', box, lines }], warnings: [] };
}

async function publishAll(place: Place, ids: readonly string[]): Promise<void> {
  const size = workersFor(place.settings);
  const pool = (count: number) => createPool({ size: count, storeFolder: place.store.folder, settings: place.settings });
  const runner = createRunner({ place, pages: pool(size.pages), documents: pool(size.documents) });
  const open = ids.values();
  const lane = async () => {
    for (const id of open) {
      const outcome = await runner.process(id);
      if (outcome.state !== 'done') throw new Error(`${id}: ${outcome.state === 'failed' ? outcome.error.message : outcome.state}`);
    }
  };
  await Promise.all(Array.from({ length: size.pages + 2 }, lane));
  await runner.close();
}

/** What there is of pages that were read: name, time of writing, content. */
async function readingsIn(store: string): Promise<string> {
  const lines: string[] = [];
  for (const stage of ['inspect', 'ocr']) {
    const shelf = join(store, 'artefacts', stage);
    for (const found of await readdir(shelf, { recursive: true, withFileTypes: true })) {
      if (!found.isFile()) continue;
      const path = join(found.parentPath, found.name);
      lines.push(`${path} ${(await stat(path)).mtimeMs} ${(await readFile(path)).toString('base64')}`);
    }
  }
  return lines.sort().join('\n');
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
