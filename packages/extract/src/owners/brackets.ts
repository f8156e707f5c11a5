// Where does a bracket close?
// Invariant: looks at most forty tokens ahead.
import { isSign, type Token } from '../words/tokens.ts';

const REACH = 40;

/** Index of the ")" behind the "(" at `open`; -1 where none stands within reach. */
export function closing(tokens: readonly Token[], open: number): number {
  for (let at = open + 1; at < Math.min(tokens.length, open + REACH); at++) if (isSign(tokens[at], ')')) return at;
  return -1;
}
