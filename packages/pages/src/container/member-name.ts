// What was a file in an old ZIP archive called? ZIP says no code but UTF-8 and that of IBM's first PC; Vietnamese Windows wrote its own.
//   decodeName(bytes)   UTF-8 where it is valid, else code page 1258 or 437, whichever gives Vietnamese letters
// Archives that say UTF-8 do not come here.
const VIETNAMESE = /[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]/giu;
const STRANGE = /[^\p{L}\p{N}\p{P}\p{Zs}+=~$^`]/gu;

export function decodeName(bytes: Uint8Array): string {
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return utf8.normalize('NFC');
  const windows = (decode(bytes, 'windows-1258') ?? '').normalize('NFC');
  const dos = [...bytes].map((byte) => (byte < 128 ? String.fromCharCode(byte) : (CP437[byte - 128] as string))).join('');
  return scoreOf(windows) >= scoreOf(dos) ? windows : dos;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const scoreOf = (name: string): number => (name.match(VIETNAMESE)?.length ?? 0) - 2 * (name.match(STRANGE)?.length ?? 0);

const CP437 = [...'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ '];
