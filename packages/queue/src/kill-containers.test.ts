// Watchers and workers of the queue are killed while an archive and a mail are taken apart and read: each file in them has its one record.
import { readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createStation, prepareWorkspace, type Workspace } from '@vanban/intake';
import { makeZip } from '@vanban/pages/make-zip';
import { createRunner, loadSettings, runHere } from '@vanban/pipeline';
import { STAGES } from '@vanban/pipeline/fake-stages';
import { openStore } from '@vanban/store';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStand, type Stand, until } from './fake/stand.ts';

// Only a test that hangs takes so long; on a busy machine ten processes start one after the other.
vi.setConfig({ testTimeout: 800_000, hookTimeout: 400_000 });

let stand: Stand;
beforeEach(async () => {
  stand = await openStand();
});
afterEach(() => stand.close());

const ZIPPED = 12;
const ATTACHED = 4;
const pagesOf = (name: string): Buffer => Buffer.from(`${name} trang một\n${name} trang hai`);
const archive = (): Buffer =>
  makeZip(Array.from({ length: ZIPPED }, (_, i) => ({ name: `đợt ${i % 3}/cv-${i}.txt`, data: pagesOf(`công văn ${i}`) })));

function mail(): Buffer {
  const parts = Array.from({ length: ATTACHED }, (_, i) => [
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Disposition: attachment; filename="thu-${i}.txt"`,
    'Content-Transfer-Encoding: base64',
    '',
    pagesOf(`thư ${i}`).toString('base64'),
  ]);
  const head = ['From: a@example.org', 'Subject: x', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b1', ''];
  return Buffer.from([...head, ...parts.flat(), '--b1--', ''].join('\r\n'));
}

async function fill({ inbox }: Workspace): Promise<void> {
  for (const [name, bytes] of [
    ['hồ sơ.zip', archive()],
    ['thư.eml', mail()],
  ] as const) {
    const part = join(inbox, `.${name}.part`);
    await writeFile(part, bytes);
    await utimes(part, 1_760_000_000, 1_760_000_000);
    await rename(part, join(inbox, name));
  }
}

/** None where the folder is not there yet. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Half-written files, which come and go, do not count. */
const countIn = async (folder: string): Promise<number> => (await filesIn(folder)).filter((path) => !path.endsWith('.tmp')).length;

async function contentsOf(folder: string): Promise<Map<string, string>> {
  const paths = await filesIn(folder);
  return new Map(await Promise.all(paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const)));
}

/** The records of one process that nobody disturbs, without a queue. */
async function undisturbedOut(root: string): Promise<Map<string, string>> {
  const workspace = await prepareWorkspace(root);
  await fill(workspace);
  const settings = loadSettings({ flags: { settleSeconds: 0.1, scanSeconds: 0.3 } });
  const place = { store: await openStore(join(root, 'store')), settings, stages: STAGES };
  const executor = runHere(place);
  const runner = () => createRunner({ place, pages: executor, documents: executor });
  const clock = { now: () => '2026-11-21T08:00:00Z', month: () => '2026-11' };
  await createStation({ workspace, place, runner, clock, documents: 4, onEvent: () => {} }).run({ once: true });
  return contentsOf(workspace.out);
}

test('watchers and workers killed amid an archive and a mail: every file in them has its one record', async () => {
  const workspace = await prepareWorkspace(stand.root);
  await fill(workspace);
  const moments = [
    async () => (await countIn(workspace.inbox)) === 0,
    async () => (await countIn(join(stand.root, 'store', 'documents'))) > 0,
    async () => (await countIn(workspace.out)) > 2,
    async () => (await countIn(workspace.out)) > 8,
  ];
  for (const moment of moments) {
    const [watcher, worker] = [await stand.watcher(), await stand.worker()];
    await until(moment, 300);
    await watcher.kill();
    await worker.kill();
  }
  expect(await countIn(workspace.done), 'killed in time').toBeLessThan(2);
  await Promise.all([stand.watcher(), stand.worker()]);
  await until(async () => (await countIn(workspace.done)) >= 2, 300);
  const out = await contentsOf(workspace.out);
  expect(out.size).toBe(ZIPPED + ATTACHED);
  expect(out).toEqual(await undisturbedOut(join(stand.root, 'undisturbed')));
  // The living watcher says in its folder who it is and what it does.
  const claimed = (await filesIn(workspace.work)).filter((path) => !/\/(?:owner|status)\.json$/u.test(path));
  expect([...(await filesIn(workspace.inbox)), ...claimed, ...(await filesIn(workspace.failed))]).toEqual([]);
});
