// Which kind of HEIF file is it? Its first box names the brands: HEVC pictures are HEIC (iPhones), AV1 pictures are AVIF.
//   kindOfHeif(bytes of 'ftypheic…')  → 'image/heic'        'ftypmif1 … avif' → 'image/avif'
// Films in the same container (ftypmp42, ftypqt) are neither.

const HEIC = /^(?:hei[cxms]|hev[cxms]|mif[12]|msf1)$/u;
const AVIF = /^avi[fs]$/u;
/** Brands are four letters each; no real file names more. */
const MOST_BRANDS = 32;

export const isHeif = (bytes: Uint8Array): boolean => kindOfHeif(bytes) !== null;

export function kindOfHeif(bytes: Uint8Array): 'image/heic' | 'image/avif' | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16 + 4 * MOST_BRANDS));
  if (start.length < 16 || start.toString('latin1', 4, 8) !== 'ftyp') return null;
  const end = Math.min(start.length, start.readUInt32BE(0));
  const brands = [start.toString('latin1', 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(start.toString('latin1', at, at + 4));
  if (AVIF.test(brands[0] as string)) return 'image/avif';
  if (!HEIC.test(brands[0] as string)) return null;
  return brands.some((brand) => AVIF.test(brand)) && !brands.some((brand) => /^he[iv]/u.test(brand)) ? 'image/avif' : 'image/heic';
}
