// How does a watcher have its documents done by the queue? With the same interface as the runner in one process: it queues the document, waits until the
// store says done or failed, and queues it again should Redis have lost it.
//   createStation({ …, runner: (onEvent) => createQueueRunner({ place, queues, onEvent }) })
// It asks the store, not Redis, how a document ended.
import { setTimeout as sleep } from 'node:timers/promises';
import { fromEntry } from '@vanban/contract';
import { loadResult, type Outcome, type Place, type ProgressEvent, type Runner } from '@vanban/pipeline';
import { type DocumentEntry, readDocument } from '@vanban/store';
import { connect, type RedisState } from './connection.ts';
import { openQueues, type Queues } from './queues.ts';

export interface QueueRunnerOptions {
  readonly place: Place;
  readonly queues: Queues;
  readonly onEvent?: (event: ProgressEvent) => void;
  /** Milliseconds between two looks at a document. */
  readonly lookEvery?: number;
  /** So many looks lie between two questions whether Redis still knows of it. */
  readonly askEvery?: number;
  /** For work over an archive: ARCHIVE_PRIORITY lets new arrivals go first. */
  readonly priority?: number;
}

interface OpenOptions extends Pick<QueueRunnerOptions, 'place' | 'onEvent' | 'priority'> {
  readonly url: string;
  readonly tell?: (state: RedisState) => void;
}

/** The same with a connection of its own, which ends with the runner: for commands, that know nothing of Redis. */
export function openQueueRunner({ url, tell, ...options }: OpenOptions): Runner {
  const link = connect(url, tell);
  const queues = openQueues(link);
  return {
    process: createQueueRunner({ ...options, queues }).process,
    async close() {
      await queues.close().catch(() => {});
      link.close();
    },
  };
}

export function createQueueRunner({ place, queues, onEvent, lookEvery = 1000, askEvery = 5, priority = 0 }: QueueRunnerOptions): Runner {
  return {
    async process(documentId, { signal } = {}) {
      onEvent?.({ type: 'started', documentId });
      let fresh = false;
      for (let look = 0; !signal?.aborted; look++) {
        const outcome = await outcomeOf(place, documentId, fresh);
        if (outcome) return outcome;
        if (look % askEvery === 0) fresh = (await queues.enqueue(documentId, { priority })) || fresh;
        await sleep(lookEvery, undefined, signal ? { signal } : {}).catch(() => {});
      }
      return { state: 'stopped' };
    },
    close: async () => {},
  };
}

/** Null while it is not at its end. A record that is no longer in the store, or of an older version, is made anew. */
async function outcomeOf(place: Place, documentId: string, fresh: boolean): Promise<Outcome | null> {
  const entry = await readDocument(place.store, documentId);
  if (entry?.state === 'failed' && entry.error) return { state: 'failed', entry, error: fromEntry(entry.error) };
  const record = entry?.state === 'done' ? await recordOf(place, entry) : null;
  return entry && record ? { state: 'done', entry, record, fresh } : null;
}

const recordOf = (place: Place, { id }: DocumentEntry) =>
  loadResult(place, { documentId: id, stage: 'publish', page: 0 }).then(
    ({ value }) => value,
    () => null,
  );
