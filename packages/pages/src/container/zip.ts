// The files of a ZIP archive, taken out one at a time.
// Invariant: nothing is written; sizes are counted while they come out, whatever the archive says; links, files that lie over others, and files whose
// bytes do not fit their check sum are refused.
//   for await (const entry of openZip(bytes, { passwords, budget }).entries) await entry.read();
// An archive under a password that is not among those given is refused as a whole: reading half of it would hide the other half.
import { reasonOf, VanbanError } from '@vanban/contract';
import { configure, ERR_INVALID_PASSWORD, ERR_UNSUPPORTED_COMPRESSION, type FileEntry, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import type { Budget } from './budget.ts';
import type { Entry, Opened } from './found.ts';
import { decodeName } from './member-name.ts';

export interface ZipOptions {
  readonly passwords: readonly string[];
  readonly budget: Budget;
}

configure({ useWebWorkers: false });

export function openZip(bytes: Uint8Array, options: ZipOptions): Opened {
  return { entries: entriesOf(bytes, options), message: null, instead: null };
}

async function* entriesOf(bytes: Uint8Array, options: ZipOptions): AsyncGenerator<Entry> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), {
    strictness: 'tolerant',
    filenameValidation: 'tolerant',
    decodeText: (raw, encoding, type) => (type === 'filename' && !/utf-?8/iu.test(encoding) ? decodeName(raw) : undefined),
  });
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (!entry.directory) yield { name: entry.filename.normalize('NFC'), read: () => read(entry, options) };
    }
  } catch (thrown) {
    throw asInputError(thrown);
  } finally {
    await reader.close();
  }
}

async function read(entry: FileEntry, { passwords, budget }: ZipOptions): Promise<Uint8Array> {
  if (entry.symlink) throw new VanbanError('input-link', entry.filename);
  budget.expect(entry.uncompressedSize);
  for (const password of entry.encrypted ? passwords : ['']) {
    try {
      return await unpack(entry, password, budget);
    } catch (thrown) {
      if (!isWrongPassword(entry, thrown)) throw asInputError(thrown);
    }
  }
  throw new VanbanError('input-password', entry.filename);
}

async function unpack(entry: FileEntry, password: string, budget: Budget): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      budget.bytes(chunk.length);
      chunks.push(chunk);
    },
  });
  await entry.getData(sink, { checkCrc32: true, checkOverlappingEntry: true, ...(password ? { rawPassword: Buffer.from(password) } : {}) });
  return Buffer.concat(chunks);
}

/** The old cipher checks one byte: one wrong password in 256 passes, and what comes out is damaged. */
const isWrongPassword = (entry: FileEntry, thrown: unknown): boolean =>
  entry.encrypted && !(thrown instanceof VanbanError) && (reasonOf(thrown) === ERR_INVALID_PASSWORD || entry.zipCrypto);

function asInputError(thrown: unknown): VanbanError {
  if (thrown instanceof VanbanError) return thrown;
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  if (cause instanceof VanbanError) return cause;
  const message = reasonOf(thrown);
  return new VanbanError(message === ERR_UNSUPPORTED_COMPRESSION ? 'input-unsupported' : 'input-damaged', message, { cause: thrown });
}
