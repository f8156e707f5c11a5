// What a letter says in fields and tasks: its own data (metadata/), and who must do what by when (tasks/).
// Invariant: pure and synchronous; every span is over `reading.text`; the same reading gives the same extraction.
//   extract(reading, segment(reading), { fileName: '266-BXD-KHCN.pdf' }).tasks[0].owners[0].name → "Các cơ quan/đơn vị trực thuộc Bộ"
import type { Extraction, Reading, Segmentation } from '@vanban/contract';
import { readDocument } from './metadata/index.ts';
import { readTasks } from './tasks/read-tasks.ts';

export { type Body, createFinder, type Finder } from './bodies/find-body.ts';
export { readDocument } from './metadata/index.ts';
export { readTasks } from './tasks/read-tasks.ts';

export interface ExtractContext {
  /** The file's own name; null where there is none. */
  readonly fileName: string | null;
}

export function extract(reading: Reading, segmentation: Segmentation, context: ExtractContext): Extraction {
  const { document, review, warnings } = readDocument(reading, segmentation, context);
  return { document, tasks: readTasks(reading, segmentation, document), review, warnings };
}
