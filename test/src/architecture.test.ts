// The borders of the packages: who may depend on whom, and that nobody imports what its package.json does not name.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** From the inside out: a package may depend on those before it in the list, never on those after it. */
const ORDER = [
  'contract',
  'text',
  'store',
  'pages',
  'ocr',
  'restore',
  'segment',
  'deadlines',
  'extract',
  'evaluation',
  'export',
  'pipeline',
  'intake',
  'outbox',
  'batch',
  'queue',
  'cli',
] as const;

/** Libraries that one package alone talks to. */
const SOLE_IMPORTERS: { readonly [library: string]: string } = {
  bullmq: 'queue',
  ioredis: 'queue',
  'tesseract.js': 'ocr',
  '@xenova/transformers': 'restore',
  'pdfjs-dist': 'pages',
  chokidar: 'intake',
  commander: 'cli',
};

interface Manifest {
  readonly name: string;
  readonly dependencies?: { readonly [name: string]: string };
  readonly devDependencies?: { readonly [name: string]: string };
}

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
const packages = readdirSync(join(ROOT, 'packages')).sort();
const importsOf = (folder: string): string[] =>
  readdirSync(join(ROOT, folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) =>
      [...readFileSync(join(ROOT, folder, 'src', name), 'utf8').matchAll(/(?:^(?:import|export)\b[^;']*from |import\()'([^'.][^']*)'/gmu)].map(
        (match) => match[1] as string,
      ),
    );

describe('packages', () => {
  test('are all in the order', () => expect([...ORDER].sort()).toEqual(packages));

  test.each(packages)('%s depends inwards only', (name) => {
    const own = ORDER.indexOf(name as (typeof ORDER)[number]);
    const inner = Object.keys(manifestOf(`packages/${name}`).dependencies ?? {})
      .filter((dependency) => dependency.startsWith('@vanban/'))
      .map((dependency) => dependency.replace('@vanban/', ''));
    for (const other of inner) expect(ORDER.indexOf(other as (typeof ORDER)[number]), `${name} → ${other}`).toBeLessThan(own);
  });

  test.each(packages)('%s imports only what its package.json names', (name) => {
    const { dependencies = {}, devDependencies = {} } = manifestOf(`packages/${name}`);
    for (const specifier of importsOf(`packages/${name}`)) {
      if (specifier.startsWith('node:')) continue;
      const library = specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
      expect(Object.keys({ ...dependencies, ...devDependencies }), `${name} imports ${specifier}`).toContain(library);
    }
  });

  test('the contract knows no other package, the store only the contract', () => {
    expect(Object.keys(manifestOf('packages/contract').dependencies ?? {})).toEqual(['zod']);
    expect(Object.keys(manifestOf('packages/store').dependencies ?? {})).toEqual(['@vanban/contract']);
  });

  test.each(Object.entries(SOLE_IMPORTERS))('%s is imported by %s alone', (library, owner) => {
    const importers = packages.filter((name) =>
      importsOf(`packages/${name}`).some((specifier) => specifier === library || specifier.startsWith(`${library}/`)),
    );
    expect(importers.filter((name) => name !== owner)).toEqual([]);
  });
});

describe('workers', () => {
  test.each(readdirSync(join(ROOT, 'workers')))('%s is a process, not a place for code', (name) => {
    const lines = readFileSync(join(ROOT, 'workers', name, 'src', 'main.ts'), 'utf8').split('\n').length;
    expect(lines).toBeLessThan(80);
    expect(Object.keys(manifestOf(`workers/${name}`).dependencies ?? {}).filter((dependency) => !/^@vanban\/|^pino/u.test(dependency))).toEqual([]);
  });
});
