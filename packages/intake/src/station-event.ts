// What a station tells, for whoever shows it.
import type { Record, VanbanError } from '@vanban/contract';
import type { ProgressEvent } from '@vanban/pipeline';
import type { Workspace } from './workspace.ts';

export type StationEvent =
  | { readonly type: 'ready'; readonly workspace: Workspace }
  /** Files in the inbox that were not taken yet; told every round. */
  | { readonly type: 'waiting'; readonly count: number }
  | { readonly type: 'taken'; readonly file: string; readonly recovered: boolean }
  /** From now on, progress of this document is that of this file. */
  | { readonly type: 'known'; readonly file: string; readonly documentId: string }
  | { readonly type: 'progress'; readonly event: ProgressEvent }
  | {
      readonly type: 'done';
      readonly file: string;
      /** Its name within the file; null where the file is the document. */
      readonly member: string | null;
      readonly documentId: string;
      readonly out: string;
      readonly pages: number;
      readonly missingPages: readonly number[];
      readonly tasks: number;
      readonly record: Record;
      /** Name under which the same bytes were seen before; null for a new document. */
      readonly duplicateOf: string | null;
    }
  /** Something inside a file could not be read; the rest goes on, and the file fails at its end. */
  | { readonly type: 'member-failed'; readonly file: string; readonly member: string; readonly error: VanbanError }
  /** Everything inside a file has its record. */
  | { readonly type: 'unpacked'; readonly file: string; readonly members: number }
  | { readonly type: 'failed'; readonly file: string; readonly error: VanbanError; readonly reason: string }
  /** Something about the surroundings; it is tried again. `file` where one waits for it. */
  | { readonly type: 'problem'; readonly error: VanbanError; readonly file?: string }
  | { readonly type: 'again'; readonly file: string }
  | { readonly type: 'dropped'; readonly file: string }
  | { readonly type: 'stopping'; readonly working: number };
