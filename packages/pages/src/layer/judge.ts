// Is this text layer worth reading, or is the picture the better source?
// Invariant: decided by measured quality only (valid syllables, marks, odd characters, how much of the ink has text over it), never by producer names.
//   judgeText('UY BAN NHAN DAN CONG HOA xA HQI').sound === false
// The figures were set on the sample scans: right letters have 0.92–1 syllables and 0.8–0.91 marked words, an English model's OCR of Vietnamese 0.5–0.6 and < 0.35, English prose 0.19 syllables.

import type { Box } from '@vanban/contract';
import { type Measure, measureVietnamese } from '@vanban/text';
import type { PageImage } from '../image.ts';

export interface Judgement extends Measure {
  /** Good enough to be taken where there is no picture behind it. */
  readonly sound: boolean;
  /** So many signs without meaning, or letters of scripts mixed within words, that the fonts must lack their map to letters or have a wrong one: only painting and recognising helps. */
  readonly unmapped: boolean;
}

/** Below this many words a layer is a caption, not a page. */
export const FEW_WORDS = 25;

export function judgeText(text: string): Judgement {
  const measure = measureVietnamese(text);
  const { words, syllables, marked, odd } = measure;
  const lost = share(text, /[\p{Co}\p{Cn}\ufffd]|(?!\s)\p{Cc}/gu);
  return {
    ...measure,
    sound: words === 0 ? lost < 0.05 : syllables >= 0.7 && marked >= 0.4 && odd <= 0.03,
    unmapped: lost > 0.15 || (words >= 5 && (odd > 0.25 || mixedWords(text) > 0.1)) || (words >= FEW_WORDS && syllables < 0.08),
  };
}

// "7ӌ1+" and "&Ӝ1*" (TỈNH, CỘNG where a font's map is shifted), "Fͱ" (cứ); not "Москва", "cu\u0309a", "côcktail"
const OTHER_LETTER =
  /[\p{Script=Cyrillic}\p{Script=Greek}\u0180-\u019f\u01a2-\u01ae\u01b1-\u02ff]|(?![\u0300-\u0303\u0306\u0309\u031b\u0323])\p{Mn}/u;
const LATIN_OR_FIGURE = /[A-Za-z0-9&+*]/;

/** Share of the words that mix Latin letters or figures with letters that neither Vietnamese nor its neighbours have: 0 in right and legacy text, 0.4–0.6 under shifted maps. */
function mixedWords(text: string): number {
  const words = text.normalize('NFC').match(/\S*\p{L}\S*/gu) ?? [];
  return words.length === 0 ? 0 : words.filter((word) => OTHER_LETTER.test(word) && LATIN_OR_FIGURE.test(word)).length / words.length;
}

function share(text: string, pattern: RegExp): number {
  const all = text.replace(/\s+/gu, '').length;
  return all === 0 ? 0 : (text.match(pattern)?.length ?? 0) / all;
}

const BANDS = 48;

/** How many of the 48 bands of a page's height hold words. Boxes are in the picture's pixels. */
export const typedBands = (image: PageImage, boxes: readonly Box[]): number =>
  new Set(boxes.map((box) => Math.floor((((box[1] + box[3]) / 2) * BANDS) / image.height))).size;

/** How many of them hold ink of the picture itself. */
export const inkedBands = (image: PageImage): number => inkBands(image).filter(Boolean).length;

/** A band has ink where between 1 and 60 % of its sampled pixels are dark; borders are left out. */
function inkBands(image: PageImage): boolean[] {
  const { width, height, channels, data } = image;
  const [left, right] = [Math.floor(width * 0.06), Math.floor(width * 0.94)];
  return Array.from({ length: BANDS }, (_, band) => {
    let [dark, all] = [0, 0];
    for (let y = Math.floor((band * height) / BANDS); y < Math.floor(((band + 1) * height) / BANDS); y += 2) {
      for (let x = left; x < right; x += 3) {
        all++;
        if ((data[(y * width + x) * channels] as number) < 110) dark++;
      }
    }
    return dark > all * 0.01 && dark < all * 0.6;
  });
}
