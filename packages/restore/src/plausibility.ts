// How likely is it that each word of freshly read lines stands there as it was read? The language model's answer, for a reader that wants to look again.
// Invariant: without the net and its runtime, so cheap (10 MB, a few milliseconds a page); the same lines give the same answer; numbers and codes are never doubted.
//   (await createPlausibility('data/models/restorer'))?.([['để', 'kịp', 'thời'], ['đôi', 'với']]) → [[0.99, 1, 1], [0.02, 1]]
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { DraftLine } from './draft.ts';
import { optionsFor } from './model/candidates.ts';
import { EAGERNESS } from './model/eagerness.ts';
import { flowOf } from './model/flow.ts';
import { readLanguageModel } from './model/language-model.ts';
import { posteriors } from './model/lattice.ts';
import type { Guess } from './model/net.ts';
import { readReadings } from './model/readings.ts';
import { KEEP, readVocabulary } from './model/vocabulary.ts';

/** For each word of each line the chance, 0…1, that it was printed so. */
export type Plausibility = (lines: readonly (readonly string[])[]) => readonly (readonly number[])[];

/** Null where the folder holds no model. Throws VanbanError `engine-missing` where its files are damaged. */
export async function createPlausibility(folder: string): Promise<Plausibility | null> {
  const there = await access(join(folder, 'vocabulary.json')).then(
    () => true,
    () => false,
  );
  if (!there) return null;
  const [vocabulary, language, own] = await Promise.all([
    readVocabulary(folder),
    readLanguageModel(join(folder, 'lm.bin')),
    readReadings(join(folder, 'readings-own.bin')),
  ]);
  const knowledge = { vocabulary, readings: { own, foreign: own } };
  return (lines) => {
    const flow = flowOf([lines.map(draftLine)]);
    const options = flow.tokens.map((token) => optionsFor({ ...token, abbreviated: false }, NO_GUESS, knowledge, WITHOUT_NET));
    const chances = posteriors(options, language, WITHOUT_NET.language);
    return (flow.places[0] ?? []).map((line) =>
      line.map(({ first, count }) => Math.min(1, ...chances.slice(first, first + count).map((shares) => shares[0] as number))),
    );
  };
}

/** A reader that looks again may doubt more than one that changes: also what looks like an abbreviation. */
const WITHOUT_NET = { ...EAGERNESS.shy, net: 0, language: 0.7, others: 0, otherMarks: -8 };
const NO_GUESS: Guess = { ids: [KEEP], logps: [0], letterCase: 0, seconds: [], secondLogps: [] };

const draftLine = (words: readonly string[]): DraftLine => ({
  box: [0, 0, 0, 0],
  pieces: words.map((text) => ({ text, source: [{ text, box: [0, 0, 0, 0], confidence: 1 }], original: text, sure: 1, by: null, alternatives: [] })),
});
