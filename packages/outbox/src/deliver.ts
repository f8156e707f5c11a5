// Sends what is due: for each endpoint and document the oldest letter first, the next only after it was taken.
//   const report = await deliver(outbox, { now: '2026-11-21T08:00:00Z', send: fetch });
// At least once: a letter is removed only after the receiver answered 2xx. Never out of order for one document: one sender at a time holds its folder.
// Endpoints do not wait for each other; one that fails again and again is left alone until the next round.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { claimFolder, writeFileWhole } from '@vanban/store';
import { type Endpoint, endpointFolder, letterFolder, letterName, type Outbox } from './endpoint.ts';
import { type Letter, readLetter, waitingNumbers } from './letter.ts';
import { type Answer, post } from './post.ts';
import { allRecords, dueRecords, markWaiting, setDue, unmark } from './waiting.ts';

/** Seconds to wait after the first, second, … failed try: 5 s to a day, in all about three and a half days; then the letter is dead. */
const RETRY_AFTER = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
/** Documents on their way to one endpoint at one time. */
const LANES = 4;
/** So many failures one after the other end the round: the receiver is down. */
const MOST_FAULTS = 5;

export interface DeliveryOptions {
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** Look at every document that ever had a letter, not only at those marked: once after a start. */
  readonly everything?: boolean;
  readonly send?: typeof fetch;
  readonly signal?: AbortSignal;
}

export interface DeliveryReport {
  readonly delivered: number;
  /** Will be tried again later. */
  readonly postponed: number;
  readonly dead: number;
}

type Fate = keyof DeliveryReport;

export async function deliver(outbox: Outbox, options: DeliveryOptions): Promise<DeliveryReport> {
  const report = { delivered: 0, postponed: 0, dead: 0 };
  await Promise.all(outbox.endpoints.map((endpoint) => deliverTo({ outbox, endpoint, options }, (fate) => report[fate]++)));
  return report;
}

interface Post {
  readonly outbox: Outbox;
  readonly endpoint: Endpoint;
  readonly options: DeliveryOptions;
}

async function deliverTo(to: Post, count: (fate: Fate) => void): Promise<void> {
  const { outbox, endpoint, options } = to;
  const records = options.everything ? allRecords(outbox, endpoint) : dueRecords(outbox, endpoint, options.now);
  let faults = 0;
  const note = (fate: Fate) => {
    faults = fate === 'delivered' ? 0 : faults + 1;
    count(fate);
  };
  const lane = async () => {
    for (let next = await records.next(); !next.done; next = await records.next()) {
      if (options.signal?.aborted || faults >= MOST_FAULTS) return;
      await deliverRecord(to, next.value, note);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await records.return(undefined);
}

async function deliverRecord({ outbox, endpoint, options }: Post, recordId: string, note: (fate: Fate) => void): Promise<void> {
  const folder = letterFolder(outbox, endpoint, recordId);
  const claim = (await waitingNumbers(folder)).length === 0 ? null : await claimFolder(outbox.store, folder);
  try {
    for (const number of claim ? await waitingNumbers(folder) : []) {
      const letter = await readLetter(folder, number);
      if (!letter) continue;
      if (letter.notBefore > options.now || options.signal?.aborted) break;
      const fate = await deliverLetter({ outbox, endpoint, options }, letter, number);
      note(fate);
      if (fate === 'postponed') break;
    }
  } finally {
    await claim?.release();
  }
  await markRest({ outbox, endpoint, options }, recordId);
}

/** A letter that was written while the mark was taken away is marked again. */
async function markRest({ outbox, endpoint, options }: Post, recordId: string): Promise<void> {
  const folder = letterFolder(outbox, endpoint, recordId);
  const first = async () => (await waitingNumbers(folder))[0];
  const letter = await first().then((number) => (number === undefined ? null : readLetter(folder, number)));
  if (!letter) await unmark(outbox, endpoint, recordId);
  if (letter || (await first()) !== undefined) await markWaiting(outbox, endpoint, recordId, options.now);
  if (letter) await setDue(outbox, endpoint, recordId, letter.notBefore);
}

async function deliverLetter({ outbox, endpoint, options }: Post, letter: Letter, number: number): Promise<Fate> {
  const path = join(letterFolder(outbox, endpoint, letter.recordId), letterName(number));
  const tmp = join(outbox.store.folder, 'tmp');
  const answer = await post(endpoint, letter, options);
  if (answer.taken) {
    await rm(path, { force: true });
    return 'delivered';
  }
  const next = triedOnce(letter, answer, options.now);
  if (next.notBefore !== letter.notBefore) {
    await writeFileWhole(path, JSON.stringify(next), tmp);
    return 'postponed';
  }
  await writeFileWhole(join(endpointFolder(outbox, endpoint), 'dead', `${letter.recordId}.${letterName(number)}`), JSON.stringify(next), tmp);
  await rm(path, { force: true });
  return 'dead';
}

/** The letter after a failed try; its `notBefore` stays where there is none to follow. */
function triedOnce(letter: Letter, answer: Answer, now: string): Letter {
  const wait = answer.gone ? undefined : RETRY_AFTER[letter.attempts];
  const notBefore = wait === undefined ? letter.notBefore : later(now, Math.max(wait, answer.retryAfter));
  return { ...letter, attempts: letter.attempts + 1, lastFault: answer.fault, notBefore };
}

const later = (now: string, seconds: number): string =>
  Temporal.Instant.from(now)
    .add({ seconds: Math.ceil(seconds) })
    .toString();
