// Is a file that cannot be read perhaps only on its way? A copy over a slow line may pause for longer than a file must lie still, and what has come
// so far looks damaged, unknown or empty.
//   await mayStillCome(error, path, '2026-11-21T08:00:00Z')   → true where it looks cut short and was written less than a minute ago
import { lstat } from 'node:fs/promises';
import type { ErrorCode, VanbanError } from '@vanban/contract';

const LIKE_A_START: ReadonlySet<ErrorCode> = new Set(['input-empty', 'input-damaged', 'input-unsupported'] as const);
/** Milliseconds since the last write after which nobody writes any more. */
const FRESH = 60_000;

/** `now`: ISO 8601. A file from the future (clocks that differ) counts as old. */
export async function mayStillCome({ code }: VanbanError, path: string, now: string): Promise<boolean> {
  if (!LIKE_A_START.has(code)) return false;
  const stats = await lstat(path).catch(() => null);
  const age = stats && Temporal.Instant.from(now).epochMilliseconds - stats.mtimeMs;
  return age !== null && age >= 0 && age < FRESH;
}
