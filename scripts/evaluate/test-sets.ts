// What the restorer is measured on: documents of pairs, truth and what was read, each line by itself.
// A set is a TSV file (truth, tab, read) or two texts with the same lines (TRUTH.txt:READ.txt). In a TSV file an empty line begins another
// document; a line without truth stands around the others and is not counted. Without any set, the samples that ship with the
// product are taken twice: as they are (nothing may change) and with all marks taken off.
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripMarks } from '@vanban/text';

export interface Pair {
  /** Empty where it is not known: context alone. */
  readonly truth: string;
  readonly read: string;
}

export interface TestSet {
  readonly name: string;
  readonly documents: readonly (readonly Pair[])[];
}

const SAMPLES = fileURLToPath(new URL('../../data/samples/', import.meta.url));

export async function readSets(paths: readonly string[]): Promise<TestSet[]> {
  return paths.length > 0 ? Promise.all(paths.map(readSet)) : shippedSets();
}

async function readSet(path: string): Promise<TestSet> {
  const [truthPath, readPath] = path.split(':');
  if (truthPath !== undefined && readPath !== undefined) {
    const [truth, read] = await Promise.all([readFile(truthPath, 'utf8'), readFile(readPath, 'utf8')]);
    return { name: basename(readPath), documents: [[{ truth, read }]] };
  }
  const documents = (await readFile(path, 'utf8')).split(/\n(?:[ \r]*\n)+/u).map(pairsOf);
  return { name: basename(path, '.tsv'), documents: documents.filter((pairs) => pairs.length > 0) };
}

function pairsOf(document: string): Pair[] {
  const lines = document.split('\n').filter((line) => line.includes('\t'));
  return lines.map((line) => line.split('\t')).map(([truth = '', read = '']) => ({ truth, read }));
}

async function shippedSets(): Promise<TestSet[]> {
  const names = (await readdir(SAMPLES)).filter((name) => name.endsWith('.txt')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(SAMPLES, name), 'utf8')));
  return [
    { name: 'samples as they are', documents: texts.map((truth) => [{ truth, read: truth }]) },
    { name: 'samples without marks', documents: texts.map((truth) => [{ truth, read: stripMarks(truth) }]) },
  ];
}
