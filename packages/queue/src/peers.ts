// Who else works at this Redis, and would they find each other's results? Every process says who it is, with its make, every few seconds.
//   const peers = openPeers(link, { name: 'ocr', stages: ['inspect', 'ocr'], make });
//   await peers.announce();      every BEAT milliseconds; one that is silent for GONE is no longer there
//   await peers.all();           → [{ name: 'ocr', host: 'may-2', pid: 71, print: '5b1c…', … }]
//   lookAround(await peers.all(), make)   → { missing: ['restore'], others: [{ peer, differs: ['ocr: version "1", here "2"'] }] }
// Times are those of Redis, so that the machines' clocks need not agree. It stops nobody: each make has queues of its own (queues.ts).
import { hostname } from 'node:os';
import { VanbanError } from '@vanban/contract';
import { differences, type Make, printOf, type StageName } from '@vanban/pipeline';
import type { RedisLink } from './connection.ts';
import { PREFIX, STAGE_NAMES } from './names.ts';

/** Milliseconds. */
export const BEAT = 10_000;
const GONE = 35_000;
const [PEERS, SEEN] = [`${PREFIX}-peers`, `${PREFIX}-peers-seen`];

export interface Peer {
  readonly host: string;
  readonly pid: number;
  /** `ocr`, `watch`, `vanban` … */
  readonly name: string;
  /** None: it only waits for results. */
  readonly stages: readonly StageName[];
  readonly print: string;
  readonly make: Make;
}

export interface Peers {
  readonly make: Make;
  announce(): Promise<void>;
  all(): Promise<Peer[]>;
  leave(): Promise<void>;
}

export function openPeers({ client }: RedisLink, self: Pick<Peer, 'name' | 'stages' | 'make'>): Peers {
  const peer: Peer = { ...self, host: hostname(), pid: process.pid, print: printOf(self.make) };
  const id = `${peer.host} ${peer.pid} ${peer.name}`;
  const now = async (): Promise<number> => {
    const [seconds, micros] = await client.time();
    return Number(seconds) * 1000 + Math.floor(Number(micros) / 1000);
  };
  return {
    make: self.make,
    async announce() {
      await client
        .multi()
        .hset(PEERS, id, JSON.stringify(peer))
        .zadd(SEEN, await now(), id)
        .exec();
    },
    async all() {
      const gone = await client.zrangebyscore(SEEN, '-inf', (await now()) - GONE);
      if (gone.length > 0) {
        await client
          .multi()
          .hdel(PEERS, ...gone)
          .zrem(SEEN, ...gone)
          .exec();
      }
      return (await client.hvals(PEERS)).map((text) => JSON.parse(text) as Peer);
    },
    async leave() {
      await client.multi().hdel(PEERS, id).zrem(SEEN, id).exec();
    },
  };
}

export interface Surroundings {
  /** Stages that no process of this make works on. */
  readonly missing: readonly StageName[];
  readonly others: readonly { readonly peer: Peer; readonly differs: readonly string[] }[];
}

export function lookAround(peers: readonly Peer[], make: Make): Surroundings {
  const print = printOf(make);
  const served = new Set(peers.filter((peer) => peer.print === print).flatMap(({ stages }) => stages));
  const others = peers.filter((peer) => peer.print !== print);
  return {
    missing: STAGE_NAMES.filter((stage) => !served.has(stage)),
    others: others.map((peer) => ({ peer, differs: differences(make, peer.make) })),
  };
}

/** `ocr may-2 71: ocr: version "1", here "2"`, one for each process that differs. */
export const sayOthers = ({ others }: Surroundings): string[] =>
  others.map(({ peer, differs }) => `${peer.name} ${peer.host} ${peer.pid}: ${differs.join('; ')}`);

/**
 * A function that announces this process and looks around; call it every BEAT. What it finds is told when it was found twice in a row, once for each
 * change, so that the minute in which workers start one after the other makes no noise.
 */
export function createLookout(peers: Peers, tell: (around: Surroundings) => void): () => Promise<Surroundings> {
  let [last, told] = ['', '[[],[]]'];
  return async () => {
    await peers.announce();
    const around = lookAround(await peers.all(), peers.make);
    const words = JSON.stringify([around.missing, sayOthers(around)]);
    if (words === last && words !== told) {
      told = words;
      tell(around);
    }
    last = words;
    return around;
  };
}

/** Throws `version-mixed` where workers are there but none of this make for some stage: its documents would wait for ever. */
export async function requireWorkers(peers: Peers): Promise<void> {
  const around = lookAround(await peers.all(), peers.make);
  if (around.missing.length === 0 || !around.others.some(({ peer }) => peer.stages.length > 0)) return;
  throw new VanbanError('version-mixed', `${around.missing.join(', ')}: ${sayOthers(around).join(' | ')}`);
}
