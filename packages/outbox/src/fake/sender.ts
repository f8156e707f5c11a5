// A process for tests that may be killed at any moment: writes each version of each record into the outbox, in order, and sends what is due.
// argv: store folder, address, records, versions. How far it came stands in the file `progress` beside the store, written after each step, so that a
// killed one does its last step again, as a station does.
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Record } from '@vanban/contract';
import { openStore } from '@vanban/store';
import { deliver, enqueue } from '../index.ts';

const [storeFolder = '', url = '', records = '1', versions = '1'] = process.argv.slice(2);
const secret = `whsec_${Buffer.from('a secret of thirty-two bytes !!!').toString('base64')}`;
const outbox = { store: await openStore(storeFolder), endpoints: [{ url, secret, allowHttp: true }] };
const progress = join(storeFolder, '..', 'progress');
const [all, perRound] = [Number(records) * Number(versions), Number(records)];
const notes = (await readFile(progress, 'utf8').catch(() => '')).length;
// Letters that were put off are due at the next round: each round is a day later.
const nowAt = (round: number): string =>
  Temporal.Instant.from('2026-01-01T00:00:00Z')
    .add({ hours: 25 * round })
    .toString();

let round = Number(process.env.ROUND);
for (let step = notes; step < all; step++) {
  const [record, version] = [step % perRound, Math.floor(step / perRound)];
  const id = record.toString(16).padStart(64, '0');
  await enqueue(outbox, { id, text: String(version) } as unknown as Record, nowAt(round));
  await appendFile(progress, '.');
  if (step % 7 === 0) await deliver(outbox, { now: nowAt(++round) });
}
for (;;) {
  const { delivered, postponed } = await deliver(outbox, { now: nowAt(++round), everything: true });
  if (delivered + postponed === 0) break;
}
process.stdout.write('done\n');
