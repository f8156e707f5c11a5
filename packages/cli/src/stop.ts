// Ctrl-C: the first stops cleanly (pages at work are finished and kept), the second at once. Nothing is lost either way.
//   const stop = stopOnSignals((words) => live.say(words)); … { signal: stop.signal } … stop.remove();
// A terminal sends Ctrl-C to every process of the command, and npm and its like pass it on once more: signals that follow within a second are one.
import { seconds } from './clock.ts';

export interface Stop {
  readonly signal: AbortSignal;
  /** The exit code of a stopped command: 130 for Ctrl-C, 143 for TERM; 0 where nothing stopped it. */
  exitCode(): number;
  remove(): void;
}

const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const SAME_PRESS = 1;

export function stopOnSignals(say: (words: string) => void): Stop {
  const controller = new AbortController();
  let [code, first] = [0, 0];
  const onSignal = (signal: keyof typeof CODES) => {
    if (controller.signal.aborted) {
      if (seconds() - first > SAME_PRESS) process.exit(CODES[signal]);
      return;
    }
    first = seconds();
    code = CODES[signal];
    say('Đang dừng, xin chờ trang đang đọc xong … (Ctrl-C lần nữa: dừng ngay) / Stopping after the pages at work … (Ctrl-C again: at once)');
    controller.abort();
  };
  const signals = Object.keys(CODES) as (keyof typeof CODES)[];
  for (const signal of signals) process.on(signal, onSignal);
  return {
    signal: controller.signal,
    exitCode: () => code,
    remove() {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
