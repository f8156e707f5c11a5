// How does a file become a document of the store? Its bytes are kept, and an entry says what it was called and when it came.
//   const { entry, added } = await takeIn(place, path, '266.pdf');
// The time is the file's own (when it was last written, to the second): the same file gives the same record wherever and whenever it is read.
// A document that failed before, or lacks pages, is made ready to be tried again.
import { open, stat } from 'node:fs/promises';
import { VanbanError } from '@vanban/contract';
import { forgetFailures, type Place } from '@vanban/pipeline';
import { addDocument, addSource, type DocumentEntry, type NewDocument, typed } from '@vanban/store';

export interface Taken {
  readonly entry: DocumentEntry;
  /** False where these bytes were known before. */
  readonly added: boolean;
}

/** Throws `input-vanished`, `permission-denied`, `input-too-large`, `input-changed`, `disk-full`. */
export async function takeIn(place: Place, path: string, fileName: string): Promise<Taken> {
  const receivedAt = await receivedAtOf(place, path);
  const { id, bytes } = await addSource(place.store, path);
  return enter(place, { id, fileName: fileName.normalize('NFC'), bytes, receivedAt });
}

/** For a source that is in the store already: what was taken out of a container. */
export async function enter(place: Place, document: NewDocument): Promise<Taken> {
  const { entry, added } = await addDocument(place.store, document);
  if (entry.state === 'failed' || entry.missingPages.length > 0) await forgetFailures(place, entry.id);
  return { entry, added };
}

/** The file's own time. Throws where the file may not be read or is larger than allowed. */
export async function receivedAtOf(place: Place, path: string): Promise<string> {
  const { size, mtimeMs } = await readableStats(path);
  const { maxBytes } = place.settings;
  if (size > maxBytes) throw new VanbanError('input-too-large', `${size} bytes, limit ${maxBytes}`);
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(mtimeMs / 1000) * 1000).toString();
}

/** Opens it as well: on many systems only that tells whether it may be read. */
async function readableStats(path: string): Promise<{ size: number; mtimeMs: number }> {
  const stats = await typed(() => stat(path)).catch((error: VanbanError) => {
    throw error.code === 'folder-missing' ? new VanbanError('input-vanished', path, { cause: error }) : error;
  });
  await typed(async () => (await open(path, 'r')).close());
  return stats;
}
