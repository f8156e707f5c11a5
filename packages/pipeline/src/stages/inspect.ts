// Stage inspect: what kind of file is it, can it be opened, how many pages has it? Bad input fails here, in seconds.
import { VanbanError } from '@vanban/contract';
import { defineStage } from '../stage.ts';
import { closeSource, openJob } from './open-source.ts';

export const inspectStage = defineStage({
  name: 'inspect',
  version: '5',
  scope: 'document',
  lane: 'pages',
  needs: [],
  async run(_inputs, job) {
    const { mediaType, pageCount, warnings } = await openJob(job);
    if (pageCount < 1) throw new VanbanError('input-damaged', 'no pages');
    return { mediaType, pageCount, warnings };
  },
  close: closeSource,
});
