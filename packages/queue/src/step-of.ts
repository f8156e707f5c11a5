// Which step does a job name? Whoever can write to Redis can write anything there: ids become paths of the store, so that they are looked at first.
//   stepOf('ocr', { documentId: '9f2c…', page: 3 })   → that step        stepOf('ocr', { documentId: '../../etc', page: 3 })   → null
import type { StageName, Step } from '@vanban/pipeline';
import { isDocumentId } from '@vanban/store';

/** Null where the data of a job of `stage` are none. Whether there is such a document and such a page is another question. */
export function stepOf(stage: StageName, data: unknown): Step | null {
  const { documentId, page } = (data ?? {}) as { readonly [name: string]: unknown };
  if (typeof documentId !== 'string' || !isDocumentId(documentId)) return null;
  if (typeof page !== 'number' || !Number.isSafeInteger(page) || page < 0 || page > 0 !== (stage === 'ocr')) return null;
  return { documentId, stage, page };
}
