// What the process that takes containers apart is told and answers. Bytes never travel: what is found lies in the store under its id.
import type { Container, ErrorEntry } from '@vanban/contract';

export interface UnpackOrder {
  readonly storeFolder: string;
  readonly path: string;
  /** True where only the attachments of a PDF are wanted. */
  readonly pdf: boolean;
  readonly maxBytes: number;
  readonly maxPixels: number;
  readonly passwords: readonly string[];
}

export interface Member {
  /** Names from the container inwards. */
  readonly path: readonly string[];
  /** Where its bytes are in the store; null where it could not be taken out. */
  readonly source: { readonly id: string; readonly bytes: number } | null;
  readonly error: ErrorEntry | null;
  readonly message: Container['message'];
}

export interface Unpacked {
  /** Null: the file holds no others, it is a document. */
  readonly mediaType: string | null;
  /** A PDF that is nothing but a cover for what it holds. */
  readonly portfolio: boolean;
  readonly members: readonly Member[];
}

export type UnpackReply = { readonly unpacked: Unpacked } | { readonly error: ErrorEntry };
