// What could this token have been? The net's likeliest syllables, what engines are known to read so, and where marks alone were lost every way
// to set them.
// Invariant: the first candidate leaves the token as it is; no candidate changes a number, code or address, but for the five numbers that
// another engine reads for words (LETTERS_AS_NUMBER); scores are weighted log chances.
//   "viec" on a page without marks → viec (as it is), việc, viếc, …   "s6" → s6, số, sổ, …
// Which candidate wins is up to the language model (lattice.ts) and to decide.ts.
import { fold, hasMarks, hasNumber, isBareSyllable, isSyllable } from '@vanban/text';
import { likeness } from '../likeness.ts';
import type { Eagerness } from './eagerness.ts';
import type { Candidate } from './lattice.ts';
import type { Guess } from './net.ts';
import type { Readings } from './readings.ts';
import { JOIN, KEEP, type Vocabulary } from './vocabulary.ts';

export interface Option extends Candidate {
  /** What would stand there; null leaves the token as it is, '' joins it to the token before. */
  readonly text: string | null;
}

export interface Token {
  readonly core: string;
  readonly kept: boolean;
  /** What other readings of the same print have in its place; "tài chính" where one of them saw two words. */
  readonly others: readonly string[];
  readonly confidence: number;
  /** No vowel, or capitals without marks between words that are none. */
  readonly abbreviated: boolean;
}

export interface Knowledge {
  readonly vocabulary: Vocabulary;
  /** What other engines and what our own OCR make of each syllable. */
  readonly readings: { readonly foreign: Readings; readonly own: Readings };
}

/** Numbers that an engine without Vietnamese reads for words: 6 (three of five are ở or ô), 16 (lộ, rõ), 14 (là), 0 (ở), $6 (số). Other numbers are what they say. */
const LETTERS_AS_NUMBER = /^(?:\$?6|16|14|0)$/u;
export const NUMBER = /^\$?\p{Nd}+$/u;
/** Written as a name is: "Lan", "Diệm", and the first word of a sentence. */
export const NAME = /^\p{Lu}\p{Ll}/u;
/** "b" of a point, "V" of a chapter; in our own OCR also a misread word ("V tế", "đơn j"). */
export const LABEL = /^[b-df-hj-np-tv-xz]$/iu;
/** Log odds of the confidence at which words are right as often as in all. */
const USUAL = 2.7;
const LEAST = 0.02;
/** Candidates this much less likely than the best are not worth the language model's time. */
const REACH = 8;
/** Below this probability nobody speaks of glued words. */
const GLUED = Math.log(0.3);
/** How many of the net's guesses may be the first of two. */
const FIRSTS = 4;
/** Log chances of a reading that was never measured: of a known form, of an unknown one, and of a name or foreign word read as a known form. */
const [NEVER_SEEN, UNKNOWN_FORM, FOREIGN_WORD] = [-8, -2, -6];

