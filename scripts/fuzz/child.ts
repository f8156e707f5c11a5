// The process that tries inputs, one after the other, so that one that hangs or eats memory can be stopped from outside.
// Says over IPC: { begin: n } before each input, { end: n, outcome, fault, cpuSeconds, megabytes } after it. Ends by itself after its last, and when the supervisor is gone.
//   node child.ts TARGET SEED FIRST LAST
import { attack } from './attack.ts';
import { inputOf, judge } from './attempt.ts';

const [name = '', seed = '1', first = '0', last = '0'] = process.argv.slice(2);

const say = (message: object): Promise<void> => new Promise((resolve) => void process.send?.(message, undefined, undefined, () => resolve()));

process.on('disconnect', () => process.exit(1));

const made = await attack(name);
for (let number = Number(first); number < Number(last); number++) {
  await say({ begin: number });
  const verdict = await judge(made, inputOf(made, name, Number(seed), number));
  await say({ end: number, ...verdict, megabytes: Math.round(process.memoryUsage.rss() / 2 ** 20) });
}
process.disconnect?.();
process.exit(0);
