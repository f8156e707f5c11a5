// What a run has tried and found, on disk, so that it can be stopped at any moment and go on later.
// Invariant: state.json names for each target the next number to try; each finding lies beside it with its input and what was wrong.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tried } from './supervise.ts';

interface Count {
  next: number;
  tried: number;
  faults: number;
  cpuSeconds: number;
  outcomes: { [outcome: string]: number };
}

export interface Journal {
  readonly targets: { [target: string]: Count };
  /** Signature of a finding → how often it came. */
  readonly findings: { [signature: string]: number };
}

export function openJournal(folder: string): Journal {
  mkdirSync(join(folder, 'findings'), { recursive: true });
  const path = join(folder, 'state.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { targets: {}, findings: {} };
}

export function saveJournal(folder: string, journal: Journal): void {
  writeFileSync(join(folder, 'state.json.new'), JSON.stringify(journal, null, 1));
  renameSync(join(folder, 'state.json.new'), join(folder, 'state.json'));
}

export const countOf = (journal: Journal, target: string): Count => {
  journal.targets[target] ??= { next: 0, tried: 0, faults: 0, cpuSeconds: 0, outcomes: {} };
  return journal.targets[target];
};

/** Counts a verdict; true where the finding is new. */
export function note(journal: Journal, target: string, tried: Tried): boolean {
  const count = countOf(journal, target);
  count.next = tried.number + 1;
  count.tried++;
  count.cpuSeconds += tried.cpuSeconds;
  count.outcomes[tried.outcome] = (count.outcomes[tried.outcome] ?? 0) + 1;
  if (tried.fault === null) return false;
  count.faults++;
  const signature = `${target}: ${signatureOf(tried.fault)}`;
  journal.findings[signature] = (journal.findings[signature] ?? 0) + 1;
  return journal.findings[signature] === 1;
}

export function keepFinding(folder: string, name: string, input: Uint8Array, fault: string): void {
  writeFileSync(join(folder, 'findings', `${name}.input`), input);
  writeFileSync(join(folder, 'findings', `${name}.txt`), `${fault}\n`);
}

/** The message without its numbers and quoted parts, and the first place in our own code. */
function signatureOf(fault: string): string {
  const [message = '', ...rest] = fault.split('\n');
  const place = /(?:packages|workers|scripts)\/[\w./-]+:\d+/u.exec(rest.join('\n'))?.[0] ?? '';
  return `${message
    .replace(/"[^"]*"/gu, '"…"')
    .replace(/\d+(?:\.\d+)?/gu, '#')
    .slice(0, 120)} ${place}`;
}
