// Pictures of pages as an image-only PDF, as scanners write it: JPEG in colour, or one bit a pixel with CCITT group 4.
//   const file = openScanFile('scan.pdf', 200); await addJpeg(file, canvas, 45); await addFax(file, canvas, 150); await closeScanFile(file)
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import type { Canvas } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';
// biome-ignore lint/style/noRestrictedImports: nothing is decoded; this is the only writer of group 4 at hand
import sharp from 'sharp';

export interface ScanFile {
  readonly pdf: PDFKit.PDFDocument;
  readonly stream: WriteStream;
  readonly dpi: number;
}

export function openScanFile(path: string, dpi: number): ScanFile {
  const pdf = new PDFDocument({ autoFirstPage: false, info: { CreationDate: new Date(0), ModDate: new Date(0) } });
  const stream = createWriteStream(path);
  pdf.pipe(stream);
  return { pdf, stream, dpi };
}

function addPage({ pdf, dpi }: ScanFile, canvas: Canvas): [number, number] {
  const size: [number, number] = [(canvas.width / dpi) * 72, (canvas.height / dpi) * 72];
  pdf.addPage({ size, margin: 0 });
  return size;
}

/** `quality` 0…100. */
export function addJpeg(file: ScanFile, canvas: Canvas, quality: number): void {
  const [width, height] = addPage(file, canvas);
  file.pdf.image(canvas.toBuffer('image/jpeg', quality), 0, 0, { width, height });
}

/** Pixels darker than `threshold` become black. Width and height must be whole multiples of 16, as one tile of a TIFF has to be. */
export async function addFax(file: ScanFile, canvas: Canvas, threshold: number): Promise<void> {
  const { width, height } = canvas;
  const [right, bottom] = addPage(file, canvas);
  const image = file.pdf.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 1,
    Filter: 'CCITTFaxDecode',
    // A TIFF's pixels are 0 for black here, and group 4 calls the other value black.
    DecodeParms: { K: -1, Columns: width, Rows: height, BlackIs1: true },
  });
  image.end(await groupFour(canvas, threshold));
  // pdfkit knows JPEG and PNG only; the page's table of pictures takes others as they are.
  file.pdf.page.xobjects.Scan = image;
  // The page's origin is top left in pdfkit, a picture's bottom left.
  file.pdf.addContent(`q ${right} 0 0 -${bottom} 0 ${bottom} cm /Scan Do Q`);
}

async function groupFour(canvas: Canvas, threshold: number): Promise<Buffer> {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const grey = Buffer.alloc(width * height);
  for (let i = 0; i < grey.length; i++) grey[i] = (data[4 * i + 1] as number) < threshold ? 0 : 255;
  const tiff = await sharp(grey, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, tile: true, tileWidth: width, tileHeight: height })
    .toBuffer();
  return onlyTile(tiff);
}

/** The bytes of the single tile of a little-endian TIFF (tags 324 and 325: where and how long). */
function onlyTile(tiff: Buffer): Buffer {
  const directory = tiff.readUInt32LE(4);
  const values = new Map<number, number>();
  for (let entry = 0; entry < tiff.readUInt16LE(directory); entry++) {
    const at = directory + 2 + 12 * entry;
    values.set(tiff.readUInt16LE(at), tiff.readUInt32LE(at + 8));
  }
  const [offset = 0, length = 0] = [values.get(324), values.get(325)];
  return tiff.subarray(offset, offset + length);
}

export async function closeScanFile({ pdf, stream }: ScanFile): Promise<void> {
  pdf.end();
  await once(stream, 'close');
}
