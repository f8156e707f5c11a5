// Which documents have letters that wait, and when is each to be looked at? An empty file for each in ENDPOINT/waiting; its time of change is when it is due,
// so that a round costs a look at what waits, not at everything that was ever sent.
//   await markWaiting(outbox, endpoint, recordId, now);        before a letter is written, and after
//   for await (const recordId of dueRecords(outbox, endpoint, now)) …
// A mark too many costs a look; a mark that is missing after a crash is made again when the letter is written again, or by a round over everything.
import { opendir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, typed } from '@vanban/store';
import { type Endpoint, endpointFolder, type Outbox } from './endpoint.ts';

const folderOf = (outbox: Outbox, endpoint: Endpoint): string => join(endpointFolder(outbox, endpoint), 'waiting');

/** A mark that is there already keeps its time: an earlier letter of the document is put off, and this one goes after it. */
export function markWaiting(outbox: Outbox, endpoint: Endpoint, recordId: string, now: string): Promise<void> {
  return typed(async () => {
    const folder = folderOf(outbox, endpoint);
    await makeFolder(folder);
    try {
      await writeFile(join(folder, recordId), '', { flag: 'wx' });
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return;
      throw error;
    }
    await setDue(outbox, endpoint, recordId, now);
  });
}

/** `due` is ISO 8601. */
export async function setDue(outbox: Outbox, endpoint: Endpoint, recordId: string, due: string): Promise<void> {
  const seconds = Temporal.Instant.from(due).epochMilliseconds / 1000;
  await utimes(join(folderOf(outbox, endpoint), recordId), seconds, seconds).catch(ignoreMissing);
}

export const unmark = (outbox: Outbox, endpoint: Endpoint, recordId: string): Promise<void> =>
  rm(join(folderOf(outbox, endpoint), recordId), { force: true });

export async function* dueRecords(outbox: Outbox, endpoint: Endpoint, now: string): AsyncGenerator<string> {
  const [folder, moment] = [folderOf(outbox, endpoint), Temporal.Instant.from(now).epochMilliseconds];
  const marks = await opendir(folder).catch(ignoreMissing);
  for await (const { name } of marks ?? []) {
    const mark = await stat(join(folder, name)).catch(ignoreMissing);
    if (mark && mark.mtimeMs <= moment) yield name;
  }
}

/** Every document that ever had a letter: slow for many, needs no marks. */
export async function* allRecords(outbox: Outbox, endpoint: Endpoint): AsyncGenerator<string> {
  const root = endpointFolder(outbox, endpoint);
  for (const shelf of await readdir(root).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/u.test(shelf)) continue;
    for await (const { name } of await opendir(join(root, shelf))) yield name;
  }
}

function ignoreMissing(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error;
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
