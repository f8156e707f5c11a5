// What do other readings of the same print say where a token stands? (The recogniser reads doubtful lines several times and hands all it read on.)
// Invariant: only a word as the reader gave it has other readings; numbers and codes have none; one token against two only where two words were glued.
//   "đê," with the alternatives "để," "đề" → [["để", "đề"]]   "Tàichính" with "Tài chính" → [["Tài chính"]]   "15/6" with "16/6" → [[]]
import type { Piece } from '../draft.ts';
import { type Chunk, chunkOf } from './tokens.ts';

/** For each of the piece's `count` tokens the cores that other readings have in its place. */
export function otherReadings(piece: Piece, count: number): (readonly string[])[] {
  const none = Array.from({ length: count }, (): string[] => []);
  const [word, ...more] = piece.source;
  if (!word?.alternatives || more.length > 0 || piece.text !== piece.original) return none;
  for (const reading of word.alternatives) {
    const chunks = reading.normalize('NFC').trim().split(/\s+/u).map(chunkOf);
    const cores = chunks.some((chunk) => chunk.kept) ? [] : coresOf(chunks);
    if (cores.length === count) for (const [i, core] of cores.entries()) none[i]?.push(core);
    else if (count === 1 && chunks.length === 2 && cores.length === 2) none[0]?.push(cores.join(' '));
  }
  return none;
}

const coresOf = (chunks: readonly Chunk[]): string[] => chunks.flatMap((chunk) => chunk.cores.map(({ text }) => text));
