import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inParallel } from './in-parallel.ts';

async function* stream(count: number): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) yield i;
}

describe('inParallel', () => {
  it('loses nothing and never works on more than it may, whenever items finish', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 }), fc.integer({ min: 1, max: 5 }), async (delays, width) => {
        let [atWork, most] = [0, 0];
        const results: number[] = [];
        const work = async (item: number): Promise<number> => {
          most = Math.max(most, ++atWork);
          for (let tick = 0; tick < (delays[item] ?? 0); tick++) await Promise.resolve();
          atWork--;
          return item;
        };
        for await (const result of inParallel(stream(delays.length), width, work)) results.push(result);
        expect(results.sort((a, b) => a - b)).toEqual(delays.map((_, index) => index));
        expect(most).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('ends with the first failure', async () => {
    const run = async (): Promise<void> => {
      for await (const _ of inParallel(stream(5), 2, async (item) => (item === 2 ? Promise.reject(new Error('two')) : item))) {
        // results before the failure are of no interest here
      }
    };
    await expect(run()).rejects.toThrow('two');
  });
});
