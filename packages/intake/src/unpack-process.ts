// What does a file hold, if it holds others? Answered by a child process, since parsers of hostile bytes may hang or eat memory.
//   const unpacked = await unpackFile(place, path, { pdf: false });   null where the file is no container
// Looking at the first bytes spares the process for files that cannot be containers. Throws what the child threw, `page-timeout`, `worker-died`.
// It is safe to be killed and done again: what was found lies in the store under its digest, and nothing points to it yet.
import { fork } from 'node:child_process';
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fromEntry, VanbanError } from '@vanban/contract';
import { mayHoldFiles, START_BYTES } from '@vanban/pages/container-start';
import { memoryOf, type Place, readPasswords } from '@vanban/pipeline';
import type { Unpacked, UnpackOrder, UnpackReply } from './unpack-messages.ts';

const ENTRY = fileURLToPath(new URL('./unpack-child.ts', import.meta.url));
const MEMORY_POLL = 200;

export async function unpackFile(place: Place, path: string, { pdf }: { readonly pdf: boolean }): Promise<Unpacked | null> {
  if (!pdf && !mayHoldFiles(await startOf(path))) return null;
  const { maxBytes, maxPixels, pageSeconds, workerMegabytes } = place.settings;
  const passwords = await readPasswords(place.settings);
  const order = { storeFolder: place.store.folder, path, pdf, maxBytes, maxPixels, passwords };
  const unpacked = await ask(order, { seconds: pageSeconds, megabytes: workerMegabytes });
  return unpacked.mediaType === null ? null : unpacked;
}

async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Not seen by the poll of the kernel's figures: what the heap may take in between two looks. */
function ask(order: UnpackOrder, { seconds, megabytes }: { readonly seconds: number; readonly megabytes: number }): Promise<Unpacked> {
  const child = fork(ENTRY, [], { execArgv: [`--max-old-space-size=${megabytes}`], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const { promise, resolve, reject } = Promise.withResolvers<Unpacked>();
  const stop = (error: VanbanError): void => {
    reject(error);
    child.kill('SIGKILL');
  };
  const timeout = setTimeout(() => stop(new VanbanError('page-timeout', `unpacking: ${seconds} s`)), seconds * 1000);
  const memory = setInterval(() => {
    const used = memoryOf(child.pid) ?? 0;
    if (used > megabytes) stop(new VanbanError('worker-died', `unpacking: ${Math.round(used)} MB, limit ${megabytes} MB`));
  }, MEMORY_POLL);
  child.on('message', (reply: UnpackReply) => ('unpacked' in reply ? resolve(reply.unpacked) : reject(fromEntry(reply.error))));
  child.on('error', (error) => reject(new VanbanError('worker-died', `unpacking: ${error.message}`, { cause: error })));
  child.on('exit', (code, signal) => reject(new VanbanError('worker-died', `unpacking: ${signal ?? `exit ${code}`}`)));
  child.send(order, (error) => error && stop(new VanbanError('worker-died', `unpacking: ${error.message}`)));
  return promise.finally(() => {
    clearTimeout(timeout);
    clearInterval(memory);
    if (child.connected) child.disconnect();
  });
}
