// The record of a document as bytes, to compare two runs.
import { loadResult, type Place } from '@vanban/pipeline';

export const loadRecord = async (place: Place, documentId: string): Promise<string> =>
  JSON.stringify((await loadResult(place, { documentId, stage: 'publish', page: 0 })).value);
