// Signs of symbol fonts, which PDF gives by the font's own codes: bullets and ticks of lists.
// Invariant: letters of ordinary fonts are never touched.
//   symbolOf('\uf0b7', 'Symbol') → '•'   symbolOf('§', 'Wingdings') → '•'   symbolOf('§', 'TimesNewRoman') → '§'

const PRIVATE: { readonly [sign: string]: string } = {
  '\uf0b7': '•',
  '\uf0a7': '•',
  '\uf0d8': '•',
  '\uf076': '•',
  '\uf071': '•',
  '\uf0a8': '•',
  '\uf06e': '•',
  '\uf06c': '•',
  '\uf0fc': '✓',
  '\uf0fe': '✓',
  '\uf02d': '-',
  '\uf02b': '+',
  '\uf0e0': '→',
};

export function symbolOf(text: string, font: string): string {
  const known = PRIVATE[text];
  if (known) return known;
  const code = text.codePointAt(0) ?? 0;
  if (!/Wingdings|Webdings|ZapfDingbats/iu.test(font) || code < 0x20 || code > 0xff) return text;
  return PRIVATE[String.fromCodePoint(0xf000 + code)] ?? '•';
}
