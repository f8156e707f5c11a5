// A wait that can be cut short: by the bell, or by a signal.
//   const bell = createBell(); await bell.wait(500, signal); … elsewhere: bell.ring()

export interface Bell {
  ring(): void;
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export function createBell(): Bell {
  let wake = () => {};
  return {
    ring: () => wake(),
    wait(milliseconds, signal) {
      if (signal?.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', end);
          resolve();
        };
        const timer = setTimeout(end, milliseconds);
        wake = end;
        signal?.addEventListener('abort', end, { once: true });
      });
    },
  };
}
