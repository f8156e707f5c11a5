// How do several grey pictures reach one Tesseract process? As the pages of an uncompressed TIFF, each with its own size and resolution.
//   toTiff([picture, picture]) → "II*\0…", which `tesseract stdin stdout tsv` answers with page_num 1 and 2
import type { PageImage } from '@vanban/pages';

/** Types of TIFF fields: 16 and 32 bits, and a fraction of two times 32 bits. */
const [SHORT, LONG, RATIONAL] = [3, 4, 5];
const [HEADER, FIELDS] = [8, 12];
/** A count, the fields, where the next page's directory begins. */
const DIRECTORY = 2 + FIELDS * 12 + 4;
const FRACTION = 8;

export function toTiff(images: readonly PageImage[]): Buffer {
  const header = Buffer.alloc(HEADER);
  header.write('II*\0', 'latin1');
  header.writeUInt32LE(HEADER, 4);
  const parts: Buffer[] = [header];
  let at = HEADER;
  for (const [i, image] of images.entries()) {
    // Directories begin at even places.
    const padding = image.data.length % 2;
    const end = at + DIRECTORY + FRACTION + image.data.length + padding;
    parts.push(directory(image, at, i < images.length - 1 ? end : 0), Buffer.from(image.data.buffer, image.data.byteOffset, image.data.length));
    parts.push(Buffer.alloc(padding));
    at = end;
  }
  return Buffer.concat(parts);
}

/** The directory that lies at `at`, with its resolution; the pixels follow. */
function directory({ width, height, dpi, data }: PageImage, at: number, next: number): Buffer {
  const [fraction, pixels] = [at + DIRECTORY, at + DIRECTORY + FRACTION];
  const fields: [tag: number, type: number, value: number][] = [
    [256, LONG, width],
    [257, LONG, height],
    [258, SHORT, 8],
    [259, SHORT, 1], // not compressed
    [262, SHORT, 1], // 0 is black
    [273, LONG, pixels],
    [277, SHORT, 1],
    [278, LONG, height],
    [279, LONG, data.length],
    [282, RATIONAL, fraction],
    [283, RATIONAL, fraction],
    [296, SHORT, 2], // to the inch
  ];
  const out = Buffer.alloc(DIRECTORY + FRACTION);
  out.writeUInt16LE(fields.length, 0);
  fields.forEach(([tag, type, value], i) => {
    const place = 2 + i * 12;
    out.writeUInt16LE(tag, place);
    out.writeUInt16LE(type, place + 2);
    out.writeUInt32LE(1, place + 4);
    out.writeUInt32LE(value, place + 8);
  });
  out.writeUInt32LE(next, DIRECTORY - 4);
  out.writeUInt32LE(Math.round(dpi), DIRECTORY);
  out.writeUInt32LE(1, DIRECTORY + 4);
  return out;
}
