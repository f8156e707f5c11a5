// Work over an archive lets everything else on the machine go first; a process that was started with a still lower priority keeps it
// (an ordinary user may not raise it again).
import { getPriority, setPriority } from 'node:os';
import { LOW_PRIORITY } from './place.ts';

export function giveWay(): void {
  if (getPriority() < LOW_PRIORITY) setPriority(LOW_PRIORITY);
}
