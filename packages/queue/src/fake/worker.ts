// A worker process for tests (with RESTORE_VERSION one of another version): all stages, the fake ones of the pipeline, short times. argv: Redis, store folder, 'pool' where steps run in child processes.
import { createPool, loadSettings, type Place, runHere } from '@vanban/pipeline';
import { STAGES } from '@vanban/pipeline/fake-stages';
import { openStore } from '@vanban/store';
import { connect, openQueues, STAGE_NAMES, startWorker } from '../index.ts';

const [url = '', storeFolder = '', how = ''] = process.argv.slice(2);
const settings = loadSettings({ env: process.env });
const restore = { ...STAGES.restore, version: process.env.RESTORE_VERSION ?? STAGES.restore.version };
const place: Place = { store: await openStore(storeFolder), settings, stages: { ...STAGES, restore } };
const stagesModule = import.meta.resolve('@vanban/pipeline/fake-stages');
const executor = how === 'pool' ? createPool({ size: 2, storeFolder, settings, stagesModule }) : runHere(place);
const link = connect(url, (state) => process.stdout.write(`${JSON.stringify(state)}\n`));
const queues = openQueues(link, place);
const workers = STAGE_NAMES.map((stage) =>
  startWorker({
    link,
    queues,
    stage,
    concurrency: 4,
    place,
    pages: executor,
    documents: executor,
    times: { lock: 1500, stalled: 500, backoff: 50 },
    tell: (event) => process.stdout.write(`${JSON.stringify(event)}\n`),
  }),
);
process.stdout.write('{"type":"up"}\n');
process.on('SIGTERM', async () => {
  await Promise.all(workers.map((worker) => worker.stop(Number(process.env.GRACE ?? 5000))));
  process.stdout.write('{"type":"down"}\n');
  process.exit(0);
});
