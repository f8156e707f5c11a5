// Stage ocr: what stands on one page? Taken from a sound text layer where there is one, else recognised.
import type { Recogniser } from '@vanban/ocr';
import type { Settings } from '../settings.ts';
import { defineStage } from '../stage.ts';
import { closeSource, openJob } from './open-source.ts';

let recogniser: Promise<Recogniser> | null = null;

export const ocrStage = defineStage({
  name: 'ocr',
  version: '1',
  scope: 'page',
  lane: 'pages',
  needs: [],
  dependsOn: ({ settings }) => settings.tessdata,
  async run(_inputs, job) {
    const content = await (await openJob(job)).page(job.page);
    if (content.kind === 'read') {
      const { readPictures } = await import('@vanban/pages');
      return readPictures(content, async (picture) => (await recogniserFor(job.settings)).read(picture));
    }
    return (await recogniserFor(job.settings)).read(content);
  },
  async close() {
    await closeSource();
    await (await recogniser)?.close();
    recogniser = null;
  },
});

/** One for each process; its settings do not change while the process lives. */
function recogniserFor({ tessdata }: Settings): Promise<Recogniser> {
  recogniser ??= start(tessdata).catch((error) => {
    recogniser = null;
    throw error;
  });
  return recogniser;
}

async function start(tessdata: string | null): Promise<Recogniser> {
  const { createRecogniser } = await import('@vanban/ocr');
  return createRecogniser(tessdata ? { tessdata } : {});
}
