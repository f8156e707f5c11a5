// Puts a published record into the outbox of every endpoint, once for each change.
//   await enqueue(outbox, record, '2026-11-21T08:00:00Z')   → 2   letters written
// A record that did not change since its newest letter is not sent again. A crash between the two writes costs at most one letter too many, never one too few.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Record } from '@vanban/contract';
import { createFileWhole, readFileOrNull, writeFileWhole } from '@vanban/store';
import { type Endpoint, letterFolder, letterName, type Outbox } from './endpoint.ts';
import { type Letter, readLetter, waitingNumbers } from './letter.ts';

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
    if (newest?.digest === digest) return false;
    const number = (newest?.number ?? 0) + 1;
    const letter = letterOf(record, digest, number, now);
    if (!(await createFileWhole(join(folder, letterName(number)), JSON.stringify(letter), tmp))) continue; // another process was faster: look again
    await writeFileWhole(join(folder, 'last'), JSON.stringify({ number, digest }), tmp);
    return true;
  }
}

interface Newest {
  readonly number: number;
  readonly digest: string;
}

async function newestLetter(folder: string): Promise<Newest | null> {
  const text = await readFileOrNull(join(folder, 'last'));
  const last = text === null ? null : (JSON.parse(text.toString('utf8')) as Newest);
  const number = (await waitingNumbers(folder)).at(-1) ?? 0;
  if (number <= (last?.number ?? 0)) return last;
  const letter = await readLetter(folder, number);
  return letter === null ? { number, digest: '' } : { number, digest: letter.digest };
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
