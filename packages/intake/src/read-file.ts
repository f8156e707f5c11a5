// From one file to the records of everything in it: a document gives one; an archive, an e-mail or a PDF with attachments one for each document inside.
//   await readFile({ place, runner, signal, onKnown, onPart }, { path: 'inbox/hoso.zip', fileName: 'hoso.zip', relative: 'hoso.zip' })
//   → { parts: 3, failed: [], stopped: false }
// Invariant: it keeps no state of its own. Every part is a document of the store under its own digest, so after a crash the same call finds
// what is done, does the rest, and gives the same names. Parts that cannot be read are told and do not hold up the others.
// Throws what keeps the whole file from being read, and trouble with the surroundings.
import { asVanbanError, type Container, fromEntry, type Record, VanbanError } from '@vanban/contract';
import { ATTACHED } from '@vanban/pages/container-start';
import type { Outcome, Place, Runner } from '@vanban/pipeline';
import { type DocumentEntry, hashFile, sourcePath } from '@vanban/store';
import { memberPlaces } from './member-place.ts';
import { enter, receivedAtOf, type Taken, takeIn } from './take-in.ts';
import type { Member, Unpacked } from './unpack-messages.ts';
import { unpackFile } from './unpack-process.ts';

interface Named {
  /** Where its result goes: that of the file, or a place below it. */
  readonly relative: string;
  /** Its name within the file; null for the file itself. */
  readonly member: string | null;
}

export type Part =
  | (Named & { readonly state: 'done'; readonly entry: DocumentEntry; readonly record: Record; readonly fresh: boolean; readonly added: boolean })
  | (Named & { readonly state: 'failed'; readonly error: VanbanError });

export interface ReadParts {
  readonly place: Place;
  readonly runner: Runner;
  readonly signal?: AbortSignal | undefined;
  /** Before a document is read. */
  readonly onKnown: (documentId: string) => void;
  /** Each part as it ends; parts of one file come in any order, and the next ones wait. */
  readonly onPart: (part: Part) => Promise<void>;
}

export interface Reading {
  readonly parts: number;
  readonly failed: readonly Extract<Part, { state: 'failed' }>[];
  readonly stopped: boolean;
}

/** Documents of one container at work at one time. */
const AT_ONCE = 4;
/** How deep documents may lie in attachments of attachments of PDFs. */
const MOST_LAYERS = 3;
/** Of all containers in one file. */
const MOST_PARTS = 1000;

export interface FileToRead {
  readonly path: string;
  readonly fileName: string;
  /** Where its result goes; results of what is in it go below a folder of that name. */
  readonly relative: string;
}

export async function readFile(given: ReadParts, { path, fileName, relative }: FileToRead): Promise<Reading> {
  const tally = createTally(given.onPart);
  const run: Run = { ...given, onPart: tally.note, room: { left: MOST_PARTS } };
  const receivedAt = await receivedAtOf(given.place, path);
  const unpacked = await unpackFile(given.place, path, { pdf: false });
  if (unpacked === null) await readDocument(run, await takeIn(given.place, path, fileName), { relative, member: null }, 0);
  else
    await readMembers(
      run,
      await originOf(path, { fileName: fileName.normalize('NFC'), receivedAt }, unpacked),
      unpacked.members,
      { relative, member: null },
      1,
    );
  return tally.end(given.signal);
}

interface Run extends ReadParts {
  readonly room: { left: number };
}

/** The outermost container: all that lies in it names it. */
interface Origin {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly receivedAt: string;
}

async function originOf(path: string, facts: Pick<Origin, 'fileName' | 'receivedAt'>, { mediaType }: Unpacked): Promise<Origin> {
  return { ...facts, id: (await hashFile(path)).id, mediaType: mediaType ?? '' };
}

