// Stage extract: the document's fields, and who must do what by when.
import { extract } from '@vanban/extract';
import { defineStage } from '../stage.ts';

export const extractStage = defineStage({
  name: 'extract',
  version: '1',
  scope: 'document',
  lane: 'documents',
  needs: ['restore', 'segment'],
  dependsOn: ({ fileName }) => fileName,
  run: ({ restore, segment }, { fileName }) => extract(restore, segment, { fileName }),
});
