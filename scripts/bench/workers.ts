// How many pages a minute do one and two readers bring to their records, and what does the queue cost in real work? The same scans through a cluster
// with one `ocr` process and with two, in turn, after each process has read a page to warm up.
//   pnpm bench workers FILE.pdf… [--rounds 2]
// On a machine that others use, CPU seconds mean more than the clock: the queue's are those of the processes that only schedule, and of Redis; the
// work's are those of their child processes. What the schedulers use while they wait is among the queue's and grows with the clock: on a machine
// that is slowed down by others the share says little, and `pnpm bench queue` tells what a page costs.
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_LIMITS, openSource } from '@vanban/pages';
import { startCluster } from './cluster-run.ts';
import type { ProcessSample } from './process-tree.ts';

const WARM_UP = join(import.meta.dirname, '..', '..', 'data', 'samples', 'bxd-266.pdf');
const READERS = [1, 2];

const { values, positionals: files } = parseArgs({ options: { rounds: { type: 'string', default: '2' } }, allowPositionals: true });
if (files.length === 0) throw new Error('give scans: pnpm bench workers FILE.pdf…');

let pages = 0;
for (const file of files) {
  const source = await openSource(file, { limits: DEFAULT_LIMITS });
  pages += source.pageCount;
  await source.close();
}

const runs: Run[] = [];
for (let round = 0; round < Number(values.rounds); round++) {
  for (const readers of READERS) {
    runs.push(await measureRun(readers));
    console.log(JSON.stringify(runs.at(-1)));
  }
}
console.table(runs);
for (const readers of READERS) {
  const own = runs.filter((run) => run.readers === readers);
  const mean = (key: keyof Run): string => (own.reduce((sum, run) => sum + run[key], 0) / own.length).toFixed(2);
  console.log(
    `${readers} readers: ${mean('pagesAMinute')} pages a minute, queue ${mean('queueMsAPage')} ms a page, ${mean('queueShare')} % of the reading`,
  );
}

interface Run {
  readonly readers: number;
  readonly seconds: number;
  readonly pagesAMinute: number;
  readonly readingSecondsAPage: number;
  readonly otherSecondsAPage: number;
  readonly queueMsAPage: number;
  readonly redisMsAPage: number;
  /** Queue and Redis as per cent of the CPU that reading took. */
  readonly queueShare: number;
}

async function measureRun(readers: number): Promise<Run> {
  const cluster = await startCluster({ readers });
  try {
    await cluster.drop(Array.from({ length: readers }, (_, n) => ({ from: WARM_UP, name: `warm-${n}.pdf` })));
    await cluster.written(readers);
    const before = cpuByGroup(cluster.sample());
    const start = performance.now();
    await cluster.drop(files.map((from) => ({ from, name: basename(from) })));
    await cluster.written(readers + files.length);
    const seconds = (performance.now() - start) / 1000;
    const after = cpuByGroup(cluster.sample());
    const spent = (group: Group): number => after[group] - before[group];
    const each = (group: Group, unit = 1): number => round((spent(group) * unit) / pages);
    return {
      readers,
      seconds: round(seconds),
      pagesAMinute: round((60 * pages) / seconds),
      readingSecondsAPage: each('reading'),
      otherSecondsAPage: each('other'),
      queueMsAPage: each('queue', 1000),
      redisMsAPage: each('redis', 1000),
      queueShare: round((100 * (spent('queue') + spent('redis'))) / spent('reading')),
    };
  } finally {
    await cluster.stop();
  }
}

type Group = 'reading' | 'other' | 'queue' | 'redis';

/** Children live as long as the run (their idle time is a day), so that nothing used is lost. */
function cpuByGroup(samples: readonly ProcessSample[]): Record<Group, number> {
  const sums = { reading: 0, other: 0, queue: 0, redis: 0 };
  for (const { role, cpuSeconds } of samples) sums[groupOf(role)] += cpuSeconds;
  return sums;
}

function groupOf(role: string): Group {
  if (role === 'ocr child') return 'reading';
  if (role.endsWith(' child')) return 'other';
  return role === 'redis' ? 'redis' : 'queue';
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
