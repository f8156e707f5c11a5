// Stage ocr: what stands on one page? Taken from a sound text layer where there is one, else recognised, and merged with a layer behind the picture.
import type { Recogniser } from '@vanban/ocr';
import type { Plausibility } from '@vanban/restore/plausibility';
import type { Settings } from '../settings.ts';
import { defineStage } from '../stage.ts';
import { closeSource, openJob } from './open-source.ts';
import { restoringModel } from './restoring-model.ts';

let recogniser: Promise<Recogniser> | null = null;

export const ocrStage = defineStage({
  name: 'ocr',
  version: '5',
  scope: 'page',
  lane: 'pages',
  needs: [],
  dependsOn: ({ settings: { engine, rereading, tessdata, modelFolder } }) => ({
    engine,
    rereading,
    tessdata,
    language: rereading ? restoringModel(modelFolder).digest : null,
  }),
  async run(_inputs, job) {
    const content = await (await openJob(job)).page(job.page);
    if (content.kind === 'read') {
      const { readPictures } = await import('@vanban/pages');
      return readPictures(content, async (picture) => (await recogniserFor(job.settings)).read(picture));
    }
    const { mergeLayer } = await import('@vanban/pages');
    return mergeLayer(await (await recogniserFor(job.settings)).read(content), content.layer ?? []);
  },
  async close() {
    await closeSource();
    await (await recogniser)?.close();
    recogniser = null;
  },
});

/** One for each process; its settings do not change while the process lives. */
function recogniserFor(settings: Settings): Promise<Recogniser> {
  recogniser ??= start(settings).catch((error) => {
    recogniser = null;
    throw error;
  });
  return recogniser;
}

async function start({ engine, rereading, tessdata, modelFolder }: Settings): Promise<Recogniser> {
  const { createRecogniser } = await import('@vanban/ocr');
  const plausible = rereading ? await plausibilityOf(restoringModel(modelFolder).folder) : null;
  return createRecogniser({ engine, rereading, plausible, ...(tessdata ? { tessdata } : {}) });
}

/** The restorer's language model tells which lines are worth a second look. */
async function plausibilityOf(folder: string | null): Promise<Plausibility | null> {
  return folder === null ? null : (await import('@vanban/restore/plausibility')).createPlausibility(folder);
}
