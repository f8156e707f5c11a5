// The form in which two texts are compared: what is no error does not count.
// Invariant: NFC, tone marks in the classic place, straight quotes and plain dashes, single blanks.
//   normalise('“hoà”  –  thuỷ') === '"hòa" - thủy'
import { placeTones } from '@vanban/text';

export function normalise(text: string): string {
  return placeTones(text)
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/[–—−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Words of the compared form. */
export function wordsOf(text: string): string[] {
  const normal = normalise(text);
  return normal === '' ? [] : normal.split(' ');
}
