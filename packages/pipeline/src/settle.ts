// What is written down about a document at its end? Its entry says done, with the pages that are missing and the record's key, or failed with the reason.
//   await requireReadablePage(place, documentId);   before restoring: a document without one readable page has failed
//   await settleDone(place, documentId);             after publishing
//   await settleFailed(place, documentId, error);
// Doing it twice changes nothing. It runs no step.
import { fromEntry, type Record, toEntry, type VanbanError } from '@vanban/contract';
import { type DocumentEntry, writeDocument } from '@vanban/store';
import { entryOf, type Place, viewDocument } from './step.ts';

export async function settleDone(place: Place, documentId: string): Promise<{ entry: DocumentEntry; record: Record }> {
  const view = viewDocument(place, documentId);
  const { key } = await view.find('publish', 0);
  const { value: record } = await view.load('publish', 0);
  const { pages, missing } = await countPages(place, documentId);
  const old = await entryOf(place, documentId);
  const former = old.recordKey !== null && old.recordKey !== key ? { formerKeys: [...without(old.formerKeys, key), old.recordKey] } : {};
  const entry: DocumentEntry = { ...old, state: 'done', error: null, pages, missingPages: missing, recordKey: key, ...former };
  if (JSON.stringify(old) !== JSON.stringify(entry)) await writeDocument(place.store, entry);
  return { entry, record };
}

const without = (keys: readonly string[] = [], key: string): string[] => keys.filter((former) => former !== key);

export async function settleFailed(place: Place, documentId: string, error: VanbanError): Promise<DocumentEntry> {
  const entry: DocumentEntry = { ...(await entryOf(place, documentId)), state: 'failed', error: toEntry(error) };
  await writeDocument(place.store, entry);
  return entry;
}

/** Throws the reason of the first page where no page could be read. */
export async function requireReadablePage(place: Place, documentId: string): Promise<void> {
  const { pages, missing } = await countPages(place, documentId);
  if (missing.length < pages) return;
  const { failed } = await viewDocument(place, documentId).load('ocr', 1);
  throw fromEntry(failed ?? { code: 'input-damaged', detail: 'no pages', page: null });
}

async function countPages(place: Place, documentId: string): Promise<{ pages: number; missing: number[] }> {
  const view = viewDocument(place, documentId);
  const { pageCount: pages } = (await view.load('inspect', 0)).value;
  const missing: number[] = [];
  for (let page = 1; page <= pages; page++) if ((await view.find('ocr', page)).head?.failed) missing.push(page);
  return { pages, missing };
}
