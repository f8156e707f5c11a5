// Does memory stay flat? A cluster that gets a new text every so many seconds, and a scan now and then, while the memory of each of its processes is
// written down; at the end the first readings after the start are set beside the last.
//   pnpm bench soak [--minutes 30] [--every 20] [--scan FILE.pdf --scan-every 300] [--log samples.ndjson]
import { appendFile, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startCluster } from './cluster-run.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    every: { type: 'string', default: '20' },
    scan: { type: 'string' },
    'scan-every': { type: 'string', default: '300' },
    log: { type: 'string' },
  },
});
const SAMPLE_SECONDS = 30;
/** Minutes after the start from which memory should no longer grow: every process has done its first work. */
const WARM = 5;

const [end, every, scanEvery] = [Number(values.minutes) * 60, Number(values.every), Number(values['scan-every'])];
const sources = await mkdtemp(join(tmpdir(), 'vanban-soak-'));
const cluster = await startCluster({ readers: 1 });
const start = performance.now();
const now = (): number => (performance.now() - start) / 1000;
const memory = new Map<string, { readonly minute: number; readonly megabytes: number }[]>();
let [texts, scans] = [0, 0];
let [nextText, nextScan, nextSample] = [0, 30, 0];
try {
  while (now() < end) {
    if (now() >= nextText) {
      nextText += every;
      await dropText(++texts);
    }
    if (values.scan && now() >= nextScan) {
      nextScan += scanEvery;
      await dropScan(values.scan, ++scans);
    }
    if (now() >= nextSample) {
      nextSample += SAMPLE_SECONDS;
      await sample();
    }
    await sleep(500);
  }
  await cluster.written(texts + scans);
  report();
} finally {
  await cluster.stop();
  await rm(sources, { recursive: true, force: true });
}

async function dropText(n: number): Promise<void> {
  const path = join(sources, `cv-${n}.txt`);
  await writeFile(path, `Kính gửi: Các phòng, ban.\n\nĐề nghị Phòng Nội vụ gửi báo cáo số ${n} trước ngày 31/01/2025.\n`);
  await cluster.drop([{ from: path, name: `cv-${n}.txt` }]);
}

/** The same pages as a new document each time: a comment behind the end of a PDF changes its bytes only. */
async function dropScan(scan: string, n: number): Promise<void> {
  const path = join(sources, `scan-${n}.pdf`);
  await copyFile(scan, path);
  await appendFile(path, `\n% ${n}\n`);
  await cluster.drop([{ from: path, name: `scan-${n}.pdf` }]);
}

async function sample(): Promise<void> {
  const minute = now() / 60;
  for (const { pid, role, megabytes } of cluster.sample()) {
    const name = `${role} ${pid}`;
    memory.set(name, [...(memory.get(name) ?? []), { minute, megabytes }]);
    if (values.log) await appendFile(values.log, `${JSON.stringify({ minute, pid, role, megabytes })}\n`);
  }
}

function report(): void {
  const rows = [...memory].map(([name, samples]) => {
    const warm = samples.filter(({ minute }) => minute >= WARM);
    const mean = (part: typeof warm): string => (part.reduce((sum, { megabytes }) => sum + megabytes, 0) / part.length).toFixed(1);
    const third = Math.max(1, Math.floor(warm.length / 3));
    const values = warm.map(({ megabytes }) => megabytes);
    return warm.length < 3
      ? { process: name, samples: samples.length }
      : {
          process: name,
          samples: samples.length,
          'first third': mean(warm.slice(0, third)),
          'last third': mean(warm.slice(-third)),
          most: Math.max(...values).toFixed(1),
        };
  });
  console.log(`${texts} texts, ${scans} scans in ${(now() / 60).toFixed(1)} minutes; megabytes after minute ${WARM}`);
  console.table(rows);
}
