// What the extractor hands to the publisher: the record's document fields and tasks, already in the record's own form.
import type { Warning } from './reading.ts';
import type { DocumentFields, Task } from './record.ts';

export interface Extraction {
  readonly document: DocumentFields;
  readonly tasks: readonly Task[];
  /** Reasons for review of the document as a whole. */
  readonly review: readonly string[];
  readonly warnings: readonly Warning[];
}
