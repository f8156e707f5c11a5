// Stage extract: the document's fields, and who must do what by when.
import { defineStage } from '../stage.ts';

export const extractStage = defineStage({
  name: 'extract',
  version: '8',
  scope: 'document',
  lane: 'documents',
  needs: ['restore', 'segment'],
  dependsOn: ({ fileName }) => fileName,
  run: async ({ restore, segment }, { fileName }) => (await import('@vanban/extract')).extract(restore, segment, { fileName }),
});
