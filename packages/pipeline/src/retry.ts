// How is a document made ready to be tried again? Pages that were set aside are forgotten, and its entry goes back to waiting.
//   await forgetFailures(place, documentId);   → numbers of the pages to be read again
// What was done well stays. It does not start the work.
import { asVanbanError } from '@vanban/contract';
import { removeArtefact, writeDocument } from '@vanban/store';
import { entryOf, type Place, viewDocument } from './step.ts';

export async function forgetFailures(place: Place, documentId: string): Promise<number[]> {
  const entry = await entryOf(place, documentId);
  const pages = await removeFailedPages(place, documentId);
  await writeDocument(place.store, { ...entry, state: 'waiting', error: null, missingPages: [], recordKey: null });
  return pages;
}

async function removeFailedPages(place: Place, documentId: string): Promise<number[]> {
  const view = viewDocument(place, documentId);
  const pageCount = await view.load('inspect', 0).then(
    (inspection) => inspection.value.pageCount,
    (error) => {
      if (asVanbanError(error).code === 'store-damaged') return 0;
      throw error;
    },
  );
  const failed: number[] = [];
  for (let page = 1; page <= pageCount; page++) {
    const { key, head } = await view.find('ocr', page);
    if (!head?.failed) continue;
    await removeArtefact(place.store, { stage: 'ocr', key });
    failed.push(page);
  }
  return failed;
}
