// What a font's name says about the encoding of its text.
// Invariant: subset prefixes (ABCDEF+), dots and style suffixes do not matter; an unknown name says nothing.
//   fontEncoding('GDNPNI+VnTime') === 'tcvn3'   fontEncoding('VNI-Times') === 'vni'   drawsCapitals('VnTimeHBold') === true
// A name is a hint only: "VnTime" fonts with Unicode maps exist (see guessEncoding).
import type { Encoding } from './decode.ts';

/** ".VnTime", "GDNPNI+VnArialHBold"; not "VNI-Times", "Vneu". */
const TCVN3 = /^(?:[A-Z]{6}\+)?\.?Vn[A-Z]/u;
const VNI = /^(?:[A-Z]{6}\+)?VNI[ -]?[A-Z\d]/iu;
const VPS = /^(?:[A-Z]{6}\+)?VPS[ -]?[A-Z\d]/iu;
const VISCII = /^(?:[A-Z]{6}\+)?(?:VISCII|VI[ -]?Times|HoangYen|PhuongThao|ThaHuong|UHoai)/iu;
/** "VnTimeH", ".VnArialH,Bold", "VnTimeHBoldItalic"; not "VnHelvetica". */
const CAPITALS = /^(?:[A-Z]{6}\+)?\.?Vn[A-Za-z]*[a-z]H(?=$|[-, ]|Bold|Italic)/u;

export function fontEncoding(name: string): Exclude<Encoding, 'unicode' | 'compound' | 'cp1258' | 'viqr'> | null {
  if (TCVN3.test(name)) return 'tcvn3';
  if (VNI.test(name)) return 'vni';
  if (VPS.test(name)) return 'vps';
  return VISCII.test(name) ? 'viscii' : null;
}

/** True for TCVN3 fonts that draw small letters as capitals. */
export function drawsCapitals(name: string): boolean {
  return CAPITALS.test(name);
}