export function optionsFor(token: Token, guess: Guess, knowledge: Knowledge, eagerness: Eagerness): readonly Option[] {
  const { vocabulary } = knowledge;
  const own = vocabulary.classOf(token.core);
  if (isLocked(token, guess, eagerness)) return [leave(own, 0)];
  const marksAlone = eagerness.marksOnly && /^\p{L}+$/u.test(token.core);
  const known = marksAlone || eagerness.readings === null ? null : knowledge.readings[eagerness.readings];
  const seen = known?.chancesOf(token.core.toLowerCase()) ?? null;
  const others =
    known === null ? [] : token.others.map((text) => ({ text, own: vocabulary.classOf(text), seen: known.chancesOf(text.toLowerCase()) }));
  const witness = (option: Option): number => eagerness.others * others.reduce((sum, other) => sum + emissionOf(option, other, token.core), 0);
  const options = [
    leave(
      own,
      chanceOf(guess, own) * eagerness.net +
        eagerness.keep +
        eagerness.trust * trustIn(token) +
        (NUMBER.test(token.core) ? 0 : emission(own, seen, eagerness.unknownKept)) * eagerness.emission,
    ),
  ];
  options[0] = leave(own, (options[0] as Option).score + witness(options[0] as Option));
  const folded = fold(token.core);
  const found = marksAlone ? markings(folded, guess, vocabulary) : readings(token, guess, vocabulary, own, seen, others);
  if (marksAlone && own === KEEP && found.length > 0) options[0] = leave(own, (options[0] as Option).score + eagerness.unknownKept);
  for (const option of found) {
    const read =
      seen === null || option.second > 0
        ? UNKNOWN_FORM - (eagerness.unlike === 0 ? 0 : eagerness.unlike * unlikeness(folded, option, vocabulary))
        : (seen.get(option.id) ?? (vocabulary.bareOf(option.id) === folded ? eagerness.otherMarks : NEVER_SEEN));
    const glued = option.second > 0 ? eagerness.glued : 0;
    options.push({ ...option, score: option.score * eagerness.net + read * eagerness.emission + witness(option) + glued });
  }
  const best = Math.max(...options.map((option) => option.score));
  return options.filter((option, i) => i === 0 || option.score > best - REACH);
}

/**
 * Kept tokens; labels, unless letters were lost too or our own OCR read them (d and đ both name points: only where the net sees
 * no label); where the text is nearly right also
 * words with digits (H5N1, A4) and abbreviations (TĐC, UBND; not VJỆT). In our own OCR also "đc", and "NHA" among small letters; other engines do lose vowels ("qui djnh").
 */
function isLocked({ core, kept, abbreviated }: Token, guess: Guess, { accept, marksOnly, readings }: Eagerness): boolean {
  if (readings === 'foreign' && LETTERS_AS_NUMBER.test(core)) return false;
  if (kept || !/\p{L}|[&¢@]/u.test(core)) return true;
  if (core === 'd' && guess.ids[0] === KEEP) return true;
  if (LABEL.test(core) && (readings === 'own' || accept > 0 || marksOnly)) return readings !== 'own';
  if (readings === 'own' && abbreviated) return true;
  if (accept > 0 && /^\p{Lu}{2,}$/u.test(core) && !hasMarks(core.replaceAll('Đ', '')) && !isBareSyllable(core)) return true;
  return hasNumber(core) && (accept > 0 || marksOnly || /^\p{Lu}{2,}\p{Nd}+$|^\p{Lu}+\p{Nd}{2,}$|^[2-57-9]\p{Lu}$/u.test(core));
}

const leave = (own: number, score: number): Option => ({ id: own, second: 0, joins: false, score, text: null });

/** How much likelier than usual, in nats, it is that a word was read as it stands: 0 where the reader says nothing of it. */
function trustIn({ confidence }: Token): number {
  if (confidence === 1) return 0;
  const sure = Math.min(Math.max(confidence, LEAST), 1 - LEAST);
  return Math.log(sure / (1 - sure)) - USUAL;
}

/** The net's log probability of a class; a little less than its last guess where it is not among them. */
function chanceOf(guess: Guess, id: number): number {
  const rank = guess.ids.indexOf(id);
  return rank >= 0 ? (guess.logps[rank] as number) : (guess.logps.at(-1) as number) - 1;
}

function emission(id: number, seen: ReadonlyMap<number, number> | null, unknownKept: number): number {
  if (seen === null) return id === KEEP ? unknownKept : UNKNOWN_FORM;
  return seen.get(id) ?? (id === KEEP ? FOREIGN_WORD : NEVER_SEEN);
}

interface OtherReading {
  readonly text: string;
  readonly own: number;
  readonly seen: ReadonlyMap<number, number> | null;
}

