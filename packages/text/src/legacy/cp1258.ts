// Windows' Vietnamese code page (CP1258) that was shown by Western Windows: a letter, then the code of its tone.
// Invariant: the result is NFC; ASCII stays.
//   decodeCp1258('Tiêìng Viêòt') === 'Tiếng Việt'   decodeCp1258('ðýõòc') === 'được'
// Source: the mapping table of Windows code page 1258; only where it differs from 1252.

const CODES: Readonly<Record<string, string>> = {
  Ã: 'Ă',
  ã: 'ă',
  Ì: '\u0300',
  ì: '\u0301',
  Ð: 'Đ',
  ð: 'đ',
  Ò: '\u0309',
  ò: '\u0323',
  Õ: 'Ơ',
  õ: 'ơ',
  Ý: 'Ư',
  ý: 'ư',
  Þ: '\u0303',
  þ: '₫',
};

export function decodeCp1258(text: string): string {
  return text.replace(/[ÃãÌìÐðÒòÕõÝýÞþ]/gu, (code) => CODES[code] as string).normalize('NFC');
}
