// Is everything in the store whole? Every source against its digest, every artefact of every document against its own, every record against the
// schema; and what nobody needs any more (orphans: artefacts that no document's present steps lead to).
//   for await (const finding of verify(place)) console.log(finding.problem, finding.path);
// It only looks: damaged artefacts are removed by the store when they are read and made again by the next run; orphans are kept, they are old versions.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import { Record } from '@vanban/contract';
import { findStep, type Place, type StageName } from '@vanban/pipeline';
import { type DocumentEntry, hashFile, listDocuments, sourcePath } from '@vanban/store';
import { recordOf } from './records.ts';

const decompress = promisify(zstdDecompress);

export interface Finding {
  readonly problem:
    | 'source-missing'
    | 'source-damaged'
    | 'source-orphan'
    | 'artefact-damaged'
    | 'artefact-orphan'
    | 'record-missing'
    | 'record-invalid';
  readonly path: string;
  readonly detail: string;
}

export async function* verify(place: Place): AsyncGenerator<Finding> {
  const documents = new Set<string>();
  // Numbers, not texts: there are as many as files in the store.
  const needed = new Set<number>();
  for await (const entry of listDocuments(place.store)) {
    documents.add(entry.id);
    yield* verifyDocument(place, entry);
    for (const key of await keysOf(place, entry)) needed.add(numberOf(key));
  }
  for await (const { name, path } of files(join(place.store.folder, 'sources'))) {
    if (!documents.has(name)) yield { problem: 'source-orphan', path, detail: 'no document has this source' };
  }
  for await (const { name, path } of files(join(place.store.folder, 'artefacts'))) {
    if (!needed.has(numberOf(name))) yield { problem: 'artefact-orphan', path, detail: 'an older version, or left by a removed document' };
    if (!(await isWhole(path))) yield { problem: 'artefact-damaged', path, detail: 'its content does not fit its digest' };
  }
}

async function* verifyDocument(place: Place, entry: DocumentEntry): AsyncGenerator<Finding> {
  const path = sourcePath(place.store, entry.id);
  const digest = await hashFile(path).catch(() => null);
  if (digest === null) yield { problem: 'source-missing', path, detail: entry.fileName };
  else if (digest.id !== entry.id) yield { problem: 'source-damaged', path, detail: entry.fileName };
  if (entry.state !== 'done') return;
  const record = await recordOf(place.store, entry);
  if (record === null) yield { problem: 'record-missing', path: entry.id, detail: entry.fileName };
  else {
    const checked = Record.safeParse(record);
    if (!checked.success)
      yield { problem: 'record-invalid', path: entry.id, detail: `${checked.error.issues[0]?.path.join('.')}: ${checked.error.issues[0]?.message}` };
  }
}

/** The first 52 bits of a key. */
const numberOf = (key: string): number => Number.parseInt(key.slice(0, 13), 16);

/** Keys of the artefacts that the document's present steps lead to, and of its record and those that it replaced. */
async function keysOf(place: Place, entry: DocumentEntry): Promise<string[]> {
  const keys = [...(entry.recordKey === null ? [] : [entry.recordKey]), ...(entry.formerKeys ?? [])];
  for (const [name, stage] of Object.entries(place.stages) as [StageName, Place['stages'][StageName]][]) {
    const pages = stage.scope === 'page' ? Array.from({ length: entry.pages ?? 0 }, (_, index) => index + 1) : [0];
    for (const page of pages) {
      const found = await findStep(place, { documentId: entry.id, stage: name, page }).catch(() => null);
      if (found?.head) keys.push(found.key);
    }
  }
  return keys;
}

async function* files(folder: string): AsyncGenerator<{ name: string; path: string }> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield { name: entry.name, path };
  }
}

/** A line of JSON with the digest, then the content under zstd: the store's own form. */
async function isWhole(path: string): Promise<boolean> {
  try {
    const bytes = await readFile(path);
    const end = bytes.indexOf(10);
    const { digest } = JSON.parse(bytes.toString('utf8', 0, end)) as { digest: string };
    const content = await decompress(bytes.subarray(end + 1));
    return createHash('sha256').update(content).digest('hex') === digest;
  } catch {
    return false;
  }
}
