import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HOLDER_NAME, thisHolder } from '@vanban/store';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeScratchFolder } from './scratch-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vanban-scratch-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

test.runIf(process.platform === 'linux')('removes what ended processes left, also where another has their number now, and nothing else', async () => {
  const { host, pid, started } = thisHolder;
  const kept = [`vanban-office-${HOLDER_NAME}-a`, `vanban-office-elsewhere-${pid}-1-b`, `vanban-other-${host}-${pid}-1-c`, 'something'];
  const gone = [`vanban-office-${host}-${pid}-${Number(started) + 1}-d`, `vanban-office-${host}-4194305-1-e`];
  for (const name of [...kept, ...gone]) await mkdir(path.join(folder, name));
  const made = await makeScratchFolder('office');
  expect((await readdir(folder)).sort()).toEqual([...kept, path.basename(made)].sort());
});
