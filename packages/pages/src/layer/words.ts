// Glyphs as they were painted → words with their places.
// Invariant: every visible glyph stands in exactly one word; a word lies on one baseline; letters are NFC, legacy encodings (TCVN3, VNI …) are decoded.
//   wordsOf(glyphs)[0] → { text: 'CỘNG', box: [232.1, 60.4, 268.9, 74.2], order: 0, … }
// Blanks are painted, left out, or made by moving on; all three part words. Letters spaced out for looks stay one word.
import type { Box } from '@vanban/contract';
import { unionBox } from '@vanban/contract';
import type { Glyph } from '../pdf/text-state.ts';
import { type Decoder, decoderOf, type Piece } from './encoding.ts';
import { symbolOf } from './symbols.ts';

export interface LayerWord {
  readonly text: string;
  /** Points of the upright page. */
  readonly box: Box;
  readonly baseline: number;
  readonly size: number;
  /** Rank in the order of painting. */
  readonly order: number;
  readonly invisible: boolean;
  readonly annotation: boolean;
}

/** A gap wider than this part of the letter's size parts words. */
const GAP = 0.14;

/** The glyphs must all run the same way, left to right. */
export function wordsOf(glyphs: readonly Glyph[]): LayerWord[] {
  const decode = decoderOf(sampleOf(glyphs));
  const words: LayerWord[] = [];
  for (const run of runsOf(glyphs)) {
    for (const group of partRun(run)) {
      const word = wordOf(group, decode, words.length);
      if (word.text !== '' && !isShadow(word, words)) words.push(word);
    }
  }
  return words;
}

/** The glyphs' text with blanks where words part, as far as that can be said before the letters are known. */
function sampleOf(glyphs: readonly Glyph[]): Piece[] {
  return glyphs.map((glyph, index) => {
    const last = glyphs[index - 1];
    const apart = last && (Math.abs(last.origin[1] - glyph.origin[1]) > 1 || gapBefore(last, glyph) > glyph.size * GAP);
    return { text: apart ? ` ${glyph.text}` : glyph.text, font: glyph.font };
  });
}

/** Glyphs painted one after the other on one baseline, without a jump. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  let last: Glyph | null = null;
  for (const glyph of glyphs) {
    const follows = last !== null && isNext(last, glyph);
    if (follows) runs.at(-1)?.push(glyph);
    else runs.push([glyph]);
    last = glyph;
  }
  return runs;
}

function isNext(last: Glyph, glyph: Glyph): boolean {
  const size = Math.max(last.size, glyph.size);
  const gap = glyph.box[0] - last.box[2];
  return (
    Math.abs(glyph.origin[1] - last.origin[1]) < size * 0.45 &&
    gap > -0.5 * size &&
    gap < 4 * size &&
    last.invisible === glyph.invisible &&
    last.annotation === glyph.annotation
  );
}

const isBlank = (glyph: Glyph): boolean => /^\s*$/u.test(glyph.text);

function partRun(run: readonly Glyph[]): Glyph[][] {
  const groups = partAt(run, GAP);
  const letters = groups.filter((group) => group.length > 0);
  const singles = letters.filter((group) => group.length === 1).length;
  if (letters.length < 6 || singles < letters.length * 0.7) return groups;
  if (run.some(isBlank)) return partAt(run, 0.9);
  const gaps = run.slice(1).map((glyph, index) => gapBefore(run[index] as Glyph, glyph) / glyph.size);
  const median = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0;
  return partAt(run, Math.max(GAP, median * 1.8));
}

/** The room between two glyphs beyond what the text state adds to every glyph. */
const gapBefore = (last: Glyph, glyph: Glyph): number => glyph.box[0] - last.box[2] - last.tracking;

function partAt(run: readonly Glyph[], limit: number): Glyph[][] {
  const groups: Glyph[][] = [];
  let group: Glyph[] = [];
  let last: Glyph | null = null;
  const end = (): void => {
    if (group.length > 0) groups.push(group);
    group = [];
  };
  for (const glyph of run) {
    if (isBlank(glyph)) end();
    else {
      if (last && group.length > 0 && gapBefore(last, glyph) > limit * glyph.size) end();
      group.push(glyph);
    }
    last = glyph;
  }
  end();
  return groups;
}

function wordOf(group: readonly Glyph[], decode: Decoder, order: number): LayerWord {
  const first = group[0] as Glyph;
  return {
    text: visible(decode(group.map((glyph) => ({ text: symbolOf(glyph.text, glyph.font), font: glyph.font })))),
    box: unionBox(group.map((glyph) => glyph.box)),
    baseline: first.origin[1],
    size: Math.max(...group.map((glyph) => glyph.size)),
    order,
    invisible: first.invisible,
    annotation: first.annotation,
  };
}

/** Many fonts say "soft hyphen" for the hyphen that they paint; what has no shape (blanks, joiners, control characters) is no letter. */
const visible = (text: string): string => text.replaceAll('\u00ad', '-').replace(/[\s\p{Cc}\u200b-\u200f\u2060\ufeff]+/gu, '');

/** Bold made by painting twice, a little apart. */
function isShadow(word: LayerWord, words: readonly LayerWord[]): boolean {
  return words.slice(-60).some((other) => {
    const near = Math.abs(other.box[0] - word.box[0]) < word.size * 0.12 && Math.abs(other.baseline - word.baseline) < word.size * 0.12;
    return near && other.text === word.text;
  });
}
