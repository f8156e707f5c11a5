// What has to be queued again after a start, or after Redis has lost its memory? Every document of the store that is not brought to its end.
//   await resume(place, queues)   → 12 documents queued
// It goes through the store one entry at a time; a document that is queued already is left as it is.
import type { Place } from '@vanban/pipeline';
import { listDocuments } from '@vanban/store';
import type { EnqueueOptions, Queues } from './queues.ts';

export async function resume(place: Place, queues: Queues, options: EnqueueOptions = {}): Promise<number> {
  let queued = 0;
  for await (const { id, state } of listDocuments(place.store)) if (state === 'waiting' && (await queues.enqueue(id, options))) queued++;
  await queues.remember();
  return queued;
}
