import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PageImage } from '@vanban/pages';
import { afterAll, expect, test } from 'vitest';
import { createStandingProcess } from './standing-process.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'vanban-standing-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Stands for the command: told a name, it says which one it is in its life and how large the file is. `extra` is run before that. */
function command(name: string, extra: string): string {
  const file = path.join(folder, name);
  const row =
    'printf "1\\t$n\\t0\\t\\n4\\t$n\\t1\\t1\\t1\\t0\\t0\\t0\\t9\\t9\\t-1\\t\\n5\\t$n\\t1\\t1\\t1\\t1\\t0\\t0\\t9\\t9\\t90\\t$n:$(wc -c < "$file" | tr -d " ")\\n"';
  writeFileSync(file, `#!/bin/sh\nn=0\nwhile read -r file; do n=$((n+1)); ${extra}; ${row}; done\n`);
  chmodSync(file, 0o755);
  return file;
}

const picture = (width: number): PageImage => ({ width, height: 1, dpi: 200, channels: 1, data: new Uint8Array(width), bilevel: false });
const HEAD = 166;
const textOf = (lines: readonly (readonly { readonly words: readonly { readonly text: string }[] }[])[]): string[] =>
  lines.map((page) => page.flatMap((line) => line.words.map((word) => word.text)).join(' '));
const left = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('vanban-tesseract-') && name.includes(`-${process.pid}-`));

test.skipIf(process.platform === 'win32')('one process answers call after call, and leaves nothing behind', async () => {
  const standing = createStandingProcess(command('patient', ':'), []);
  expect(textOf(await standing.read([picture(1), picture(20)]))).toEqual([`1:${HEAD + 1}`, `2:${HEAD + 20}`]);
  // The third was the blank one behind the first call.
  expect(textOf(await standing.read([picture(5)]))).toEqual([`4:${HEAD + 5}`]);
  expect(left()).toHaveLength(1);
  await standing.close();
  expect(left()).toEqual([]);
});

test.skipIf(process.platform === 'win32')('one that ends fails the call it was in; the next call has another', async () => {
  const standing = createStandingProcess(command('mortal', 'if [ $n = 4 ]; then echo "no memory" >&2; exit 7; fi'), []);
  expect(textOf(await standing.read([picture(1), picture(2)]))).toHaveLength(2);
  await expect(standing.read([picture(3)])).rejects.toMatchObject({ code: 'page-failed', message: expect.stringContaining('no memory') });
  expect(textOf(await standing.read([picture(4)]))).toEqual([`1:${HEAD + 4}`]);
  await standing.close();
  expect(left()).toEqual([]);
});

test('a command that is not there', async () => {
  const standing = createStandingProcess('no-such-tesseract', []);
  await expect(standing.read([picture(1)])).rejects.toMatchObject({ code: 'engine-missing' });
  await standing.close();
});
