// The station's post: records go into the outbox as they are published, and what is due is sent from time to time while the station runs.
//   const post = await openPost(place, workspace.root, (words) => screen.say(words));
//   createStation({ …, publish: post.publish });  await post.end();
// Without WORKSPACE/endpoints.json it does nothing.
import { join } from 'node:path';
import { asVanbanError, type Record } from '@vanban/contract';
import { deliver, enqueue, openOutbox } from '@vanban/outbox';
import type { Place } from '@vanban/pipeline';
import { CLOCK } from './clock.ts';

/** Where the receivers are named: `[{ "url": …, "secret": "whsec_…" }]`. */
export const ENDPOINTS_FILE = 'endpoints.json';

export interface Post {
  publish(record: Record): Promise<void>;
  /** Stops sending; what waits is sent when the station runs again. */
  end(): Promise<void>;
}

const ROUND_MILLISECONDS = 5000;

export async function openPost(place: Place, workspace: string, say: (words: string) => void): Promise<Post> {
  const outbox = await openOutbox(place.store, join(workspace, ENDPOINTS_FILE));
  if (outbox.endpoints.length === 0) return { publish: async () => {}, end: async () => {} };
  const stop = new AbortController();
  let round: Promise<void> = Promise.resolve();
  // The first round finds what a crash may have left without its mark.
  let everything = true;
  const send = async (): Promise<void> => {
    try {
      const { dead } = await deliver(outbox, { now: CLOCK.now(), everything, signal: stop.signal });
      everything = false;
      if (dead > 0) say(`! ${dead} bản ghi không gửi được, đã thôi gửi / records given up: vanban deliver --dead`);
    } catch (thrown) {
      say(`! ${asVanbanError(thrown).message}`);
    }
  };
  const timer = setInterval(() => {
    round = round.then(send);
  }, ROUND_MILLISECONDS);
  return {
    publish: async (record) => {
      await enqueue(outbox, record, CLOCK.now());
      round = round.then(send);
    },
    async end() {
      clearInterval(timer);
      await round;
      stop.abort();
    },
  };
}
