// Minimal PDF files written by hand, so that each can be wrong in exactly one way.
// Invariant: offsets in the cross-reference table are right unless the caller damages the bytes afterwards.
import { deflateSync } from 'node:zlib';

/** Objects 1…n as the text between `obj` and `endobj`; object 1 must be the catalog. */
export function pdfOf(objects: readonly (string | Uint8Array)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const push = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, index) => {
    offsets.push(length);
    push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  });
  const xref = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** A stream object, compressed. `entries` are further dictionary entries. */
export function stream(data: string | Uint8Array, entries = ''): Buffer {
  const packed = deflateSync(Buffer.from(data));
  return Buffer.concat([Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode ${entries} >>\nstream\n`), packed, Buffer.from('\nendstream')]);
}

const LINES = ['UBND TINH', 'So: 15/UBND-TH', 'Kinh gui: So Tai chinh', '1. So Tai chinh bao cao truoc ngay 31/01/2025.'];

/** Page content that shows a few words in Helvetica, a font that every viewer has. */
export const wordsContent = `BT /F1 14 Tf 72 760 Td 20 TL ${LINES.map((line) => `(${line}) Tj T*`).join(' ')} ET`;

export const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** A one-page document: catalog 1, pages 2, page 3, content 4, font 5, then `more`. `catalog` and `page` are further dictionary entries. */
export function onePage(
  options: { catalog?: string; page?: string; content?: string; resources?: string; more?: readonly (string | Uint8Array)[] } = {},
): Buffer {
  const { catalog = '', page = '', content = wordsContent, resources = '/Font << /F1 5 0 R >>', more = [] } = options;
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${resources} >> ${page} >>`,
    stream(content),
    HELVETICA,
    ...more,
  ]);
}
