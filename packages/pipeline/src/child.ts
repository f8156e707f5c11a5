// The child process of a pool: runs the steps it is sent, one at a time, and answers each. Started by worker-process.ts only.
// It ends when its parent closes the channel or is gone, and leaves Ctrl-C to its parent.
import { Worker } from 'node:worker_threads';
import { asVanbanError, toEntry, VanbanError } from '@vanban/contract';
import { openStore } from '@vanban/store';
import type { StageName, Stages } from './stage.ts';
import { closeStages } from './stages/close.ts';
import { runStage, type Step } from './step.ts';
import { type ChildReply, type ChildRequest, type ChildSetup, READY, SETUP } from './worker-process.ts';

const setup = JSON.parse(process.env[SETUP] as string) as ChildSetup;
const { STAGES } = (await import(setup.stagesModule)) as { STAGES: Stages };
const store = await openStore(setup.storeFolder);
const place = { store, settings: setup.settings, stages: STAGES };

for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => void closeStages(STAGES).finally(() => process.exit(0)));
process.on('message', (request: ChildRequest) => void ('warm' in request ? warm(request.warm) : answer(request)));
endWithParent();
process.send?.(READY);

async function answer(step: Step): Promise<void> {
  const reply: ChildReply = await runStage(place, step).then(
    (result) => ({ result }),
    (thrown) => ({ error: toEntry(located(asVanbanError(thrown))) }),
  );
  process.send?.(reply);
}

/** The step itself will tell what went wrong. */
async function warm(stage: StageName): Promise<void> {
  await STAGES[stage].warm?.(setup.settings).catch(() => {});
}

/** A fault of the program says where it happened, for whoever has to mend it. */
function located(error: VanbanError): VanbanError {
  const place = /[^/\\]+[/\\][^/\\]+[/\\]src[/\\][^\s)]+:\d+:\d+/u.exec((error.cause as Error | undefined)?.stack ?? '')?.[0];
  return error.code === 'internal' && place ? new VanbanError('internal', `${error.detail} (${place})`, { cause: error.cause }) : error;
}

/** A step stuck in a loop never hears of the closed channel; a thread beside it sees that the parent is gone. */
function endWithParent(): void {
  const watch = `const parent = ${process.ppid}; setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), 1000);`;
  new Worker(watch, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref();
}
