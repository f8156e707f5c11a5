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
  dependsOn: ({ settings: { engine, rereading, tessdata } }) => ({ engine, rereading, tessdata }),
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
function recogniserFor(settings: Settings): Promise<Recogniser> {
  recogniser ??= start(settings).catch((error) => {
    recogniser = null;
    throw error;
  });
  return recogniser;
}

async function start({ engine, rereading, tessdata }: Settings): Promise<Recogniser> {
  const { createRecogniser } = await import('@vanban/ocr');
  return createRecogniser({ engine, rereading, ...(tessdata ? { tessdata } : {}) });
}
