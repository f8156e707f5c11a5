// Every odd input, made on the spot: what it is, how it is made, what must happen. README.md of this folder is written from this table.
// `outcome` is an error code of the contract, or 'record' (it is read) with the warnings that its record must carry.
import { randomBytes } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { createCanvas } from '@napi-rs/canvas';
import { ODD_CONTAINERS } from './odd-containers.ts';
import type { OddFile } from './odd-file.ts';
import { ODD_PDFS } from './odd-pdfs.ts';
import { ODD_PICTURES } from './odd-pictures.ts';
import { onePage, pdfOf, stream, wordsContent } from './pdf-source.ts';

const letter = `UBND TỈNH
Số: 15/UBND-TH
Kính gửi: Sở Tài chính
1. Sở Tài chính báo cáo trước ngày 31/01/2025.
`;

async function encrypted(passwords: { userPassword?: string; ownerPassword: string }): Promise<Uint8Array> {
  const document = await PDFDocument.load(onePage());
  document.encrypt({ ...passwords, permissions: { printing: 'highResolution', copying: false } });
  return document.save();
}

/** A white page with a few letters, as a canvas of the given size. */
function picture(width: number, height: number, blank = false): Buffer {
  const canvas = createCanvas(width, height);
  const ink = canvas.getContext('2d');
  ink.fillStyle = 'white';
  ink.fillRect(0, 0, width, height);
  ink.fillStyle = 'black';
  if (!blank) ink.fillRect(width / 4, height / 4, width / 2, height / 50);
  return canvas.toBuffer('image/png');
}

/** A grey PNG header that claims enormous sides over almost no data. */
function enormousPng(): Buffer {
  const small = picture(8, 8);
  small.writeUInt32BE(60_000, 16);
  small.writeUInt32BE(60_000, 20);
  return small;
}

const imageBomb = (): Buffer =>
  onePage({
    content: 'q 595 0 0 842 0 0 cm /I1 Do Q',
    resources: '/XObject << /I1 6 0 R >>',
    more: [
      stream(new Uint8Array(64 * 2 ** 20), '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8'),
    ],
  });

const manyPages = (count: number): Buffer =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${Array.from({ length: count }, () => '3 0 R').join(' ')}] /Count ${count} >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ]);

