// Which files lie in a folder and its subfolders? In order of name, without what is ignored; links are named as links, never followed.
//   for await (const file of findFiles('inbox', onProblem)) …   { relative: 'sub/cv.pdf', link: false }
// A folder that may not be read is reported and passed over.
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { asVanbanError, type VanbanError } from '@vanban/contract';
import { isIgnored } from './ignored.ts';

export interface FoundFile {
  /** From the folder that was searched; as the system gives it. */
  readonly relative: string;
  readonly link: boolean;
}

export async function* findFiles(folder: string, onProblem: (error: VanbanError) => void, under = ''): AsyncGenerator<FoundFile> {
  const entries = await readdir(join(folder, under), { withFileTypes: true }).catch((error): Dirent[] => {
    onProblem(asVanbanError(error));
    return [];
  });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const relative = join(under, entry.name);
    if (isIgnored(relative)) continue;
    if (entry.isDirectory()) yield* findFiles(folder, onProblem, relative);
    else if (entry.isFile() || entry.isSymbolicLink()) yield { relative, link: entry.isSymbolicLink() };
  }
}
