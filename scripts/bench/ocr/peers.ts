// What people use today, as readers of samples: Tesseract on pages rendered at 300 dpi, and OCRmyPDF with its clean-up.
// Each is a shell command over "$1" (PDF) that writes the text to "$2.txt". Needs Debian's tesseract-ocr-vie, poppler-utils, ocrmypdf and unpaper.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reader } from './kept.ts';
import type { Sample } from './samples.ts';

export interface Peer {
  readonly name: string;
  readonly program: 'tesseract' | 'ocrmypdf';
  readonly script: string;
}

const RENDERED = 'set -e; pdftoppm -r 300 -gray "$1" "$2"';
const IN_TURN = 'for p in "$2"-*.pgm; do OMP_THREAD_LIMIT=1 tesseract "$p" stdout -l vie 2>/dev/null; done > "$2.txt"';
// The time-out is raised because a busy machine passes the usual 180 s, and the page would then be dropped without a word.
const CLEANED = 'ocrmypdf -l vie --jobs 2 --deskew --rotate-pages --clean --tesseract-timeout 900';
const OCRMYPDF = [
  `${CLEANED} --sidecar "$2.txt" "$1" "$2.pdf"; e=$?`,
  // 6: a page has text already; OCRmyPDF must then be told to read it all the same.
  `[ $e -eq 6 ] || exit $e; ${CLEANED} --force-ocr --sidecar "$2.txt" "$1" "$2.pdf"`,
].join('\n');

export const PEERS: readonly Peer[] = [
  { name: 'tesseract -l vie', program: 'tesseract', script: `${RENDERED}; ${IN_TURN}` },
  {
    name: 'ocrmypdf -l vie --jobs 2 --deskew --rotate-pages --clean',
    program: 'ocrmypdf',
    script: OCRMYPDF,
  },
];

/** Null where the program is not there. */
export function createPeerReader({ name, program, script }: Peer): Reader | null {
  const version = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) return null;
  return {
    name,
    version: `${version.stdout.split('\n')[0]} ${script}`,
    read: async (sample) => readByScript(sample, script),
    close: async () => undefined,
  };
}

function readByScript({ pdf, page }: Sample, script: string): string {
  const scratch = mkdtempSync(join(tmpdir(), 'vanban-bench-'));
  try {
    const single = join(scratch, 'page.pdf');
    if (page !== null) run('qpdf', ['--decrypt', '--warning-exit-0', pdf, '--pages', '.', `${page}`, '--', single]);
    run('sh', ['-c', script, 'sh', page === null ? pdf : single, join(scratch, 'out')]);
    return readFileSync(join(scratch, 'out.txt'), 'utf8');
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.at(-2)}: ${error?.message ?? stderr.trim().split('\n').at(-1)}`);
}
