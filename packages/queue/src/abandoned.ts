// What becomes of queues whose make nobody has any more, after an update? They are removed: their documents are in the store and were queued anew.
//   await rememberPrint(link, print); await dropAbandoned(link, await peers.all());   → ['5b1c9e0d77aa']
// A make counts as abandoned when no process that has it says so any more; one that comes back finds its mark gone and queues what is not done.
import type { RedisLink } from './connection.ts';
import { PREFIX, prefixOf } from './names.ts';
import type { Peer } from './peers.ts';

const PRINTS = `${PREFIX}-prints`;

export async function rememberPrint({ client }: RedisLink, print: string): Promise<void> {
  await client.sadd(PRINTS, print);
}

/** Returns the prints whose queues were removed. `peers` must hold the caller. */
export async function dropAbandoned({ client }: RedisLink, peers: readonly Peer[]): Promise<string[]> {
  const alive = new Set(peers.map(({ print }) => print));
  const dead = (await client.smembers(PRINTS)).filter((print) => !alive.has(print));
  for (const print of dead) {
    for await (const keys of client.scanStream({ match: `${prefixOf(print)}*`, count: 1000 }) as AsyncIterable<string[]>)
      if (keys.length > 0) await client.unlink(...keys);
    await client.srem(PRINTS, print);
  }
  return dead;
}
