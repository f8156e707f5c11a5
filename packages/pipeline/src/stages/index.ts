// The stages of the product, in the order in which a document goes through them. Each loads its package when it first runs, so that a
// process that only schedules stays small.
import type { Stages } from '../stage.ts';
import { extractStage } from './extract.ts';
import { inspectStage } from './inspect.ts';
import { ocrStage } from './ocr.ts';
import { publishStage } from './publish.ts';
import { restoreStage } from './restore.ts';
import { segmentStage } from './segment.ts';

export const STAGES: Stages = {
  inspect: inspectStage,
  ocr: ocrStage,
  restore: restoreStage,
  segment: segmentStage,
  extract: extractStage,
  publish: publishStage,
};
