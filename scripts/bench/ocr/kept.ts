// Texts that were read before, so that a stopped run goes on where it was and a peer is not run again without need.
// One file for each reader, its version and the bytes it read: a changed program or page is read anew.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sample } from './samples.ts';

export interface Reader {
  readonly name: string;
  /** Everything that its text depends on besides the page. */
  readonly version: string;
  /** The text of the sample's pages; throws where the program fails. */
  read(sample: Sample): Promise<string>;
  close(): Promise<void>;
}

/** Reads the sample unless its text lies in `folder`. */
export async function readKept(folder: string, reader: Reader, sample: Sample): Promise<string> {
  const key = createHash('sha256').update(`${reader.name}\n${reader.version}\n${sample.page}\n`).update(readFileSync(sample.pdf)).digest('hex');
  const path = join(folder, `${key.slice(0, 32)}.txt`);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const text = await reader.read(sample);
  mkdirSync(folder, { recursive: true });
  // Renamed into place, so that a run stopped here leaves no half text.
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
  return text;
}

/** A digest of all files under the folders, by path and content. */
export function digestOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  const walk = (path: string): void => {
    if (!existsSync(path)) return;
    if (statSync(path).isFile()) hash.update(path).update(readFileSync(path));
    else for (const name of readdirSync(path).sort()) if (!name.endsWith('.test.ts')) walk(join(path, name));
  };
  for (const folder of folders) walk(folder);
  return hash.digest('hex').slice(0, 16);
}
