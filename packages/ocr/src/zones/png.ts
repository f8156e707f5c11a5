// A grey picture as the bytes of a PNG file, without any library: what a zone looks like is kept in the store.
// Invariant: the same picture gives the same bytes.
//   encodePng({ width: 2, height: 1, data: Uint8Array.of(0, 255), … }).subarray(1, 4) → "PNG"
import { crc32, deflateSync } from 'node:zlib';
import type { PageImage } from '@vanban/pages';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Eight bits a sample, grey, and the only methods that the format has. */
const GREY = [8, 0, 0, 0, 0] as const;

export function encodePng({ width, height, data }: PageImage): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(GREY, 8);
  // Each row begins with its filter: none.
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
