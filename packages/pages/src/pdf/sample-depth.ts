// Pictures, functions and meshes that claim more bits a sample than any has: pdf.js would gather them byte by byte, for hours.
// Invariant: only figures behind such a key change, in place; a file without such a claim stays as it is.
//   limitDepths(bytes of '/BitsPerComponent 2147483647')   → '/BitsPerComponent 8         '
// The keys stand plainly in the file: dictionaries of streams are never packed, nor are their numbers encrypted. What a page's own stream says (inline pictures) is not seen.

/** ISO 32000-1, tables 39, 82 and 89. */
const MOST_BITS: readonly (readonly [key: string, bits: number])[] = [
  ['/BitsPerComponent', 16],
  ['/BitsPerSample', 32],
  ['/BitsPerCoordinate', 32],
  ['/BitsPerFlag', 8],
];
const [ZERO, NINE, EIGHT, BLANK] = [48, 57, 56, 32];

export function limitDepths(bytes: Uint8Array): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const [key, most] of MOST_BITS) {
    for (let at = view.indexOf(key); at >= 0; at = view.indexOf(key, at + key.length)) limitAt(view, at + key.length, most);
  }
}

function limitAt(view: Buffer, behind: number, most: number): void {
  let start = behind;
  while (isBlank(view[start])) start++;
  let end = start;
  while (isDigit(view[end])) end++;
  if (Number(view.toString('latin1', start, end)) > most) view.fill(BLANK, start, end).fill(EIGHT, start, start + 1);
}

const isBlank = (byte: number | undefined): boolean => byte === BLANK || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 0;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte <= NINE;
