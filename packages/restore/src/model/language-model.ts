// Which syllable follows which two? A trigram model with back-off in flat arrays.
// Invariant: costs are natural logs of 1/probability; the same file gives the same costs.
//   cost(u, v, w) = the trigram's, else back-off of (u v) + the bigram's, else back-off of v + the unigram's
// File format: FORMAT in data/models/restorer/README.md.
import { Parts, readPacked } from './packed.ts';

const MAGIC = 0x324d4c56;
/** Costs are stored as bytes of 1/8 nat. */
const UNIT = 1 / 8;

export interface LanguageModel {
  /** Index of the pair, -1 where it was not seen. Give it to `cost` to save looking it up again. */
  pair(u: number, v: number): number;
  /** `uv` is pair(u, v), `vw` is pair(v, w). */
  cost(uv: number, v: number, vw: number, w: number): number;
  /** The cost of a word whatever stands before it. */
  alone(w: number): number;
}

/**
 * The same model with part of each word's own cost taken back. Beside another model that knows how frequent words are, frequency would count twice,
 * and rare words would lose to frequent ones.
 */
export function tempered(model: LanguageModel, share: number): LanguageModel {
  return { ...model, cost: (uv, v, vw, w) => model.cost(uv, v, vw, w) - share * model.alone(w) };
}

export async function readLanguageModel(path: string): Promise<LanguageModel> {
  return languageModelOf(await readPacked(path), path);
}

/** `bytes` is the unpacked file. */
export function languageModelOf(bytes: Uint8Array, path = 'lm.bin'): LanguageModel {
  const parts = new Parts(bytes, path, MAGIC);
  const [V, B, T] = [parts.u32(), parts.u32(), parts.u32()];
  const bigramStart = startsOf(parts.numbers(V));
  const bigramWord = summed(parts.numbers(B), bigramStart);
  const trigramStart = startsOf(parts.numbers(B));
  const trigramWord = summed(parts.numbers(T), trigramStart);
  // Copied, so that the rest of the file can go.
  const [unigramCost, unigramBackoff, bigramCost, bigramBackoff, trigramCost] = [V, V, B, B, T].map((count) => parts.bytes(count).slice()) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  parts.end();

  return {
    pair: (u, v) => find(bigramWord, bigramStart[u] as number, bigramStart[u + 1] as number, v),
    alone: (w) => (unigramCost[w] as number) * UNIT,
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

/** Where each part begins, by the sizes of the parts; one more for the end. */
function startsOf(sizes: Uint16Array): Uint32Array {
  const starts = new Uint32Array(sizes.length + 1);
  for (let i = 0; i < sizes.length; i++) starts[i + 1] = (starts[i] as number) + (sizes[i] as number);
  return starts;
}

/** Distances within each part made words again, in place. */
function summed(steps: Uint16Array, starts: Uint32Array): Uint16Array {
  for (let part = 0; part + 1 < starts.length; part++) {
    for (let i = (starts[part] as number) + 1; i < (starts[part + 1] as number); i++) steps[i] = (steps[i] as number) + (steps[i - 1] as number);
  }
  return steps;
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
