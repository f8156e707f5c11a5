// Puts the present records into the files that hold older ones, and says what changes by it.
//   for await (const { path, change } of writeRecords(place, 'out', (id) => wanted.has(id))) report(path, change);
// Files are found by what they hold, not by their names, in any folder under `out`; those that are up to date are left alone. One is held at a time.
// A document that has no record now (it failed, or is at work) keeps its old file.
import { opendir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Record } from '@vanban/contract';
import { idInFile } from '@vanban/intake';
import type { Place } from '@vanban/pipeline';
import { readDocument, writeFileWhole } from '@vanban/store';
import { compareRecords, type RecordChange } from './compare.ts';
import { recordOf } from './records.ts';

export interface WrittenRecord {
  readonly path: string;
  readonly record: Record;
  readonly change: RecordChange;
}

export async function* writeRecords(place: Place, out: string, isMeant: (documentId: string) => boolean): AsyncGenerator<WrittenRecord> {
  for await (const path of jsonFiles(out)) {
    const id = await idInFile(path);
    if (id === null || !isMeant(id)) continue;
    const entry = await readDocument(place.store, id);
    const record = entry?.state === 'done' ? await recordOf(place.store, entry) : null;
    if (record === null) continue;
    const [old, fresh] = [await readFile(path, 'utf8'), `${JSON.stringify(record, null, 2)}\n`];
    if (old === fresh) continue;
    const change = compareRecords(JSON.parse(old) as Record, record);
    await writeFileWhole(path, fresh);
    yield { path, record, change };
  }
}

async function* jsonFiles(folder: string): AsyncGenerator<string> {
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* jsonFiles(path);
    else if (entry.isFile() && entry.name.endsWith('.json')) yield path;
  }
}
