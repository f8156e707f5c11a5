// Words that OCR glued together, parted where the language model sees several syllables in one.
// Invariant: only blanks are added; only words that are no syllable and bear a Vietnamese mark are looked at, and only where all of the word
// falls into syllables: foreign words stay whole.
//   "quátrình" → "quá trình"   "từ01năm" → "từ 01 năm"   "Toàánnhândân" → "Toà án nhân dân"   not: "Đắk", "Réunion", "TCĐLCL", "trien" (no marks: the net's business)
import { hasMarks, isSyllable } from '@vanban/text';
import { changed, type DraftLine, type Piece } from '../draft.ts';
import type { LanguageModel } from './language-model.ts';
import { misreadParts } from './part-misread.ts';
import type { Readings } from './readings.ts';
import { chunkOf } from './tokens.ts';
import { KEEP, type Vocabulary } from './vocabulary.ts';

const LONGEST_SYLLABLE = 7;
const SHORTEST_GLUED = 4;
/** Not the one digit of a footnote: luật2. */
const NUMBER_OR_NAME = /^(?:\p{Nd}{2,}|\p{Lu}{2,5})$/u;
/** "6năm" */
const NUMBER_FIRST = /^(?:\p{Nd}+|\p{Lu}{2,5})$/u;
/** What a number or a capital abbreviation between syllables costs. */
const UNKNOWN_PART = 5;
/** Vowels that are words by themselves; not đ, not a. */
const LONE_VOWEL = /^[àáạảãeéèêếềểệiíìịỉoóòọỏôồốổộơờớởợỡuúùụủũưừứửữựyýỳỵỷỹ]$/iu;
/** Mean cost in nats for each syllable up to which the parts make sense beside each other. */
const SENSE = 7.5;
const SURE = 0.93;

/** `readings` are those of the engine that misread the page; null where its words are right or nearly so. */
export function partGlued(
  lines: readonly DraftLine[],
  vocabulary: Vocabulary,
  language: LanguageModel,
  readings: Readings | null,
): readonly DraftLine[] {
  const parting = (word: string) => partsOf(word, vocabulary, language) ?? (readings && misreadParts(word, readings, language));
  return lines.map((line) => ({ ...line, pieces: line.pieces.map((piece) => partPiece(piece, parting)) }));
}

function partPiece(piece: Piece, parting: (word: string) => string[] | null): Piece {
  if (piece.text.includes(' ')) return piece;
  const chunk = chunkOf(piece.text);
  if (chunk.kept) return piece;
  let text = '';
  let at = 0;
  for (const core of chunk.cores) {
    const parts = parting(core.text);
    text += piece.text.slice(at, core.start) + (parts?.join(' ') ?? core.text);
    at = core.start + core.text.length;
  }
  return changed(piece, text + piece.text.slice(at), 'model/parted', SURE);
}

interface Path {
  readonly cost: number;
  readonly last: number;
  readonly start: number;
  readonly before: Path | null;
}

/** The likeliest syllables of a glued word; null where it is none. */
export function partsOf(word: string, vocabulary: Vocabulary, language: LanguageModel): string[] | null {
  if (word.length < SHORTEST_GLUED || !/^[\p{L}\p{Nd}]+$/u.test(word) || !hasMarks(word) || vocabulary.classOf(word) !== KEEP) return null;
  const capitals = word === word.toUpperCase();
  const paths: (readonly Path[])[] = [[{ cost: 0, last: 0, start: 0, before: null }]];
  for (let end = 1; end <= word.length; end++) {
    const ending: Path[] = [];
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
      const best = extend(paths[start] ?? [], start, word.slice(start, end), vocabulary, language);
      if (best) ending.push(best);
    }
    paths[end] = ending;
  }
  const best = cheapest(paths[word.length] ?? []);
  const parts = best ? unroll(best, word) : [];
  if (best === null || parts.length < 2 || best.cost / parts.length > SENSE || !parts.some(hasMarks)) return null;
  return capitals && !parts.every((part) => part.length > 1 && isSyllable(part)) ? null : parts;
}

function extend(paths: readonly Path[], start: number, part: string, vocabulary: Vocabulary, language: LanguageModel): Path | null {
  const id = vocabulary.classOf(part);
  if ((start === 0 ? NUMBER_FIRST : NUMBER_OR_NAME).test(part) && !hasMarks(part)) {
    const best = cheapest(paths.filter((path) => path.last !== KEEP));
    return best && { cost: best.cost + UNKNOWN_PART, last: KEEP, start, before: best };
  }
  if (id === KEEP || (part.length === 1 && !LONE_VOWEL.test(part))) return null;
  return cheapest(
    paths.map((before) => {
      const pair = language.pair(before.last, id);
      return { cost: before.cost + language.cost(-1, before.last, pair, id), last: id, start, before };
    }),
  );
}

const cheapest = (paths: readonly Path[]): Path | null =>
  paths.reduce<Path | null>((best, path) => (best === null || path.cost < best.cost ? path : best), null);

function unroll(last: Path, word: string): string[] {
  const parts: string[] = [];
  let end = word.length;
  for (let path: Path | null = last; path?.before; path = path.before) {
    parts.unshift(word.slice(path.start, end));
    end = path.start;
  }
  return parts;
}