const PLAIN: readonly OddFile[] = [
  { name: 'empty.pdf', what: 'a file of 0 bytes', made: 'empty', outcome: 'input-empty', make: () => new Uint8Array() },
  {
    name: 'noise.pdf',
    what: 'random bytes under a PDF name',
    made: '4 KB of random bytes',
    outcome: 'input-unsupported',
    make: () => Buffer.concat([Buffer.from([0, 1, 2, 255]), randomBytes(4096)]),
  },
  {
    name: 'web-page.pdf',
    what: 'a failed download: a web page under a PDF name',
    made: 'HTML text',
    outcome: 'input-unsupported',
    make: () => Buffer.from('<!DOCTYPE html><html><body>404</body></html>'),
  },
  {
    name: 'header-only.pdf',
    what: 'nothing but the PDF header',
    made: 'first line of a PDF',
    outcome: 'input-damaged',
    make: () => Buffer.from('%PDF-1.7\n'),
  },
  {
    name: 'cut.pdf',
    what: 'a PDF whose end is missing',
    made: 'the last 300 bytes cut off, cross-references with them',
    outcome: 'input-damaged',
    make: () => onePage().subarray(0, -300),
  },
  {
    name: 'broken-xref.pdf',
    what: 'cross-reference offsets that point nowhere',
    made: 'every offset replaced',
    outcome: 'record',
    make: () =>
      Buffer.from(
        onePage()
          .toString('latin1')
          .replace(/\d{10} 00000 n/gu, '0000000007 00000 n'),
        'latin1',
      ),
  },
  {
    name: 'user-password.pdf',
    what: 'asks for a password to open',
    made: 'encrypted with a user password',
    outcome: 'input-password',
    make: () => encrypted({ userPassword: 'secret', ownerPassword: 'owner' }),
  },
  {
    name: 'owner-password.pdf',
    what: 'opens without a password, copying forbidden',
    made: 'encrypted with an owner password alone',
    outcome: 'record',
    make: () => encrypted({ ownerPassword: 'owner' }),
  },
  {
    name: 'many-pages.pdf',
    what: '5,000 pages in 35 KB',
    made: 'one page object listed 5,000 times',
    outcome: 'input-too-many-pages',
    make: () => manyPages(5000),
  },
  {
    name: 'enormous.png',
    what: 'a picture that claims 60,000 × 60,000 pixels',
    made: 'PNG header changed',
    outcome: 'input-too-many-pixels',
    make: enormousPng,
  },
  {
    name: 'image-bomb.pdf',
    what: 'a PDF image that unpacks to 3.6 GB',
    made: 'a 64 KB stream of zeros declared as 60,000 × 60,000',
    outcome: 'input-too-many-pixels',
    make: imageBomb,
  },
  {
    name: 'recursive-form.pdf',
    what: 'a form that draws itself',
    made: 'form XObject with itself in its resources',
    outcome: 'record',
    make: () =>
      onePage({
        content: `${wordsContent} /X1 Do`,
        resources: '/Font << /F1 5 0 R >> /XObject << /X1 6 0 R >>',
        more: [stream('/X1 Do', '/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << /XObject << /X1 6 0 R >> >>')],
      }),
  },
  {
    name: 'page-cycle.pdf',
    what: 'a page tree that contains itself',
    made: 'Kids of Pages names Pages',
    outcome: 'page-failed',
    make: () => pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
  },
  {
    name: 'no-pages.pdf',
    what: 'a sound PDF without any page',
    made: 'empty page tree',
    outcome: 'input-damaged',
    make: () => pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']),
  },
  {
    name: 'javascript.pdf',
    what: 'runs JavaScript when opened',
    made: 'OpenAction with JavaScript',
    outcome: 'record',
    make: () => onePage({ catalog: '/OpenAction << /S /JavaScript /JS (app.launchURL\\("http://127.0.0.1:9/x"\\); while\\(true\\){}) >>' }),
  },
  {
    name: 'launch.pdf',
    what: 'starts a program when opened',
    made: 'OpenAction Launch',
    outcome: 'record',
    make: () => onePage({ catalog: '/OpenAction << /S /Launch /F (/bin/sh) >>' }),
  },
  {
    name: 'remote-file.pdf',
    what: 'content that lies on another machine',
    made: 'page content is an external file by address',
    outcome: 'record',
    make: () =>
      onePage({
        more: ['<< /Type /Filespec /FS /URL /F (http://127.0.0.1:9/page) >>'],
        catalog: '/OpenAction << /S /URI /URI (http://127.0.0.1:9/x) >>',
      }),
  },
  {
    name: 'polyglot.pdf',
    what: 'a web page and a PDF in one',
    made: 'HTML before the PDF header',
    outcome: 'record',
    make: () => Buffer.concat([Buffer.from('<!-- a comment of some length -->\n'), onePage()]),
  },
  {
    name: 'no-font.pdf',
    what: 'text in a font that is neither embedded nor known',
    made: 'BaseFont of an invented name',
    outcome: 'record',
    make: () => Buffer.from(onePage().toString('latin1').replace('/Helvetica', '/Nhqxwvbz0'), 'latin1'),
  },
  {
    name: 'tiny-page.pdf',
    what: 'a page of 1 × 1 point',
    made: 'MediaBox 0 0 1 1',
    outcome: 'record',
    make: () => Buffer.from(onePage().toString('latin1').replace('[0 0 595 842]', '[0 0 001 001]'), 'latin1'),
  },
  {
    name: 'giant-page.pdf',
    what: 'a page of 35 km',
    made: 'MediaBox of 100 million points',
    outcome: 'record',
    make: () => onePage({ page: '/CropBox [0 0 99999999 99999999]', content: wordsContent }),
  },
  { name: 'blank.png', what: 'a white page', made: 'white PNG', outcome: 'record', make: () => picture(800, 1100, true) },
  {
    name: 'ink-only.png',
    what: 'ink but no words',
    made: 'a black bar on white',
    outcome: 'record',
    warnings: ['ink-without-text'],
    make: () => picture(800, 1100),
  },
  { name: 'one-pixel.png', what: 'a picture of one pixel', made: '1 × 1 PNG', outcome: 'record', make: () => picture(1, 1) },
  {
    name: 'cut.png',
    what: 'a picture whose end is missing',
    made: 'PNG cut in half',
    outcome: 'record',
    warnings: ['source-repaired'],
    make: () => picture(800, 1100).subarray(0, 300),
  },
  {
    name: 'utf16.txt',
    what: 'text as Windows Notepad once saved it',
    made: 'UTF-16 with byte order mark',
    outcome: 'record',
    make: () => Buffer.from(`\ufeff${letter}`, 'utf16le'),
  },
  { name: 'decomposed.txt', what: 'marks as separate code points', made: 'NFD', outcome: 'record', make: () => Buffer.from(letter.normalize('NFD')) },
  {
    name: 'latin1.txt',
    what: 'bytes that are not UTF-8',
    made: 'Latin-1 with accents',
    outcome: 'input-unsupported',
    make: () => Buffer.from('S\xf4: 15/UBND \xff\xfe\xe9\xe8', 'latin1'),
  },
  {
    name: 'one-line.txt',
    what: 'a million characters without a line break',
    made: 'a sentence repeated',
    outcome: 'record',
    make: () => Buffer.from('Sở Tài chính báo cáo kết quả. '.repeat(34_000)),
  },
  { name: 'blank.txt', what: 'nothing but blanks', made: 'spaces and line breaks', outcome: 'record', make: () => Buffer.from('  \n\n \t\n') },
];

export const ODD_FILES: readonly OddFile[] = [...PLAIN, ...ODD_PDFS, ...ODD_PICTURES, ...ODD_CONTAINERS];

/** Names that file systems allow and programs stumble over; each holds the same small letter. */
export const ODD_NAMES: readonly string[] = [
  '-rf.txt',
  'quote\'quote".txt',
  'công văn số 15.txt'.normalize('NFD'),
  `${'d'.repeat(251)}.txt`,
  'right\u202eto-left.txt',
  'new\nline.txt',
  'dots..in..name..txt',
  'con.txt',
  '%2e%2e%2f.txt',
];

export const ODD_NAME_TEXT = letter;
