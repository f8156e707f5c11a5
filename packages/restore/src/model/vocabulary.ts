// The net's alphabet, word forms and syllables.
// Invariant: ids are positions in the lists of vocabulary.json; 0 is nothing, 1 unknown (characters, words) or keep (syllables), 2 join.
//   classOf('Hoà') is the class of "hòa"   sharing('hoa') → hoa, hòa, hóa, hỏa …
// It computes no probabilities.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VanbanError } from '@vanban/contract';
import { stripMarks } from '@vanban/text';

export const KEEP = 1;
export const JOIN = 2;
/** Numbers for one token: twelve characters and the word form. */
export const FEATURES = 13;
const CHARACTERS = 12;
/** Of a longer word the net sees so many characters from its beginning, the others from its end. */
const FIRST = 8;

const CLASSIC: ReadonlyMap<string, string> = new Map(
  'oà òa oá óa oả ỏa oã õa oạ ọa oè òe oé óe oẻ ỏe oẽ õe oẹ ọe uỳ ùy uý úy uỷ ủy uỹ ũy uỵ ụy'
    .split(' ')
    .flatMap((from, i, all) => (i % 2 === 0 ? [[from, all[i + 1] as string]] : [])),
);

/** The form of the classes: lower case, tone of an open oa, oe, uy on the first vowel. */
export function normal(word: string): string {
  const lower = word.toLowerCase();
  const moved = CLASSIC.get(lower.slice(-2));
  return moved === undefined || (lower.at(-2) === 'u' && lower.at(-3) === 'q') ? lower : lower.slice(0, -2) + moved;
}

export interface Vocabulary {
  readonly syllables: readonly string[];
  /** Class of a word, KEEP where it is no syllable of the list. */
  classOf(word: string): number;
  /** A class's syllable without its marks. */
  bareOf(id: number): string;
  /** Classes with the same letters when the marks are taken off. */
  sharing(bare: string): readonly number[];
  /** The numbers by which the net knows a token. */
  features(core: string): readonly number[];
}

export async function readVocabulary(folder: string): Promise<Vocabulary> {
  const path = join(folder, 'vocabulary.json');
  const lists = JSON.parse(await readFile(path, 'utf8')) as Partial<Lists>;
  if (!lists.chars || !lists.words || !lists.syllables) throw new VanbanError('engine-missing', `${path} lacks its lists`);
  return vocabularyOf(lists as Lists);
}

interface Lists {
  readonly chars: readonly string[];
  readonly words: readonly string[];
  readonly syllables: readonly string[];
}

export function vocabularyOf({ chars, words, syllables }: Lists): Vocabulary {
  const charIds = new Map(chars.map((char, id) => [char, id]));
  const wordIds = new Map(words.map((word, id) => [word, id]));
  const classes = new Map(syllables.map((syllable, id) => [syllable, id]));
  const bare = lazily(() => {
    const stripped = new Map<string, string>();
    return syllables.map((syllable) => [...syllable].map((char) => known(stripped, char, stripMarks)).join(''));
  });
  const byBare = lazily(() => {
    const ids = new Map<string, number[]>();
    bare().forEach((form, id) => {
      if (id > JOIN) known(ids, form, () => []).push(id);
    });
    return ids;
  });
  return {
    syllables,
    classOf: (word) => classes.get(normal(word)) ?? KEEP,
    bareOf: (id) => bare()[id] as string,
    sharing: (form) => byBare().get(form) ?? [],
    features: (core) => {
      const letters = [...core];
      const ids = new Array<number>(FEATURES).fill(0);
      const cut = Math.max(0, letters.length - CHARACTERS);
      for (let i = 0; i < CHARACTERS && i < letters.length; i++) ids[i] = charIds.get(letters[i < FIRST ? i : i + cut] as string) ?? 1;
      ids[CHARACTERS] = wordIds.get(core.toLowerCase()) ?? 1;
      return ids;
    },
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function known<K, V>(values: Map<K, V>, key: K, make: (key: K) => V): V {
  const value = values.get(key) ?? make(key);
  values.set(key, value);
  return value;
}
