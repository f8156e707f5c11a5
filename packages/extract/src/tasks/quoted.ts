// Does this place stand inside words quoted from another document?
// Invariant: only curled quotation marks count, over any number of paragraphs; a quote that is never closed quotes nothing.
//   quy định: “1. Trừ các khoản chi … | doanh nghiệp phải …” → true

export function isQuoted(text: string, at: number): boolean {
  const open = text.lastIndexOf('“', at);
  if (open < 0) return false;
  const close = text.indexOf('”', open);
  return close > at;
}
