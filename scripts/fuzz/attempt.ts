// One input, one verdict.
// Invariant: the same target, seed and number give the same input; an expected refusal (a VanbanError that says what to do) is no finding.
//   await attempt(await target.start(), 'pdf', 1, 42) → { outcome: 'input-damaged', fault: null, … }
import { VanbanError } from '@vanban/contract';
import { randomOf } from './random.ts';
import type { Attack } from './target.ts';

/** Of one input, in CPU seconds: far over what any sound file of this size needs. */
const CPU_SECONDS = 10;

export interface Verdict {
  readonly outcome: string;
  /** What is wrong, with where it came from; null where all is well. */
  readonly fault: string | null;
  readonly cpuSeconds: number;
}

export const inputOf = (attack: Attack, target: string, seed: number, number: number): Uint8Array =>
  attack.make(randomOf(`${target}/${seed}/${number}`));

export async function judge(attack: Attack, input: Uint8Array): Promise<Verdict> {
  const before = process.cpuUsage();
  const { outcome, fault } = await verdictOf(attack, input);
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1e6;
  return { outcome, fault: fault ?? (cpuSeconds > CPU_SECONDS ? `slow: ${cpuSeconds.toFixed(1)} CPU seconds` : null), cpuSeconds };
}

async function verdictOf(attack: Attack, input: Uint8Array): Promise<{ outcome: string; fault: string | null }> {
  try {
    return { outcome: await attack.check(input), fault: null };
  } catch (thrown) {
    if (thrown instanceof VanbanError && EXPECTED.test(thrown.code)) return { outcome: thrown.code, fault: null };
    return { outcome: 'fault', fault: traceOf(thrown) };
  }
}

/** What may be said of an input: input-damaged, page-failed, record-invalid, store-damaged; not internal, engine-missing. */
const EXPECTED = /^(?:input-.*|page-failed|record-invalid|archive-limit|no-documents|converter-missing|store-damaged)$/u;

function traceOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `thrown: ${String(thrown)}`;
  const cause = thrown.cause instanceof Error ? `\ncaused by ${thrown.cause.stack}` : '';
  return (thrown.stack ?? thrown.message).split('\n').slice(0, 8).join('\n') + cause;
}
