// Inputs that cannot be read, made here: what each is, and the code with which it must fail.
import { crc32, deflateSync } from 'node:zlib';

export interface OddInput {
  readonly name: string;
  readonly purpose: string;
  readonly bytes: () => Uint8Array;
  readonly code: string;
  readonly env?: Readonly<Record<string, string>>;
}

export const ODD_INPUTS: readonly OddInput[] = [
  { name: 'empty.pdf', purpose: 'nothing in it: a scanner that lost its connection', bytes: () => new Uint8Array(), code: 'input-empty' },
  { name: 'truncated.pdf', purpose: 'the second half is missing: a copy that broke off', bytes: () => half(pdf(1)), code: 'input-damaged' },
  {
    name: 'program.pdf',
    purpose: 'another kind of file under the name of a PDF',
    bytes: () => Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8', 'latin1'),
    code: 'input-unsupported',
  },
  {
    name: 'zeros.pdf',
    purpose: 'right size, nothing but zeros: a disk that filled up',
    bytes: () => new Uint8Array(5000),
    code: 'input-unsupported',
  },
  {
    name: 'many-pages.pdf',
    purpose: 'more pages than the limit',
    bytes: () => pdf(40),
    code: 'input-too-many-pages',
    env: { VANBAN_MAX_PAGES: '30' },
  },
  {
    name: 'enormous.png',
    purpose: 'a picture of 60,000 × 60,000 pixels in a few bytes',
    bytes: () => png(60_000, 60_000),
    code: 'input-too-many-pixels',
  },
  {
    name: 'large.txt',
    purpose: 'more bytes than the limit',
    bytes: () => Buffer.alloc(300_000, 'a '),
    code: 'input-too-large',
    env: { VANBAN_MAX_BYTES: '200000' },
  },
];

const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length / 2));

/** A PDF of so many empty pages. */
function pdf(pages: number): Uint8Array {
  const kids = Array.from({ length: pages }, (_, i) => `${i + 3} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A grey PNG whose header says so many pixels. */
function png(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const row = deflateSync(Buffer.alloc(Math.ceil(width / 8) + 1));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', row), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
