// What has every worker process in common? Settings and store from the environment, a log, Redis that is waited for and checked, health and metrics
// over HTTP, and signals that stop it cleanly.
//   const shell = await openShell({ name: 'ocr', env: process.env });  … shell.signal … await shell.close();
// REDIS_URL and VANBAN_STORE (or VANBAN_WORKSPACE) are all that it needs. The log holds ids and figures, never a document's text.
import { join, resolve } from 'node:path';
import { VanbanError } from '@vanban/contract';
import { loadSettings, makeOf, type Place, readSettingsFile, type StageName } from '@vanban/pipeline';
import { STAGES } from '@vanban/pipeline/stages';
import { openStore } from '@vanban/store';
import { type Logger, pino } from 'pino';
import { checkRedis } from '../check-redis.ts';
import { connect, type RedisLink } from '../connection.ts';
import { openPeers, type Peers } from '../peers.ts';
import { openQueues, type Queues } from '../queues.ts';
import { startTraces } from '../telemetry.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { serveHealth } from './serve-health.ts';

export type Env = Readonly<Record<string, string | undefined>>;

export interface Shell {
  readonly log: Logger;
  readonly place: Place;
  readonly link: RedisLink;
  readonly queues: Queues;
  readonly peers: Peers;
  readonly metrics: Metrics;
  /** Aborts at SIGTERM, SIGINT, or when this process must be started anew. */
  readonly signal: AbortSignal;
  /** Milliseconds that work may take to end after the signal. */
  readonly grace: number;
  /** Stops the process as a signal would; its exit code then says why. */
  endEarly(error: VanbanError): void;
  close(): Promise<void>;
}

interface ShellOptions {
  readonly name: string;
  /** On which this process works. */
  readonly stages: readonly StageName[];
  readonly env: Env;
}

export async function openShell({ name, stages, env }: ShellOptions): Promise<Shell> {
  const log = pino({ name, level: env.VANBAN_LOG_LEVEL ?? 'info', base: { name, pid: process.pid } });
  const stop = stopSignal(log);
  const { signal } = stop;
  const { workspace, store, redis } = placesFrom(env);
  const file = workspace === null ? {} : ((await readSettingsFile(join(workspace, 'vanban.config.json'))) as object);
  const passwords = workspace === null ? {} : { passwordsFile: join(workspace, 'inbox', 'passwords.txt') };
  const settings = loadSettings({ file: { ...passwords, ...file }, env });
  const place: Place = { store: await openStore(store, ({ path }) => log.warn({ path }, 'store-damaged')), settings, stages: STAGES };
  const traces = env.OTEL_EXPORTER_OTLP_ENDPOINT ? await startTraces({ name: env.OTEL_SERVICE_NAME ?? `vanban-${name}` }) : null;
  const link = connect(redis, (state) =>
    state.state === 'ready' ? log.info('Redis is there') : log.warn({ reason: state.reason }, 'waiting for Redis'),
  );
  const queues = openQueues(link, place);
  const peers = openPeers(link, { name, stages, make: makeOf(place) });
  const metrics = createMetrics(queues);
  const server = await serveHealth({ port: Number(env.VANBAN_HTTP_PORT ?? 0), link, metrics, log });
  await link.ready(signal);
  for (const { code, message } of await checkRedis(link.client)) log.warn({ code }, message);
  return {
    log,
    place,
    link,
    queues,
    peers,
    metrics,
    signal,
    endEarly: stop.endEarly,
    grace: Number(env.VANBAN_STOP_SECONDS ?? 20) * 1000,
    async close() {
      server?.close();
      if (link.client.status === 'ready') await peers.leave().catch(() => {});
      await queues.close().catch(() => {});
      await traces?.end();
      link.close();
    },
  };
}

function placesFrom(env: Env): { workspace: string | null; store: string; redis: string } {
  const workspace = env.VANBAN_WORKSPACE ? resolve(env.VANBAN_WORKSPACE) : null;
  const store = env.VANBAN_STORE ? resolve(env.VANBAN_STORE) : workspace && join(workspace, 'store');
  if (!store) throw new VanbanError('settings-invalid', 'set VANBAN_STORE (or VANBAN_WORKSPACE) to the shared folder');
  if (!env.REDIS_URL) throw new VanbanError('settings-invalid', 'set REDIS_URL, for example redis://127.0.0.1:6379');
  return { workspace, store, redis: env.REDIS_URL };
}

function stopSignal(log: Logger): Pick<Shell, 'signal' | 'endEarly'> {
  const controller = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const)
    process.on(name, () => {
      if (!controller.signal.aborted) log.info({ signal: name }, 'stopping');
      controller.abort();
    });
  return { signal: controller.signal, endEarly: (error) => controller.abort(error) };
}
