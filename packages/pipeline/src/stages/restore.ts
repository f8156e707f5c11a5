// Stage restore: letters and diacritics are settled, and the text is frozen.
import type { Restorer } from '@vanban/restore';
import { defineStage } from '../stage.ts';
import { restoringModel } from './restoring-model.ts';

let restorer: Promise<Restorer> | null = null;

export const restoreStage = defineStage({
  name: 'restore',
  version: '3',
  scope: 'document',
  lane: 'documents',
  needs: ['ocr'],
  dependsOn: ({ settings }) => restoringModel(settings.modelFolder).digest,
  async run({ ocr }, { settings }) {
    restorer ??= start(restoringModel(settings.modelFolder).folder).catch((error) => {
      restorer = null;
      throw error;
    });
    return (await restorer).restore(ocr);
  },
});

async function start(modelFolder: string | null): Promise<Restorer> {
  return (await import('@vanban/restore')).createRestorer({ modelFolder });
}
