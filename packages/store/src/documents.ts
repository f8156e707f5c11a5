// Which documents are there, and how far is each? One entry for each source, under its sha256.
//   const { entry, added } = await addDocument(store, { id, fileName: '266.pdf', bytes, receivedAt });
// The first to add a document sets its name and time: the same bytes under another name are the same document.
// `working` is never written down: it is a live claim, so that a crash leaves no lie behind.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Container, ErrorEntry } from '@vanban/contract';
import { isClaimed } from './claims.ts';
import { createFileWhole, readFileOrNull, typed, writeFileWhole } from './files.ts';
import { documentFolder, type Store } from './store.ts';

export type DocumentState = 'waiting' | 'working' | 'done' | 'failed';

export interface DocumentEntry {
  /** sha256 (hex) of the source's bytes. */
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  /** ISO 8601, given by whoever took the document in. */
  readonly receivedAt: string;
  /** What it was taken out of; absent where it came by itself. */
  readonly container?: Container;
  readonly state: Exclude<DocumentState, 'working'>;
  /** Why it failed; null otherwise. */
  readonly error: ErrorEntry | null;
  readonly pages: number | null;
  /** Numbers of the pages that could not be read; the record lacks them. */
  readonly missingPages: readonly number[];
  /** Key of the record's artefact (stage `publish`); null until done. */
  readonly recordKey: string | null;
  /** Keys of the records that it replaced, oldest first; absent where there were none. */
  readonly formerKeys?: readonly string[];
}

export type NewDocument = Pick<DocumentEntry, 'id' | 'fileName' | 'bytes' | 'receivedAt' | 'container'>;

export async function addDocument(store: Store, given: NewDocument): Promise<{ entry: DocumentEntry; added: boolean }> {
  const old = await readDocument(store, given.id);
  if (old) return { entry: old, added: false };
  const entry: DocumentEntry = { ...given, state: 'waiting', error: null, pages: null, missingPages: [], recordKey: null };
  const added = await createFileWhole(pathOf(store, given.id), text(entry), join(store.folder, 'tmp'));
  if (added) return { entry, added };
  const other = await readDocument(store, given.id);
  if (other) return { entry: other, added: false };
  await writeDocument(store, entry);
  return { entry, added: true };
}

/** Null where there is no such document, or its entry is damaged (reported; adding it again makes it anew). */
export async function readDocument(store: Store, id: string): Promise<DocumentEntry | null> {
  const path = pathOf(store, id);
  const bytes = await readFileOrNull(path);
  if (bytes === null) return null;
  try {
    const entry = JSON.parse(bytes.toString()) as DocumentEntry;
    if (entry.id === id) return entry;
  } catch {
    // falls through to the report below
  }
  store.warn({ code: 'store-damaged', path });
  return null;
}

export const writeDocument = (store: Store, entry: DocumentEntry): Promise<void> =>
  writeFileWhole(pathOf(store, entry.id), text(entry), join(store.folder, 'tmp'));

/** Its state, `working` where a live process holds its claim. */
export async function documentState(store: Store, entry: DocumentEntry): Promise<DocumentState> {
  if (entry.state === 'waiting' && (await isClaimed(store, entry.id))) return 'working';
  return entry.state;
}

/** All documents in the order of their ids, one at a time: the list may be too long for memory. */
export async function* listDocuments(store: Store): AsyncGenerator<DocumentEntry> {
  const root = join(store.folder, 'documents');
  for (const shard of (await typed(() => readdir(root))).sort()) {
    for (const id of (await typed(() => readdir(join(root, shard)))).sort()) {
      const entry = isDocumentId(id) ? await readDocument(store, id) : null;
      if (entry) yield entry;
    }
  }
}

export const isDocumentId = (id: string): boolean => /^[0-9a-f]{64}$/u.test(id);

const pathOf = (store: Store, id: string): string => join(documentFolder(store, id), 'document.json');

const text = (entry: DocumentEntry): string => `${JSON.stringify(entry, null, 2)}\n`;
