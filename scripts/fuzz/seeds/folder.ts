// A place for the input that is tried: a folder of this process, gone when it ends.
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The path of `name` in a new folder. */
export async function inFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vanban-fuzz-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return join(folder, name);
}
