// Shows a running station to a person: events in, lines out. On a terminal the lower lines are drawn again; elsewhere plain lines go by.
import { ERRORS } from '@vanban/contract';
import { advance, isEnd, type StationEvent, type WorkingFile } from '@vanban/intake';
import type { ProgressEvent } from '@vanban/pipeline';
import pc from 'picocolors';
import { createLiveLines } from './live-lines.ts';
import { stationLines } from './station-lines.ts';
import { createTimeLeft } from './time-left.ts';

export interface StationScreen {
  show(event: StationEvent): void;
  say(words: string): void;
  end(): void;
}

export function createStationScreen(output: NodeJS.WriteStream): StationScreen {
  const live = createLiveLines(output);
  const working = new Map<string, WorkingFile>();
  const fileOf = new Map<string, string>();
  const left = createTimeLeft();
  let [inbox, waiting, done, failed] = ['', 0, 0, 0];
  let problem: string | null = null;

  function update(event: StationEvent): void {
    if (event.type === 'ready') inbox = event.workspace.inbox;
    if (event.type === 'waiting') waiting = event.count;
    if (event.type === 'taken') working.set(event.file, { file: event.file, page: 0, pages: null, stage: null });
    if (event.type === 'known') fileOf.set(event.documentId, event.file);
    if (event.type === 'done') done++;
    if (event.type === 'failed') failed++;
    if (isEnd(event)) working.delete(event.file);
    if (event.type !== 'waiting') problem = event.type === 'problem' ? `${event.error.code}: ${ERRORS[event.error.code].vi.what}` : null;
    if (event.type === 'progress') progress(event.event);
  }

  function progress(event: Extract<StationEvent, { type: 'progress' }>['event']): void {
    if (event.type === 'page' && !event.cached) left.done(1);
    const file = fileOf.get(event.documentId);
    const old = file === undefined ? undefined : working.get(file);
    if (old) working.set(old.file, advance(old, event));
  }

  const pagesLeft = (): number => [...working.values()].reduce((sum, { page, pages }) => sum + ((pages ?? page) - page), 0);

  return {
    show(event) {
      update(event);
      const line = sayEvent(event);
      if (line !== null) live.say(line);
      live.draw(stationLines({ inbox, waiting, working: [...working.values()], done, failed, left: left.say(pagesLeft()), problem }));
    },
    say: (words) => live.say(words),
    end: () => live.end(),
  };
}

/** The lasting line of an event; null where it leaves none. */
export function sayEvent(event: StationEvent): string | null {
  switch (event.type) {
    case 'ready':
      return `vanban: ${event.workspace.inbox} → ${event.workspace.out}`;
    case 'taken':
      return event.recovered ? `↻ ${event.file}: làm tiếp / goes on` : null;
    case 'done':
      return sayDone(event);
    case 'member-failed':
      return pc.red(`✗ ${event.file} › ${event.member}: ${ERRORS[event.error.code].vi.what} / ${ERRORS[event.error.code].en.what}`);
    case 'unpacked':
      return `${pc.green('✓')} ${event.file}: ${event.members} văn bản bên trong / documents inside`;
    case 'failed':
      return pc.red(`✗ ${event.file}: ${ERRORS[event.error.code].vi.what} / ${ERRORS[event.error.code].en.what} → ${event.reason}`);
    case 'problem':
      return pc.yellow(`! ${event.file ? `${event.file}: ` : ''}${sayProblem(event)}`);
    case 'progress':
      return sayProgress(event.event);
    case 'again':
      return `↻ ${event.file}: tệp vừa thay đổi, đọc lại / changed meanwhile, read again`;
    default:
      return null;
  }
}

function sayDone(event: Extract<StationEvent, { type: 'done' }>): string {
  const { pages, tasks, out, missingPages, duplicateOf } = event;
  const file = event.member === null ? event.file : `${event.file} › ${event.member}`;
  const same = duplicateOf === null ? '' : `  (đã có, giống hệt / same as ${duplicateOf})`;
  const missing = missingPages.length > 0 ? pc.yellow(`  ! thiếu trang / pages missing: ${missingPages.join(', ')}`) : '';
  return `${pc.green('✓')} ${file}: ${pages} trang / pages, ${tasks} việc / tasks → ${out}${same}${missing}`;
}

/** Only what did not go as it should leaves a line. */
function sayProgress(event: ProgressEvent): string | null {
  if (event.type === 'again') return pc.yellow(`↻ ${sayAgain(event)}`);
  if (event.type === 'damaged')
    return pc.yellow(`↻ ${ERRORS[event.error.code].vi.what} / ${ERRORS[event.error.code].en.what} (${event.error.detail})`);
  return null;
}

function sayAgain({ stage, page, error }: Extract<ProgressEvent, { type: 'again' }>): string {
  const where = page > 0 ? `trang / page ${page}` : stage;
  return `${where}: ${ERRORS[error.code].vi.what} Thử lại / trying again.${error.detail ? ` (${error.detail})` : ''}`;
}

function sayProblem({ error }: Extract<StationEvent, { type: 'problem' }>): string {
  const { vi, en } = ERRORS[error.code];
  return `${vi.what} ${vi.todo} / ${en.what} ${en.todo}${error.detail ? ` (${error.detail})` : ''}`;
}
