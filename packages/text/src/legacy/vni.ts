// VNI for Windows: a base letter followed by a letter that stands for its marks.
// Invariant: the mark's own case does not matter, the base letter's is kept; ASCII pairs never change.
//   decodeVni('Coäng hoøa xaõ hoäi') === 'Cộng hòa xã hội'   decodeVni('ñöôïc') === 'được'
// It does not know the VNI of DOS or the Internet-mail variants.

const TONE: Readonly<Record<string, string>> = { ø: '\u0300', ù: '\u0301', û: '\u0309', õ: '\u0303', ï: '\u0323' };
const CIRCUMFLEX: Readonly<Record<string, string>> = {
  â: '\u0302',
  à: '\u0302\u0300',
  á: '\u0302\u0301',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
};
const BREVE: Readonly<Record<string, string>> = {
  ê: '\u0306',
  è: '\u0306\u0300',
  é: '\u0306\u0301',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
const SINGLE: Readonly<Record<string, string>> = { ñ: 'đ', ö: 'ư', ô: 'ơ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' };

/** "aù", "EÂ", "öï"; not "ai" (no mark letter after it). */
const PAIR = /([aeouyôö])([øùûõïâàáåãäêèéúüë])|([ñöôæóòî])/giu;

export function decodeVni(text: string): string {
  return text.normalize('NFC').replace(PAIR, (whole, base: string | undefined, mark: string, single: string | undefined) => {
    if (single !== undefined) return cased(SINGLE[single.toLowerCase()] as string, single);
    if (base === undefined) return whole;
    const letter = base.toLowerCase();
    const sign = mark.toLowerCase();
    const marks = TONE[sign] ?? (/[aeo]/u.test(letter) ? CIRCUMFLEX[sign] : undefined) ?? (letter === 'a' ? BREVE[sign] : undefined);
    const bare = cased(SINGLE[letter] ?? letter, base);
    return marks === undefined ? bare + mark : (bare + marks).normalize('NFC');
  });
}

const cased = (letter: string, like: string): string => (like === like.toLowerCase() ? letter : letter.toUpperCase());
