import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDesk } from './claimed-file.ts';
import { prepareWorkspace, type Workspace } from './workspace.ts';

/** Files that the system does not let go, also for a test that runs as root. */
const held = vi.hoisted(() => new Set<string>());

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const rename: typeof real.rename = async (from, to) => {
    if (held.has(String(from))) throw Object.assign(new Error(`EACCES: permission denied, rename '${from}' -> '${to}'`), { code: 'EACCES' });
    return real.rename(from, to);
  };
  return { ...real, rename };
});

let workspace: Workspace;
beforeEach(async () => {
  held.clear();
  workspace = await prepareWorkspace(await mkdtemp(join(tmpdir(), 'vanban-desk-')));
});
afterEach(() => rm(workspace.root, { recursive: true, force: true }));

test('a file in a folder that may not be written is told in the same words at every try', async () => {
  const path = join(workspace.inbox, 'cv.pdf');
  await writeFile(path, 'x');
  held.add(path);
  const desk = await openDesk(workspace);
  const told = await Promise.all([1, 2, 3].map(() => desk.claim('cv.pdf').catch((error: Error) => error.message)));
  await desk.close();
  expect(new Set(told)).toEqual(new Set([expect.stringMatching(/^permission-denied: .*EACCES: .*inbox.cv\.pdf$/u)]));
});