/** Log chance that another reading comes out as it did where the option was printed; two words read as two are what they say. */
function emissionOf(option: Option, { text, own, seen }: OtherReading, core: string): number {
  if (option.second > 0) return option.text === text.toLowerCase() ? 0 : NEVER_SEEN;
  if (text.includes(' ')) return NEVER_SEEN;
  if (option.id === KEEP) return text === core ? 0 : NEVER_SEEN;
  return seen === null && option.id === own ? 0 : emission(option.id, seen ?? NOTHING, NEVER_SEEN);
}

const NOTHING: ReadonlyMap<number, number> = new Map();

/** How far the letters of a reading are from what stands there; nothing for the rest of a torn word. */
function unlikeness(core: string, { id, second, text }: Option, vocabulary: Vocabulary): number {
  if (!text) return 0;
  return likeness(core, second > 0 ? vocabulary.bareOf(id) + vocabulary.bareOf(second) : vocabulary.bareOf(id));
}

/** Every syllable that has the token's letters. */
function markings(letters: string, guess: Guess, vocabulary: Vocabulary): Option[] {
  return vocabulary
    .sharing(letters)
    .map((id) => ({ id, second: 0, joins: false, score: chanceOf(guess, id), text: vocabulary.syllables[id] as string }));
}

/** The net's guesses and what was seen of the form; the token itself is left out, and JOIN stands for the rest of a torn word. */
function readings(
  token: Token,
  guess: Guess,
  vocabulary: Vocabulary,
  own: number,
  seen: ReadonlyMap<number, number> | null,
  others: readonly OtherReading[],
): Option[] {
  const seconds =
    [...token.core].length >= 4 && own === KEEP && !isSyllable(token.core) && hasRoom(token.core, guess, vocabulary) ? secondsOf(guess) : [];
  const alone = Math.log(1 - seconds.reduce((sum, { logp }) => sum + Math.exp(logp), 0) + 1e-6);
  const options: Option[] = others.flatMap(({ text }) => partedInTwo(text, guess, vocabulary));
  const read = others.flatMap((other) => [other.own, ...(other.seen?.keys() ?? [])]);
  for (const id of new Set([...guess.ids, ...(seen?.keys() ?? []), ...read])) {
    const score = chanceOf(guess, id);
    if (id === JOIN) options.push({ id: KEEP, second: 0, joins: true, score, text: '' });
    if (id <= JOIN || id === own) continue;
    const text = vocabulary.syllables[id] as string;
    const single: Option = { id, second: 0, joins: false, score, text };
    if (seconds.length > 0 && guess.ids.slice(0, FIRSTS).includes(id)) {
      for (const { second, logp } of seconds)
        options.push({ ...single, second, score: score + logp, text: `${text} ${vocabulary.syllables[second]}` });
      options.push({ ...single, score: score + alone });
    } else options.push(single);
  }
  return options;
}

/** Two words need as many letters: "vavan" is và văn, "giadm" no giảm mức. */
function hasRoom(core: string, guess: Guess, vocabulary: Vocabulary): boolean {
  const both = [guess.ids.find((id) => id > JOIN), guess.seconds.find((id) => id > JOIN)].map((id) =>
    id === undefined ? '' : vocabulary.bareOf(id),
  );
  return core.length >= both.join('').length;
}

/** What may be glued to the token, where the net says that something is. */
function secondsOf({ seconds, secondLogps }: Guess): readonly { readonly second: number; readonly logp: number }[] {
  const found = seconds.map((second, k) => ({ second, logp: secondLogps[k] as number })).filter(({ second }) => second > JOIN);
  return found.some(({ logp }) => logp > GLUED) ? found : [];
}

/** Two syllables that another reading saw apart. */
function partedInTwo(text: string, guess: Guess, vocabulary: Vocabulary): Option[] {
  const [first, second] = text.split(' ').map((word) => vocabulary.classOf(word));
  if (first === undefined || second === undefined || first <= JOIN || second <= JOIN) return [];
  return [{ id: first, second, joins: false, score: chanceOf(guess, KEEP), text: text.toLowerCase() }];
}
