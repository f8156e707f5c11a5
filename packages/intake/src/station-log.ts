// What a station writes into the store's log: results, failures and trouble, with ids and figures, never a text.
// The log is for people; where it cannot be written, work goes on.
import { appendLog } from '@vanban/store';
import type { StationOptions } from './station.ts';
import type { StationEvent } from './station-event.ts';

const LOGGED: ReadonlySet<StationEvent['type']> = new Set(['done', 'failed', 'member-failed', 'problem']);

export function logEvent({ place, clock }: Pick<StationOptions, 'place' | 'clock'>, event: StationEvent): void {
  if (!LOGGED.has(event.type)) return;
  const { type, ...details } = event;
  const error = 'error' in details ? { code: details.error.code, detail: details.error.detail } : {};
  const rest = event.type === 'done' ? { document: event.documentId, file: event.file, pages: event.pages, tasks: event.tasks } : {};
  const file = 'file' in details ? { file: details.file } : {};
  const member = 'member' in details && details.member !== null ? { member: details.member } : {};
  void appendLog(place.store, { at: clock.now(), event: type, ...file, ...member, ...rest, ...error }).catch(() => {});
}
