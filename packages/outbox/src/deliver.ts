// Sends what is due: for each endpoint and document the oldest letter first, the next only after it was taken.
//   const report = await deliver(outbox, { now: '2026-11-21T08:00:00Z', send: fetch });
// At least once: a letter is removed only after the receiver answered 2xx. Never out of order for one document: one sender at a time holds its folder.
// Signed by Standard Webhooks (headers webhook-id, webhook-timestamp, webhook-signature). Redirects are not followed.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { claimFolder, writeFileWhole } from '@vanban/store';
import { Webhook } from 'standardwebhooks';
import { type Endpoint, endpointFolder, letterName, type Outbox } from './endpoint.ts';
import { type Letter, readLetter, waitingNumbers } from './letter.ts';

/** Seconds to wait after the first, second, … failed try: 5 s to a day, in all about three and a half days; then the letter is dead. */
const RETRY_AFTER = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
const ANSWER_MILLISECONDS = 20_000;

export interface DeliveryOptions {
  /** ISO 8601 in UTC. */
  readonly now: string;
  readonly send?: typeof fetch;
  readonly signal?: AbortSignal;
}

export interface DeliveryReport {
  readonly delivered: number;
  /** Will be tried again later. */
  readonly postponed: number;
  readonly dead: number;
}

type Fate = 'delivered' | 'postponed' | 'dead';

export async function deliver(outbox: Outbox, options: DeliveryOptions): Promise<DeliveryReport> {
  const report = { delivered: 0, postponed: 0, dead: 0 };
  for (const endpoint of outbox.endpoints) {
    for await (const folder of letterFolders(outbox, endpoint)) {
      if (options.signal?.aborted) return report;
      for (const fate of await deliverFolder(outbox, endpoint, folder, options)) report[fate]++;
    }
  }
  return report;
}

async function* letterFolders(outbox: Outbox, endpoint: Endpoint): AsyncGenerator<string> {
  const root = endpointFolder(outbox, endpoint);
  const list = (path: string): Promise<string[]> => readdir(path).catch(() => []);
  for (const shelf of await list(root)) {
    if (!/^[0-9a-f]{2}$/u.test(shelf)) continue;
    for (const recordId of await list(join(root, shelf))) yield join(root, shelf, recordId);
  }
}

async function deliverFolder(outbox: Outbox, endpoint: Endpoint, folder: string, options: DeliveryOptions): Promise<Fate[]> {
  if ((await waitingNumbers(folder)).length === 0) return [];
  const claim = await claimFolder(outbox.store, folder);
  if (!claim) return [];
  const fates: Fate[] = [];
  try {
    for (const number of await waitingNumbers(folder)) {
      const letter = await readLetter(folder, number);
      if (!letter) continue;
      if (letter.notBefore > options.now || options.signal?.aborted) break;
      const fate = await deliverLetter(outbox, endpoint, folder, number, letter, options);
      fates.push(fate);
      if (fate === 'postponed') break;
    }
  } finally {
    await claim.release();
  }
  return fates;
}

async function deliverLetter(
  outbox: Outbox,
  endpoint: Endpoint,
  folder: string,
  number: number,
  letter: Letter,
  options: DeliveryOptions,
): Promise<Fate> {
  const path = join(folder, letterName(number));
  const tmp = join(outbox.store.folder, 'tmp');
  const answer = await post(endpoint, letter, options);
  if (answer.taken) {
    await rm(path, { force: true });
    return 'delivered';
  }
  const wait = RETRY_AFTER[letter.attempts];
  const next: Letter = {
    ...letter,
    attempts: letter.attempts + 1,
    lastFault: answer.fault,
    notBefore: later(options.now, Math.max(wait ?? 0, answer.retryAfter)),
  };
  if (wait !== undefined && !answer.gone) {
    await writeFileWhole(path, JSON.stringify(next), tmp);
    return 'postponed';
  }
  await writeFileWhole(join(endpointFolder(outbox, endpoint), 'dead', `${letter.recordId}.${letterName(number)}`), JSON.stringify(next), tmp);
  await rm(path, { force: true });
  return 'dead';
}

interface Answer {
  readonly taken: boolean;
  /** The receiver says that it will never take it (410). */
  readonly gone: boolean;
  readonly fault: string;
  readonly retryAfter: number;
}

async function post(endpoint: Endpoint, letter: Letter, { now, send = fetch, signal }: DeliveryOptions): Promise<Answer> {
  const sentAt = new Date(now);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'vanban',
    'webhook-id': letter.id,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
    'webhook-signature': new Webhook(endpoint.secret).sign(letter.id, sentAt, letter.body),
  };
  const timeout = AbortSignal.timeout(ANSWER_MILLISECONDS);
  try {
    const response = await send(endpoint.url, {
      method: 'POST',
      headers,
      body: letter.body,
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    await response.body?.cancel();
    return {
      taken: response.ok,
      gone: response.status === 410,
      fault: `HTTP ${response.status}`,
      retryAfter: Number(response.headers.get('retry-after')) || 0,
    };
  } catch (error) {
    return { taken: false, gone: false, fault: error instanceof Error ? error.message : String(error), retryAfter: 0 };
  }
}

const later = (now: string, seconds: number): string => Temporal.Instant.from(now).add({ seconds }).toString();
