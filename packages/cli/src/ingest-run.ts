// Reads files one beside the other and writes their records; every file ends in a result or a typed error, and the others go on.
//   const results = await ingestFiles({ inputs, out, place, runner, documents, signal, onResult })
import { basename } from 'node:path';
import { asVanbanError, type Record, VanbanError } from '@vanban/contract';
import { type Part, readFile, writeResult } from '@vanban/intake';
import type { Place, Runner } from '@vanban/pipeline';
import type { InputFile } from './ingest-inputs.ts';
import { type WrittenCopy, writeSearchableCopy } from './searchable-copy.ts';

export interface IngestResult {
  readonly input: InputFile;
  /** Its name within the file; null where the file is the document, or could not be opened. */
  readonly member: string | null;
  readonly outcome:
    | {
        readonly state: 'done';
        readonly out: string;
        readonly record: Record;
        readonly missingPages: readonly number[];
        readonly known: boolean;
        /** The searchable copy where one was asked for, or why there is none. */
        readonly copy?: WrittenCopy | VanbanError;
      }
    | { readonly state: 'failed'; readonly error: VanbanError }
    | { readonly state: 'stopped' };
}

interface IngestParts {
  readonly inputs: readonly InputFile[];
  readonly out: string;
  /** Whether searchable copies are written beside the records. */
  readonly copies: boolean;
  readonly place: Place;
  readonly runner: Runner;
  /** Files at work at one time. */
  readonly documents: number;
  readonly signal: AbortSignal;
  /** Which document a file is, before it is read. */
  readonly onKnown: (input: InputFile, documentId: string) => void;
  /** For each document; a container has several, or none. */
  readonly onResult: (result: IngestResult) => void;
  readonly onFileEnd: () => void;
}

export async function ingestFiles(parts: IngestParts): Promise<void> {
  const queue = parts.inputs[Symbol.iterator]();
  const lane = async () => {
    for (const input of queue) {
      if (parts.signal.aborted) return;
      await ingestOne(parts, input);
      parts.onFileEnd();
    }
  };
  await Promise.all(Array.from({ length: parts.documents }, lane));
}

async function ingestOne(parts: IngestParts, input: InputFile): Promise<void> {
  const { place, runner, signal, onKnown, onResult } = parts;
  try {
    if (input.link) throw new VanbanError('input-link', input.path);
    const onPart = async (part: Part): Promise<void> => onResult({ input, member: part.member, outcome: await keepPart(parts, part) });
    const reading = { place, runner, signal, onKnown: (documentId: string) => onKnown(input, documentId), onPart };
    const { stopped } = await readFile(reading, { path: input.path, fileName: basename(input.path), relative: input.relative });
    if (stopped) onResult({ input, member: null, outcome: { state: 'stopped' } });
  } catch (thrown) {
    onResult({ input, member: null, outcome: { state: 'failed', error: asVanbanError(thrown) } });
  }
}

async function keepPart({ place, out, copies }: IngestParts, part: Part): Promise<IngestResult['outcome']> {
  if (part.state === 'failed') return { state: 'failed', error: part.error };
  const { record, entry, added, fresh } = part;
  const path = await writeResult(out, part.relative, record);
  const copy = copies ? { copy: await writeSearchableCopy(place, record, path.replace(/\.json$/u, '')).catch(asVanbanError) } : {};
  return { state: 'done', out: path, record, missingPages: entry.missingPages, known: !added && !fresh, ...copy };
}
