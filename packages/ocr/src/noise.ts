// Which of the engine's words are no words: rules read as dashes, crumbs of a seal, a signature, specks?
// Invariant: a word with letters or digits is dropped only where its whole line looks like scribble; nothing is changed, only left out.
//   withoutNoise([{ text: '_„', confidence: 0.3 }, { text: 'Nhận', confidence: 0.9 }]) → the word Nhận
import type { Line, Word } from '@vanban/contract';
import { isSyllable } from '@vanban/text';

/** Marks that stand by themselves in office text: bullets, dashes, a full stop after a signature's blank. */
const LONE_MARK = /^(?:[-–—+*•.,:;]|\.\/\.|\.{3,}|…)$/u;
const HAS_TEXT = /[\p{L}\p{N}]/u;
const UNSURE = 0.6;
/** Below this mean confidence, and with fewer than this share of likely words, a line is scribble. */
const SCRIBBLE = 0.62;
const LIKELY_SHARE = 0.25;

export function withoutNoise(line: Line): Line | null {
  const words = trimEdges(line.words.filter((word) => HAS_TEXT.test(word.text) || LONE_MARK.test(word.text)));
  if (!words.some((word) => HAS_TEXT.test(word.text)) || isScribble(words)) return null;
  return { ...line, words };
}

/** Unsure marks at a line's ends are crumbs of rules and dirt; a bullet is kept. */
function trimEdges(words: readonly Word[]): readonly Word[] {
  let [begin, end] = [0, words.length];
  const crumb = (word: Word | undefined, marks: RegExp): boolean =>
    word !== undefined && !HAS_TEXT.test(word.text) && word.confidence < UNSURE && !marks.test(word.text);
  while (begin < end && crumb(words[begin], /^[-–+*•]$/u)) begin++;
  while (end > begin && crumb(words[end - 1], /^[.:;…]/u)) end--;
  return words.slice(begin, end);
}

function isScribble(words: readonly Word[]): boolean {
  const texts = words.filter((word) => HAS_TEXT.test(word.text));
  const mean = texts.reduce((sum, word) => sum + word.confidence, 0) / texts.length;
  if (mean >= SCRIBBLE) return texts.length === 1 && isCrumb(texts[0] as Word);
  const likely = texts.filter((word) => isLikely(word)).length;
  return likely < texts.length * LIKELY_SHARE;
}

/** One unsure letter by itself. */
const isCrumb = (word: Word): boolean => word.confidence < 0.8 && /^\P{N}{1,2}$/u.test(word.text);

/** A syllable of at least two letters, a number, or a code, read with some certainty. */
function isLikely({ text, confidence }: Word): boolean {
  const core = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (core.length < 2) return false;
  return (isSyllable(core) && confidence > 0.3) || (confidence > 0.6 && /^[\p{L}\p{N}/.-]+$/u.test(core));
}
