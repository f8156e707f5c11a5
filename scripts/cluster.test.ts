// The cluster as an operator starts it: a private Redis, a watcher and all workers with the product's own stages, from inbox to record and to a clean end.
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const CLUSTER = fileURLToPath(new URL('./cluster.ts', import.meta.url));
const VANBAN = fileURLToPath(new URL('../packages/cli/src/main.ts', import.meta.url));
/** Milliseconds: ten processes start, on a busy machine one after the other. */
const PATIENCE = 400_000;
const FIRST_PORT = 20_000 + (process.pid % 20_000);

async function until<T>(ask: () => Promise<T | null>, seconds: number): Promise<T> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await sleep(100)) {
    const found = await ask().catch(() => null);
    if (found !== null) return found;
  }
  throw new Error(`nothing within ${seconds} s: ${ask}`);
}

const page = (port: number, path: string) => fetch(`http://127.0.0.1:${port}${path}`).then((answer) => answer.text());

test(
  'brings a dropped file to its record, tells how it is, serves commands, and ends cleanly',
  async () => {
    const workspace = await mkdtemp(join(tmpdir(), 'vanban-cluster-'));
    await mkdir(join(workspace, 'inbox'));
    await writeFile(join(workspace, 'inbox', 'cv.txt'), 'Kính gửi: Các phòng, ban.\n\nĐề nghị Phòng Nội vụ gửi báo cáo trước ngày 31/01/2025.\n');
    const cluster = spawn(process.execPath, [CLUSTER, '--workspace', workspace, '--http', `${FIRST_PORT}`], { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    cluster.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const vanbanWith = (settings: Readonly<Record<string, string>>, ...args: string[]) => {
      const REDIS_URL = /redis:\S+/u.exec(said)?.[0];
      return promisify(execFile)(process.execPath, [VANBAN, ...args, '--workspace', workspace], { env: { ...process.env, REDIS_URL, ...settings } });
    };
    const vanban = (...args: string[]) => vanbanWith({}, ...args);
    const ended = new Promise((resolve) => cluster.once('exit', resolve));
    try {
      const record = JSON.parse(await until(() => readFile(join(workspace, 'out', 'cv.json'), 'utf8'), 200));
      expect(record).toMatchObject({ schemaVersion: '1.0', source: { fileName: 'cv.txt' } });
      const published = FIRST_PORT + 5;
      expect(await page(published, '/healthz')).toBe('{"redis":"ready"}');
      expect(await page(published, '/metrics')).toContain('vanban_documents_total 1');
      expect(await page(FIRST_PORT + 1, '/metrics')).toContain('vanban_pages_total 1');
      expect((await vanban('resume')).stdout).toContain('0 văn bản');
      await writeFile(join(workspace, 'other.txt'), 'Yêu cầu Sở Xây dựng báo cáo trước ngày 28/02/2025.\n');
      await vanban('ingest', join(workspace, 'other.txt'), '--out', join(workspace, 'elsewhere'));
      expect(JSON.parse(await readFile(join(workspace, 'elsewhere', 'other.json'), 'utf8'))).toMatchObject({ source: { fileName: 'other.txt' } });
      expect(await page(published, '/metrics')).toContain('vanban_documents_total 2');
      expect((await vanban('reprocess', '--from', 'extract')).stdout).toContain('2 làm lại / redone, 0 thay đổi / changed, 0 lỗi / failed');
      const otherwise = vanbanWith({ VANBAN_REREADING: 'false' }, 'ingest', join(workspace, 'other.txt'));
      await expect(otherwise).rejects.toMatchObject({ code: 4, stderr: expect.stringContaining('ocr: rereading true, here false') });
      // Logs hold ids, never a text.
      expect(said).toContain(record.id);
      expect(said).not.toMatch(/Nội vụ|Sở Xây dựng/u);
    } finally {
      cluster.kill('SIGTERM');
      expect(await ended).toBe(0);
      await rm(workspace, { recursive: true, force: true });
    }
  },
  PATIENCE,
);
