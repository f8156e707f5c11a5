// What is fuzzed: where its inputs come from, and what must hold of each.
// Invariant: `make` depends on `random` alone; `check` throws a Fault where a property is broken, a VanbanError where the input is refused as it should be.
import type { Random } from './random.ts';

export interface Target {
  readonly name: string;
  readonly what: string;
  /** Loads what is needed once. The input is bytes; texts are UTF-16, so that halves of surrogate pairs survive. */
  start(): Promise<Attack>;
}

export interface Attack {
  make(random: Random): Uint8Array;
  /** What came of it in a word, for the count: 'read', 'record' … */
  check(input: Uint8Array): Promise<string>;
}

/** A property of the product is broken. */
export class Fault extends Error {}

export function holds(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Fault(what);
}

export const asBytes = (text: string): Uint8Array => Buffer.from(text, 'utf16le');
export const asText = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf16le');
