// How does a machine without a Redis service get one? A private server on a port of its own, with its data in a folder, ended with the process that asked.
//   const redis = await startRedis({ folder: '/srv/vanban/redis', port: 6390 });   redis.url
//   await redis.stop();
// It ends with its parent whatever happens, so that two servers never write the same data. `redis-server` is taken from PATH, else Debian's package is installed where we are root; else `engine-missing` says what to do.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { VanbanError } from '@vanban/contract';
import { makeFolder } from '@vanban/store';
import { connect } from './connection.ts';

const run = promisify(execFile);

export interface PrivateRedis {
  readonly url: string;
  readonly pid: number;
  /** Saves and ends it. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export interface RedisOptions {
  /** Where it keeps its data. */
  readonly folder: string;
  /** 0: any free port. */
  readonly port?: number;
  /** False: everything is forgotten at its end. */
  readonly persistent?: boolean;
}

export async function startRedis({ folder, port = 0, persistent = true }: RedisOptions): Promise<PrivateRedis> {
  const program = await redisProgram();
  await makeFolder(folder);
  const chosen = port || (await freePort());
  const keep = persistent ? ['--appendonly', 'yes'] : ['--appendonly', 'no', '--save', ''];
  const local = ['--bind', '127.0.0.1', '--port', `${chosen}`, '--dir', folder, '--maxmemory-policy', 'noeviction', '--daemonize', 'no'];
  const child = spawn('sh', ['-c', WITH_PARENT, 'sh', program, ...local, ...keep], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  const url = `redis://127.0.0.1:${chosen}`;
  const pid = await answering(url, child);
  return {
    url,
    pid,
    stop: () => ended(child),
    kill: () => {
      process.kill(pid, 'SIGKILL');
      return ended(child);
    },
  };
}

/** The shell waits for the end of its input, which comes when the parent ends it or dies, and then ends the server. */
const WITH_PARENT = '"$@" & server=$!; cat >/dev/null; kill $server 2>/dev/null; wait $server';

async function redisProgram(): Promise<string> {
  const found = await findProgram();
  if (found) return found;
  if (process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'redis-server'], { env }).catch(() => {});
    const installed = await findProgram();
    if (installed) return installed;
  }
  throw new VanbanError('engine-missing', 'redis-server is not installed: apt-get install redis-server, or set REDIS_URL to a running server');
}

const findProgram = (): Promise<string | null> =>
  run('sh', ['-c', 'command -v redis-server']).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer().on('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
}

/** The server's process id, once it answers. */
async function answering(url: string, child: ChildProcess): Promise<number> {
  const gone = new AbortController();
  const late = setTimeout(() => gone.abort(new VanbanError('redis-unavailable', 'redis-server did not answer within 10 s')), START_LIMIT);
  child.once('error', (error) => gone.abort(new VanbanError('redis-unavailable', error.message)));
  const link = connect(url);
  try {
    await link.ready(gone.signal);
    return Number(/^process_id:(\d+)/mu.exec(await link.client.info('server'))?.[1]);
  } catch (error) {
    await ended(child);
    throw error;
  } finally {
    clearTimeout(late);
    link.close();
  }
}

const START_LIMIT = 10_000;

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.stdin?.end();
  });
}