async function readMembers(run: Run, origin: Origin, members: readonly Member[], within: Named, layer: number): Promise<void> {
  run.room.left -= members.length;
  if (run.room.left < 0) throw new VanbanError('archive-limit', `More than ${MOST_PARTS} files.`);
  const places = memberPlaces(
    within.relative,
    members.map(({ path }) => path),
  );
  const queue = members.entries();
  const lane = async (): Promise<void> => {
    for (const [index, member] of queue) {
      if (run.signal?.aborted) return;
      const named = { relative: places[index] as string, member: [within.member, ...member.path].filter((name) => name !== null).join(' › ') };
      await readMember(run, origin, member, named, layer);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
  const thrown = ends.find((end) => end.status === 'rejected');
  if (thrown) throw thrown.reason;
}

async function readMember(run: Run, origin: Origin, { path, source, error, message }: Member, named: Named, layer: number): Promise<void> {
  if (source === null) return run.onPart({ ...named, state: 'failed', error: fromEntry(error ?? { code: 'input-damaged', detail: '', page: null }) });
  const { id, fileName, mediaType, receivedAt } = origin;
  const container: Container = { id, fileName, mediaType, member: named.member ?? '', message };
  const name = (path.at(-1) as string).split(/[/\\]/u).at(-1) as string;
  await readDocument(run, await enter(run.place, { ...source, fileName: name, receivedAt, container }), named, layer, origin);
}

/** The document's own record, then those of what is attached to it. */
async function readDocument(run: Run, { entry, added }: Taken, named: Named, layer: number, origin?: Origin): Promise<void> {
  run.onKnown(entry.id);
  const outcome: Outcome = await run.runner.process(entry.id, { signal: run.signal });
  if (outcome.state === 'stopped') return;
  if (outcome.state === 'failed') return run.onPart({ ...named, state: 'failed', error: outcome.error });
  const attached = await attachedTo(run, outcome, layer);
  const isCover = attached?.portfolio === true && attached.members.length > 0;
  if (!isCover) await run.onPart({ ...named, state: 'done', entry: outcome.entry, record: outcome.record, fresh: outcome.fresh, added });
  if (!attached) return;
  const { fileName, receivedAt } = entry;
  await readMembers(run, origin ?? { id: entry.id, fileName, receivedAt, mediaType: 'application/pdf' }, attached.members, named, layer + 1);
}

/** Null where nothing is attached, or it cannot be taken out: the document itself was read, and its record says what is attached. */
async function attachedTo(run: Run, { record, entry }: Extract<Outcome, { state: 'done' }>, layer: number): Promise<Unpacked | null> {
  if (layer >= MOST_LAYERS || !record.pipeline.warnings.some(({ code }) => code === ATTACHED)) return null;
  try {
    return await unpackFile(run.place, sourcePath(run.place.store, entry.id), { pdf: true });
  } catch (thrown) {
    const error = asVanbanError(thrown);
    if (error.exit === 4) throw error;
    return null;
  }
}

/** Counts the parts, and hands them on one after the other. */
function createTally(onPart: ReadParts['onPart']) {
  const failed: Extract<Part, { state: 'failed' }>[] = [];
  let parts = 0;
  let last: Promise<void> = Promise.resolve();
  return {
    note(part: Part): Promise<void> {
      last = last.then(() => {
        parts++;
        if (part.state === 'failed') failed.push(part);
        return onPart(part);
      });
      return last;
    },
    end: (signal: AbortSignal | undefined): Reading => ({ parts, failed, stopped: signal?.aborted ?? false }),
  };
}

/** Why a file with these parts counts as failed; null where all were read. A file that is one document fails with that document's own reason. */
export function failureOf({ failed, parts }: Reading): VanbanError | null {
  const [first] = failed;
  if (!first) return null;
  if (first.member === null) return first.error;
  const lines = failed.slice(0, MOST_NAMED).map(({ member, error }) => `${member}: ${error.message}`);
  const more = failed.length > MOST_NAMED ? [`… +${failed.length - MOST_NAMED}`] : [];
  return new VanbanError('members-failed', [`${failed.length}/${parts}`, ...lines, ...more].join('\n'));
}

const MOST_NAMED = 50;
