// Reads files one beside the other and writes their records; every file ends in a result or a typed error, and the others go on.
//   const results = await ingestFiles({ inputs, out, place, runner, documents, signal, onResult })
import { basename } from 'node:path';
import { asVanbanError, type Record, VanbanError } from '@vanban/contract';
import { takeIn, writeResult } from '@vanban/intake';
import type { Place, Runner } from '@vanban/pipeline';
import type { InputFile } from './ingest-inputs.ts';

export interface IngestResult {
  readonly input: InputFile;
  readonly outcome:
    | { readonly state: 'done'; readonly out: string; readonly record: Record; readonly missingPages: readonly number[]; readonly known: boolean }
    | { readonly state: 'failed'; readonly error: VanbanError }
    | { readonly state: 'stopped' };
}

interface IngestParts {
  readonly inputs: readonly InputFile[];
  readonly out: string;
  readonly place: Place;
  readonly runner: Runner;
  /** Files at work at one time. */
  readonly documents: number;
  readonly signal: AbortSignal;
  /** Which document a file is, before it is read. */
  readonly onKnown: (input: InputFile, documentId: string) => void;
  readonly onResult: (result: IngestResult) => void;
}

export async function ingestFiles(parts: IngestParts): Promise<void> {
  const queue = parts.inputs[Symbol.iterator]();
  const lane = async () => {
    for (const input of queue) {
      if (parts.signal.aborted) return;
      parts.onResult({ input, outcome: await ingestOne(parts, input) });
    }
  };
  await Promise.all(Array.from({ length: parts.documents }, lane));
}

async function ingestOne({ place, runner, out, signal, onKnown }: IngestParts, input: InputFile): Promise<IngestResult['outcome']> {
  try {
    if (input.link) throw new VanbanError('input-link', input.path);
    const { entry, added } = await takeIn(place, input.path, basename(input.path));
    onKnown(input, entry.id);
    const outcome = await runner.process(entry.id, { signal });
    if (outcome.state === 'failed') return { state: 'failed', error: outcome.error };
    if (outcome.state === 'stopped') return { state: 'stopped' };
    const { record, fresh } = outcome;
    return {
      state: 'done',
      out: await writeResult(out, input.relative, record),
      record,
      missingPages: outcome.entry.missingPages,
      known: !added && !fresh,
    };
  } catch (thrown) {
    return { state: 'failed', error: asVanbanError(thrown) };
  }
}
