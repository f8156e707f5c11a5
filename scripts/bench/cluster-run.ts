// A cluster of its own for a measurement: private Redis, a watcher and workers over a fresh workspace, and what each of its processes uses.
//   const cluster = await startCluster({ readers: 2, env: {} }); await cluster.drop(files); await cluster.written(names); await cluster.stop();
import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ProcessSample, sampleTree } from './process-tree.ts';

const CLUSTER = join(import.meta.dirname, '..', 'cluster.ts');

export interface ClusterRun {
  readonly workspace: string;
  /** Puts copies into the inbox under the given names, all at one moment. */
  drop(files: readonly { readonly from: string; readonly name: string }[]): Promise<void>;
  /** Waits until so many records were written. Throws where a file failed. */
  written(count: number): Promise<void>;
  sample(): ProcessSample[];
  stop(): Promise<void>;
}

interface Options {
  /** Processes `ocr`, each with one reader of pages. */
  readonly readers: number;
  readonly env?: Readonly<Record<string, string>>;
}

export async function startCluster({ readers, env = {} }: Options): Promise<ClusterRun> {
  const workspace = await mkdtemp(join(tmpdir(), 'vanban-bench-'));
  const [inbox, waiting, out, failed] = ['inbox', 'waiting', 'out', 'failed'].map((name) => join(workspace, name)) as [
    string,
    string,
    string,
    string,
  ];
  for (const folder of [inbox, waiting]) await mkdir(folder);
  const own = { VANBAN_WORKERS: '1', VANBAN_SETTLE_SECONDS: '0.3', VANBAN_SCAN_SECONDS: '1', VANBAN_IDLE_SECONDS: '86400', VANBAN_LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [CLUSTER, '--workspace', workspace, '--ocr', String(readers)], {
    env: { ...process.env, REDIS_URL: '', ...own, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    workspace,
    async drop(files) {
      for (const { from, name } of files) await copyFile(from, join(waiting, name));
      for (const { name } of files) await rename(join(waiting, name), join(inbox, name));
    },
    async written(count) {
      for (;;) {
        const bad = await readdir(failed).catch(() => []);
        if (bad.length > 0) throw new Error(`failed: ${bad.join(', ')}`);
        if ((await readdir(out).catch(() => [])).filter((name) => name.endsWith('.json')).length >= count) return;
        if (child.exitCode !== null) throw new Error('the cluster ended');
        await sleep(100);
      }
    },
    sample: () => sampleTree(child.pid ?? -1),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      // What its workers started may write for a moment longer.
      await rm(workspace, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    },
  };
}
