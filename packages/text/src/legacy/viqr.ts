// VIQR: Vietnamese in plain ASCII, marks typed after the letter (RFC 1456): Vie^.t Nam, ddu+o+`ng.
// Invariant: a backslash takes the meaning from the sign after it; each vowel takes at most one vowel mark and one tone.
//   decodeViqr("Ddo^.c la^.p") === 'Độc lập'   decodeViqr('la`m gi`\\?') === 'làm gì?'
// It does not guess whether an unescaped "." or "?" ends a sentence: by the standard it is a tone, unless the word has one already.

const VOWEL_MARKS: Readonly<Record<string, string>> = { '^': '\u0302', '(': '\u0306', '+': '\u031b', '*': '\u031b' };
const TONES: Readonly<Record<string, string>> = { '`': '\u0300', "'": '\u0301', '?': '\u0309', '~': '\u0303', '.': '\u0323' };
/** An escaped sign; đ; a vowel with its marks. */
const UNIT = /\\(.)|([dD][dD])|([aAâÂ][\^(]?|[eE]\^?|[oO][\^+*]?|[uU][+*]?|[iIyY])([`'?~.]?)/gu;

export function decodeViqr(text: string): string {
  return text.replace(/[\p{L}`'?~.^(+*\\]+/gu, (run) => {
    let toned = false;
    return run.replace(UNIT, (_, escaped: string | undefined, stroke: string | undefined, vowel: string, tone: string) => {
      if (escaped !== undefined) return escaped;
      if (stroke !== undefined) return stroke[0] === 'd' ? 'đ' : 'Đ';
      const letter = vowel[0] + (VOWEL_MARKS[vowel[1] ?? ''] ?? '');
      const takes = tone !== '' && !toned;
      toned ||= takes;
      return (letter + (takes ? TONES[tone] : '')).normalize('NFC') + (takes ? '' : tone);
    });
  });
}
