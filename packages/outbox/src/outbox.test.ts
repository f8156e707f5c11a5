import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Record } from '@vanban/contract';
import { openStore } from '@vanban/store';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deadLetters, deliver, enqueue, type Outbox, openOutbox, sendAgain } from './index.ts';
import { headersOf, post } from './post.ts';

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
  outbox = { store: await openStore(folder), endpoints: [{ url: `http://127.0.0.1:${port}/records`, secret: SECRET, allowHttp: true }] };
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

  it('never sends what was given up after something newer about the same document', async () => {
    status = 410;
    await enqueue(outbox, record('1', 'one'), NOW);
    expect((await deliver(outbox, { now: NOW })).dead).toBe(1);
    status = 200;
    await enqueue(outbox, record('1', 'two'), NOW);
    await deliver(outbox, { now: NOW });
    expect(await sendAgain(outbox, NOW)).toBe(0);
    await deliver(outbox, { now: NOW, everything: true });
    expect(received.map(({ text }) => text)).toEqual(['two']);
    expect(await deadLetters(outbox)).toEqual([]);
  });

  it('leaves a receiver alone that is down, and others get theirs', async () => {
    const broken: Outbox = { ...outbox, endpoints: [{ url: 'http://127.0.0.1:9/nobody', secret: SECRET, allowHttp: true }, ...outbox.endpoints] };
    for (const name of '0123456789abcdef') await enqueue(broken, record(name, name), NOW);
    const { delivered, postponed } = await deliver(broken, { now: NOW });
    expect(delivered).toBe(16);
    expect(postponed).toBeGreaterThanOrEqual(5);
    expect(postponed).toBeLessThan(16);
  });

  it('looks at nothing that was sent, and finds a letter whose mark a crash has taken', async () => {
    await enqueue(outbox, record('2', 'one'), NOW);
    const [folder = ''] = (await readdir(join(outbox.store.folder, 'outbox'))).map((name) => join(outbox.store.folder, 'outbox', name));
    await rm(join(folder, 'waiting', '2'.repeat(64)));
    expect((await deliver(outbox, { now: NOW })).delivered).toBe(0);
    expect(await enqueue(outbox, record('2', 'one'), NOW)).toBe(0);
    await rm(join(folder, 'waiting', '2'.repeat(64)));
    expect((await deliver(outbox, { now: NOW, everything: true })).delivered).toBe(1);
    expect(await readdir(join(folder, 'waiting'))).toEqual([]);
  });

  it('lets only one of two senders deliver a document', async () => {
    await enqueue(outbox, record('f', 'one'), NOW);
    const reports = await Promise.all([deliver(outbox, { now: NOW }), deliver(outbox, { now: NOW })]);
    expect(reports.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(1);
    expect(received).toHaveLength(1);
  });
});

describe('the scheme', () => {
  // Published examples of Standard Webhooks' reference implementation (docs.svix.com/receiving/verifying-payloads/how-manual).
  it.each([
    [
      'whsec_plJ3nmyCDGBKInavdOK15jsl',
      'msg_loFOjxBNrRLzqYUf',
      1731705121,
      '{"event_type":"ping","data":{"success":true}}',
      'v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=',
    ],
    [
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      1614265330,
      '{"test": 2432232314}',
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    ],
  ])('signs as published: %s', (secret, id, timestamp, body, signature) => {
    const headers = headersOf({ url: 'https://a.example', secret }, { id, body }, new Date(timestamp * 1000));
    expect(headers).toMatchObject({ 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature });
  });

  it('signs by the old secret too while it is exchanged', () => {
    const [fresh, sentAt] = [`whsec_${Buffer.from('another secret of 32 bytes !!!!!').toString('base64')}`, new Date()];
    const headers = headersOf({ url: 'https://a.example', secret: [fresh, SECRET] }, { id: 'msg_1', body: '{}' }, sentAt);
    for (const secret of [fresh, SECRET]) expect(new Webhook(secret).verify('{}', headers)).toEqual({});
  });

  it('does not wait for a receiver that never answers, and reads a date to wait for', async () => {
    const endpoint = { url: 'https://a.example', secret: SECRET };
    const silent: typeof fetch = (_url, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    const letter = { id: 'msg_1', body: '{}' };
    expect(await post(endpoint, letter, { now: NOW, send: silent, answerMilliseconds: 20 })).toMatchObject({
      taken: false,
      fault: expect.stringContaining('timeout'),
    });
    const busy: typeof fetch = async () => new Response(null, { status: 429, headers: { 'retry-after': 'Sat, 21 Nov 2026 08:02:00 GMT' } });
    expect(await post(endpoint, letter, { now: NOW, send: busy })).toMatchObject({ fault: 'HTTP 429', retryAfter: 120 });
  });
});

describe('endpoints.json', () => {
  const open = async (entries: unknown): Promise<Outbox> => {
    await writeFile(join(folder, 'endpoints.json'), JSON.stringify(entries));
    return openOutbox(outbox.store, join(folder, 'endpoints.json'));
  };

  it('takes HTTPS, plain HTTP only on demand, and every address once', async () => {
    expect((await open([{ url: 'https://a.example', secret: SECRET }])).endpoints).toHaveLength(1);
    await expect(open([{ url: 'http://a.example', secret: SECRET }])).rejects.toThrow(/must be https/u);
    expect((await open([{ url: 'http://a.example', secret: SECRET, allowHttp: true }])).endpoints).toHaveLength(1);
    await expect(open(Array(2).fill({ url: 'https://a.example', secret: SECRET }))).rejects.toThrow(/twice/u);
    await expect(open([{ url: 'https://a.example', secret: 'abc' }])).rejects.toThrow(/whsec_/u);
  });
});
