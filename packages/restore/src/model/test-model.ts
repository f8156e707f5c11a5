// A model small enough to reason about in tests: a vocabulary of a few syllables, a language model made of given costs, a net that says what it is told.
// Used by tests only.
import { gazetteerOf } from '../places/gazetteer.ts';
import { languageModelOf } from './language-model.ts';
import type { Model } from './model.ts';
import type { Guess, Net } from './net.ts';
import { readingsOf } from './readings.ts';
import { vocabularyOf } from './vocabulary.ts';

const SYLLABLES = [
  '<pad>',
  '<keep>',
  '<join>',
  'thực',
  'hiện',
  'nghị',
  'quyết',
  'của',
  'cửa',
  'hoa',
  'hóa',
  'hòa',
  'quá',
  'trình',
  'tòa',
  'án',
  'nhân',
  'dân',
  'đắk',
  'huyện',
];
export const vocabulary = vocabularyOf({ chars: ['<pad>', '<unk>', 'a', 'b'], words: ['<pad>', '<unk>', 'ab'], syllables: SYLLABLES });
export const idOf = (word: string): number => SYLLABLES.indexOf(word);

interface Bigram {
  readonly pair: readonly [string, string];
  readonly cost: number;
  readonly next?: Readonly<Record<string, number>>;
}

/** Costs in nats, multiples of 1/8; every word alone costs `unigram`. The lists are so small that no number needs two bytes. */
export function languageModelFrom(bigrams: readonly Bigram[], unigram = 6): Uint8Array {
  const V = SYLLABLES.length;
  const rows = bigrams.map(({ pair, ...rest }) => ({ u: idOf(pair[0]), v: idOf(pair[1]), ...rest })).sort((a, b) => a.u - b.u || a.v - b.v);
  const trigrams = rows.map(({ next = {} }) =>
    Object.entries(next)
      .map(([word, cost]) => ({ word: idOf(word), cost }))
      .sort((a, b) => a.word - b.word),
  );
  const flat = trigrams.flat();
  const bytes = (values: readonly number[]) => Uint8Array.from(values);
  const costs = (values: readonly number[]) => bytes(values.map((value) => value * 8));
  return joinBytes([
    Uint32Array.of(0x324d4c56, V, rows.length, flat.length),
    bytes(SYLLABLES.map((_, u) => rows.filter((row) => row.u === u).length)),
    bytes(rows.map((row, i) => row.v - (rows[i - 1]?.u === row.u ? (rows[i - 1]?.v as number) : 0))),
    bytes(trigrams.map((list) => list.length)),
    bytes(trigrams.flatMap((list) => list.map((item, i) => item.word - (list[i - 1]?.word ?? 0)))),
    costs(new Array(V).fill(unigram)),
    costs(new Array(V).fill(1)),
    costs(rows.map((row) => row.cost)),
    costs(new Array(rows.length).fill(0.5)),
    costs(flat.map((item) => item.cost)),
  ]);
}

/** A table of readings: form → syllable → log chance (multiples of 1/16). */
export function readingsFrom(table: Readonly<Record<string, Readonly<Record<string, number>>>>): Uint8Array {
  const forms = Object.keys(table).sort();
  const entries = forms.flatMap((form) => Object.entries(table[form] as object));
  const text = new TextEncoder().encode(forms.join('\n'));
  return joinBytes([
    Uint32Array.of(0x31445256, forms.length, entries.length, text.length),
    Uint16Array.from(entries.map(([word]) => idOf(word))),
    Uint8Array.from(entries.map(([, chance]) => -16 * (chance as number))),
    Uint8Array.from(forms.map((form) => Object.keys(table[form] as object).length)),
    text,
  ]);
}

/** Guesses for a token: words with their probabilities. */
export function guessOf(chances: Readonly<Record<string, number>>, more: Partial<Guess> = {}): Guess {
  const ranked = Object.entries(chances).sort((a, b) => b[1] - a[1]);
  return { ids: ranked.map(([word]) => idOf(word)), logps: ranked.map(([, p]) => Math.log(p)), letterCase: 0, seconds: [], secondLogps: [], ...more };
}

export function modelOf(answers: Readonly<Record<string, Guess>>, bigrams: readonly Bigram[] = []): Model {
  const net: Net = { guess: async (tokens) => tokens.map(({ core }) => answers[core.toLowerCase()] ?? guessOf({ '<keep>': 0.9, '<join>': 0.01 })) };
  const readings = { foreign: readingsOf(readingsFrom({})), own: readingsOf(readingsFrom({})) };
  return { vocabulary, net, language: languageModelOf(languageModelFrom(bigrams)), readings, gazetteer: gazetteerOf('Đắk Glei\td\nHòa Bình\tpc') };
}

function joinBytes(parts: readonly { readonly buffer: ArrayBufferLike; readonly byteOffset: number; readonly byteLength: number }[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return joined;
}
