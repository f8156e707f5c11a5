import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Record } from '@vanban/contract';
import { openStore } from '@vanban/store';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deadLetters, deliver, enqueue, type Outbox, sendAgain } from './index.ts';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes !!!').toString('base64')}`;
const NOW = '2026-11-21T08:00:00Z';

const record = (id: string, text: string): Record => ({ id: id.repeat(64), text }) as unknown as Record;

interface Received {
  readonly id: string;
  readonly text: string;
}

let folder: string;
let server: Server;
let outbox: Outbox;
let received: Received[];
let status: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vanban-outbox-'));
  received = [];
  status = 200;
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      if (status === 200) received.push({ id: String(request.headers['webhook-id']), text: JSON.parse(body).data.text });
      response.writeHead(status, status === 503 ? { 'retry-after': '600' } : {}).end(JSON.stringify(request.headers));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  outbox = { store: await openStore(folder), endpoints: [{ url: `http://127.0.0.1:${port}/records`, secret: SECRET }] };
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const secondsLater = (seconds: number): string => Temporal.Instant.from(NOW).add({ seconds }).toString();

describe('outbox', () => {
  it('delivers a new record once, and again only when it changed', async () => {
    expect(await enqueue(outbox, record('a', 'one'), NOW)).toBe(1);
    expect(await enqueue(outbox, record('a', 'one'), NOW)).toBe(0);
    expect(await deliver(outbox, { now: NOW })).toEqual({ delivered: 1, postponed: 0, dead: 0 });
    expect(await enqueue(outbox, record('a', 'one'), NOW)).toBe(0);
    expect(await enqueue(outbox, record('a', 'two'), NOW)).toBe(1);
    await deliver(outbox, { now: NOW });
    expect(received.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(new Set(received.map(({ id }) => id)).size).toBe(2);
  });

  it('signs what a Standard Webhooks receiver verifies', async () => {
    await enqueue(outbox, record('b', 'văn bản'), NOW);
    let seen: { body: string; headers: { [name: string]: string } } | undefined;
    const send: typeof fetch = async (_url, init) => {
      seen = { body: String(init?.body), headers: Object.fromEntries(new Headers(init?.headers).entries()) };
      return new Response(null, { status: 204 });
    };
    const now = Temporal.Now.instant().toString();
    await deliver(outbox, { now, send });
    expect(new Webhook(SECRET).verify(seen?.body ?? '', seen?.headers ?? {})).toMatchObject({ type: 'record.created', data: { text: 'văn bản' } });
    expect(() => new Webhook(SECRET).verify(`${seen?.body} `, seen?.headers ?? {})).toThrow();
  });

  it('tries again later with the same id, in order, and holds back newer letters of the same document', async () => {
    status = 500;
    await enqueue(outbox, record('c', 'one'), NOW);
    await enqueue(outbox, record('c', 'two'), NOW);
    expect(await deliver(outbox, { now: NOW })).toEqual({ delivered: 0, postponed: 1, dead: 0 });
    expect(await deliver(outbox, { now: NOW })).toEqual({ delivered: 0, postponed: 0, dead: 0 });
    status = 200;
    expect(await deliver(outbox, { now: secondsLater(6) })).toEqual({ delivered: 2, postponed: 0, dead: 0 });
    expect(received.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('waits as long as the receiver asks', async () => {
    status = 503;
    await enqueue(outbox, record('d', 'one'), NOW);
    await deliver(outbox, { now: NOW });
    status = 200;
    expect((await deliver(outbox, { now: secondsLater(599) })).delivered).toBe(0);
    expect((await deliver(outbox, { now: secondsLater(601) })).delivered).toBe(1);
  });

  it('sets a letter aside after days of failures, and sends it again on demand', async () => {
    status = 500;
    await enqueue(outbox, record('e', 'one'), NOW);
    let now = NOW;
    let dead = 0;
    for (let day = 0; day < 12 && dead === 0; day++) {
      dead = (await deliver(outbox, { now })).dead;
      now = Temporal.Instant.from(now).add({ hours: 25 }).toString();
    }
    expect(dead).toBe(1);
    expect(await deadLetters(outbox)).toMatchObject([{ recordId: 'e'.repeat(64), fault: 'HTTP 500', attempts: 10 }]);
    status = 200;
    expect(await sendAgain(outbox, now)).toBe(1);
    expect((await deliver(outbox, { now })).delivered).toBe(1);
    expect(await deadLetters(outbox)).toEqual([]);
  });

  it('lets only one of two senders deliver a document', async () => {
    await enqueue(outbox, record('f', 'one'), NOW);
    const reports = await Promise.all([deliver(outbox, { now: NOW }), deliver(outbox, { now: NOW })]);
    expect(reports.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(1);
    expect(received).toHaveLength(1);
  });
});
