// Names of provinces, districts and communes, for finding the one that a spoilt name was.
// Invariant: a search gives one name or null: null where two names are about equally near.
//   nearest(['bik', 'Glei'], …, 'd') → Đắk Glei   nearest(['Glei'], …, 'd') → null
// Sources and dates of the names: data/gazetteers/README.md.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fold } from '@vanban/text';
import { likeness } from '../likeness.ts';
import { normal } from '../model/vocabulary.ts';

// Levels are written as letters: p province, d district, c commune.
interface FoundPlace {
  readonly words: readonly string[];
  /** 0…1: how near the spoilt words are, and how far the next name is. */
  readonly sure: number;
}

export interface Gazetteer {
  /** The name as it is usually written where exactly this is one of that level, whatever its case; else null. */
  named(words: readonly string[], levels: string): readonly string[] | null;
  /** The last two words of the name with an apostrophe whose letters these are, whatever their marks; null where there is none. */
  spelt(read: readonly [string, string]): readonly string[] | null;
  /** The name whose letters these words have, whatever their marks: the one with fewest other words; null where it is what they say or two are. */
  sameLetters(words: readonly string[], levels: string): readonly string[] | null;
  /** `read` is what stood there, `guessed` what the model made of it. */
  nearest(read: readonly string[], guessed: readonly string[], levels: string): FoundPlace | null;
}

const FILE = fileURLToPath(new URL('../../../../data/gazetteers/places.tsv', import.meta.url));
/** Cost for each letter up to which a name may be taken for another, and how much farther the next name must be. */
const [NEAR, APART] = [0.3, 0.5];
/** The same letters with other marks than the model would set. */
const OTHER_MARKS = 0.5;

export async function readGazetteer(path = FILE): Promise<Gazetteer> {
  return gazetteerOf(await readFile(path, 'utf8'));
}

interface Name {
  readonly words: readonly string[];
  readonly levels: string;
}

interface Place extends Name {
  readonly folded: readonly string[];
  readonly letters: number;
}

/** One name a line, a tab, its levels. */
export function gazetteerOf(lines: string): Gazetteer {
  const exact = new Map<string, Name>();
  for (const line of lines.normalize('NFC').split('\n')) {
    const [name, levels] = line.split('\t');
    if (!name || !levels) continue;
    const same = exact.get(oneSpelling(name));
    exact.set(oneSpelling(name), { words: same?.words ?? name.split(' '), levels: (same?.levels ?? '') + levels });
  }
  // Most documents have no name in doubt, so what a search needs is made when the first one comes.
  let byLength: ReadonlyMap<number, readonly Place[]> | null = null;
  let apostrophes: ReadonlyMap<string, readonly string[]> | null = null;
  let letters: ReadonlyMap<string, readonly Name[]> | null = null;
  return {
    named: (words, levels) => {
      const place = exact.get(oneSpelling(words.join(' ')));
      return place !== undefined && shares(place.levels, levels) ? place.words : null;
    },
    spelt: (read) => {
      apostrophes ??= namesWithApostrophe(exact.values());
      return apostrophes.get(fold(read.join(' '))) ?? null;
    },
    sameLetters: (words, levels) => {
      letters ??= placesByLetters(exact.values());
      const same = (letters.get(fold(words.join(' '))) ?? []).filter((place) => shares(place.levels, levels));
      return leastChanged(words.map(normal), same);
    },
    nearest: (read, guessed, levels) => {
      byLength ??= placesByLength(exact.values());
      return nearest(byLength.get(read.length) ?? [], read.map(fold), guessed, levels);
    },
  };
}

function namesWithApostrophe(names: Iterable<Name>): ReadonlyMap<string, readonly string[]> {
  const ends = [...names].map(({ words }) => words.slice(-2)).filter((words) => words.length === 2 && /^\p{Lu}'\p{L}/u.test(words[1] as string));
  return new Map(ends.map((words) => [fold(words.join(' ')), words]));
}

function placesByLetters(names: Iterable<Name>): ReadonlyMap<string, readonly Name[]> {
  const byLetters = new Map<string, Name[]>();
  for (const name of names) {
    const letters = fold(name.words.join(' '));
    byLetters.set(letters, [...(byLetters.get(letters) ?? []), name]);
  }
  return byLetters;
}

function leastChanged(words: readonly string[], names: readonly Name[]): readonly string[] | null {
  const changes = names.map((name) => name.words.filter((word, i) => normal(word) !== words[i]).length);
  const least = Math.min(...changes);
  const nearest = names.filter((_, i) => changes[i] === least);
  const [first] = nearest;
  return first === undefined || least === 0 || new Set(nearest.map((name) => name.words.map(normal).join(' '))).size > 1 ? null : first.words;
}

function placesByLength(names: Iterable<Name>): ReadonlyMap<number, readonly Place[]> {
  const byLength = new Map<number, Place[]>();
  for (const { words, levels } of names) {
    const folded = words.map(fold);
    const place = { words, folded, levels, letters: folded.join('').length };
    const same = byLength.get(words.length);
    if (same) same.push(place);
    else byLength.set(words.length, [place]);
  }
  return byLength;
}

/** Đăk and Đắk, Lăk and Lắk are both written for the same places. */
const oneSpelling = (name: string): string => name.toLowerCase().replace(/([đl])ắk/gu, '$1ăk');

const shares = (a: string, b: string): boolean => [...a].some((level) => b.includes(level));

function nearest(places: readonly Place[], read: readonly string[], guessed: readonly string[], levels: string): FoundPlace | null {
  const guess = guessed.map((word) => word.toLowerCase());
  let [best, bestCost, nextCost]: [Place | null, number, number] = [null, Infinity, Infinity];
  for (const place of places) {
    if (!shares(place.levels, levels)) continue;
    const cost = costOf(place, read, guess, Math.min(nextCost, NEAR * place.letters + APART));
    if (cost < bestCost) [best, bestCost, nextCost] = [place, cost, bestCost];
    else if (cost < nextCost) nextCost = cost;
  }
  if (best === null || bestCost > NEAR * best.letters || nextCost - bestCost < APART) return null;
  return { words: best.words, sure: Math.min(0.98, 1 - bestCost / best.letters) };
}

function costOf(place: Place, read: readonly string[], guess: readonly string[], limit: number): number {
  let cost = 0;
  for (let i = 0; i < read.length && cost <= limit; i++) {
    if (guess[i] !== (place.words[i] as string).toLowerCase()) cost += likeness(read[i] as string, place.folded[i] as string) || OTHER_MARKS;
  }
  return cost;
}
