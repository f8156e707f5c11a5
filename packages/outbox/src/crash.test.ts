// Whatever kills the sender, and however moody the receiver: every version of every record arrives, in order, and a repeated one has its old id.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SENDER = fileURLToPath(new URL('./fake/sender.ts', import.meta.url));
const [RECORDS, VERSIONS, KILLS] = [8, 4, 4];

/** The next of a row of numbers from 0 to 1 that is the same in every run. */
let drawn = 0;
const random = (): number => createHash('sha256').update(`outbox ${drawn++}`).digest().readUInt32LE() / 2 ** 32;

test('a sender killed again and again delivers every version at least once and in order', async () => {
  const folder = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'vanban-sender-'));
  const taken: { readonly record: string; readonly version: number; readonly id: string }[] = [];
  const server = createServer(async (request, response) => {
    const { data } = JSON.parse(Buffer.concat(await request.toArray()).toString()) as { data: { id: string; text: string } };
    if (random() < 0.2) return void response.writeHead(503).end();
    taken.push({ record: data.id, version: Number(data.text), id: String(request.headers['webhook-id']) });
    // Taken, but the sender may die before it hears of it.
    if (random() < 0.1) return void request.socket.destroy();
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  for (let run = 0; ; run++) {
    const args = [SENDER, join(folder, 'store'), url, String(RECORDS), String(VERSIONS)];
    const child = spawn(process.execPath, args, { env: { ...process.env, ROUND: String(run * 1000) }, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (run < KILLS) {
      // Killed after so many more letters arrived, at whatever it does then.
      const [before, more] = [taken.length, 1 + Math.floor(random() * 8)];
      while (taken.length < before + more && child.exitCode === null) await sleep(2);
      await sleep(random() * 10);
      child.kill('SIGKILL');
    }
    await ended;
    if (said.includes('done')) break;
    expect(run, 'the last one ends by itself').toBeLessThan(KILLS);
  }
  const ids = new Map<string, string>();
  for (let n = 0; n < RECORDS; n++) {
    const record = n.toString(16).padStart(64, '0');
    const own = taken.filter((letter) => letter.record === record);
    expect(own.map(({ version }) => version)).toEqual(own.map(({ version }) => version).toSorted((a, b) => a - b));
    expect(new Set(own.map(({ version }) => version)).size).toBe(VERSIONS);
    for (const { version, id } of own) {
      const name = `${record} ${version}`;
      expect(ids.get(name) ?? id).toBe(id);
      ids.set(name, id);
    }
  }
  expect(new Set(ids.values()).size).toBe(RECORDS * VERSIONS);
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
}, 200_000);
