import { Buffer } from 'node:buffer';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Msg, type MsgAttachment, makeMsg } from '../testing/make-msg.ts';
import { makePdf, text } from '../testing/make-pdf.ts';
import { makeZip } from '../testing/make-zip.ts';
import { MOST_FILES } from './budget.ts';
import type { Found } from './found.ts';
import { BODY_NAME } from './mail.ts';
import { mayHoldFiles } from './start.ts';
import { type UnpackOptions, unpack, unpackPdf } from './unpack.ts';

const OPTIONS: UnpackOptions = { maxBytes: 2 ** 29, maxPixels: 10 ** 8, passwords: [], isLitter: (name) => name.startsWith('__MACOSX') };
const words = (text = 'Kính gửi: Sở Y tế'): Buffer => Buffer.from(text);

async function listOf(all: AsyncIterable<Found>): Promise<Found[]> {
  const list: Found[] = [];
  for await (const found of all) list.push(found);
  return list;
}

const say = (found: Found): string =>
  `${found.path.join(' › ')}: ${found.kind === 'failed' ? found.error.code : Buffer.from(found.bytes).toString()}`;
const namesIn = async (bytes: Uint8Array, options: Partial<UnpackOptions> = {}): Promise<string[]> =>
  (await listOf(unpack(bytes, { ...OPTIONS, ...options }))).map(say);

describe('a ZIP archive', () => {
  it('hands out its files with their names, layer by layer', async () => {
    const inner = makeZip([{ name: 'b.txt', data: words('hai') }]);
    const zip = makeZip([
      { name: 'thư mục/', data: Buffer.alloc(0) },
      { name: 'thư mục/a.txt'.normalize('NFD'), data: words('một') },
      { name: '__MACOSX/._a.txt', data: words('x') },
      { name: 'trong.zip', data: inner },
      { name: '../../thoát.txt', data: words('ba') },
      { name: Buffer.from('43f46e672076e36e2e747874', 'hex'), data: words('bốn') },
    ]);
    expect(await namesIn(zip)).toEqual(['thư mục/a.txt: một', 'trong.zip › b.txt: hai', '../../thoát.txt: ba', 'Công văn.txt: bốn']);
    expect(mayHoldFiles(zip)).toBe(true);
  });

  it('tells links, false check sums and false sizes, and goes on', async () => {
    const zip = makeZip([
      { name: 'link.txt', data: words('/etc/passwd'), mode: 0o120777 },
      { name: 'sum.txt', data: words(), crc: 1 },
      { name: 'size.txt', data: words(), claims: 3 },
      { name: 'good.txt', data: words('tốt') },
    ]);
    expect(await namesIn(zip)).toEqual(['link.txt: input-link', 'sum.txt: input-damaged', 'size.txt: input-damaged', 'good.txt: tốt']);
  });

  it('opens with the right one of the passwords, and not at all without it', async () => {
    const zip = makeZip([
      { name: 'a.txt', data: words('một'), password: 'secret' },
      { name: 'b.txt', data: words('hai'), password: 'secret' },
    ]);
    expect(await namesIn(zip, { passwords: ['wrong', 'secret'] })).toEqual(['a.txt: một', 'b.txt: hai']);
    await expect(namesIn(zip, { passwords: ['wrong'] })).rejects.toMatchObject({ code: 'input-password', detail: 'a.txt' });
    await expect(namesIn(zip)).rejects.toMatchObject({ code: 'input-password' });
  });

  it.each([1, 3] as const)('opens AES of strength %s as 7-Zip and WinRAR write it', async (encryptionStrength) => {
    const writer = new ZipWriter(new Uint8ArrayWriter(), { password: 'mật khẩu', encryptionStrength, useWebWorkers: false });
    await writer.add('a.txt', new Uint8ArrayReader(words('một')));
    const zip = await writer.close();
    expect(await namesIn(zip, { passwords: ['sai', 'mật khẩu'] })).toEqual(['a.txt: một']);
    await expect(namesIn(zip, { passwords: ['sai'] })).rejects.toMatchObject({ code: 'input-password', detail: 'a.txt' });
  });

  it('refuses bombs: sizes, numbers, layers', async () => {
    const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 2 ** 20);
    await expect(namesIn(makeZip([{ name: 'a', data: zeros(101) }]))).rejects.toMatchObject({ code: 'archive-limit' });
    await expect(namesIn(makeZip([{ name: 'a', data: zeros(1), claims: 5 }]))).resolves.toEqual(['a: input-damaged']);
    const many = Array.from({ length: MOST_FILES + 1 }, (_, index) => ({ name: `${index}.txt`, data: words('a') }));
    await expect(namesIn(makeZip(many))).rejects.toMatchObject({ code: 'archive-limit' });
    let nested = makeZip([{ name: 'a.txt', data: words('đáy') }]);
    for (let layer = 3; layer > 0; layer--) nested = makeZip([{ name: `${layer}.zip`, data: nested }]);
    expect(await namesIn(nested)).toEqual(['1.zip › 2.zip › 3.zip › a.txt: đáy']);
    expect(await namesIn(makeZip([{ name: '0.zip', data: nested }]))).toEqual(['0.zip › 1.zip › 2.zip › 3.zip: archive-limit']);
  });

  it('files that lie over one another come out once', async () => {
    const zip = makeZip([{ name: 'a.txt', data: words('một') }]);
    const start = zip.indexOf('PK\u0001\u0002', 'latin1');
    const record = zip.subarray(start, zip.length - 22);
    const end = Buffer.from(zip.subarray(zip.length - 22));
    end.writeUInt16LE(2, 8);
    end.writeUInt16LE(2, 10);
    end.writeUInt32LE(record.length * 2, 12);
    expect(await namesIn(Buffer.concat([zip.subarray(0, start), record, record, end]))).toEqual(['a.txt: một', 'a.txt: input-damaged']);
  });

  it('a broken or empty one is told as such', async () => {
    await expect(namesIn(makeZip([{ name: 'a.txt', data: words() }]).subarray(0, 40))).rejects.toMatchObject({ code: 'input-damaged' });
    await expect(namesIn(makeZip([]))).rejects.toMatchObject({ code: 'no-documents' });
    await expect(namesIn(makeZip([{ name: '__MACOSX/x', data: words() }]))).rejects.toMatchObject({ code: 'no-documents' });
  });
});

