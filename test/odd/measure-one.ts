// Opens one file as the product does, reads all its pages without recognising them, and says how it ended, in what CPU time and memory.
// Started by measure.ts, so that what kills it kills nobody else.
import { readFile } from 'node:fs/promises';
import { asVanbanError } from '@vanban/contract';
import { DEFAULT_LIMITS, openSource } from '@vanban/pages';
import { containerTypeOf, unpack } from '@vanban/pages/container';

const [, , path = ''] = process.argv;
const limits = { ...DEFAULT_LIMITS, passwords: [], isLitter: () => false };

async function read(): Promise<string> {
  const bytes = await readFile(path);
  if (containerTypeOf(bytes)) {
    let first = 'record';
    for await (const found of unpack(bytes, limits)) if (found.kind === 'failed') first = found.error.code;
    return first;
  }
  const source = await openSource(path, { limits: DEFAULT_LIMITS });
  for (let page = 1; page <= source.pageCount; page++) await source.page(page);
  return 'record';
}

const outcome = await read().catch((thrown) => asVanbanError(thrown).code);
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
/** Linux counts into maxRSS what the starting process had; its own peak stands in /proc. */
const own = /^VmHWM:\s+(\d+)/mu.exec(await readFile('/proc/self/status', 'utf8').catch(() => ''))?.[1];
process.stdout.write(JSON.stringify({ outcome, seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: Math.round(Number(own ?? maxRSS) / 1024) }));
process.exit();
