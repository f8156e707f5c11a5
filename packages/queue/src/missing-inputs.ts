// What must be made before this step can run? The steps nearest to it whose results are not in the store; each asks for its own in turn.
//   await missingInputs(place, { documentId, stage: 'restore', page: 0 })   → [inspect], then the pages that are not read, then []
// It looks at the store only: queues may have forgotten everything.
import { asVanbanError } from '@vanban/contract';
import { findStep, loadResult, type Place, type StageName, type Step } from '@vanban/pipeline';

export async function missingInputs(place: Place, { documentId, stage }: Step): Promise<Step[]> {
  for (const need of place.stages[stage].needs.toReversed()) {
    const missing = await missingOf(place, documentId, need);
    if (missing.length > 0) return missing;
  }
  return [];
}

async function missingOf(place: Place, documentId: string, stage: StageName): Promise<Step[]> {
  const inspect: Step = { documentId, stage: 'inspect', page: 0 };
  if (place.stages[stage].scope === 'document') return missingStep(place, { documentId, stage, page: 0 });
  if (await isMissing(place, inspect)) return [inspect];
  const { pageCount } = (await loadResult(place, { ...inspect, stage: 'inspect' })).value;
  const missing: Step[] = [];
  for (let page = 1; page <= pageCount; page++) missing.push(...(await missingStep(place, { documentId, stage, page })));
  return missing;
}

const missingStep = async (place: Place, step: Step): Promise<Step[]> => ((await isMissing(place, step)) ? [step] : []);

/** A step whose own inputs are not there has no key yet: it is missing as well. */
async function isMissing(place: Place, step: Step): Promise<boolean> {
  try {
    return (await findStep(place, step)).head === null;
  } catch (thrown) {
    if (asVanbanError(thrown).code === 'store-damaged') return true;
    throw thrown;
  }
}
