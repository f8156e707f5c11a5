// vanban as a reader of samples: recognition as it is, and the same pages after repair. Both come from one recognition of each page.
import { join } from 'node:path';
import type { Block, PageReading } from '@vanban/contract';
import { createRecogniser, type RecogniserOptions } from '@vanban/ocr';
import { DEFAULT_LIMITS, openSource } from '@vanban/pages';
import { createRestorer } from '@vanban/restore';
import { createPlausibility } from '@vanban/restore/plausibility';
import { digestOf, type Reader } from './kept.ts';
import type { Sample } from './samples.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const MODEL = join(ROOT, 'data', 'models', 'restorer');
/** The restorer's language model has a say already where lines are read again. */
const CODE = [...['contract', 'text', 'pages', 'ocr', 'restore'].map((name) => join(ROOT, 'packages', name, 'src')), join(ROOT, 'data')];

const linesOf = (block: Block): string[] =>
  (block.kind === 'text' ? block.lines : block.cells.flatMap((cell) => cell.lines)).map((line) => line.words.map((word) => word.text).join(' '));
const textOf = (pages: readonly PageReading[]): string => pages.flatMap((page) => page.blocks.flatMap(linesOf)).join('\n');

/** The repaired text and the text as it was read. Throws VanbanError engine-missing where the native engine is asked for and not installed. */
export async function createVanbanReaders(name: string, options: RecogniserOptions): Promise<readonly [Reader, Reader]> {
  const plausible = options.rereading === false ? null : await createPlausibility(MODEL);
  const recogniser = await createRecogniser({ plausible, ...options });
  const restorer = await createRestorer();
  let last: { readonly sample: Sample; readonly pages: readonly PageReading[] } | null = null;
  const pagesOf = async (sample: Sample): Promise<readonly PageReading[]> => {
    if (last?.sample !== sample) last = { sample, pages: await recognise(sample, recogniser) };
    return last.pages;
  };
  let users = 2;
  const leave = async (): Promise<void> => {
    users -= 1;
    if (users === 0) await recogniser.close();
  };
  const settings = JSON.stringify([recogniser.name, options]);
  return [
    {
      name: `${name}, repaired`,
      version: `${settings} ${digestOf(CODE)}`,
      read: async (sample) => (await restorer.restore(await pagesOf(sample))).text,
      close: leave,
    },
    {
      name: `${name}, as read`,
      version: `${settings} ${digestOf(CODE)}`,
      read: async (sample) => textOf(await pagesOf(sample)),
      close: leave,
    },
  ];
}

/** A page whose text layer is sound is taken from there, as the product does. */
async function recognise({ pdf, page }: Sample, recogniser: Awaited<ReturnType<typeof createRecogniser>>): Promise<PageReading[]> {
  const source = await openSource(pdf, { limits: DEFAULT_LIMITS });
  const readings: PageReading[] = [];
  for (let n = page ?? 1; n <= (page ?? source.pageCount); n++) {
    const content = await source.page(n);
    readings.push(content.kind === 'read' ? content.reading : await recogniser.read(content));
  }
  await source.close();
  return readings;
}
