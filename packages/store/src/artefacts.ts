// What did a stage make of given inputs? An artefact is found by its key (stage, version, settings, input digests) and carries the
// digest of its own content, which is the input digest of the next stage. So a finished step is never redone, and a changed
// stage redoes only what depends on it.
//   const key = artefactKey({ stage: 'segment', version: '3', inputs: [digest], dependsOn: null });
//   await writeArtefact(store, { stage: 'segment', key }, value)   → digest
//   await readArtefact(store, { stage: 'segment', key })           → { value, digest, failed } or null
// File: one line of JSON (digest, whether it failed), then the content, JSON under zstd. A file whose content does not fit its digest
// is removed, reported to `store.warn`, and counts as missing.
import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import type { ErrorEntry } from '@vanban/contract';
import { codeOf, readFileOrNull, typed, writeFileWhole } from './files.ts';
import type { Store } from './store.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

export interface ArtefactPlace {
  readonly stage: string;
  readonly key: string;
}

export interface Artefact<T = unknown> {
  readonly value: T;
  readonly digest: string;
  /** Set where the step was given up: `value` is then what stands in for its result (a page without text). */
  readonly failed: ErrorEntry | null;
}

export interface ArtefactHead {
  readonly digest: string;
  readonly failed: boolean;
}

interface KeyParts {
  readonly stage: string;
  readonly version: string;
  /** Digests (or ids) of what the stage reads, in order. */
  readonly inputs: readonly string[];
  /** Whatever else the result depends on: settings, a model's digest, the page number. */
  readonly dependsOn: unknown;
}

export const artefactKey = (parts: KeyParts): string => digestOf([parts.stage, parts.version, parts.inputs, parts.dependsOn]);

/** sha256 (hex) of a value's JSON with the keys of its objects sorted. */
export const digestOf = (value: unknown): string => sha256(JSON.stringify(value, sorted) ?? 'undefined');

export async function writeArtefact(store: Store, place: ArtefactPlace, value: unknown, failed: ErrorEntry | null = null): Promise<string> {
  const content = JSON.stringify({ failed, value });
  const digest = sha256(content);
  const header = `${JSON.stringify({ digest, failed: failed !== null })}\n`;
  await writeFileWhole(pathOf(store, place), Buffer.concat([Buffer.from(header), await compress(content)]), join(store.folder, 'tmp'));
  return digest;
}

export async function readArtefact<T = unknown>(store: Store, place: ArtefactPlace): Promise<Artefact<T> | null> {
  const path = pathOf(store, place);
  const bytes = await readFileOrNull(path);
  if (bytes === null) return null;
  const artefact = await parse<T>(bytes);
  if (artefact === null) await discard(store, path);
  return artefact;
}

/** What the artefact's first line says, without reading and checking its content; null where there is none. */
export function peekArtefact(store: Store, place: ArtefactPlace): Promise<ArtefactHead | null> {
  return typed(async () => {
    const path = pathOf(store, place);
    const head = await readHead(path);
    if (head === null) return null;
    const found = headIn(head);
    if (found === null) await discard(store, path);
    return found;
  });
}

export const removeArtefact = (store: Store, place: ArtefactPlace): Promise<void> => typed(() => rm(pathOf(store, place), { force: true }));

function pathOf(store: Store, { stage, key }: ArtefactPlace): string {
  return join(store.folder, 'artefacts', stage, key.slice(0, 2), key);
}

async function parse<T>(bytes: Buffer): Promise<Artefact<T> | null> {
  const newline = bytes.indexOf(10);
  const head = newline < 0 ? null : headIn(bytes.subarray(0, newline + 1));
  if (head === null) return null;
  try {
    const content = await decompress(bytes.subarray(newline + 1));
    if (sha256(content) !== head.digest) return null;
    const { failed, value } = JSON.parse(content.toString()) as { failed: ErrorEntry | null; value: T };
    return { failed, value, digest: head.digest };
  } catch {
    return null;
  }
}

function headIn(head: Buffer): ArtefactHead | null {
  const match = /^\{"digest":"([0-9a-f]{64})","failed":(true|false)\}\n/u.exec(head.toString('latin1'));
  return match ? { digest: match[1] as string, failed: match[2] === 'true' } : null;
}

async function readHead(path: string): Promise<Buffer | null> {
  try {
    const file = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(128), 0, 128, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function discard(store: Store, path: string): Promise<void> {
  await rm(path, { force: true });
  store.warn({ code: 'store-damaged', path });
}

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

function sorted(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
