// Odd rows that are pictures, alone or in a PDF: forms of storage that viewers rarely meet, and sizes that break programs.
import { deflateSync } from 'node:zlib';
import type { OddFile } from './odd-file.ts';
import { onePage, stream } from './pdf-source.ts';
import { CMYK_JPEG, chunk, JPEG_2000, png, tiff, whiteFax, whiteJbig2 } from './picture-source.ts';

/** A page that shows one picture over its whole size. `data` is as the filter wants it. */
function pictured(data: Buffer, entries: string): Buffer {
  const image = Buffer.concat([
    Buffer.from(`<< /Type /XObject /Subtype /Image /Length ${data.length} ${entries} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
  return onePage({ content: 'q 595 0 0 842 0 0 cm /I1 Do Q', resources: '/XObject << /I1 6 0 R >>', more: [image] });
}

const SMALL = '/Width 64 /Height 90';

export const ODD_PICTURES: readonly OddFile[] = [
  {
    name: 'jbig2.pdf',
    what: 'a page stored as JBIG2',
    made: 'page information of a white page alone',
    outcome: 'record',
    make: () => pictured(whiteJbig2(), `${SMALL} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode`),
  },
  {
    name: 'fax.pdf',
    what: 'a page stored as fax group 4',
    made: 'ninety lines of one bit each',
    outcome: 'record',
    make: () =>
      pictured(
        whiteFax(),
        `${SMALL} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 64 /Rows 90 >>`,
      ),
  },
  {
    name: 'jpeg-2000.pdf',
    what: 'a page stored as JPEG 2000',
    made: 'JP2 file as the picture, which says its own colours',
    outcome: 'record',
    make: () => pictured(JPEG_2000, `${SMALL} /Filter /JPXDecode`),
  },
  {
    name: 'jpeg-2000-cut.pdf',
    what: 'a JPEG 2000 whose end is missing',
    made: 'the same, cut in half',
    outcome: 'page-failed',
    make: () => pictured(JPEG_2000.subarray(0, JPEG_2000.length >> 1), `${SMALL} /Filter /JPXDecode`),
  },
  {
    name: 'cmyk.pdf',
    what: 'a JPEG in the colours of print',
    made: 'CMYK JPEG as the picture',
    outcome: 'record',
    make: () => pictured(CMYK_JPEG, `${SMALL} /ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /DCTDecode`),
  },
  { name: 'cmyk.jpg', what: 'the same JPEG by itself', made: 'CMYK JPEG', outcome: 'record', make: () => CMYK_JPEG },
  {
    name: 'deep.png',
    what: '16 bits a pixel',
    made: 'grey PNG of 16 bits',
    outcome: 'record',
    make: () => png({ width: 800, height: 1100, bits: 16, bar: true }),
  },
  {
    name: 'deep.pdf',
    what: '16 bits a pixel in a PDF',
    made: 'raw samples of two bytes',
    outcome: 'record',
    make: () =>
      onePage({
        content: 'q 595 0 0 842 0 0 cm /I1 Do Q',
        resources: '/XObject << /I1 6 0 R >>',
        more: [stream(Buffer.alloc(64 * 90 * 2, 255), `/Type /XObject /Subtype /Image ${SMALL} /ColorSpace /DeviceGray /BitsPerComponent 16`)],
      }),
  },
  {
    name: 'strip.png',
    what: 'a strip 35,000 pixels wide',
    made: '1-bit PNG of 35,000 × 300',
    outcome: 'record',
    make: () => png({ width: 35_000, height: 300, bits: 1 }),
  },
  {
    name: 'wall.png',
    what: 'a page of 35,000 × 35,000 pixels in 220 KB',
    made: '1-bit PNG, sound',
    outcome: 'input-too-many-pixels',
    make: () => png({ width: 35_000, height: 35_000, bits: 1 }),
  },
  {
    name: 'white-wall.png',
    what: 'a white page of 81 million pixels in 21 KB, within the limit',
    made: '1-bit PNG of 9,000 × 9,000',
    outcome: 'record',
    make: () => png({ width: 9000, height: 9000, bits: 1 }),
  },
  {
    name: 'comment-bomb.png',
    what: 'a comment that unpacks to 200 MB beside a small picture',
    made: 'zTXt chunk of zeros',
    outcome: 'record',
    make: () => png({ width: 80, height: 110, bits: 8, chunks: [chunk('zTXt', Buffer.concat([Buffer.from('x\0\0'), bomb(200)]))] }),
  },
  { name: 'pages.tif', what: 'a TIFF of 40 pages', made: 'forty directories over one strip', outcome: 'record', make: () => tiff(40) },
  {
    name: 'many-pages.tif',
    what: 'a TIFF of 3,000 pages in 340 KB',
    made: '3,000 directories over one strip',
    outcome: 'input-too-many-pages',
    make: () => tiff(3000),
  },
  {
    name: 'loop.tif',
    what: 'a TIFF whose last page is followed by its first',
    made: 'three directories in a ring',
    outcome: 'record',
    make: () => tiff(3, true),
  },
];

/** So many megabytes of zeros under Flate. */
const bomb = (megabytes: number): Buffer => deflateSync(Buffer.alloc(megabytes * 2 ** 20), { level: 9 });
