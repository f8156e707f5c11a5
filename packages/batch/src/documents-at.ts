// Which documents do paths on the command line mean? A record's file is its document; any other file is the document with its bytes; a folder is all
// files in it and below that are not hidden or half-written.
//   await documentsAt(['out/cv-266.json', 'archive/2019'])   → a set of ids
// Throws `usage` for a path that is not there. It does not ask whether the store knows them.
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { VanbanError } from '@vanban/contract';
import { idInFile, isIgnored } from '@vanban/intake';
import { hashFile } from '@vanban/store';

export async function documentsAt(paths: readonly string[]): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found === null) throw new VanbanError('usage', `${path}: không có / not there`);
    if (found.isDirectory()) for await (const file of filesIn(path)) ids.add(await documentAt(file));
    else ids.add(await documentAt(path));
  }
  return ids;
}

async function documentAt(path: string): Promise<string> {
  return (path.endsWith('.json') ? await idInFile(path) : null) ?? (await hashFile(path)).id;
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name);
    if (isIgnored(entry.name)) continue;
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}
