// What came in? The bytes of every source, kept under their sha256, which is the document's id and the record's.
//   const { id, bytes } = await addSource(store, 'inbox/266.pdf')     copies; hashing and copying are one pass
// A source that is there already is not copied again. It does not look into the file.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { VanbanError } from '@vanban/contract';
import { codeOf, linkFile, makeFolder, syncFolder, temporaryName, typed, writeFileWhole } from './files.ts';
import type { Store } from './store.ts';

export interface AddedSource {
  readonly id: string;
  readonly bytes: number;
  /** True where these bytes were in the store before. */
  readonly known: boolean;
}

/** Throws `input-vanished`, `permission-denied`, `disk-full`, or `input-changed` where the file grew or shrank meanwhile. */
export async function addSource(store: Store, path: string): Promise<AddedSource> {
  const { id, bytes } = await hashFile(path);
  const target = sourcePath(store, id);
  if (await hasSource(target, id, bytes)) return { id, bytes, known: true };
  const temporary = temporaryName(join(store.folder, 'tmp'));
  try {
    const copied = await typed(() => copy(path, temporary));
    if (copied !== id) throw new VanbanError('input-changed', path);
    await typed(() => settle(temporary, target));
  } finally {
    await rm(temporary, { force: true });
  }
  return { id, bytes, known: false };
}

export const sourcePath = (store: Store, id: string): string => join(store.folder, 'sources', id.slice(0, 2), id);

/** The same for bytes that are in memory: a file that was taken out of another. Throws `disk-full`, `permission-denied`. */
export async function addSourceBytes(store: Store, data: Uint8Array): Promise<AddedSource> {
  const id = createHash('sha256').update(data).digest('hex');
  const target = sourcePath(store, id);
  if (await hasSource(target, id, data.length)) return { id, bytes: data.length, known: true };
  await writeFileWhole(target, data, join(store.folder, 'tmp'));
  return { id, bytes: data.length, known: false };
}

/** Where a source is kept in the form into which another program converted it (DOC as DOCX); made anew where it is not there. */
export const convertedPath = (store: Store, id: string): string => join(store.folder, 'converted', id.slice(0, 2), `${id}.docx`);

/** Throws `store-damaged` where the kept bytes are gone or no longer those of `id`. */
export async function checkSource(store: Store, id: string): Promise<void> {
  const path = sourcePath(store, id);
  const found = await hashFile(path).catch((error: VanbanError) => {
    if (error.code === 'input-vanished') return null;
    throw error;
  });
  if (found?.id !== id) throw new VanbanError('store-damaged', path);
}

/** sha256 (hex) and size of a file, read as a stream. Throws `input-vanished`, `permission-denied`. */
export async function hashFile(path: string): Promise<{ id: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new VanbanError('input-vanished', path, { cause: error });
    return typed(() => Promise.reject(error));
  }
  return { id: hash.digest('hex'), bytes };
}

/** True where the kept copy is there and still holds these bytes. */
async function hasSource(target: string, id: string, bytes: number): Promise<boolean> {
  const found = await stat(target).catch(() => null);
  return found?.size === bytes && (await hashFile(target)).id === id;
}

/** Copies while hashing, so that what is kept is what was hashed. */
async function copy(from: string, to: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(to, 'w');
  try {
    for await (const chunk of createReadStream(from)) {
      hash.update(chunk as Buffer);
      await file.writeFile(chunk as Buffer);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

async function settle(temporary: string, target: string): Promise<void> {
  await makeFolder(dirname(target));
  await rm(target, { force: true });
  await linkFile(temporary, target).catch((error) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
  await syncFolder(dirname(target));
}
