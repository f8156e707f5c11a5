// Letters that were given up: what they are, and how they are sent again.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileWhole, readFileOrNull } from '@vanban/store';
import { type Endpoint, endpointFolder, letterFolder, letterName, type Outbox } from './endpoint.ts';
import { Letter, newestLetter } from './letter.ts';
import { markWaiting } from './waiting.ts';

export interface DeadLetter {
  readonly url: string;
  readonly recordId: string;
  readonly fault: string;
  readonly attempts: number;
  readonly path: string;
}

/** Everything given up, for all endpoints. */
export async function deadLetters(outbox: Outbox): Promise<DeadLetter[]> {
  const found: DeadLetter[] = [];
  for (const endpoint of outbox.endpoints) {
    for (const [path, letter] of await deadOf(outbox, endpoint))
      found.push({ url: endpoint.url, recordId: letter.recordId, fault: letter.lastFault ?? '', attempts: letter.attempts, path });
  }
  return found;
}

/**
 * Puts the dead letters back into their queues, due at once. A newer letter about the document, waiting, sent or dead, makes an older one needless, and
 * sent after it would be out of order: it is dropped.
 */
export async function sendAgain(outbox: Outbox, now: string): Promise<number> {
  let count = 0;
  for (const endpoint of outbox.endpoints) {
    for (const [path, letter] of await deadOf(outbox, endpoint)) {
      const folder = letterFolder(outbox, endpoint, letter.recordId);
      const number = Number(/\.(\d+)\.json$/u.exec(path)?.[1]);
      if (((await newestLetter(folder))?.number ?? 0) <= number) {
        await markWaiting(outbox, endpoint, letter.recordId, now);
        const fresh: Letter = { ...letter, attempts: 0, notBefore: now };
        if (await createFileWhole(join(folder, letterName(number)), JSON.stringify(fresh), join(outbox.store.folder, 'tmp'))) count++;
      }
      await rm(path, { force: true });
    }
  }
  return count;
}

async function deadOf(outbox: Outbox, endpoint: Endpoint): Promise<[string, Letter][]> {
  const folder = join(endpointFolder(outbox, endpoint), 'dead');
  const names = await readdir(folder).catch(() => [] as string[]);
  const letters: [string, Letter][] = [];
  for (const name of names.filter((found) => found.endsWith('.json')).sort()) {
    const bytes = await readFileOrNull(join(folder, name));
    if (bytes !== null) letters.push([join(folder, name), Letter.parse(JSON.parse(bytes.toString('utf8')))]);
  }
  return letters;
}
