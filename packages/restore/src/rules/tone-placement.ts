// Tone marks on a vowel where no way of writing puts them.
// Invariant: the text's own style is kept: hoà stays hoà and hòa stays hòa.
//   "qúy" → "quý"   "Tòan" → "Toàn"
import { settleTones } from '@vanban/text';
import { eachPiece, type Rule } from './rule.ts';

export const settleTonePlacement: Rule = eachPiece('rule/tone-placement', 0.99, (text) => {
  const settled = settleTones(text);
  return settled === text ? null : settled;
});
