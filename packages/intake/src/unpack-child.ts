// The process that takes one container apart and puts what it finds into the store. Started by unpack-process.ts only; it ends with its parent.
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { asVanbanError, toEntry, VanbanError } from '@vanban/contract';
import { containerTypeOf, type Found, type UnpackOptions, unpack, unpackPdf } from '@vanban/pages/container';
import { addSourceBytes, openStore, type Store } from '@vanban/store';
import { isIgnored } from './ignored.ts';
import type { Member, Unpacked, UnpackOrder, UnpackReply } from './unpack-messages.ts';

for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit(0));
process.on('message', (order: UnpackOrder) => void answer(order));
endWithParent();

async function answer(order: UnpackOrder): Promise<void> {
  const reply: UnpackReply = await work(order).then(
    (unpacked) => ({ unpacked }),
    (thrown) => ({ error: toEntry(asVanbanError(thrown)) }),
  );
  process.send?.(reply);
}

async function work({ storeFolder, path, pdf, ...limits }: UnpackOrder): Promise<Unpacked> {
  const store = await openStore(storeFolder);
  const bytes = await readFile(path);
  const options: UnpackOptions = { ...limits, isLitter };
  if (pdf) return openPdf(store, bytes, options);
  const mediaType = containerTypeOf(bytes);
  return { mediaType, portfolio: false, members: mediaType === null ? [] : await keepAll(store, unpack(bytes, options)) };
}

/** What leads out of the container is no hidden folder. */
const isLitter = (name: string): boolean =>
  isIgnored(
    name
      .split(/[/\\]/u)
      .filter((part) => !/^\.{1,2}$/u.test(part))
      .join('/'),
  );

async function openPdf(store: Store, bytes: Uint8Array, options: UnpackOptions): Promise<Unpacked> {
  const { portfolio, found, close } = await unpackPdf(bytes, options);
  try {
    return { mediaType: 'application/pdf', portfolio, members: await keepAll(store, found) };
  } finally {
    await close();
  }
}

async function keepAll(store: Store, all: AsyncIterable<Found>): Promise<Member[]> {
  const members: Member[] = [];
  for await (const found of all) members.push(found.kind === 'failed' ? failed(found) : await keep(store, found));
  return members;
}

const failed = ({ path, error }: Extract<Found, { kind: 'failed' }>): Member => ({ path, source: null, error: toEntry(error), message: null });

async function keep(store: Store, { path, bytes, message }: Extract<Found, { kind: 'document' }>): Promise<Member> {
  if (bytes.length === 0) return { path, source: null, error: toEntry(new VanbanError('input-empty')), message: null };
  const { id } = await addSourceBytes(store, bytes);
  return { path, source: { id, bytes: bytes.length }, error: null, message };
}

/** A parser in an endless loop never hears of the closed channel. */
function endWithParent(): void {
  const watch = `const parent = ${process.ppid}; setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), 1000);`;
  new Worker(watch, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref();
}
