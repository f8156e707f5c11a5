// How does a watcher have its documents done by the queue? With the same interface as the runner in one process: it queues the document, waits until the
// store says done or failed, and queues it again should Redis have lost it.
//   createStation({ …, runner: (onEvent) => createQueueRunner({ place, queues, onEvent }) })
// It asks the store, not Redis, how a document ended.
import { setTimeout as sleep } from 'node:timers/promises';
import { fromEntry } from '@vanban/contract';
import { loadResult, makeOf, type Outcome, type Place, type ProgressEvent, type Runner } from '@vanban/pipeline';
import { type DocumentEntry, readDocument } from '@vanban/store';
import { connect, type RedisLink, type RedisState } from './connection.ts';
import { BEAT, createLookout, openPeers, requireWorkers, type Surroundings } from './peers.ts';
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
  /** Told when stages have no worker of the same version and settings, and when they have again. */
  readonly tellAround?: (around: Surroundings) => void;
}

/** The same with a connection of its own, which ends with the runner: for commands, that know nothing of Redis. */
export function openQueueRunner({ url, tell, tellAround = () => {}, ...options }: OpenOptions): Runner {
  const link = connect(url, tell);
  const queues = openQueues(link, options.place);
  const peers = openPeers(link, { name: 'vanban', stages: [], make: makeOf(options.place) });
  const look = createLookout(peers, tellAround);
  const timer = setInterval(() => void look().catch(() => {}), BEAT);
  const runner = createQueueRunner({ ...options, queues });
  let admitted = false;
  return {
    async process(documentId, given = {}) {
      if (!(await isReady(link, given.signal))) return { state: 'stopped' };
      if (!admitted) await requireWorkers(peers);
      admitted = true;
      return runner.process(documentId, given);
    },
    async close() {
      clearInterval(timer);
      if (link.client.status === 'ready') await peers.leave().catch(() => {});
      await queues.close().catch(() => {});
      link.close();
    },
  };
}

/** Throws `version-mixed` where workers are there, but none like this program: for commands, before they begin. */
export async function checkWorkers({ url, tell, place }: Pick<OpenOptions, 'url' | 'tell' | 'place'>): Promise<void> {
  const link = connect(url, tell);
  try {
    await link.ready();
    await requireWorkers(openPeers(link, { name: 'vanban', stages: [], make: makeOf(place) }));
  } finally {
    link.close();
  }
}

/** False where the signal aborted first. */
const isReady = (link: RedisLink, signal: AbortSignal | undefined): Promise<boolean> =>
  link.ready(signal).then(
    () => true,
    () => false,
  );

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
