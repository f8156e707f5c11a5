// Which failures concern one page only, and what stands in for such a page? The document then still yields a record, marked `pages-missing`.
//   if (isPageFailure(error)) await setPageAside(place, { documentId, stage: 'ocr', page: 3 }, error);
// A full disk, a missing engine or a folder without permission are not the page's fault: those stop the document, not the page.
import { ERRORS, type PageReading, toEntry, type VanbanError } from '@vanban/contract';
import { writeArtefact } from '@vanban/store';
import { findStep, type Place, type Step } from './step.ts';

/** Bad input and faults of the program (exit codes 3 and 5), but not of the surroundings (4) or the settings (2). */
export const isPageFailure = (error: VanbanError): boolean => error.exit === 3 || error.exit === 5;

export async function setPageAside(place: Place, step: Step, error: VanbanError): Promise<void> {
  const { key } = await findStep(place, step);
  await writeArtefact(place.store, { stage: step.stage, key }, emptyPage(step.page, error), { ...toEntry(error), page: step.page });
}

function emptyPage(number: number, error: VanbanError): PageReading {
  const message = `${error.code}: ${ERRORS[error.code].en.what}${error.detail ? ` ${error.detail}` : ''}`;
  return {
    number,
    width: 0,
    height: 0,
    dpi: 0,
    origin: 'ocr',
    rotation: 0,
    skew: 0,
    blank: false,
    confidence: 0,
    blocks: [],
    warnings: [{ code: 'page-failed', message, page: number }],
  };
}
