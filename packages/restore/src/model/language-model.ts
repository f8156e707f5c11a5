// Which syllable follows which two? A trigram model with back-off in flat arrays.
// Invariant: costs are natural logs of 1/probability; the same file gives the same costs; nothing is copied when it is read.
//   cost(u, v, w) = the trigram's, else back-off of (u v) + the bigram's, else back-off of v + the unigram's
// File format: FORMAT in data/models/restorer/README.md.
import { readFile } from 'node:fs/promises';
import { VanbanError } from '@vanban/contract';

const MAGIC = 0x314d4c56;
/** Costs are stored as bytes of 1/16 nat. */
const UNIT = 1 / 16;

export interface LanguageModel {
  /** Index of the pair, -1 where it was not seen. Give it to `cost` to save looking it up again. */
  pair(u: number, v: number): number;
  /** `uv` is pair(u, v), `vw` is pair(v, w). */
  cost(uv: number, v: number, vw: number, w: number): number;
}

export async function readLanguageModel(path: string): Promise<LanguageModel> {
  const file = await readFile(path);
  return languageModelOf(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer, path);
}

export function languageModelOf(buffer: ArrayBuffer, path = 'lm.bin'): LanguageModel {
  const header = new Uint32Array(buffer, 0, 4);
  const [magic, V, B, T] = header as unknown as [number, number, number, number];
  if (magic !== MAGIC || buffer.byteLength !== 16 + 4 * (V + 1) + 4 * B + 2 * T + 2 * V + 2 * B + T) {
    throw new VanbanError('engine-missing', `${path} is no language model of this version`);
  }
  let at = 16;
  const take = <A>(make: (buffer: ArrayBuffer, at: number, count: number) => A, count: number, bytes: number): A => {
    const part = make(buffer, at, count);
    at += count * bytes;
    return part;
  };
  const u16 = (count: number) => take((b, o, n) => new Uint16Array(b, o, n), count, 2);
  const u8 = (count: number) => take((b, o, n) => new Uint8Array(b, o, n), count, 1);
  const bigramStart = take((b, o, n) => new Uint32Array(b, o, n), V + 1, 4);
  const [bigramWord, trigramCount, trigramWord] = [u16(B), u16(B), u16(T)];
  const [unigramCost, unigramBackoff, bigramCost, bigramBackoff, trigramCost] = [u8(V), u8(V), u8(B), u8(B), u8(T)];
  const trigramStart = new Uint32Array(B + 1);
  for (let i = 0; i < B; i++) trigramStart[i + 1] = (trigramStart[i] as number) + (trigramCount[i] as number);

  return {
    pair: (u, v) => find(bigramWord, bigramStart[u] as number, bigramStart[u + 1] as number, v),
    cost(uv, v, vw, w) {
      if (uv >= 0) {
        const found = find(trigramWord, trigramStart[uv] as number, trigramStart[uv + 1] as number, w);
        if (found >= 0) return (trigramCost[found] as number) * UNIT;
      }
      const backoff = uv >= 0 ? (bigramBackoff[uv] as number) : 0;
      if (vw >= 0) return (backoff + (bigramCost[vw] as number)) * UNIT;
      return (backoff + (unigramBackoff[v] as number) + (unigramCost[w] as number)) * UNIT;
    },
  };
}

/** Where `word` stands in the ascending part [low, high) of `words`, -1 where it does not. */
function find(words: Uint16Array, low: number, high: number, word: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = words[middle] as number;
    if (there === word) return middle;
    if (there < word) low = middle + 1;
    else high = middle;
  }
  return -1;
}
