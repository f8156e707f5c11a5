// The one-byte encodings of the years before Unicode: TCVN3 (ABC, fonts .VnTime …), VPS and VISCII.
// Invariant: text arrives as its bytes were shown by Latin-1 or Windows-1252, or as PDF extraction renamed them; ASCII stays.
//   decodeSingleByte('QuyÕt ®Þnh', 'tcvn3') === 'Quyết định'   'tr−íng' and 'l∙nh' (renamed by the PDF) read too: trướng, lãnh
// TCVN3 has no toned capitals: fonts whose names end in H draw lower-case codes as capitals, which the caller knows (see fonts.ts).
// Code charts: TCVN 5712:1993 (VN3), VPS, RFC 1456 (VISCII).
import { isSyllable } from '../syllables.ts';

export type SingleByte = 'tcvn3' | 'vps' | 'viscii';

/** Rows 0x80–0xFF, sixteen letters each; a blank means that the code is not a letter. */
const CHARTS: Readonly<Record<SingleByte, string>> = {
  tcvn3:
    '                ' +
    '                ' +
    ' ĂÂÊÔƠƯĐăâêôơưđ ' +
    '     àảãáạ ằẳẵắ ' +
    '      ặầẩẫấậè ẻẽ' +
    'éẹềểễếệìỉ   ĩíịò' +
    ' ỏõóọồổỗốộờởỡớợù' +
    ' ủũúụừửữứựỳỷỹýỵ ',
  vps:
    'ÀẢÃẤẦẨọỗĂếềểệẮẰẲ' +
    'Ế  ỀỂỄỐỒỔỖýỷỵỚỜỞ' +
    ' ắằẳẵặỠớÙờởỡŨỨợỪ' +
    'ổỬỲỸÍÌộỈĨÓửữÒỎÕự' +
    'ầÁÂấẩẫậđẻÉÊẹỉễịỹ' +
    'ƯỦồốÔỏơÈừứÚũưÝẺ ' +
    'àáâãảạă èéêẽìí ĩ' +
    'ẴĐòóôõ Ơụùúủ ỶẼỳ',
  viscii:
    'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ' +
    'ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ' +
    ' ắằặấầẩậẽẹếềểễệố' +
    'ồổỗỠƠộờởịỰỨỪỬơớƯ' +
    'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ' +
    'ĐứÒÓÔạỷừửÙÚỹỵÝỡư' +
    'àáâãảăữẫèéêẻìíĩỉ' +
    'đựòóôõỏọụùúũủýợỮ',
};

/** Codes below 0x20 that are letters: capitals which found no room above. */
const LOW: Readonly<Partial<Record<SingleByte, Readonly<Record<number, string>>>>> = {
  vps: {
    2: 'Ạ',
    3: 'Ậ',
    4: 'Ặ',
    5: 'Ẹ',
    6: 'Ệ',
    16: 'Ị',
    17: 'Ọ',
    18: 'Ộ',
    19: 'Ợ',
    20: 'Ụ',
    21: 'Ự',
    25: 'Ỵ',
    28: 'Ẫ',
    29: 'Ữ',
  },
  viscii: { 2: 'Ẳ', 5: 'Ẵ', 6: 'Ẫ', 20: 'Ỷ', 25: 'Ỹ', 30: 'Ỵ' },
};

/** Windows-1252 shows 0x80–0x9F as these; undefined codes stay control characters. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** What PDF extraction puts in place of a code: by glyph names of the substituted fonts. */
const RENAMED: Readonly<Record<string, number>> = { '−': 0xad, '∙': 0xb7, '⋅': 0xb7, μ: 0xb5, '∕': 0x2f, Đ: 0xd0, ˉ: 0xaf };

/** The text with every code of the chart replaced by its letter, NFC. Toned TCVN3 letters come out in lower case. */
export function decodeSingleByte(text: string, encoding: SingleByte): string {
  const chart = CHARTS[encoding];
  let decoded = '';
  for (const char of text) {
    const code = codeOf(char, encoding);
    const letter = code < 0x20 ? LOW[encoding]?.[code] : chart[code - 0x80];
    decoded += letter === undefined || letter === ' ' ? char : letter;
  }
  return encoding === 'tcvn3' ? withHyphenAsLetter(decoded) : decoded;
}

function codeOf(char: string, encoding: SingleByte): number {
  if (encoding === 'tcvn3') return RENAMED[char] ?? char.charCodeAt(0);
  const at = CP1252.indexOf(char);
  return at >= 0 ? 0x80 + at : char.charCodeAt(0);
}

/** Code 0xAD (ư) is the hyphen of WinAnsi. "tr-ớng" is trướng; "kinh-tế", "Q-TTg" and "- u" stay. */
function withHyphenAsLetter(text: string): string {
  return text.replace(/(?<![\p{L}\p{M}\p{N}-])\p{L}*-\p{L}*(?![\p{L}\p{M}\p{N}-])/gu, (run) => {
    const [before, after] = run.split('-') as [string, string];
    if (before + after === '' || (isSyllable(before) && isSyllable(after))) return run;
    const word = `${before}ư${after}`;
    return isSyllable(word) && (before !== '' || after === 'u') ? word : run;
  });
}
