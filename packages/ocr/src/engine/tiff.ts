// How does a grey picture reach the `tesseract` command with its resolution? As an uncompressed TIFF: nothing is packed or unpacked.
//   toTiff(picture) → "II*\0…"
import type { PageImage } from '@vanban/pages';

/** Types of TIFF fields: 16 and 32 bits, and a fraction of two times 32 bits. */
const [SHORT, LONG, RATIONAL] = [3, 4, 5];
const HEADER = 8;
const FRACTION = 8;

export function toTiff({ width, height, dpi, data }: PageImage): Buffer {
  const size = (fields: number): number => HEADER + 2 + fields * 12 + 4;
  const fraction = size(FIELDS);
  const pixels = fraction + FRACTION;
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
  const head = Buffer.alloc(pixels);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(HEADER, 4);
  head.writeUInt16LE(fields.length, HEADER);
  fields.forEach(([tag, type, value], i) => {
    const place = HEADER + 2 + i * 12;
    head.writeUInt16LE(tag, place);
    head.writeUInt16LE(type, place + 2);
    head.writeUInt32LE(1, place + 4);
    head.writeUInt32LE(value, place + 8);
  });
  head.writeUInt32LE(Math.round(dpi), fraction);
  head.writeUInt32LE(1, fraction + 4);
  return Buffer.concat([head, data]);
}

const FIELDS = 12;
