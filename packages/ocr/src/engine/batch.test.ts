import type { PageImage } from '@vanban/pages';
import { expect, test } from 'vitest';
import { gather } from './batch.ts';
import type { EngineLine } from './engine.ts';

const picture = (width: number): PageImage => ({ width, height: 1, dpi: 200, channels: 1, data: new Uint8Array(width), bilevel: false });
const said = (text: string): EngineLine[] => [{ box: [0, 0, 1, 1], words: [{ text, box: [0, 0, 1, 1], confidence: 1 }] }];

function counting(fail: (width: number) => boolean = () => false) {
  const calls: string[] = [];
  const read = gather(async (images, segmentation) => {
    calls.push(`${segmentation} ${images.map(({ width }) => width).join()}`);
    if (images.some(({ width }) => fail(width))) throw new Error('refused');
    return images.map(({ width }) => said(`${width}`));
  });
  return { calls, read };
}

test('pictures asked for side by side go together, each asker gets its own answer', async () => {
  const { calls, read } = counting();
  expect(await Promise.all([read(picture(1), 'page'), read(picture(2), 'block'), read(picture(3), 'page')])).toEqual([
    said('1'),
    said('2'),
    said('3'),
  ]);
  expect(calls).toEqual(['block 2', 'page 1,3']);
});

test('what is asked for after an answer goes together too', async () => {
  const { calls, read } = counting();
  const twice = async (width: number): Promise<void> => {
    await read(picture(width), 'page');
    await read(picture(10 * width), 'page');
  };
  await Promise.all([twice(1), twice(2)]);
  expect(calls).toEqual(['page 1,2', 'page 10,20']);
});

test('a call that fails fails those who were in it only', async () => {
  const { read } = counting((width) => width === 2);
  const ends = await Promise.allSettled([read(picture(1), 'page'), read(picture(2), 'page'), read(picture(3), 'line')]);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  expect(await read(picture(4), 'page')).toEqual(said('4'));
});
