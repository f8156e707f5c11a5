// Small pictures of each kind that is read: PNG, JPEG, WebP, TIFF (written by hand: two pages, grey, uncompressed).
import { createCanvas } from '@napi-rs/canvas';

export function pictureFiles(): Uint8Array[] {
  const canvas = createCanvas(90, 120);
  const ink = canvas.getContext('2d');
  ink.fillStyle = 'white';
  ink.fillRect(0, 0, 90, 120);
  ink.fillStyle = 'black';
  for (let line = 0; line < 6; line++) ink.fillRect(10, 10 + line * 16, 60, 5);
  return [canvas.toBuffer('image/png'), canvas.toBuffer('image/jpeg', 70), canvas.toBuffer('image/webp', 70), tiffOf(2, 40, 50)];
}

/** Little-endian TIFF: for each page a directory of eleven entries, then its samples. */
function tiffOf(pages: number, width: number, height: number): Buffer {
  const directory = 2 + 11 * 12 + 4;
  const size = directory + width * height;
  const file = Buffer.alloc(8 + pages * size, 0xff);
  file.write('II*\0', 0, 'latin1');
  file.writeUInt32LE(8, 4);
  for (let page = 0; page < pages; page++) {
    const start = 8 + page * size;
    file.writeUInt16LE(11, start);
    entries(width, height, start + directory).forEach(([tag, type, value], index) => {
      const at = start + 2 + index * 12;
      file.writeUInt16LE(tag, at);
      file.writeUInt16LE(type, at + 2);
      file.writeUInt32LE(1, at + 4);
      file.writeUInt32LE(value, at + 8);
    });
    file.writeUInt32LE(page + 1 < pages ? start + size : 0, start + directory - 4);
    file.fill(0, start + directory + width * 10, start + directory + width * 12);
  }
  return file;
}

/** Tag, type (3: 16 bits, 4: 32 bits) and value: sides, depth, compression, colours, strips, orientation. */
const entries = (width: number, height: number, data: number): [number, number, number][] => [
  [256, 4, width],
  [257, 4, height],
  [258, 3, 8],
  [259, 3, 1],
  [262, 3, 1],
  [273, 4, data],
  [274, 3, 1],
  [277, 3, 1],
  [278, 4, height],
  [279, 4, width * height],
  [296, 3, 2],
];
