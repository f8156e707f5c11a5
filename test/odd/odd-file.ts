// One row of the table of odd inputs.
import type { ErrorCode } from '@vanban/contract';

export interface OddFile {
  /** Name as dropped into the inbox. */
  readonly name: string;
  readonly what: string;
  readonly made: string;
  /** An error code of the contract, or 'record' (it is read). */
  readonly outcome: ErrorCode | 'record';
  /** Codes that the record's warnings must hold. */
  readonly warnings?: readonly string[];
  readonly make: () => Uint8Array | Promise<Uint8Array>;
}
