// Every odd input of ../odd ends as its row says: a record, or a typed error; none harms the others. One call of the command takes them all.
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ODD_FILES, ODD_NAME_TEXT, ODD_NAMES } from '../odd/odd-files.ts';
import { runSealed, type Sealed } from './sealed/run-sealed.ts';

interface Line {
  readonly file: string;
  readonly state: string;
  readonly out?: string;
  readonly error?: { readonly code: string };
}

let folder: string;
let lines: readonly Line[];
let said: string;
let sealed: Sealed;

/** The command ends with an exit code above 0, since some of the files cannot be read. */
function ingest(): Promise<Sealed> {
  const main = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));
  return runSealed(process.execPath, [main, 'ingest', join(folder, 'odd'), '--out', join(folder, 'out'), '--workspace', folder, '--json']);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vanban-odd-'));
  await mkdir(join(folder, 'odd', 'names'), { recursive: true });
  for (const { name, make } of ODD_FILES) await writeFile(join(folder, 'odd', name), await make());
  for (const [index, name] of ODD_NAMES.entries()) await writeFile(join(folder, 'odd', 'names', name), `${ODD_NAME_TEXT}${index}. Xong.\n`);
  await writeFile(join(folder, 'secret.txt'), ODD_NAME_TEXT);
  if (LINKS) await symlink(join(folder, 'secret.txt'), join(folder, 'odd', 'link.txt'));
  sealed = await ingest();
  said = sealed.stdout;
  lines = said
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}, 1_800_000);

/** Windows lets only administrators make them. */
const LINKS = process.platform !== 'win32';

afterAll(() => rm(folder, { recursive: true, force: true }));

const lineOf = (path: string): Line | undefined => lines.find(({ file }) => file.normalize('NFC') === join(folder, 'odd', path).normalize('NFC'));

describe('odd files', () => {
  test.each(ODD_FILES)('$name: $what → $outcome', async ({ name, outcome, warnings = [] }) => {
    const line = lineOf(name);
    expect(line, said).toBeDefined();
    expect(line?.state === 'done' ? 'record' : line?.error?.code).toBe(outcome);
    if (line?.state !== 'done') return;
    const record = JSON.parse(await readFile(line.out as string, 'utf8'));
    expect(record.pipeline.warnings.map(({ code }: { code: string }) => code)).toEqual(expect.arrayContaining([...warnings]));
  });

  test('stand in the table of the README', async () => {
    const table = await readFile(new URL('../odd/README.md', import.meta.url), 'utf8');
    for (const { name, what, made, outcome } of ODD_FILES) expect(table).toContain(`| \`${name}\` | ${what} | ${made} | ${outcome} |`);
  });
});

test.runIf(LINKS)('a link out of the folder is refused', () => expect(lineOf('link.txt')?.error?.code).toBe('input-link'));

test('nothing looked for the network', () => {
  expect(sealed.touched).toEqual([]);
  expect(sealed.counted ?? 0).toBe(0);
});

describe('odd names', () => {
  test.each(ODD_NAMES)('%j gives a record', (name) => {
    expect(lineOf(join('names', name))?.state, said).toBe('done');
  });
});
