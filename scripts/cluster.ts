// npm run cluster: the whole thing as on many machines, on this one. A private Redis (or REDIS_URL), one watcher, and workers for every stage; each
// that dies is started again, Ctrl-C stops all cleanly.
//   npm run cluster -- --workspace /srv/vanban --ocr 2 --http 9400
// With VANBAN_WORKSPACE or --workspace the inbox is there, else in data/workspace.
import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { asVanbanError, describe } from '@vanban/contract';
import { startRedis } from '@vanban/queue';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    workspace: { type: 'string', default: process.env.VANBAN_WORKSPACE ?? join(ROOT, 'data/workspace') },
    ocr: { type: 'string', default: '1' },
    http: { type: 'string', default: '0' },
    help: { type: 'boolean', default: false },
  },
});
const HELP = `npm run cluster -- [--workspace FOLDER] [--ocr PROCESSES] [--http FIRST-PORT]

Redis: REDIS_URL, else a private one with its data in FOLDER/redis. Worker n serves /healthz and /metrics on FIRST-PORT + n.
`;
/** Exit code of a worker that said what is wrong with its settings: starting it again would not help. */
const WRONG_SETTINGS = 2;
/** Seconds before a worker that ended by itself is started again. */
const AGAIN = 1;

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());

if (values.help) process.stdout.write(HELP);
else process.exitCode = await run().catch(say);

function say(thrown: unknown): number {
  const error = asVanbanError(thrown);
  process.stderr.write(describe(error));
  return error.exit;
}

async function run(): Promise<number> {
  const workspace = resolve(values.workspace);
  const own = process.env.REDIS_URL ? null : await startRedis({ folder: join(workspace, 'redis') });
  const url = own?.url ?? process.env.REDIS_URL;
  const names = ['watch', ...Array<string>(Number(values.ocr)).fill('ocr'), 'restore', 'segment', 'extract', 'publish'];
  process.stdout.write(`Redis ${url} · inbox ${join(workspace, 'inbox')} · ${names.join(' ')}\n`);
  const env = { ...process.env, VANBAN_WORKSPACE: workspace, REDIS_URL: url };
  const first = Number(values.http);
  await Promise.all(names.map((name, n) => keepRunning(name, { ...env, VANBAN_HTTP_PORT: first ? `${first + n}` : '0' })));
  await own?.stop();
  return stop.signal.reason === WRONG_SETTINGS ? WRONG_SETTINGS : 0;
}

async function keepRunning(name: string, env: NodeJS.ProcessEnv): Promise<void> {
  while (!stop.signal.aborted) {
    const child = spawn(process.execPath, [join(ROOT, 'workers', name, 'src/main.ts')], { env, stdio: 'inherit', detached: true });
    const onStop = () => child.kill('SIGTERM');
    stop.signal.addEventListener('abort', onStop, { once: true });
    const exit = await ended(child);
    stop.signal.removeEventListener('abort', onStop);
    if (exit === WRONG_SETTINGS) stop.abort(exit);
    if (!stop.signal.aborted) await sleep(AGAIN * 1000);
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve).once('error', () => resolve(null)));
}
