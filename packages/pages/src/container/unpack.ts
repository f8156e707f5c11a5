// Everything that lies in a file which holds others (ZIP, e-mail, PDF with attachments), with what lies in the containers inside it.
// Invariant: one file at a time is in memory beside the containers around it; the limits count over all layers; each file found is told once.
//   for await (const found of unpack(bytes, { maxBytes, maxPixels, passwords, isLitter })) …   { kind: 'document', path: ['a/cv.pdf'], bytes, message }
// It reads hostile bytes: run it where it can be killed. Throws VanbanError: `input-password`, `archive-limit`, `input-damaged`, `no-documents`.
import { VanbanError } from '@vanban/contract';
import { MAIL, mediaTypeOf } from '../media-type.ts';
import { OUTLOOK, ZIP } from '../office/office-type.ts';
import { type Budget, createBudget, MOST_LAYERS } from './budget.ts';
import type { Entry, Found, Message, Opened } from './found.ts';
import { openMail } from './mail.ts';
import { openOutlook } from './outlook.ts';
import { openAttachments } from './pdf-attachments.ts';
import { openZip } from './zip.ts';

export interface UnpackOptions {
  readonly maxBytes: number;
  readonly maxPixels: number;
  readonly passwords: readonly string[];
  /** Names that are no documents: what systems leave in folders. */
  readonly isLitter: (name: string) => boolean;
}

const CONTAINERS = new Set([ZIP, MAIL, OUTLOOK]);

/** What kind of container the bytes are; null where they are a document or nothing known. A PDF is one only for whoever asks for its attachments. */
export function containerTypeOf(bytes: Uint8Array): string | null {
  const type = mediaTypeOf(bytes);
  return type !== null && CONTAINERS.has(type) ? type : null;
}

interface Layer {
  readonly options: UnpackOptions;
  readonly budget: Budget;
  readonly path: readonly string[];
  readonly message: Message | null;
}

export async function* unpack(bytes: Uint8Array, options: UnpackOptions): AsyncGenerator<Found> {
  const type = containerTypeOf(bytes);
  if (type === null) throw new VanbanError('input-unsupported', 'The file is no container.');
  const layer: Layer = { options, budget: createBudget({ maxBytes: options.maxBytes, packed: bytes.length }), path: [], message: null };
  let count = 0;
  for await (const found of unpackLayer(bytes, type, layer)) {
    count++;
    yield found;
  }
  if (count === 0) throw new VanbanError('no-documents');
}

/** The documents attached to a PDF, and whether it is nothing but a cover for them. Files of other kinds are left alone: the PDF is the document. */
export async function unpackPdf(
  bytes: Uint8Array,
  options: UnpackOptions,
): Promise<{ portfolio: boolean; found: AsyncIterable<Found>; close(): Promise<void> }> {
  const { maxBytes, maxPixels, passwords } = options;
  const budget = createBudget({ maxBytes, packed: bytes.length });
  const opened = await openAttachments(bytes, { passwords, maxPixels, budget });
  const layer: Layer = { options, budget, path: [], message: null };
  const found = opened.portfolio ? unpackEntries(opened, layer) : documentsOnly(unpackEntries(opened, layer));
  return { portfolio: opened.portfolio, found, close: opened.close };
}

async function* documentsOnly(all: AsyncIterable<Found>): AsyncGenerator<Found> {
  for await (const found of all) if (found.kind === 'document' && isDocument(found.bytes)) yield found;
}

/** Text attached to a PDF is mostly data (XML, logs), not a letter. */
function isDocument(bytes: Uint8Array): boolean {
  const type = mediaTypeOf(bytes);
  return type !== null && type !== 'text/plain';
}

async function* unpackLayer(bytes: Uint8Array, type: string, layer: Layer): AsyncGenerator<Found> {
  const opened = await open(bytes, type, layer);
  yield* unpackEntries(opened, { ...layer, message: opened.message ?? layer.message });
}

async function open(bytes: Uint8Array, type: string, { options, budget }: Layer): Promise<Opened> {
  if (type === ZIP) return openZip(bytes, { passwords: options.passwords, budget });
  return type === MAIL ? openMail(bytes, { budget }) : openOutlook(bytes, { budget });
}

async function* unpackEntries({ entries, instead }: Opened, layer: Layer): AsyncGenerator<Found> {
  let count = 0;
  for await (const entry of entries) {
    if (layer.options.isLitter(entry.name)) continue;
    count++;
    yield* unpackEntry(entry, layer);
  }
  if (count === 0 && instead) yield* unpackEntry(instead, { ...layer, message: null });
}

/** What ends the whole container is thrown; what concerns one file is told. */
async function* unpackEntry(entry: Entry, layer: Layer): AsyncGenerator<Found> {
  const path = [...layer.path, entry.name];
  layer.budget.file();
  try {
    const bytes = await entry.read();
    const type = containerTypeOf(bytes);
    if (type === null) yield { kind: 'document', path, bytes, message: layer.message };
    else if (path.length > MOST_LAYERS) yield { kind: 'failed', path, error: new VanbanError('archive-limit', `More than ${MOST_LAYERS} layers.`) };
    else yield* unpackLayer(bytes, type, { ...layer, path });
  } catch (thrown) {
    if (!(thrown instanceof VanbanError) || thrown.code === 'archive-limit' || thrown.code === 'input-password') throw thrown;
    yield { kind: 'failed', path, error: thrown };
  }
}
