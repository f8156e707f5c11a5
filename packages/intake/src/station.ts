// The station: from files dropped into the inbox to records in out/, for as long as it runs.
//   const station = await createStation({ workspace, place, runner, clock, onEvent });
//   await station.run({ signal });            until stopped;  { once: true } until the inbox is empty
// Invariant: at every moment each file lies in exactly one of inbox, work, done, failed; whatever dies, the next station goes on with it.
// Trouble with the surroundings (disk full, drive away) is told, waited for, and tried again; trouble with a file ends in failed/.
import { asVanbanError, type Record, type VanbanError } from '@vanban/contract';
import type { Place, ProgressEvent, Runner } from '@vanban/pipeline';
import { type Bell, createBell } from './bell.ts';
import { type ClaimedFile, type Desk, openDesk } from './claimed-file.ts';
import { handleFile } from './handle-file.ts';
import { type Inbox, lookEvery, watchInbox } from './inbox.ts';
import { createProblems, type Problems } from './problems.ts';
import type { StationEvent } from './station-event.ts';
import { logEvent } from './station-log.ts';
import { trackStatus } from './track-status.ts';
import type { Workspace } from './workspace.ts';

export type { StationEvent } from './station-event.ts';

export interface Clock {
  /** ISO 8601 in UTC, for the log. */
  now(): string;
  /** `YYYY-MM` where the operator sits, for the folders under done/. */
  month(): string;
}

export interface StationOptions {
  readonly workspace: Workspace;
  readonly place: Place;
  /** Makes the runner; its progress goes to the given function. */
  readonly runner: (onEvent: (event: ProgressEvent) => void) => Runner;
  readonly clock: Clock;
  /** Documents at work at one time. */
  readonly documents: number;
  readonly onEvent: (event: StationEvent) => void;
  /** Told of every record before its source leaves the work folder, so that a crash tells it again rather than never (an outbox). */
  readonly publish?: (record: Record) => Promise<unknown>;
}

export interface Station {
  run(options?: { readonly signal?: AbortSignal; readonly once?: boolean }): Promise<void>;
}

export function createStation(options: StationOptions): Station {
  return {
    async run({ signal, once = false } = {}) {
      const desk = await openDesk(options.workspace);
      const status = trackStatus(desk.folder);
      const tell = (event: StationEvent) => {
        status.note(event);
        options.onEvent(event);
        logEvent(options, event);
      };
      const runner = options.runner((event) => tell({ type: 'progress', event }));
      const bell = createBell();
      const problems = createProblems((error) => tell({ type: 'problem', error }));
      const inbox = watchInbox({ folder: options.workspace.inbox, settings: options.place.settings, onProblem: problems.note, onChange: bell.ring });
      const round = createRound({ options, desk, inbox, runner, tell, problems, signal, bell });
      tell({ type: 'ready', workspace: options.workspace });
      while (!signal?.aborted) {
        const idle = await round.go();
        if (once && idle) break;
        await bell.wait(lookEvery(options.place.settings), signal);
      }
      if (signal?.aborted) tell({ type: 'stopping', working: round.working() });
      await inbox.close();
      await round.settle();
      await runner.close();
      await status.close();
      await desk.close();
    },
  };
}

interface RoundParts {
  readonly options: StationOptions;
  readonly desk: Desk;
  readonly inbox: Inbox;
  readonly runner: Runner;
  readonly tell: (event: StationEvent) => void;
  readonly problems: Problems;
  readonly signal: AbortSignal | undefined;
  readonly bell: Bell;
}

/** One round: look what came, claim as much as can be worked on, go on with what dead stations left. */
function createRound({ options, desk, inbox, runner, tell, problems, signal, bell }: RoundParts) {
  const { settings } = options.place;
  const atWork = new Set<Promise<void>>();
  const scanEvery = Math.max(1, Math.round((settings.scanSeconds * 1000) / lookEvery(settings)));
  let rounds = 0;

  function begin(file: ClaimedFile): void {
    tell({ type: 'taken', file: file.relative, recovered: file.recovered });
    const work = handleFile({ ...options, publish: options.publish, runner, tell, signal }, file).finally(() => {
      atWork.delete(work);
      bell.ring();
    });
    atWork.add(work);
  }

  async function search(): Promise<void> {
    problems.nextRound();
    for (const file of await desk.recover()) begin(file);
    await inbox.scan();
  }

  async function fill(): Promise<void> {
    while (atWork.size < options.documents && !signal?.aborted) {
      const next = inbox.next();
      if (!next) return;
      const file = await desk.claim(next.relative).catch((error: VanbanError) => {
        problems.note(error);
        return null;
      });
      if (file) begin(file);
    }
  }

  return {
    working: () => atWork.size,
    settle: () => Promise.all(atWork),
    /** True where there is nothing to do. Trouble is told; the next round tries again. */
    async go(): Promise<boolean> {
      try {
        if (rounds++ % scanEvery === 0) await search();
        await inbox.look();
        await fill();
      } catch (thrown) {
        problems.note(asVanbanError(thrown));
        return false;
      }
      tell({ type: 'waiting', count: inbox.waiting() });
      return atWork.size === 0 && inbox.waiting() === 0;
    },
  };
}
