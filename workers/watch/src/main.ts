// The worker between people and the queue: takes files from the inbox, has them done by the queue, and puts records and sources where they belong.
//   REDIS_URL=redis://… VANBAN_WORKSPACE=/srv/vanban node workers/watch/src/main.ts
// It is the station with the queue as its runner; several may watch one inbox. At its start everything not done is queued.
import { openPost } from '@vanban/cli';
import { type Clock, createStation, prepareWorkspace, type StationEvent } from '@vanban/intake';
import { createQueueRunner, resume } from '@vanban/queue';
import { keepWatch, runProcess, saidOf } from '@vanban/queue/process';

const clock: Clock = {
  now: () => Temporal.Now.instant().round('millisecond').toString(),
  month: () => Temporal.Now.plainDateISO().toPlainYearMonth().toString(),
};
/** Files waited for at one time: waiting costs a look into the store a second. */
const FILES = 200;

process.exitCode = await runProcess({ name: 'watch', stages: [], env: process.env }, async (shell) => {
  const { place, queues, signal, log } = shell;
  const workspace = await prepareWorkspace(process.env.VANBAN_WORKSPACE ?? '.');
  log.info({ queued: await resume(place, queues) }, 'queued what is not done');
  const onEvent = (event: StationEvent) => {
    if (event.type === 'done') log.info({ documentId: event.documentId, pages: event.pages, tasks: event.tasks }, 'record written');
    if (event.type === 'failed') log.warn({ code: event.error.code }, 'file set aside');
    if (event.type === 'problem') log.warn(saidOf(event.error), 'waiting');
  };
  const runner = () => createQueueRunner({ place, queues });
  const post = await openPost(place, workspace.root, (words) => log.warn(words));
  const station = createStation({ workspace, place, clock, documents: FILES, runner, onEvent, publish: post.publish });
  await Promise.all([station.run({ signal }), keepWatch(shell, { resumeFirst: false })]);
  await post.end();
});
process.exit();
