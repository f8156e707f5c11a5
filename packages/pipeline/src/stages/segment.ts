// Stage segment: which part of the text is what, and the tree of clauses.
import { defineStage } from '../stage.ts';

export const segmentStage = defineStage({
  name: 'segment',
  version: '8',
  scope: 'document',
  lane: 'documents',
  needs: ['restore'],
  run: async ({ restore }) => (await import('@vanban/segment')).segment(restore),
});
