// How well and how fast are transcribed scans read, beside the public peers and with single clean-up steps switched off?
// Reads the same files in the same run: errors of characters and words against the transcription, words regardless of order, CPU and wall seconds.
//   pnpm bench ocr FOLDER [--steps]      FOLDER holds NAME.pdf with NAME.txt beside it (NAME.p1.txt: page 1 only)
// Peers that are not installed are left out: tesseract-ocr-vie with poppler-utils, ocrmypdf with unpaper. `--steps` compares vanban with itself instead.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block, PageReading } from '@vanban/contract';
import { bagF1, errorRates } from '@vanban/evaluation';
import { createRecogniser, type RecogniserOptions } from '@vanban/ocr';
import { DEFAULT_LIMITS, openSource } from '@vanban/pages';
import { createRestorer } from '@vanban/restore';
import { measure } from './process-tree.ts';

interface Sample {
  readonly pdf: string;
  readonly truth: string;
  /** Only this page was transcribed; null for all. */
  readonly page: number | null;
}

interface Outcome {
  readonly texts: readonly string[];
  readonly cpu: number;
  readonly wall: number;
}

function samplesIn(folder: string): Sample[] {
  return readdirSync(folder).flatMap((name) => {
    const parts = /^(.+?)(?:\.p(\d+))?\.txt$/u.exec(name);
    if (!parts || !readdirSync(folder).includes(`${parts[1]}.pdf`)) return [];
    return [{ pdf: join(folder, `${parts[1]}.pdf`), truth: readFileSync(join(folder, name), 'utf8'), page: parts[2] ? Number(parts[2]) : null }];
  });
}

const linesOf = (block: Block): string[] =>
  (block.kind === 'text' ? block.lines : block.cells.flatMap((cell) => cell.lines)).map((line) => line.words.map((word) => word.text).join(' '));
const textOf = (pages: readonly PageReading[]): string => pages.flatMap((page) => page.blocks.flatMap(linesOf)).join('\n');

/** Every page is recognised, also those with a text layer that vanban would rather take. */
async function readAll(samples: readonly Sample[], options: RecogniserOptions, restored: boolean): Promise<Outcome> {
  const recogniser = await createRecogniser(options);
  const restorer = restored ? await createRestorer() : null;
  const [cpu, started] = [process.cpuUsage(), performance.now()];
  const texts: string[] = [];
  for (const { pdf, page } of samples) {
    const source = await openSource(pdf, { limits: DEFAULT_LIMITS });
    const readings: PageReading[] = [];
    for (let n = page ?? 1; n <= (page ?? source.pageCount); n++) {
      const content = await source.page(n);
      readings.push(content.kind === 'read' ? content.reading : await recogniser.read(content));
    }
    await source.close();
    texts.push(restorer ? (await restorer.restore(readings)).text : textOf(readings));
  }
  const used = process.cpuUsage(cpu);
  const wall = (performance.now() - started) / 1000;
  await recogniser.close();
  return { texts, cpu: (used.user + used.system) / 1e6, wall };
}

/** A peer as a shell command over `$1` (PDF) and `$2` (its text goes to `$2.txt`); where one page was transcribed, `$1` holds that page only. */
async function runPeer(samples: readonly Sample[], script: string): Promise<Outcome | null> {
  const scratch = mkdtempSync(join(tmpdir(), 'vanban-bench-'));
  try {
    let [cpu, wall] = [0, 0];
    const texts: string[] = [];
    for (const [i, { pdf, page }] of samples.entries()) {
      const out = join(scratch, `${i}`);
      const single = `${out}.page.pdf`;
      if (page !== null && (await measure('pdfseparate', ['-f', `${page}`, '-l', `${page}`, pdf, single])).exit !== 0) return null;
      const run = await measure('sh', ['-c', script, 'sh', page === null ? pdf : single, out]);
      if (run.exit !== 0) return null;
      cpu += run.cpuSeconds;
      wall += run.wallSeconds;
      texts.push(readFileSync(`${out}.txt`, 'utf8'));
    }
    return { texts, cpu, wall };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const TESSERACT =
  'set -e; pdftoppm -r 300 -gray "$1" "$2"; for p in "$2"-*.pgm; do OMP_THREAD_LIMIT=1 tesseract "$p" stdout -l vie 2>/dev/null; done > "$2.txt"';
const OCRMYPDF = 'ocrmypdf -l vie --jobs 2 --force-ocr --deskew --rotate-pages --clean --tesseract-timeout 600 --sidecar "$2.txt" "$1" "$2.pdf"';

function row(samples: readonly Sample[], outcome: Outcome): Record<string, string> {
  const mean = (score: (truth: string, text: string) => number): string =>
    ((100 * samples.reduce((sum, { truth }, i) => sum + score(truth, outcome.texts[i] ?? ''), 0)) / samples.length).toFixed(2);
  return {
    'CER %': mean((truth, text) => errorRates(truth, text).cer),
    'WER %': mean((truth, text) => errorRates(truth, text).wer),
    'words, any order %': mean(bagF1),
    'CPU s': outcome.cpu.toFixed(1),
    'wall s': outcome.wall.toFixed(1),
  };
}

const [folder = '', mode] = process.argv.slice(2);
const samples = samplesIn(folder);
if (samples.length === 0) throw new Error('give a folder with NAME.pdf and NAME.txt');
const table: Record<string, Record<string, string>> = {};
const add = (name: string, outcome: Outcome | null): void => {
  if (outcome) table[name] = row(samples, outcome);
  else console.log(`${name}: not installed, or it failed; left out`);
};

if (mode === '--steps') {
  add('all steps, no rereading', await readAll(samples, { rereading: false }, false));
  for (const step of ['colour', 'scale', 'straighten', 'turn', 'level', 'edges', 'specks'] as const)
    add(`without ${step}`, await readAll(samples, { rereading: false, without: [step] }, false));
} else {
  add('vanban, as read', await readAll(samples, {}, false));
  add('vanban, as read, no rereading', await readAll(samples, { rereading: false }, false));
  add('vanban, repaired', await readAll(samples, {}, true));
  add('vanban, native engine (CPU without its processes)', await readAll(samples, { engine: 'native' }, false).catch(() => null));
  add('tesseract -l vie (300 dpi)', await runPeer(samples, TESSERACT));
  add('ocrmypdf --deskew --rotate-pages --clean', await runPeer(samples, OCRMYPDF));
}
console.table(table);
