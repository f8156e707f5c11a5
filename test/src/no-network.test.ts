// The product works without a network and does not look for one. The same watch sees a fetch, a name looked up, a child, a thread and a native program that try.
// The odd files are read under the same seal in odd.test.ts.
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letter, SAMPLES } from './folders.ts';
import { runSealed } from './sealed/run-sealed.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vanban-sealed-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What is tested is not how fast the machine is. */
const PATIENT = { VANBAN_PAGE_SECONDS: '900', VANBAN_DOCUMENT_SECONDS: '900' };

describe('the watch itself', () => {
  const FETCH = "await fetch('http://127.0.0.1:9/').catch(() => {})";
  const attempts: { readonly [what: string]: string } = {
    'a fetch': FETCH,
    'a connection': "(await import('node:net')).connect(9, '127.0.0.1').on('error', () => {})",
    'a secure connection': "(await import('node:tls')).connect(9, '127.0.0.1').on('error', () => {})",
    'a request': "(await import('node:http')).get('http://127.0.0.1:9/').on('error', () => {})",
    'a name': "await (await import('node:dns/promises')).lookup('example.org').catch(() => {})",
    'a datagram': "(await import('node:dgram')).createSocket('udp4').send('x', 9, '127.0.0.1')",
    'a server': "(await import('node:http')).createServer().listen(0)",
    'a child': `(await import('node:child_process')).fork('-', { execArgv: ['--input-type=module', '-e', ${JSON.stringify(FETCH)}] })`,
    'a thread': `new (await import('node:worker_threads')).Worker(${JSON.stringify(`fetch('http://127.0.0.1:9/').catch(() => {})`)}, { eval: true })`,
  };

  test.each(Object.entries(attempts))('sees %s', async (_, code) => {
    const { touched } = await runSealed(process.execPath, ['--input-type=module', '-e', code]);
    expect(touched.join('\n')).toContain('The network was touched');
  });

  test('sees nothing where nothing is tried, and leaves pipes alone', async () => {
    const pipe = process.platform === 'win32' ? '\\\\\\\\.\\\\pipe\\\\vanban-sealed' : join(folder, 'pipe');
    const code = `const net = await import('node:net'); const server = net.createServer((socket) => { socket.end('said'); server.close(); });
      server.listen('${pipe}', () => net.connect({ path: '${pipe}' }).pipe(process.stdout));`;
    const sealed = await runSealed(process.execPath, ['--input-type=module', '-e', code]);
    expect(sealed).toMatchObject({ stdout: 'said', touched: [] });
    expect(sealed.counted ?? 0).toBe(0);
  });

  test('sees a native program, where the kernel can be asked', async () => {
    const { counted } = await runSealed('bash', ['-c', 'exec 3<>/dev/tcp/127.0.0.1/9']);
    if (counted !== null) expect(counted).toBeGreaterThan(0);
  });
});

test('a scan, a letter and a link are read without a network', async () => {
  const inbox = join(folder, 'in');
  await mkdir(inbox);
  await copyFile(join(SAMPLES, 'bxd-266.pdf'), join(inbox, 'scan.pdf'));
  await writeFile(join(inbox, 'letter.txt'), letter(7));
  await writeFile(join(inbox, 'link.md'), `${letter(8)}\n![](http://127.0.0.1:9/logo.png)\n`);
  const main = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));
  const sealed = await runSealed(process.execPath, [main, 'ingest', inbox, '--out', join(folder, 'out'), '--workspace', folder, '--json'], PATIENT);
  expect(sealed.stdout.match(/"state":\s*"done"/gu)).toHaveLength(3);
  expect(sealed.touched).toEqual([]);
  expect(sealed.counted ?? 0).toBe(0);
}, 600_000);
