// How much memory does a process hold, in megabytes? Read from the kernel, so that a process too busy to answer is seen as well.
// Null where the system does not tell (not Linux) or the process is gone: there only the limit of the JavaScript heap holds.
import { readFileSync } from 'node:fs';

export function memoryOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}
