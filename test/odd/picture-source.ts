// Pictures written by hand, so that each can claim what it does not hold, or hold more than it needs.
// Invariant: check sums are right unless a row says otherwise. CMYK_JPEG and JPEG_2000 were made once with ImageMagick: 64 × 90 pixels, a black bar on white.
import { crc32, deflateSync } from 'node:zlib';

interface PngOptions {
  readonly width: number;
  readonly height: number;
  /** 1, 8 or 16, grey. */
  readonly bits: 1 | 8 | 16;
  /** A bar of ink in the middle of the page; else it is white. */
  readonly bar?: boolean;
  /** Further chunks before the data. */
  readonly chunks?: readonly Buffer[];
}

export function png({ width, height, bits, bar = false, chunks = [] }: PngOptions): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, 0, 0, 0, 0], 8);
  const stride = Math.ceil((width * bits) / 8);
  const line = (value: number): Buffer => Buffer.concat([Buffer.of(0), Buffer.alloc(stride, value)]);
  const [white, dark] = [line(255), line(0)];
  const rows = Array.from({ length: height }, (_, y) => (bar && y > height * 0.45 && y < height * 0.5 ? dark : white));
  const data = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...chunks,
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A TIFF of so many white 1-bit pages of 64 × 90 pixels, all of one strip of bytes. `loop`: the last page is followed by the first. */
export function tiff(pages: number, loop = false): Buffer {
  const [width, height] = [64, 90];
  const strip = Buffer.alloc((width / 8) * height, 255);
  const tags: readonly (readonly [tag: number, type: 3 | 4, value: number])[] = [
    [256, 4, width],
    [257, 4, height],
    [258, 3, 1],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 8],
    [277, 3, 1],
    [278, 4, height],
    [279, 4, strip.length],
  ];
  const size = 2 + tags.length * 12 + 4;
  const first = 8 + strip.length;
  const head = Buffer.from('II*\0\0\0\0\0', 'latin1');
  head.writeUInt32LE(first, 4);
  const directories = Array.from({ length: pages }, (_, page) => {
    const directory = Buffer.alloc(size);
    directory.writeUInt16LE(tags.length, 0);
    for (const [index, [tag, type, value]] of tags.entries()) {
      const at = 2 + index * 12;
      directory.writeUInt16LE(tag, at);
      directory.writeUInt16LE(type, at + 2);
      directory.writeUInt32LE(1, at + 4);
      directory.writeUInt32LE(value, at + 8);
    }
    directory.writeUInt32LE(page + 1 < pages ? first + (page + 1) * size : loop ? first : 0, size - 4);
    return directory;
  });
  return Buffer.concat([head, strip, ...directories]);
}

export const CMYK_JPEG = Buffer.from(
  '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3OFBtUVdfYmdoZz5NcXlwZHhcZWdj/9sAQwEREhIYFR' +
    'gvGhovY0I4QmNjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj/8AAFAgAWgBABAEiAAIRAQMRAQQiAP/EABkAAQEAAwEAAAAAAAAA' +
    'AAAAAAAGAwQHBf/EAC4QAQAAAwQIBAcAAAAAAAAAAAABAgMEBRESFRdVZZSk0eIGExRRFiEiMTJBcf/EABQBAQAAAAAAAAAAAAAAAAAAAAD/xAAUEQEAAAAAAAAAAAAAAA' +
    'AAAAAA/9oADgQBAAIRAxEEAAA/AOfgA6AAAAAAAAAAAAAAI+/vHWhr3r2DR3neVl+vz8uOMsI/bLH3WDTr3TdtprTVrRd9krVZvynqUZZpo/r5xjAABF6zd0cz2Gs3dHM9' +
    'iw0Fc+yrDw8nQ0Fc+yrDw8nQABH6zd0cz2Gs3dHM9iw0Fc+yrDw8nQ0Fc+yrDw8nQABr+GL9+ILuqWv03p8lWNPLnz44QhHHHCHu9hhstks1jpxp2Sz0qEkY5oy0pISwjH' +
    '3wh/IMwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA//2Q==',
  'base64',
);

export const JPEG_2000 = Buffer.from(
  'AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAABDanAyaAAAABZpaGRyAAAAWgAAAEAAAg8HAAAAAAAPY29scgEAAAAAABEAAAAWY2RlZgACAAAAAAABAAEAAQ' +
    'AAAAACe2pwMmP/T/9RACwAAAAAAEAAAABaAAAAAAAAAAAAAABAAAAAWgAAAAAAAAAAAAIPAQEPAQH/UgAMAAAAAQAFBAQAAf9cABNAgIiIkIiIkIiIkIiIkIiIkP9kACUA' +
    'AUNyZWF0ZWQgYnkgT3BlbkpQRUcgdmVyc2lvbiAyLjUuMP+QAAoAAAAAAfcAAf+T3/iQcAylthhDSI7B6M0PhcRDz/wwDAIxU8H/QAMh/0GCYH/gAUAMNW/Oecv84TlXY7' +
    'cQfSxRHB6UGX8HT1Bk1CcKxxLfgMP/Aw9P/EhuP/EhsCEBNjJvefKLxlxR/zS+tNZmywMIFaLVW2M+48pRPxXu7e/KznxfOWt4aKdKzsLqTatJW7t54tMKfyEOJ6RazZr8' +
    'ITljv6Y9+6XIDbfenO0ED+AsP4DH/hhPP/EjOH/hhAAahZnpoQfHmMnGK+xJwtf0A+7HIBHpBxRmgC3GjMvI7wNTxIHaCb8dYWq2uEWqI3Rh5qXFbnMf4BEIrI3kys/wlx' +
    '/6ND6EdX+rpNNVWzbQY5AZ2ooBG24LPmkYQ1mQX/mA5IzOH4MRAm+kWbt7bLSgFTPps98o8A98v4DH/hhNP/Ei6D/wYZBs5+EFD2xR2CHsAEaceSusqLSliCdsvq5m6iQJ' +
    '25LTnG8WGBfNf3Qv6qqPaS1rz9VcQBoFkt01Kz1PgkoIYgD11GFuIGOkON8T81ib4f2GRS0H/39vDz45SGrl1QkvgEahsjzsYFoGYDkJf/9/gM/8SEp/4kMQ/2GBQLL4U2' +
    'Y5hoXa2fLPtIMZ/3//f7SVhKijkp0J5tuO7RLmmu453+cyWjf/f7JLfXf1Cv01/3+A/9k=',
  'base64',
);

/** The page information of JBIG2 alone: a white page of 64 × 90 pixels. */
export function whiteJbig2(): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0x30, 0, 1, 0, 0, 0, 19]);
  const data = Buffer.alloc(19);
  data.writeUInt32BE(64, 0);
  data.writeUInt32BE(90, 4);
  return Buffer.concat([head, data]);
}

/** Fax group 4: one bit says that a line is as the one above, which is white; so do 90 of them. */
export const whiteFax = (): Buffer => Buffer.alloc(12, 255);
