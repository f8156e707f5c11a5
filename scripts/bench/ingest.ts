// How fast is vanban beside the public peer? Reads the same PDF files with `vanban ingest` and with `ocrmypdf -l vie --jobs 2 --sidecar`,
// in turn, in the same run, and prints pages a minute, peak memory and the ratio.
//   node scripts/bench/ingest.ts FILE.pdf… | FOLDER        (needs Debian's ocrmypdf and tesseract-ocr-vie)
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DEFAULT_LIMITS, openSource } from '@vanban/pages';
import { type Measured, measure } from './process-tree.ts';

const CLI = join(import.meta.dirname, '..', '..', 'packages', 'cli', 'src', 'main.ts');

function inputs(): string[] {
  const given = process.argv.slice(2);
  if (given.length === 0) throw new Error('give PDF files or a folder of them');
  return given.flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((name) => name.endsWith('.pdf'))
          .map((name) => join(path, name))
      : [path],
  );
}

async function pageCount(file: string): Promise<number> {
  const source = await openSource(file, { limits: DEFAULT_LIMITS });
  await source.close();
  return source.pageCount;
}

const sum = (runs: readonly Measured[], key: 'wallSeconds' | 'cpuSeconds'): number => runs.reduce((total, run) => total + run[key], 0);
const peak = (runs: readonly Measured[]): number => Math.max(...runs.map((run) => run.peakMegabytes));

const files = inputs();
const scratch = mkdtempSync(join(tmpdir(), 'vanban-bench-'));
const pages = (await Promise.all(files.map(pageCount))).reduce((a, b) => a + b, 0);
try {
  const ours = [await measure(process.execPath, [CLI, 'ingest', ...files, '--out', join(scratch, 'records'), '--store', join(scratch, 'store')])];
  const theirs: Measured[] = [];
  for (const file of files) {
    const out = join(scratch, basename(file));
    theirs.push(
      await measure('ocrmypdf', ['-l', 'vie', '--jobs', '2', '--force-ocr', '--tesseract-timeout', '600', '--sidecar', `${out}.txt`, file, out]),
    );
  }
  const row = (name: string, runs: readonly Measured[]): Record<string, string> => ({
    program: name,
    pages: String(pages),
    'wall s': sum(runs, 'wallSeconds').toFixed(1),
    'cpu s': sum(runs, 'cpuSeconds').toFixed(1),
    'pages/min': ((60 * pages) / sum(runs, 'wallSeconds')).toFixed(1),
    'peak MB': peak(runs).toFixed(0),
    failed: String(runs.filter((run) => run.exit !== 0).length),
  });
  console.table([row('vanban ingest', ours), row('ocrmypdf -l vie --jobs 2', theirs)]);
  console.log(`ratio of wall time, ocrmypdf / vanban: ${(sum(theirs, 'wallSeconds') / sum(ours, 'wallSeconds')).toFixed(2)}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
