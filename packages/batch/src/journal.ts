// Which documents has a forced run done so far? On disk, so that stopping it loses nothing; removed at the end of a whole run.
//   const journal = await openJournal(place, 'restore'); if (!journal.has(id)) { …; await journal.note(id); } await journal.end();
// It counts for one make only: after an update the same `from` is another piece of work.
import { appendFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeOf, type Place, printOf, type StageName } from '@vanban/pipeline';

export interface Journal {
  has(id: string): boolean;
  note(id: string): Promise<void>;
  end(): Promise<void>;
}

export async function openJournal(place: Place, from: StageName): Promise<Journal> {
  const path = join(place.store.folder, 'log', `reprocess-${from}-${printOf(makeOf(place))}.done`);
  const text = await readFile(path, 'utf8').catch(() => '');
  const done = new Set(text.split('\n').filter(Boolean));
  return { has: (id) => done.has(id), note: (id) => appendFile(path, `${id}\n`), end: () => rm(path, { force: true }) };
}