const picture = async (side: number): Promise<string> =>
  (
    await sharp({ create: { width: side, height: side, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
  ).toString('base64');

/** A part of a mail: its header lines, then its content in base64. */
const part = (type: string, content: string, more = ''): string =>
  `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n${more}\r\n${content}\r\n`;

function mail(parts: readonly string[], kind = 'mixed', border = 'x'): Buffer {
  const head =
    'From: =?UTF-8?B?U+G7nyBZIHThur8=?= <so@y.vn>\r\nSubject: =?UTF-8?Q?C=C3=B4ng_v=C4=83n?=\r\nDate: Mon, 2 Feb 2026 08:00:00 +0700\r\nMIME-Version: 1.0\r\n';
  return Buffer.from(
    `${head}Content-Type: multipart/${kind}; boundary=${border}\r\n\r\n${parts.map((one) => `--${border}\r\n${one}`).join('')}--${border}--\r\n`,
  );
}

describe('an e-mail', () => {
  const body = part('text/plain; charset=utf-8', Buffer.from('Gửi kèm công văn.').toString('base64'));
  const attached = (name: string, content: string): string =>
    part(
      'application/octet-stream',
      Buffer.from(content).toString('base64'),
      `Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(name)}\r\n`,
    );

  it('hands out its attachments, each with the words of the mail', async () => {
    const found = await listOf(unpack(mail([body, attached('công văn.txt', 'một'), attached('smime.p7s', 'x')]), OPTIONS));
    expect(found.map(say)).toEqual(['công văn.txt: một']);
    expect(found[0]).toMatchObject({
      message: { from: 'Sở Y tế <so@y.vn>', sentAt: '2026-02-02T01:00:00.000Z', subject: 'Công văn', text: 'Gửi kèm công văn.' },
    });
  });

  it('is itself the document where nothing is attached', async () => {
    expect(await namesIn(mail([body]))).toEqual([`${BODY_NAME}: Công văn\n\nGửi kèm công văn.`]);
    const page = part('text/html; charset=utf-8', Buffer.from('<p>Kính gửi</p>').toString('base64'));
    expect(await namesIn(mail([page]))).toEqual([`${BODY_NAME}: Công văn\n\nKính gửi`]);
    await expect(namesIn(mail([part('text/plain', '')]))).rejects.toMatchObject({ code: 'no-documents' });
  });

  it('keeps a photograph in its text and leaves out a logo', async () => {
    const inline = async (id: string, side: number): Promise<string> =>
      part('image/png', await picture(side), `Content-Disposition: inline; filename=${id}.png\r\nContent-ID: <${id}>\r\n`);
    const page = part('text/html', Buffer.from('<img src="cid:logo"><img src="cid:photo">').toString('base64'));
    const found = await listOf(unpack(mail([page, await inline('logo', 80), await inline('photo', 900)], 'related'), OPTIONS));
    expect(found.map(({ path }) => path)).toEqual([['photo.png']]);
  });

  it('hands out what is attached to a mail that is attached, and archives too', async () => {
    const inner = `Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename=tiep.eml\r\n\r\n${mail([body, attached('b.txt', 'hai')], 'mixed', 'inner')}\r\n`;
    const zip = part(
      'application/zip',
      makeZip([{ name: 'c.txt', data: words('ba') }]).toString('base64'),
      'Content-Disposition: attachment; filename=c.zip\r\n',
    );
    expect(await namesIn(mail([body, inner, zip]))).toEqual(['tiep.eml › b.txt: hai', 'c.zip › c.txt: ba']);
  });
});

describe('a mail of Outlook', () => {
  const msg = (attachments: readonly MsgAttachment[], more: Partial<Msg> = {}): Buffer =>
    makeMsg({ subject: 'Công văn', body: 'Gửi kèm công văn.', from: ['Sở Y tế', 'so@y.vn'], sentAt: '2026-02-02T01:00:00Z', attachments, ...more });

  it('hands out its attachments, short and long, each with the words of the mail', async () => {
    const long = 'dài '.repeat(2000);
    const found = await listOf(
      unpack(
        msg([
          { name: 'công văn.txt', data: words('một') },
          { name: 'phụ lục.txt', data: words(long) },
        ]),
        OPTIONS,
      ),
    );
    expect(found.map(say)).toEqual(['công văn.txt: một', `phụ lục.txt: ${long}`]);
    expect(found[0]).toMatchObject({
      message: { from: 'Sở Y tế <so@y.vn>', sentAt: '2026-02-02T01:00:00.000Z', subject: 'Công văn', text: 'Gửi kèm công văn.' },
    });
  });

  it('is itself the document where nothing but a logo is attached', async () => {
    const logo = { name: 'logo.png', mimeType: 'image/png', contentId: 'logo', data: Buffer.from(await picture(80), 'base64') };
    expect(await namesIn(msg([logo]))).toEqual([`${BODY_NAME}: Công văn\n\nGửi kèm công văn.`]);
  });

  it('hands out what lies in a mail that is attached', async () => {
    const inner: Msg = { subject: 'Chuyển tiếp', body: 'x', from: ['A', 'a@y.vn'], attachments: [{ name: 'b.txt', data: words('hai') }] };
    expect(await namesIn(msg([{ name: 'Chuyển tiếp', data: inner }]))).toEqual(['Chuyển tiếp.msg › b.txt: hai']);
  });

  it('whose texts say that they are bytes has no names and no words, but its attachments', async () => {
    const inner: Msg = { subject: 'Chuyển tiếp', body: 'x', from: ['A', 'a@y.vn'], attachments: [{ name: 'b.txt', data: words('hai') }] };
    const bytes = msg([
      { name: 'a.txt', data: words('một') },
      { name: 'tiep', data: inner },
    ]);
    const [text, binary] = ['001F', '0102'].map((kind) => Buffer.from(kind, 'utf16le')) as [Buffer, Buffer];
    for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text)) binary.copy(bytes, at);
    expect(await namesIn(bytes)).toEqual(['1.bin: một', '2.msg › 1.bin: hai']);
  });

  it('cut short is told as damaged', async () => {
    const bytes = msg([{ name: 'a.txt', data: words('một'.repeat(3000)) }]);
    await expect(namesIn(bytes.subarray(0, bytes.length - 9000))).rejects.toMatchObject({ code: 'input-damaged' });
  });
});

describe('a PDF with attachments', () => {
  const pdf = makePdf([{ content: text(60, 700, 12, 'Kính gửi: Sở Y tế') }]);

  function withFiles(files: { readonly [name: string]: Uint8Array }, catalog = '', onPage = false): Uint8Array {
    const hex = (name: string): string => `<feff${Buffer.from(name, 'utf16le').swap16().toString('hex')}>`;
    const specs = Object.entries(files).map(([name, bytes]) => {
      const data = `<< /Type /EmbeddedFile /Filter /ASCIIHexDecode /Length ${bytes.length * 2 + 1} >> stream\n${Buffer.from(bytes).toString('hex')}>\nendstream`;
      return { name, data, spec: (ref: number) => `<< /Type /Filespec /F ${hex(name)} /UF ${hex(name)} /EF << /F ${ref} 0 R >> >>` };
    });
    const base = 90;
    const refs = specs.map(({ name, spec }, index) => ({ name: hex(name), spec: spec(base + index) }));
    const names = onPage ? '' : `/Names << /EmbeddedFiles << /Names [${refs.map(({ name, spec }) => `${name} ${spec}`).join(' ')}] >> >>`;
    const extra = onPage
      ? `/Annots [${refs.map(({ spec }) => `<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS ${spec} >>`).join(' ')}]`
      : '';
    const made = Buffer.from(makePdf([{ content: text(60, 700, 12, 'Kính gửi'), extra }], { catalog: `${names} ${catalog}` })).toString('latin1');
    const objects = specs.map(({ data }, index) => `${base + index} 0 obj\n${data}\nendobj\n`).join('');
    // The cross-reference table is left out: pdf.js finds the objects by looking for them.
    return Buffer.from(`${made.slice(0, made.lastIndexOf('xref\n0 '))}${objects}trailer << /Root 1 0 R >>\n%%EOF\n`, 'latin1');
  }

  it.each([false, true])('hands out documents and leaves data alone (shown on a page: %s)', async (onPage) => {
    const bytes = withFiles({ 'phụ lục.pdf': pdf, 'du-lieu.xml': Buffer.from('<?xml version="1.0"?><a/>') }, '', onPage);
    const { portfolio, found, close } = await unpackPdf(bytes, OPTIONS);
    expect([portfolio, (await listOf(found)).map(({ path }) => path)]).toEqual([false, [['phụ lục.pdf']]]);
    await close();
  });

  it('is a portfolio where it says so: then everything in it counts', async () => {
    const { portfolio, found, close } = await unpackPdf(withFiles({ 'a.txt': words('một') }, '/Collection << /Type /Collection >>'), OPTIONS);
    expect([portfolio, (await listOf(found)).map(say)]).toEqual([true, ['a.txt: một']]);
    await close();
  });
});

it('asks further only about what may hold files', () => {
  expect(mayHoldFiles(mail(['Content-Type: text/plain\r\n\r\nx\r\n']))).toBe(true);
  expect(mayHoldFiles(makeZip([{ name: '[Content_Types].xml', data: words() }]))).toBe(false);
  expect(mayHoldFiles(Buffer.from('%PDF-1.7\n'))).toBe(false);
  expect(mayHoldFiles(words('Subject: không phải thư\n\nKính gửi'))).toBe(false);
});
