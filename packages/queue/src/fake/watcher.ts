// A watcher process for tests that may be killed at any moment: the station over the queue, each record into an outbox. argv: Redis, workspace.
import { join } from 'node:path';
import { createStation, prepareWorkspace } from '@vanban/intake';
import { enqueue } from '@vanban/outbox';
import { loadSettings, type Place } from '@vanban/pipeline';
import { STAGES } from '@vanban/pipeline/fake-stages';
import { openStore } from '@vanban/store';
import { connect, createQueueRunner, openQueues, resume } from '../index.ts';

const [url = '', root = ''] = process.argv.slice(2);
const now = '2026-11-21T08:00:00Z';
const workspace = await prepareWorkspace(root);
const settings = loadSettings({ flags: { settleSeconds: 0.1, scanSeconds: 0.3 } });
const place: Place = { store: await openStore(join(root, 'store')), settings, stages: STAGES };
const secret = `whsec_${Buffer.from('a secret of thirty-two bytes !!!').toString('base64')}`;
const outbox = { store: place.store, endpoints: [{ url: 'https://nobody.invalid/', secret }] };
const link = connect(url);
const queues = openQueues(link, place);
await link.ready();
await resume(place, queues);
process.stdout.write('{"type":"up"}\n');
await createStation({
  workspace,
  place,
  runner: () => createQueueRunner({ place, queues, lookEvery: 100, askEvery: 5 }),
  clock: { now: () => now, month: () => '2026-11' },
  documents: 20,
  onEvent: () => {},
  publish: (record) => enqueue(outbox, record, now),
}).run();
