// How is Redis reached, and what is said while it is away? Connections never give up; each change of state is told once.
//   const redis = connect('redis://127.0.0.1:6379', (state) => log.warn(state));
//   await redis.ready();        waits as long as it takes; rejects only when the signal aborts
// Commands wait while Redis is away (no limit of retries), as BullMQ's workers need it.
import { Redis } from 'ioredis';

export type RedisState = { readonly state: 'ready' } | { readonly state: 'away'; readonly reason: string };

export interface RedisLink {
  readonly client: Redis;
  ready(signal?: AbortSignal): Promise<void>;
  close(): void;
}

const LONGEST_WAIT = 5000;

export function connect(url: string, tell: (state: RedisState) => void = () => {}): RedisLink {
  const client = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(LONGEST_WAIT, 100 * 2 ** Math.min(times, 10)),
  });
  let known = '';
  const note = (state: RedisState) => {
    if (known === state.state || known === 'closed') return;
    known = state.state;
    tell(state);
  };
  client.on('error', (error: Error) => note({ state: 'away', reason: error.message || (error as NodeJS.ErrnoException).code || 'unknown' }));
  client.on('close', () => note({ state: 'away', reason: 'connection closed' }));
  client.on('ready', () => note({ state: 'ready' }));
  return {
    client,
    ready: (signal) => whenReady(client, signal),
    close() {
      known = 'closed';
      client.disconnect();
    },
  };
}

function whenReady(client: Redis, signal: AbortSignal | undefined): Promise<void> {
  if (client.status === 'ready') return Promise.resolve();
  return new Promise((resolve, reject) => {
    const end = () => {
      client.off('ready', onReady);
      signal?.removeEventListener('abort', onAbort);
    };
    const onReady = () => {
      end();
      resolve();
    };
    const onAbort = () => {
      end();
      reject(signal?.reason);
    };
    client.on('ready', onReady);
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
  });
}
