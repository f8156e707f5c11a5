// Two stations on one inbox: every file is taken by one of them, none by both, none is lost.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { run, start } from './command.ts';
import { filesIn, letter, newWorkspace, put } from './folders.ts';

// Whole processes on a machine that may be busy with others.
vi.setConfig({ testTimeout: 600_000 });

const COUNT = 60;

test('two stations share an inbox', async () => {
  const workspace = await newWorkspace();
  const names = Array.from({ length: COUNT }, (_, i) => `thu-${i}.txt`).sort();
  for (const [i, name] of names.entries()) await put(join(workspace.inbox, name), letter(i));
  const stations = [start(['watch', '--once', '--workspace', workspace.root]), start(['watch', '--once', '--workspace', workspace.root])];
  for (const station of stations) expect(await station.ended, station.output()).toBe(0);
  const told = stations.map((station) => [...station.output().matchAll(/✓ (thu-\d+\.txt)/gu)].map((match) => match[1] as string));
  expect(told.flat().sort()).toEqual(names);
  for (const one of told) expect(one.length, 'both worked').toBeGreaterThan(0);
  expect(await filesIn(workspace.out)).toEqual(names.map((name) => name.replace('.txt', '.json')));
  expect((await filesIn(workspace.done)).map((path) => path.split('/')[1])).toEqual(names);
  expect([...(await filesIn(workspace.inbox)), ...(await filesIn(workspace.failed)), ...(await filesIn(workspace.work))]).toEqual([]);
});

test('a station goes on while another holds the same document', async () => {
  const workspace = await newWorkspace();
  await put(join(workspace.inbox, 'a.txt'), letter(1));
  await put(join(workspace.inbox, 'b.txt'), letter(1));
  const stations = [start(['watch', '--once', '--workspace', workspace.root]), start(['watch', '--once', '--workspace', workspace.root])];
  for (const station of stations) expect(await station.ended, station.output()).toBe(0);
  expect(await readFile(join(workspace.out, 'a.json'))).toEqual(await readFile(join(workspace.out, 'b.json')));
  expect(JSON.parse((await run(['status', '--json', '--workspace', workspace.root])).output)).toMatchObject({ done: 1 });
});

test('what a person has in out/ already is never overwritten', async () => {
  const workspace = await newWorkspace();
  await writeFile(join(workspace.out, 'thu.json'), 'của tôi');
  await put(join(workspace.inbox, 'thu.txt'), letter(1));
  await run(['watch', '--once', '--workspace', workspace.root]);
  expect(await filesIn(workspace.out)).toEqual(['thu.json', 'thu~2.json']);
  expect(await readFile(join(workspace.out, 'thu.json'), 'utf8')).toBe('của tôi');
});
