// The documents of a store that have a record, one at a time: an archive may be too long for memory.
import type { Record } from '@vanban/contract';
import { type DocumentEntry, listDocuments, readArtefact, type Store } from '@vanban/store';

export async function* doneDocuments(store: Store): AsyncGenerator<DocumentEntry> {
  for await (const entry of listDocuments(store)) if (entry.recordKey !== null) yield entry;
}

/** The record that was published last; null where it was lost (reported by the store; it can be made again). */
export async function recordOf(store: Store, entry: DocumentEntry): Promise<Record | null> {
  if (entry.recordKey === null) return null;
  return (await readArtefact<Record>(store, { stage: 'publish', key: entry.recordKey }))?.value ?? null;
}
