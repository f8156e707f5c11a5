// Puts a published record into the outbox of every endpoint, once for each change.
//   await enqueue(outbox, record, '2026-11-21T08:00:00Z')   → 2   letters written
// A record that did not change since its newest letter is not sent again. A crash between the two writes costs at most one letter too many, never one too few.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Record } from '@vanban/contract';
import { createFileWhole, writeFileWhole } from '@vanban/store';
import { type Endpoint, letterFolder, letterName, type Outbox } from './endpoint.ts';
import { type Letter, newestLetter } from './letter.ts';
import { markWaiting } from './waiting.ts';

/** `now` is ISO 8601 in UTC. Returns how many letters were written. */
export async function enqueue(outbox: Outbox, record: Record, now: string): Promise<number> {
  const digest = createHash('sha256').update(JSON.stringify(record)).digest('hex');
  let written = 0;
  for (const endpoint of outbox.endpoints) if (await enqueueFor(outbox, endpoint, record, digest, now)) written++;
  return written;
}

async function enqueueFor(outbox: Outbox, endpoint: Endpoint, record: Record, digest: string, now: string): Promise<boolean> {
  const folder = letterFolder(outbox, endpoint, record.id);
  const tmp = join(outbox.store.folder, 'tmp');
  for (;;) {
    const newest = await newestLetter(folder);
    if (newest?.digest === digest) {
      // A crash may have come between the letter and its mark.
      if (newest.waits) await markWaiting(outbox, endpoint, record.id, now);
      return false;
    }
    const number = (newest?.number ?? 0) + 1;
    const letter = letterOf(record, digest, number, now);
    await markWaiting(outbox, endpoint, record.id, now);
    if (!(await createFileWhole(join(folder, letterName(number)), JSON.stringify(letter), tmp))) continue; // another process was faster: look again
    await markWaiting(outbox, endpoint, record.id, now);
    await writeFileWhole(join(folder, 'last'), JSON.stringify({ number, digest }), tmp);
    return true;
  }
}

function letterOf(record: Record, digest: string, number: number, now: string): Letter {
  const type = number === 1 ? 'record.created' : 'record.updated';
  return {
    id: `msg_${createHash('sha256').update(`${record.id}/${number}/${digest}`).digest('hex').slice(0, 32)}`,
    type,
    recordId: record.id,
    digest,
    createdAt: now,
    attempts: 0,
    notBefore: now,
    lastFault: null,
    body: JSON.stringify({ type, timestamp: now, data: record }),
  };
}
