// Text → the whole way to a record: segmenter, metadata, tasks, deadlines, composition.
import { type PageReading, type Reading, type Record, VanbanError } from '@vanban/contract';
import { readingOfText } from '@vanban/pages';
import { loadSettings } from '@vanban/pipeline';
import { STAGES } from '@vanban/pipeline/stages';
import { createRestorer } from '@vanban/restore';
import { mutateText } from '../mutate/text.ts';
import { checkReading, checkRecord } from '../properties.ts';
import { letterTexts } from '../seeds/letters.ts';
import { asBytes, asText, Fault, type Target } from '../target.ts';

/** Pages as they were read → the published record, restored by rules alone. A record that the publishing stage refuses is a fault of the stages. */
export async function recordOf(ocr: readonly PageReading[], mediaType: string): Promise<Record> {
  try {
    return await runStages(ocr, mediaType);
  } catch (thrown) {
    if (thrown instanceof VanbanError && thrown.code === 'record-invalid') throw new Fault(`record-invalid: ${thrown.detail}`);
    throw thrown;
  }
}

async function runStages(ocr: readonly PageReading[], mediaType: string): Promise<Record> {
  restorer ??= createRestorer({ modelFolder: null });
  const restore: Reading = await (await restorer).restore(ocr);
  const fixed = { documentId: 'a'.repeat(64), path: '', fileName: 'thu.txt', bytes: 1, receivedAt: '2026-11-21T08:00:00Z', page: 0 };
  const job = { ...fixed, settings: loadSettings(), versions: { ocr: 'fuzz' } };
  const inspect = { mediaType, pageCount: ocr.length, warnings: [] };
  const segment = await STAGES.segment.run({ restore } as never, job);
  const extract = await STAGES.extract.run({ restore, segment } as never, job);
  return (await STAGES.publish.run({ inspect, ocr, restore, segment, extract } as never, job)) as Record;
}

let restorer: ReturnType<typeof createRestorer> | null = null;

export const letter: Target = {
  name: 'letter',
  what: 'text → segmentation, extraction, record',
  async start() {
    const texts = letterTexts();
    return {
      make: (random) => asBytes(mutateText(random.pick(texts), random, random.pick(texts))),
      async check(input) {
        const pages = readingOfText(asText(input), { markdown: input.length % 4 === 0 });
        for (const page of pages) checkReading(page);
        checkRecord(await recordOf(pages, 'text/plain'));
        return 'record';
      },
    };
  },
};
