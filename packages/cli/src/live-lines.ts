// Lines at the bottom of the terminal that are drawn again and again, with lasting lines scrolling by above them.
//   const live = createLiveLines(process.stderr); live.draw(['2/5 ███░░']); live.say('cv.pdf: 3 việc'); live.end();
// Where the stream is no terminal, draw() does nothing and say() prints plainly.
import { cut } from './width.ts';

export interface LiveLines {
  draw(lines: readonly string[]): void;
  say(line: string): void;
  /** Leaves the last drawing out; the terminal is as before. */
  end(): void;
}

type Output = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>;

export function createLiveLines(output: Output): LiveLines {
  if (!output.isTTY) return { draw() {}, say: (line) => void output.write(`${line}\n`), end() {} };
  let drawn: string[] = [];
  const up = (): string => (drawn.length > 0 ? `\x1b[${drawn.length}A` : '');
  const paint = (lines: readonly string[]): string => lines.map((line) => `\x1b[2K${line}\n`).join('');
  const fitting = (lines: readonly string[]): string[] => lines.map((line) => cut(line, (output.columns || 80) - 1));
  return {
    draw(lines) {
      const next = fitting(lines);
      if (next.join('\n') === drawn.join('\n')) return;
      output.write(`${up()}${paint(next)}\x1b[0J`);
      drawn = next;
    },
    say(line) {
      output.write(`${up()}\x1b[0J${line}\n${paint(drawn)}`);
    },
    end() {
      output.write(`${up()}\x1b[0J`);
      drawn = [];
    },
  };
}
