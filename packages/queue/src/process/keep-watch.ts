// What does every process do besides its work? It says that it is there, looks who else is, and queues everything anew when Redis has lost its memory.
//   await keepWatch(shell, { resumeFirst: true });   until the signal
// Queues of makes that are gone are removed then: that is the end of an update.
import { setTimeout as sleep } from 'node:timers/promises';
import { asVanbanError } from '@vanban/contract';
import { dropAbandoned } from '../abandoned.ts';
import { BEAT, createLookout, sayOthers } from '../peers.ts';
import { resume } from '../resume.ts';
import type { Shell } from './shell.ts';

interface WatchOptions {
  /** Queue what is not done as soon as there is a worker for every stage, whatever Redis remembers. */
  readonly resumeFirst: boolean;
}

export async function keepWatch(shell: Shell, { resumeFirst }: WatchOptions): Promise<void> {
  const { peers, queues, signal, log, metrics } = shell;
  const look = createLookout(peers, ({ missing, others }) => {
    if (missing.length > 0) log.warn({ stages: missing }, 'no worker of this version and these settings');
    for (const other of sayOthers({ missing, others })) log.warn({ other }, 'another version or other settings');
    if (missing.length === 0 && others.length === 0) log.info('workers of this version and these settings for all stages');
  });
  let due = resumeFirst;
  while (!signal.aborted) {
    try {
      const around = await look();
      metrics.noteAround(around);
      // Flows without workers for all their stages would only take up memory.
      if (around.missing.length === 0 && (due || (await queues.forgot()))) {
        await queueAnew(shell);
        due = false;
      }
    } catch (thrown) {
      log.warn({ code: asVanbanError(thrown).code }, 'could not look what is to be queued');
    }
    await sleep(BEAT, undefined, { signal }).catch(() => {});
  }
}

async function queueAnew({ place, link, peers, queues, log }: Shell): Promise<void> {
  const dropped = await dropAbandoned(link, await peers.all());
  if (dropped.length > 0) log.info({ dropped }, 'removed the queues of versions that are gone');
  log.info({ queued: await resume(place, queues) }, 'queued what is not done');
}
