// The sample letters as data: what a typist would set, without layout. One JSON file each in letters/.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface Letter {
  readonly name: string;
  readonly header: { readonly left: string[]; readonly right: string[]; readonly number: string; readonly date: string; readonly about: string };
  readonly title: string[];
  readonly heading: string;
  readonly addressees: string[];
  readonly body: string[];
  /** Rows of cells, the first row the head; all rows are as long as it. It stands after the body. */
  readonly table?: readonly (readonly string[])[];
  readonly copies: string[];
  readonly signature: { readonly lines: string[]; readonly name: string };
}

const folder = join(import.meta.dirname, 'letters');

/** All sample letters, by file name. */
export function readLetters(): Letter[] {
  return readdirSync(folder)
    .sort()
    .map((file) => ({ name: basename(file, '.json'), ...JSON.parse(readFileSync(join(folder, file), 'utf8')) }));
}
