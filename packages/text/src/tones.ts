// On which vowel does the tone mark stand?
// Invariant: only words that are syllables are touched, only the place of the mark changes, case and length stay.
//   placeTones('hoà thuỷ uỷ') === 'hòa thủy ủy'   placeTones('quý gì hoàn') unchanged   settleTones('hoà hòan') === 'hoà hoàn'
// It does not guess missing or wrong tones.
import { dropTone, markedAt, tonedAt } from './marks.ts';
import { parseSyllable, placements } from './syllables.ts';

/** Every syllable with its tone in the classic place: hòa, thủy, ủy. Other words stay as they are. NFC. */
export function placeTones(text: string): string {
  return everyWord(text, (word) => movedTo(word, (allowed) => allowed[0] as number));
}

/** Moves only tones that stand where no style puts them (hòan → hoàn, qúy → quý); hoà and hòa both stay. NFC. */
export function settleTones(text: string): string {
  return everyWord(text, (word) => movedTo(word, (allowed, at) => (allowed.includes(at) ? at : (allowed[0] as number))));
}

function everyWord(text: string, change: (word: string) => string): string {
  return text.normalize('NFC').replace(/\p{L}+/gu, change);
}

function movedTo(word: string, choose: (allowed: number[], at: number) => number): string {
  const lower = word.toLowerCase();
  const at = markedAt(lower);
  if (at < 0) return word;
  const parts = parseSyllable(lower);
  if (parts === null) return word;
  const target = choose(placements(parts), at);
  return target === at ? word : tonedAt(dropTone(word), target, parts.tone);
}
