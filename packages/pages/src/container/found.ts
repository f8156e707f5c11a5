// What is found inside a file that holds others: documents to be read on their own, and things that cannot be taken out.
// Invariant: names are told as they stand in the container (NFC) and never used as paths; bytes are handed out one file at a time.
import type { VanbanError } from '@vanban/contract';

/** The words that came with a document in an e-mail. */
export interface Message {
  readonly from: string | null;
  /** ISO 8601 in UTC. */
  readonly sentAt: string | null;
  readonly subject: string | null;
  readonly text: string;
}

interface Named {
  /** Names from the outermost container inwards: ['hoso.zip', 'a/cv.pdf'] within an e-mail. */
  readonly path: readonly string[];
}

export type Found =
  | (Named & { readonly kind: 'document'; readonly bytes: Uint8Array; readonly message: Message | null })
  | (Named & { readonly kind: 'failed'; readonly error: VanbanError });

/** One file of a container, before it is taken out. */
export interface Entry {
  readonly name: string;
  /** Throws VanbanError: `archive-limit` ends the whole container, anything else concerns this entry. */
  read(): Promise<Uint8Array>;
}

export interface Opened {
  readonly entries: AsyncIterable<Entry>;
  readonly message: Message | null;
  /** What is read where nothing else was found: the text of an e-mail. */
  readonly instead: Entry | null;
}
