// Runs a command without any network and says whether it tried to reach one.
// Invariant: two witnesses. In every process and thread of Node, forbid-network.ts throws and writes down. On Linux, where the system allows a network
// namespace of its own (root), nothing can leave at all, and the kernel counts what tried, native code included.
//   await runSealed(process.execPath, ['main.ts', 'ingest', …]) → { stdout, touched: [], counted: 0 }
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const HOOK = new URL('./forbid-network.ts', import.meta.url).href;
/** Says the kernel's counters on standard error after the command, in the same namespace. */
const COUNTING = '"$@"; code=$?; echo >&2; grep -E "^(Ip|Tcp|Udp|Ip6|Udp6)" /proc/net/snmp /proc/net/snmp6 | sed "s/^/SNMP /" >&2; exit $code';

export interface Sealed {
  readonly code: number;
  readonly stdout: string;
  /** What Node's own modules were asked to reach, one stack each. */
  readonly touched: readonly string[];
  /** Packets and connections that the kernel saw leave or refused; null where it cannot be asked. */
  readonly counted: number | null;
}

export async function runSealed(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Sealed> {
  const folder = await mkdtemp(join(tmpdir(), 'vanban-sealed-'));
  try {
    const log = join(folder, 'network.log');
    const options = `${process.env.NODE_OPTIONS ?? ''} --import ${HOOK}`.trim();
    const apart = await canUnshare();
    const [file, all] = apart ? ['unshare', ['--net', 'sh', '-c', COUNTING, 'sh', command, ...args]] : [command, [...args]];
    const { code, stdout, stderr } = await run(file, all, { ...process.env, ...env, NODE_OPTIONS: options, NETWORK_LOG: log });
    const touched = (await readFile(log, 'utf8').catch(() => '')).split('\n').filter(Boolean);
    return { code, stdout, touched, counted: apart ? countersIn(stderr) : null };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const canUnshare = (): Promise<boolean> =>
  promisify(execFile)('unshare', ['--net', 'true']).then(
    () => true,
    () => false,
  );

function run(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(file, args, { env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }));
  });
}

/** Tcp's connections, datagrams sent, and whatever had no way out. */
const COUNTERS = new Set(['OutNoRoutes', 'ActiveOpens', 'OutDatagrams', 'Ip6OutNoRoutes', 'Udp6OutDatagrams']);

function countersIn(said: string): number {
  const rows = [...said.matchAll(/^SNMP [^:]*:(.*)$/gmu)].map((match) => (match[1] ?? '').trim().split(/\s+/u));
  const values = rows.flatMap((names, index) => names.map((name, column): [string, string] => [name, rows[index + 1]?.[column] ?? '']));
  const counted = [...values, ...rows.map(([name = '', value = '']): [string, string] => [name, value])].filter(([name]) => COUNTERS.has(name));
  if (counted.length === 0) throw new Error(`the kernel's counters were not said:\n${said.slice(-2000)}`);
  return counted.reduce((sum, [, value]) => sum + (Number(value) || 0), 0);
}
