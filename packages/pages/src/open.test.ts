import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSource } from './open.ts';
import type { Limits, PageContent } from './source.ts';
import { DEFAULT_LIMITS } from './source.ts';
import { GUARDED, LOCKED } from './testing/locked-pdf.ts';
import { makePdf, text } from './testing/make-pdf.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pages-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function open(name: string, bytes: Uint8Array | string, limits: Partial<Limits> = {}) {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return openSource(file, { limits: { ...DEFAULT_LIMITS, ...limits } });
}

async function firstPage(name: string, bytes: Uint8Array | string): Promise<PageContent> {
  const source = await open(name, bytes);
  const page = await source.page(1);
  await source.close();
  return page;
}

const letter = (): Uint8Array => makePdf([{ content: text(60, 700, 12, 'Kính gửi: Sở Y tế') }]);
const paper = (width = 300, height = 400) => sharp({ create: { width, height, channels: 3, background: { r: 250, g: 240, b: 230 } } });

describe('what a file is', () => {
  it.each([
    ['letter.txt', letter, 'application/pdf'],
    ['letter.pdf', () => paper().png().toBuffer(), 'image/png'],
    ['letter.doc', () => paper().jpeg().toBuffer(), 'image/jpeg'],
    ['letter', () => paper().webp().toBuffer(), 'image/webp'],
    ['letter.avif', () => paper().avif().toBuffer(), 'image/avif'],
    ['letter.tif', () => paper().tiff().toBuffer(), 'image/tiff'],
    ['letter.jpg', () => 'Kính gửi: Sở Y tế', 'text/plain'],
    ['letter.md', () => '# Kính gửi', 'text/markdown'],
  ])('%s is known by its bytes', async (name, bytes, type) => {
    const source = await open(name, await bytes());
    expect(source.mediaType).toBe(type);
    await source.close();
  });

  it('reads a PDF that begins with foreign bytes', async () => {
    const source = await open('mail.pdf', Buffer.concat([Buffer.from('\r\n--boundary\r\n\r\n'), letter()]));
    expect(source.pageCount).toBe(1);
    await source.close();
  });

  it('reads UTF-16 text by its mark', async () => {
    const page = await firstPage('letter.txt', Buffer.from('\ufeffKính gửi', 'utf16le'));
    expect(page.kind === 'read' && page.reading.blocks[0]?.kind === 'text' && page.reading.blocks[0].lines[0]?.words[0]?.text).toBe('Kính');
  });
});

describe('what is refused', () => {
  it.each([
    ['nothing', '', 'input-empty'],
    ['bytes without meaning', new Uint8Array(3000).map((_, index) => (index * 7919) % 256), 'input-unsupported'],
    ['a web page', '<!DOCTYPE html><html><body>404</body></html>', 'input-unsupported'],
    ['a ZIP archive', Buffer.from('PK\u0003\u0004rest of an archive'), 'input-unsupported'],
    ['a PDF cut short', letter().subarray(0, 200), 'input-damaged'],
    ['a header alone', '%PDF-1.7\n', 'input-damaged'],
    ['a JPEG header alone', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'input-damaged'],
    ['a photograph in HEIC of nothing', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)]), 'input-damaged'],
    ['a RAR archive', Buffer.from('Rar!\u001a\u0007\u0001\u0000 and more of it'), 'input-unsupported'],
    ['an e-mail', 'Return-Path: <a@b.vn>\r\nFrom: A <a@b.vn>\r\nSubject: CV\r\nContent-Type: text/plain\r\n\r\nKính gửi', 'input-unsupported'],
    ['a PostScript program', '%!PS-Adobe-3.0\nshowpage', 'input-unsupported'],
    ['Latin text with foreign bytes', Buffer.from([0x4b, 0xed, 0x6e, 0x68, 0x20, 0xe9]), 'input-unsupported'],
  ])('%s', async (_what, bytes, code) => {
    await expect(open('input.bin', bytes)).rejects.toMatchObject({ code });
  });

  it('a PDF with a password that nobody gave, and opens it with the right one', async () => {
    const file = path.join(folder, 'locked.pdf');
    await writeFile(file, LOCKED);
    const code = async (passwords: string[]): Promise<unknown> => {
      try {
        const source = await openSource(file, { limits: DEFAULT_LIMITS, passwords });
        await source.close();
        return source.pageCount;
      } catch (thrown) {
        return (thrown as { code: string }).code;
      }
    };
    expect(await code([])).toBe('input-password');
    expect(await code(['wrong', 'also wrong'])).toBe('input-password');
    await expect(openSource(file, { limits: DEFAULT_LIMITS, passwords: ['wrong'] })).rejects.toMatchObject({ detail: /None of the given/u });
    expect(await code(['wrong', 'secret'])).toBe(1);
    await expect(firstPage('guarded.pdf', GUARDED)).resolves.toMatchObject({ kind: 'read', reading: { blank: true } });
  });

  it('a file that is not there', async () => {
    await expect(openSource(path.join(folder, 'gone.pdf'), { limits: DEFAULT_LIMITS })).rejects.toMatchObject({ code: 'input-vanished' });
  });

  it('more bytes, pages or pixels than allowed, before any of them is decoded', async () => {
    await expect(open('a.txt', 'x'.repeat(200), { maxBytes: 100 })).rejects.toMatchObject({ code: 'input-too-large' });
    await expect(open('a.txt', 'a\fb\fc', { maxPages: 2 })).rejects.toMatchObject({ code: 'input-too-many-pages' });
    await expect(open('a.pdf', makePdf([{ content: '' }, { content: '' }]), { maxPages: 1 })).rejects.toMatchObject({ code: 'input-too-many-pages' });
    await expect(open('a.png', await paper().png().toBuffer(), { maxPixels: 100_000 })).rejects.toMatchObject({ code: 'input-too-many-pixels' });
  });

  it.skipIf(process.getuid?.() === 0)('a file without permission', async () => {
    const file = path.join(folder, 'locked.txt');
    await writeFile(file, 'x');
    await chmod(file, 0o000);
    await expect(openSource(file, { limits: DEFAULT_LIMITS })).rejects.toMatchObject({ code: 'permission-denied' });
  });

  it('a page that a document does not have', async () => {
    const source = await open('a.pdf', letter());
    await expect(source.page(2)).rejects.toMatchObject({ code: 'page-failed', page: 2 });
    await source.close();
  });
});

