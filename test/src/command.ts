// Starts the real command as a process of its own, as an operator does, and lets a test wait for what it says, stop it, or kill it.
//   const station = start(['watch', '--workspace', folder]); await station.says(/✓ cv\.pdf/u); station.kill('SIGKILL'); await station.ended;
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const MAIN = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));

/** Quick settling and scanning, two readers: what tests want. */
const ENV = { VANBAN_SETTLE_SECONDS: '0.2', VANBAN_SCAN_SECONDS: '0.5', VANBAN_WORKERS: '2', NO_COLOR: '1' };

export interface Started {
  readonly process: ChildProcess;
  output(): string;
  /** Waits for words on stdout or stderr; fails with all that was said when the process ends or five minutes pass without them. */
  says(words: RegExp): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** The exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
}

export function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...ENV, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  const heard = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    for (const listener of heard) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | string>((resolve) => child.on('close', (code, signal) => resolve(code ?? (signal as string))));
  return {
    process: child,
    output: () => output,
    kill: (signal) => void child.kill(signal),
    ended,
    says(words) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`not said: ${words}\n${output}`)), 300_000);
        const check = () => {
          if (!words.test(output)) return;
          clearTimeout(timer);
          heard.delete(check);
          resolve();
        };
        heard.add(check);
        check();
        void ended.then(() => {
          check();
          if (heard.has(check)) reject(new Error(`ended without: ${words}\n${output}`));
        });
      });
    },
  };
}

/** Runs to its end. */
export async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<{ exit: number | string; output: string }> {
  const started = start(args, env);
  return { exit: await started.ended, output: started.output() };
}
