// What has every command over an archive in common? Low priority, in the system and in the queue, so that new arrivals go first; a store, a runner,
// lines that are drawn while it runs, and a clean end however it ends.
//   const run = await openArchiveRun(flags); try { … run.place, run.runner, run.live, run.stop.signal … } finally { await run.end(); }
import type { Place, Runner } from '@vanban/pipeline';
import { createLiveLines, type LiveLines } from './live-lines.ts';
import { giveWay } from './low-priority.ts';
import { checkWorkers, LOW_PRIORITY, openPlace, openRunner, type PlaceFlags } from './place.ts';
import { type Stop, stopOnSignals } from './stop.ts';

interface ArchiveRun {
  readonly place: Place;
  readonly runner: Runner;
  readonly live: LiveLines;
  readonly stop: Stop;
  end(): Promise<void>;
}

export async function openArchiveRun(flags: PlaceFlags): Promise<ArchiveRun> {
  giveWay();
  const place = await openPlace(flags);
  await checkWorkers(place);
  const live = createLiveLines(process.stderr);
  const stop = stopOnSignals((words) => live.say(words));
  const runner = openRunner(place, () => {}, LOW_PRIORITY);
  return {
    place,
    runner,
    live,
    stop,
    async end() {
      live.end();
      await runner.close();
      stop.remove();
    },
  };
}