describe('pictures', () => {
  it('turns a photograph as its EXIF says', async () => {
    const sideways = await paper(300, 400).jpeg().withMetadata({ orientation: 6, density: 200 }).toBuffer();
    expect(await firstPage('a.jpg', sideways)).toMatchObject({ kind: 'image', image: { width: 400, height: 300 } });
  });

  it('shows transparent parts as white paper', async () => {
    const clear = await sharp({ create: { width: 200, height: 300, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer();
    expect(await firstPage('a.png', clear)).toMatchObject({ image: { channels: 1, bilevel: true, data: new Uint8Array(60_000).fill(255) } });
  });

  it('keeps one bit a pixel as such, and makes one byte of two', async () => {
    const bilevel = await paper().threshold(128).toColourspace('b-w').tiff({ bitdepth: 1, compression: 'ccittfax4' }).toBuffer();
    expect(await firstPage('fax.tif', bilevel)).toMatchObject({ image: { channels: 1, bilevel: true, width: 300, height: 400 } });
    const deep = await paper().toColourspace('rgb16').png().toBuffer();
    const page = await firstPage('deep.png', deep);
    expect(page.kind === 'image' && [page.image.channels, ...page.image.data.subarray(0, 3)]).toEqual([3, 250, 240, 230]);
  });

  it('hands out the pages of a TIFF one by one', async () => {
    const sheets = await Promise.all(
      ['white', 'black'].map((background) =>
        sharp({ create: { width: 200, height: 300, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const source = await open(
      'two.tif',
      await sharp(sheets, { join: { animated: true } })
        .tiff()
        .toBuffer(),
    );
    const pages = [await source.page(1), await source.page(2)];
    expect(source.pageCount).toBe(2);
    expect(pages.map((page) => page.kind === 'image' && [page.number, page.image.width, page.image.height, page.image.data[0]])).toEqual([
      [1, 200, 300, 255],
      [2, 200, 300, 0],
    ]);
  });

  it('reads CMYK', async () => {
    const page = await firstPage('cmyk.jpg', await paper().toColourspace('cmyk').jpeg().toBuffer());
    if (page.kind !== 'image') throw new Error('no image');
    expect(page.image.channels).toBe(3);
    expect(page.image.data[0]).toBeGreaterThan(220);
  });

  it('believes a resolution only if a sheet could have that size', async () => {
    const dpi = async (density: number): Promise<unknown> => {
      const page = await firstPage('a.jpg', await paper(1654, 2339).jpeg().withMetadata({ density }).toBuffer());
      return page.kind === 'image' && page.image.dpi;
    };
    expect(await dpi(200)).toBe(200);
    expect(await dpi(72)).toBe(200);
    expect(await dpi(1200)).toBe(200);
  });

  it('reads a picture cut short as far as it goes, and says so', async () => {
    const noise = await sharp({
      create: { width: 300, height: 400, channels: 3, background: 'white', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
    })
      .jpeg()
      .toBuffer();
    const page = await firstPage('cut.jpg', noise.subarray(0, noise.length >> 1));
    expect(page).toMatchObject({ kind: 'image', image: { width: 300, height: 400 }, warnings: [{ code: 'source-repaired', page: 1 }] });
  });
});
