// Was a page read the right way up, judged by what was read?
// Invariant: a page with few words, or with hardly anything but numbers, is never vouched for.
//   makesSense([forty words of a letter]) → true        makesSense(['ñộ1p', 'i', 'Bo', …]) → false
// Measured: of upright pages, a table among them, 83 to 92 % of the words are syllables of two letters or more; of the same pages on their side or head
// at most 60 %, for Tesseract reads some lines of a page that lies on its side.
import { coreOf, isSyllable } from '@vanban/text';

const [ENOUGH_SYLLABLES, SHARE_OF_SYLLABLES] = [40, 0.8];

export function makesSense(words: readonly string[]): boolean {
  const cores = words.map(coreOf);
  const syllables = cores.filter((core) => core.length > 1 && isSyllable(core)).length;
  return syllables >= ENOUGH_SYLLABLES && syllables >= SHARE_OF_SYLLABLES * words.length;
}
