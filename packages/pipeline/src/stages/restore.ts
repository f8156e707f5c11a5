// Stage restore: letters and diacritics are settled, and the text is frozen.
import type { Restorer } from '@vanban/restore';
import type { Settings } from '../settings.ts';
import { defineStage } from '../stage.ts';
import { restoringModel } from './restoring-model.ts';

let restorer: Promise<Restorer> | null = null;

export const restoreStage = defineStage({
  name: 'restore',
  version: '8',
  scope: 'document',
  lane: 'documents',
  needs: ['ocr'],
  dependsOn: ({ settings }) => restoringModel(settings.modelFolder).digest,
  async run({ ocr }, { settings }) {
    return (await restorerFor(settings)).restore(ocr);
  },
  async warm(settings) {
    await restorerFor(settings);
  },
});

/** One for each process; its settings do not change while the process lives. */
function restorerFor({ modelFolder }: Settings): Promise<Restorer> {
  restorer ??= start(restoringModel(modelFolder).folder).catch((error) => {
    restorer = null;
    throw error;
  });
  return restorer;
}

async function start(modelFolder: string | null): Promise<Restorer> {
  return (await import('@vanban/restore')).createRestorer({ modelFolder });
}
