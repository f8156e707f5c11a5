// What are the queues and their jobs called? One queue for each stage; a job's id says which step it is, so that the same step is never queued twice.
//   jobId({ documentId, stage: 'ocr', page: 3 }) === 'ocr-9f2c…-3'
// Processes of one make (versions, settings, models) share queues: their prefix is `vanban-PRINT`, so that during an update old and new do not take
// each other's jobs. Job data are ids only: texts and images stay in the store. BullMQ forbids ':' in ids and ids of digits only.
import type { StageName, Step } from '@vanban/pipeline';

export const PREFIX = 'vanban';

/** Of the queues of one make. */
export const prefixOf = (print: string): string => `${PREFIX}-${print}`;

/** In the order in which a document goes through them. */
export const STAGE_NAMES = ['inspect', 'ocr', 'restore', 'segment', 'extract', 'publish'] as const satisfies readonly StageName[];

export interface StepData {
  readonly documentId: string;
  /** 0 for stages on whole documents. */
  readonly page: number;
}

export const jobId = ({ documentId, stage, page }: Step): string => (page > 0 ? `${stage}-${documentId}-${page}` : `${stage}-${documentId}`);

/** Lower priority than new arrivals, for work over an archive. BullMQ takes 0 first. */
export const ARCHIVE_PRIORITY = 10;
