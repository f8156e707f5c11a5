// Unicode with marks beside their letters: NFD, the "compound" of old keyboards, and marks that PDF extraction set apart.
// Invariant: the result is NFC; a mark joins the letter before it; text without marks beside letters does not change.
//   composeMarks('tiê\u0301ng') === 'tiếng'   composeMarks('a\u0301\u0302') === 'ấ'   composeMarks('vi´êc') stays as it is

/** Spacing forms that stand for combining marks after a letter. */
const SPACING: Readonly<Record<string, string>> = { '´': '\u0301', ˋ: '\u0300', ˆ: '\u0302', '˜': '\u0303', '˘': '\u0306' };
const TONE = '\u0300\u0301\u0303\u0309\u0323';
const SHAPE = '\u0302\u0306\u031b';

export function composeMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=[aeiouyAEIOUY][\u0300-\u036f]*)[´ˋˆ˜˘]/gu, (sign) => SPACING[sign] as string)
    .replace(/(?<=[aeiouyAEIOUY][\u0300-\u036f]*) +(?=[\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323])/gu, '')
    .replace(new RegExp(`([${TONE}]+)([${SHAPE}]+)`, 'gu'), '$2$1')
    .normalize('NFC');
}
