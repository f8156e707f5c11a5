// Is this Redis fit for a queue? It must not throw keys away when memory is short, and should keep them over a restart.
//   await checkRedis(client)   → [{ code: 'eviction', … }]; empty where all is well
// Nothing is lost either way, since the store is the truth: but evicted keys are jobs that stop, and a restart without persistence queues anew.
import type { Redis } from 'ioredis';

export interface RedisComplaint {
  readonly code: 'eviction' | 'no-persistence' | 'old-version' | 'unknown';
  readonly message: string;
}

/** BullMQ 6 needs the commands of this version. */
const LEAST_VERSION = 6.2;

export async function checkRedis(client: Redis): Promise<RedisComplaint[]> {
  const info = parseInfo(await client.info());
  const policy = info.get('maxmemory_policy') ?? (await policyOf(client));
  const complaints: RedisComplaint[] = [];
  if (policy === null) complaints.push({ code: 'unknown', message: 'Redis does not tell its maxmemory-policy; make sure that it is noeviction.' });
  else if (policy !== 'noeviction')
    complaints.push({
      code: 'eviction',
      message: `maxmemory-policy is ${policy}; set it to noeviction, or Redis throws jobs away when memory is short.`,
    });
  if (info.get('aof_enabled') === '0' && (await savesOf(client)) === '')
    complaints.push({
      code: 'no-persistence',
      message: 'Redis keeps nothing over a restart; set appendonly yes (work is not lost, but queued anew).',
    });
  const version = info.get('redis_version') ?? '';
  if (Number.parseFloat(version) < LEAST_VERSION)
    complaints.push({ code: 'old-version', message: `Redis ${version} is too old; ${LEAST_VERSION} or newer is needed.` });
  return complaints;
}

function parseInfo(text: string): Map<string, string> {
  return new Map(
    text.split(/\r?\n/u).flatMap((line): [string, string][] => {
      const at = line.indexOf(':');
      return at > 0 ? [[line.slice(0, at), line.slice(at + 1)]] : [];
    }),
  );
}

/** Null where the server refuses CONFIG, as hosted ones do. */
async function configOf(client: Redis, name: string): Promise<string | null> {
  const reply = (await client.config('GET', name).catch(() => null)) as string[] | null;
  return reply?.[1] ?? null;
}

const policyOf = (client: Redis): Promise<string | null> => configOf(client, 'maxmemory-policy');

const savesOf = (client: Redis): Promise<string | null> => configOf(client, 'save');
