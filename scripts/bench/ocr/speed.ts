// How fast, and in how much memory? All pages of one kind of scan are put into one file; vanban and the peers read it in turn as whole processes,
// round after round, so that what else the machine does meets all of them alike. vanban does all that `ingest` does; a peer writes text (and its PDF).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS, openSource } from '@vanban/pages';
import { type Measured, measure } from '../process-tree.ts';
import { PEERS } from './peers.ts';
import type { Sample } from './samples.ts';
import { median } from './scores.ts';

export interface Speed {
  readonly kind: string;
  readonly program: string;
  readonly pages: number;
  /** Medians over the rounds. */
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

const CLI = join(import.meta.dirname, '..', '..', '..', 'packages', 'cli', 'src', 'main.ts');

interface Program {
  readonly name: string;
  command(pdf: string, out: string): readonly [string, readonly string[], NodeJS.ProcessEnv?];
}

const ingest = (pdf: string, out: string): readonly [string, readonly string[]] => [
  process.execPath,
  [CLI, 'ingest', pdf, '--out', join(out, 'records'), '--store', join(out, 'store')],
];

const PROGRAMS: readonly Program[] = [
  { name: 'vanban', command: ingest },
  { name: 'vanban, native engine', command: (pdf, out) => [...ingest(pdf, out), { VANBAN_ENGINE: 'native' }] },
  ...PEERS.map(({ name, script }): Program => ({ name, command: (pdf, out) => ['sh', ['-c', script, 'sh', pdf, join(out, 'peer')]] })),
];

/** Throws where a program is missing or fails: half a comparison says nothing. */
export async function measureSpeed(samples: readonly Sample[], rounds: number, say: (words: string) => void): Promise<Speed[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'vanban-bench-'));
  try {
    const speeds: Speed[] = [];
    for (const kind of [...new Set(samples.map((sample) => sample.kind))].sort()) {
      const { pdf, pages } = await joinPages(
        samples.filter((sample) => sample.kind === kind),
        join(scratch, `${kind}.pdf`),
      );
      if (pages > 0) speeds.push(...(await measureKind(kind, pdf, pages, rounds, scratch, say)));
    }
    return speeds;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function measureKind(
  kind: string,
  pdf: string,
  pages: number,
  rounds: number,
  scratch: string,
  say: (words: string) => void,
): Promise<Speed[]> {
  const runs = PROGRAMS.map((): Measured[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { name, command }] of PROGRAMS.entries()) {
      const out = mkdtempSync(join(scratch, 'run-'));
      const [program, args, env] = command(pdf, out);
      const run = await measure(program, args, env);
      if (run.exit !== 0) throw new Error(`${name}: exit code ${run.exit} on ${pages} pages (${kind})`);
      runs[index]?.push(run);
      say(`${kind}, round ${round + 1}, ${name}: ${run.wallSeconds.toFixed(1)} s wall, ${run.cpuSeconds.toFixed(1)} s CPU`);
      rmSync(out, { recursive: true });
    }
  }
  return PROGRAMS.map(({ name }, index) => speedOf(kind, name, pages, runs[index] ?? []));
}

function speedOf(kind: string, program: string, pages: number, runs: readonly Measured[]): Speed {
  const middle = (key: 'wallSeconds' | 'cpuSeconds' | 'peakMegabytes'): number => median(runs.map((run) => run[key]));
  return { kind, program, pages, wallSeconds: middle('wallSeconds'), cpuSeconds: middle('cpuSeconds'), peakMegabytes: middle('peakMegabytes') };
}

/** Pages with a text layer are left out: vanban would take the layer, and OCRmyPDF refuses them. */
async function joinPages(samples: readonly Sample[], out: string): Promise<{ pdf: string; pages: number }> {
  const chosen: string[] = [];
  let pages = 0;
  for (const { pdf, page } of samples) {
    if (hasText(pdf, page)) continue;
    const source = await openSource(pdf, { limits: DEFAULT_LIMITS });
    await source.close();
    chosen.push(pdf, page === null ? `1-${source.pageCount}` : `${page}`);
    pages += page === null ? source.pageCount : 1;
  }
  if (pages > 0) execFileSync('qpdf', ['--warning-exit-0', '--empty', '--pages', ...chosen, '--', out], { stdio: 'ignore' });
  return { pdf: out, pages };
}

function hasText(pdf: string, page: number | null): boolean {
  const range = page === null ? [] : ['-f', `${page}`, '-l', `${page}`];
  return execFileSync('pdftotext', [...range, pdf, '-'], { encoding: 'utf8' }).trim() !== '';
}
