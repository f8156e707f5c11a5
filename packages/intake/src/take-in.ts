// How does a file become a document of the store? Its bytes are kept, and an entry says what it was called and when it came.
//   const { entry, added } = await takeIn(store, path, '266.pdf');
// The time is the file's own (when it was last written, to the second): the same file gives the same record wherever and whenever it is read.
// A document that failed before, or lacks pages, is made ready to be tried again.
import { open, stat } from 'node:fs/promises';
import { VanbanError } from '@vanban/contract';
import { forgetFailures, type Place } from '@vanban/pipeline';
import { addDocument, addSource, type DocumentEntry, typed } from '@vanban/store';

export interface Taken {
  readonly entry: DocumentEntry;
  /** False where these bytes were known before. */
  readonly added: boolean;
}

/** Throws `input-vanished`, `permission-denied`, `input-too-large`, `input-changed`, `disk-full`. */
export async function takeIn(place: Place, path: string, fileName: string): Promise<Taken> {
  const { size, mtimeMs } = await readableStats(path);
  const { maxBytes } = place.settings;
  if (size > maxBytes) throw new VanbanError('input-too-large', `${size} bytes, limit ${maxBytes}`);
  const { id, bytes } = await addSource(place.store, path);
  const receivedAt = Temporal.Instant.fromEpochMilliseconds(Math.floor(mtimeMs / 1000) * 1000).toString();
  const { entry, added } = await addDocument(place.store, { id, fileName: fileName.normalize('NFC'), bytes, receivedAt });
  if (entry.state === 'failed' || entry.missingPages.length > 0) await forgetFailures(place, id);
  return { entry, added };
}

/** Opens it as well: on many systems only that tells whether it may be read. */
async function readableStats(path: string): Promise<{ size: number; mtimeMs: number }> {
  const stats = await typed(() => stat(path)).catch((error: VanbanError) => {
    throw error.code === 'folder-missing' ? new VanbanError('input-vanished', path, { cause: error }) : error;
  });
  await typed(async () => (await open(path, 'r')).close());
  return stats;
}
