// Is this process well, and what has it done? GET /healthz is 200 where Redis answers, 503 while it is away; GET /metrics is for Prometheus.
//   const server = await serveHealth({ port: 9401, link, metrics, log });   null for port 0: not wanted
import { createServer, type Server } from 'node:http';
import type { Logger } from 'pino';
import type { RedisLink } from '../connection.ts';
import type { Metrics } from './metrics.ts';

interface Parts {
  readonly port: number;
  readonly link: RedisLink;
  readonly metrics: Metrics;
  readonly log: Logger;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export async function serveHealth({ port, link, metrics, log }: Parts): Promise<Server | null> {
  if (!port) return null;
  const server = createServer(async (request, response) => {
    const { status, type, body } = await answer(request.url ?? '/', link, metrics);
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
  log.info({ port }, 'health and metrics');
  return server;
}

async function answer(url: string, link: RedisLink, metrics: Metrics): Promise<Answer> {
  const ready = link.client.status === 'ready';
  const json = 'application/json';
  if (url === '/healthz') return { status: ready ? 200 : 503, type: json, body: JSON.stringify({ redis: ready ? 'ready' : 'away' }) };
  if (url !== '/metrics') return { status: 404, type: json, body: '{}' };
  if (!ready) return { status: 503, type: json, body: JSON.stringify({ redis: 'away' }) };
  return { status: 200, type: metrics.contentType, body: await metrics.text() };
}
