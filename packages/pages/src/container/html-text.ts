// The words of an e-mail that was sent as HTML only, as plain lines. No layout, no links, nothing loaded.
//   htmlText('<p>Kính gửi&nbsp;anh</p>') → 'Kính gửi anh'
// Unclosed tags and broken entities stay as they are: this is for reading, not for showing.

const NAMED: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

export function htmlText(html: string): string {
  const text = html
    .replace(/<!--[\s\S]*?-->|<(script|style|head)\b[\s\S]*?<\/\1\s*>/giu, '')
    .replace(/\s+/gu, ' ')
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6]|\/table)\b[^>]*>/giu, '\n')
    .replace(/<\/t[dh]\s*>/giu, '\t')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/giu, (all, decimal, hex, name) =>
      name ? (NAMED[name.toLowerCase()] ?? all) : letterOf(Number.parseInt(decimal ?? hex, decimal ? 10 : 16)),
    );
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

const letterOf = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).replace('\u00a0', ' ') : '');
