// Number and date of a letter that the registry wrote into the blanks that its drafter left: an annotation over "Số:     /TTr-SNV", "ngày     tháng 8".
// Invariant: every word comes back once, in the line or as a note; a word goes into a line only where both stand on one baseline and a blank is wide enough for it.
//   words "Số:" "/TTr-SNV", note "156" between them → "Số:" "156/TTr-SNV"
// Notes of several words, and what stands in margins, under signatures or on empty paper, stay notes.
import { unionBox } from '@vanban/contract';
import type { LayerWord } from './words.ts';

export interface Filled {
  readonly words: readonly LayerWord[];
  readonly notes: readonly LayerWord[];
}

/** Each in its place in the order of painting, so that a line stays one line. */
export function fillBlanks(words: readonly LayerWord[], notes: readonly LayerWord[]): Filled {
  const stamped = new Map<LayerWord, LayerWord>();
  for (const note of notes.filter(({ text }) => FIGURES.test(text)).slice(0, MOST)) {
    const before = wordBefore(words, note);
    if (before && !stamped.has(before) && isBlank(words, before, note)) stamped.set(before, note);
  }
  if (stamped.size === 0) return { words, notes };
  const inLine = new Set(stamped.values());
  return { words: withStamped(words, stamped).map((word, order) => ({ ...word, order })), notes: notes.filter((note) => !inLine.has(note)) };
}

/** "156" and the "/TTr-SNV" behind it become one word. */
function withStamped(words: readonly LayerWord[], stamped: ReadonlyMap<LayerWord, LayerWord>): LayerWord[] {
  const out: LayerWord[] = [];
  let open: LayerWord | null = null;
  for (const word of words) {
    if (open && isRest(open, word)) out.push({ ...open, text: open.text + word.text, box: unionBox([open.box, word.box]) });
    else out.push(...(open ? [open] : []), word);
    const note = stamped.get(word);
    open = note ? { ...note, annotation: false } : null;
  }
  return open ? [...out, open] : out;
}

const isRest = (number: LayerWord, word: LayerWord): boolean => word.text.startsWith('/') && onLine(number, word) && isNear(number, word);

/** Reads: "156", "01", "25/8/2025", "1234A". Must not: "Đồng ý", "đ/c Lan", "1.000.000đ". */
const FIGURES = /^\d{1,5}\p{Lu}?$|^\d{1,2}\/\d{1,2}\/\d{4}$/u;
/** Of one page: each is held against all its words. */
const MOST = 20;
/** What a blank is left behind. Must not: "Điều", "trang". */
const ASKS = /^(?:số|ngày|tháng|năm)[.:]?$/iu;

/** Parts of the letters' size: how far baselines may lie apart, and how far a word from what is written behind it. */
const [LEVEL, NEAR] = [0.3, 3];

const onLine = (a: LayerWord, b: LayerWord): boolean => Math.abs(a.baseline - b.baseline) <= LEVEL * Math.max(a.size, b.size);

const isNear = (left: LayerWord, right: LayerWord): boolean => right.box[0] - left.box[2] <= NEAR * Math.max(left.size, right.size);

/** The nearest word to the left on its line. */
function wordBefore(words: readonly LayerWord[], note: LayerWord): LayerWord | null {
  const left = words.filter((word) => onLine(word, note) && word.box[2] <= note.box[0] + word.size * LEVEL);
  const nearest = left.toSorted((a, b) => b.box[2] - a.box[2])[0];
  return nearest && isNear(nearest, note) ? nearest : null;
}

/** Nothing else stands where the note does, and the word before it asks for it, or the line goes on behind it. */
function isBlank(words: readonly LayerWord[], before: LayerWord, note: LayerWord): boolean {
  const right = words.filter((word) => onLine(word, note) && word.box[2] > note.box[0] + word.size * LEVEL);
  const slack = LEVEL * note.size;
  if (right.some((word) => word !== before && word.box[0] < note.box[2] - slack)) return false;
  return ASKS.test(before.text) || right.some((word) => isRest(note, word));
}
