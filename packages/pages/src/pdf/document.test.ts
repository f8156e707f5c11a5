import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Block } from '@vanban/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSource } from '../open.ts';
import type { PageContent, SourceOptions } from '../source.ts';
import { DEFAULT_LIMITS } from '../source.ts';
import { makePdf, place, type TestImage, type TestPage, text } from '../testing/make-pdf.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pages-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const OPTIONS: SourceOptions = { limits: DEFAULT_LIMITS };

async function read(pages: readonly TestPage[], number = 1, options = OPTIONS): Promise<PageContent> {
  const file = path.join(folder, 'sample.pdf');
  await writeFile(file, makePdf(pages));
  const source = await openSource(file, options);
  try {
    return await source.page(number);
  } finally {
    await source.close();
  }
}

const linesOf = (block: Block): string[] => (block.kind === 'text' ? block.lines : []).map((line) => line.words.map((word) => word.text).join(' '));

const PROSE = [
  'Thực hiện Công văn số 12/UBND-VX ngày 05 tháng 3 năm 2025 của',
  'Ủy ban nhân dân tỉnh về việc tăng cường công tác quản lý nhà nước,',
  'Sở Công Thương đề nghị các đơn vị khẩn trương triển khai thực hiện',
  'nghiêm túc các nội dung sau đây và báo cáo kết quả trước ngày 20.',
];
const prose = (mode = 0): string => Array.from({ length: 16 }, (_, row) => text(60, 760 - row * 40, 13, PROSE[row % 4] as string, mode)).join('');
const CAPTION = text(400, 60, 9, 'Người ký: Sở Công Thương') + text(400, 48, 9, 'Thời gian ký: 05.03.2025');

/** A scan of sixteen black bars where `prose` has its lines; 1 bit a pixel, 1 is white. */
function scan(width = 496, height = 702): TestImage {
  const stride = Math.ceil(width / 8);
  const data = new Uint8Array(stride * height).fill(255);
  for (let row = 0; row < 16; row++) {
    const y = Math.round(((842 - (760 - row * 40)) * height) / 842) - 6;
    for (let line = y; line < y + 5; line++) data.fill(0, line * stride + 8, line * stride + stride - 8);
  }
  return { width, height, bits: 1, data };
}

describe('a page with a text layer', () => {
  it('reads a two-column header left before right, then the body in paragraphs', async () => {
    const content =
      text(70, 790, 12, 'UBND TỈNH A') +
      text(300, 790, 12, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') +
      text(60, 775, 12, 'SỞ CÔNG THƯƠNG') +
      text(330, 775, 12, 'Độc lập - Tự do - Hạnh phúc') +
      text(70, 755, 12, 'Số: 245/SCT') +
      text(320, 755, 12, 'A, ngày 05 tháng 3 năm 2025') +
      text(60, 740, 12, 'V/v báo cáo năm') +
      text(200, 700, 13, 'Kính gửi: Các doanh nghiệp trên địa bàn') +
      text(90, 670, 13, 'Thực hiện Luật Hóa chất, Sở đề nghị các doanh nghiệp báo cáo đầy đủ') +
      text(60, 654, 13, 'tình hình sử dụng.') +
      text(90, 630, 13, '1. Rà soát số liệu.') +
      text(295, 30, 12, '2');
    const page = await read([{ content }]);
    if (page.kind !== 'read') throw new Error('not read');
    expect(page.reading).toMatchObject({ origin: 'text-layer', width: 1653, height: 2339, dpi: 200, rotation: 0, blank: false, confidence: 1 });
    expect(page.reading.blocks.map((block) => [block.kind === 'text' && block.role, linesOf(block)])).toEqual([
      ['column', ['UBND TỈNH A', 'SỞ CÔNG THƯƠNG', 'Số: 245/SCT', 'V/v báo cáo năm']],
      ['column', ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'A, ngày 05 tháng 3 năm 2025']],
      ['body', ['Kính gửi: Các doanh nghiệp trên địa bàn']],
      ['body', ['Thực hiện Luật Hóa chất, Sở đề nghị các doanh nghiệp báo cáo đầy đủ', 'tình hình sử dụng.']],
      ['body', ['1. Rà soát số liệu.']],
      ['page-number', ['2']],
    ]);
  });

  it('reads what is filled into a form as the file holds it, not in the letters of the font that shows it', async () => {
    const field = (name: string, value: string, y: number): string =>
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (${name}) /F 4 /V <feff${Buffer.from(value, 'utf16le').swap16().toString('hex')}> /DA (/Helv 12 Tf 0 g) /Rect [60 ${y} 300 ${y + 20}] >>`;
    const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
    const catalog = `/AcroForm << /Fields [] /NeedAppearances true /DA (/Helv 12 Tf 0 g) /DR << /Font << /Helv ${helvetica} >> >> >>`;
    const extra = `/Annots [${field('a', 'Sở Tài chính', 80)} ${field('b', 'trước ngày 30/6/2025', 40)}]`;
    const file = path.join(folder, 'form.pdf');
    await writeFile(file, makePdf([{ content: prose(), extra }], { catalog }));
    const source = await openSource(file, OPTIONS);
    const page = await source.page(1);
    await source.close();
    const notes = page.kind === 'read' ? page.reading.blocks.filter((block) => block.kind === 'text' && block.role === 'note') : [];
    expect(notes.map(linesOf)).toEqual([['Sở Tài chính'], ['trước ngày 30/6/2025']]);
  });

  it('gives words their boxes in pixels', async () => {
    const page = await read([{ content: text(72, 720, 10, 'Kính gửi') }]);
    const block = page.kind === 'read' ? page.reading.blocks[0] : undefined;
    const [first, second] = block?.kind === 'text' ? (block.lines[0]?.words ?? []) : [];
    expect(first?.box[0]).toBe(200);
    expect(first?.box[2]).toBe(256);
    expect(second?.box[0]).toBe(269);
    expect(first?.box[1]).toBeGreaterThan(306);
    expect(first?.box[3]).toBeLessThan(347);
  });

  it('shows the hyphen that a font calls soft, and nothing for what has no shape', async () => {
    const page = await read([{ content: text(72, 720, 10, 'Số: 57\u00adNQ/TW \u200b ngày\u200b') }]);
    expect(page.kind === 'read' && page.reading.blocks.flatMap(linesOf)).toEqual(['Số: 57-NQ/TW ngày']);
  });

  it('keeps letters that are spaced out for looks in one word', async () => {
    const page = await read([{ content: `5 Tc ${text(72, 720, 10, 'QUYẾT ĐỊNH')}` }]);
    expect(page.kind === 'read' && page.reading.blocks.flatMap(linesOf)).toEqual(['QUYẾT ĐỊNH']);
  });

  it('decodes TCVN3 run by run', async () => {
    const content = text(60, 760, 13, 'QuyÕt ®Þnh nµy cã hiÖu lùc thi hµnh kÓ tõ ngµy ký. C¸c bé, ngµnh chÞu tr¸ch nhiÖm');
    const page = await read([{ content, font: 'AAAAAA+.VnTime' }]);
    expect(page.kind === 'read' && page.reading.blocks.flatMap(linesOf)).toEqual([
      'Quyết định này có hiệu lực thi hành kể từ ngày ký. Các bộ, ngành chịu trách nhiệm',
    ]);
  });

  it('turns a page whose text runs upwards', async () => {
    const page = await read([{ content: `q 0 1 -1 0 0 0 cm ${text(100, -300, 12, 'Danh mục nhiệm vụ')} Q` }]);
    expect(page.kind === 'read' && [page.reading.rotation, page.reading.width, page.reading.height]).toEqual([90, 2339, 1653]);
  });

  it('reads a ruled table with a merged cell', async () => {
    const rules =
      [500, 540, 580, 620].map((y) => `60 ${y} m 460 ${y} l S\n`).join('') +
      ['60 500 m 60 620 l S', '200 500 m 200 580 l S', '460 500 m 460 620 l S'].join('\n');
    const content = `${rules}\n${text(70, 590, 12, 'Danh mục nhiệm vụ')}${text(70, 550, 12, 'Nhiệm vụ')}${text(210, 550, 12, 'Chủ trì')}${text(70, 525, 12, 'Rà soát')}${text(70, 508, 12, 'số liệu')}${text(210, 515, 12, 'Sở Y tế')}`;
    const page = await read([{ content }]);
    const table = page.kind === 'read' ? page.reading.blocks[0] : undefined;
    if (table?.kind !== 'table') throw new Error('no table');
    expect([table.rows, table.columns]).toEqual([3, 2]);
    expect(
      table.cells.map((cell) => [cell.row, cell.column, cell.columnSpan, cell.lines.map((line) => line.words.map((word) => word.text).join(' '))]),
    ).toEqual([
      [0, 0, 2, ['Danh mục nhiệm vụ']],
      [1, 0, 1, ['Nhiệm vụ']],
      [1, 1, 1, ['Chủ trì']],
      [2, 0, 1, ['Rà soát', 'số liệu']],
      [2, 1, 1, ['Sở Y tế']],
    ]);
  });

  it('knows a page without marks as blank', async () => {
    expect(await read([{ content: '' }])).toMatchObject({ kind: 'read', reading: { blank: true, blocks: [], confidence: 1 } });
  });
});

describe('a page with a scan', () => {
  const FULL = place('Im1', 0, 0, 595, 842);

  it('takes the scan out as it is stored', async () => {
    const page = await read([{ content: FULL, images: { Im1: scan() } }]);
    expect(page).toMatchObject({ kind: 'image', image: { width: 496, height: 702, dpi: 60, channels: 1, bilevel: true }, notes: [], warnings: [] });
  });

  it('turns it as /Rotate says and as it was placed', async () => {
    const corner = (rotate: number, content: string): Promise<PageContent> => {
      const data = new Uint8Array(20 * 30).fill(255);
      data[0] = 0;
      return read([{ content, rotate, width: 200, height: 300, images: { Im1: { width: 20, height: 30, bits: 8, data } } }]);
    };
    const dark = async (content: Promise<PageContent>): Promise<[number, number, number]> => {
      const page = await content;
      if (page.kind !== 'image') throw new Error('no image');
      const at = page.image.data.indexOf(0);
      return [page.image.width, at % page.image.width, Math.floor(at / page.image.width)];
    };
    expect(await dark(corner(0, place('Im1', 0, 0, 200, 300)))).toEqual([20, 0, 0]);
    expect(await dark(corner(90, place('Im1', 0, 0, 200, 300)))).toEqual([30, 29, 0]);
    expect(await dark(corner(180, place('Im1', 0, 0, 200, 300)))).toEqual([20, 19, 29]);
    expect(await dark(corner(270, place('Im1', 0, 0, 200, 300)))).toEqual([30, 0, 19]);
    expect(await dark(corner(0, 'q 200 0 0 -300 0 300 cm /Im1 Do Q'))).toEqual([20, 0, 29]);
    expect(await dark(corner(0, 'q -200 0 0 300 200 0 cm /Im1 Do Q'))).toEqual([20, 19, 0]);
  });

  it('keeps a signature caption as a note, not as the page', async () => {
    const page = await read([{ content: FULL + CAPTION, images: { Im1: scan() } }]);
    if (page.kind !== 'image') throw new Error('no image');
    expect(page.notes.map((note) => [note.role, linesOf(note)])).toEqual([['note', ['Người ký: Sở Công Thương', 'Thời gian ký: 05.03.2025']]]);
    expect(page.notes[0]?.box[0]).toBe(Math.round((400 * 496) / 595));
  });

  it('hands out a layer that is not seen beside the scan, however good, in the pixels of the scan', async () => {
    const page = await read([{ content: prose(3) + FULL, images: { Im1: scan() } }]);
    if (page.kind !== 'image') throw new Error('no image');
    expect(page.notes).toEqual([]);
    expect(page.layer?.slice(0, 3).map((word) => word.text)).toEqual(['Thực', 'hiện', 'Công']);
    expect(page.layer?.[0]?.box[0]).toBeCloseTo((60 * page.image.width) / 595, 0);
  });

  const PAPER: TestImage = { width: 496, height: 702, bits: 1, data: new Uint8Array(62 * 702).fill(255) };

  it('reads text that is seen over a picture of paper, also under a letterhead', async () => {
    const letterhead: TestImage = { ...PAPER, data: PAPER.data.slice().fill(0, 62 * 10 + 10, 62 * 10 + 50) };
    for (const Im1 of [PAPER, letterhead]) {
      expect(await read([{ content: FULL + prose(), images: { Im1 } }])).toMatchObject({ kind: 'read', reading: { origin: 'text-layer' } });
    }
  });

  it('takes text over the ink of a scan for what some engine once read there, also where it can be seen', async () => {
    const page = await read([{ content: FULL + prose(), images: { Im1: scan() } }]);
    expect(page).toMatchObject({ kind: 'image', notes: [], image: { width: 496, height: 702 } });
    expect(page.kind === 'image' && page.layer?.length).toBe(PROSE.join(' ').split(' ').length * 4);
  });

  it('paints a scanned form with the words typed into it, and hands them out as its layer', async () => {
    const upper = { ...scan(), data: scan().data.map((byte, index) => (index > 62 * 330 ? 255 : byte)) };
    const lower = prose().split('\n').slice(8).join('\n');
    const page = await read([{ content: FULL + lower, images: { Im1: upper } }]);
    expect(page).toMatchObject({ kind: 'image', notes: [], image: { dpi: 200 } });
    expect(page.kind === 'image' && page.layer?.some((word) => word.text === 'Thực')).toBe(true);
  });

  it('keeps a long note typed into the margin of a scan as a note', async () => {
    const note = PROSE.map((line, row) => text(60, 110 - row * 12, 9, line)).join('');
    const page = await read([{ content: FULL + note, images: { Im1: scan() } }]);
    expect(page.kind === 'image' && [page.notes.map((block) => block.role), page.notes[0]?.lines.length, page.layer]).toEqual([['note'], 4, []]);
  });

  it('hands out a picture between the text, without the text around it', async () => {
    const lower = Array.from({ length: 10 }, (_, row) => text(60, 300 - row * 20, 13, PROSE[row % 4] as string)).join('');
    const page = await read([{ content: lower + place('Im1', 60, 450, 400, 300), images: { Im1: scan() } }]);
    if (page.kind !== 'read') throw new Error('not read');
    expect(page.pictures?.map((picture) => [picture.box, picture.image.width, picture.image.height])).toEqual([[[167, 256, 1278, 1089], 1111, 833]]);
    expect(page.reading.blocks.length).toBeGreaterThan(0);
  });

  it('paints a page without the typed words that it keeps as notes', async () => {
    const strips = place('Im1', 0, 421, 595, 421) + place('Im1', 0, 0, 595, 421);
    const white: TestImage = { width: 1488, height: 1053, bits: 1, data: new Uint8Array(186 * 1053).fill(255) };
    const page = await read([{ content: strips + CAPTION, images: { Im1: white } }]);
    expect(page.kind === 'image' && [page.notes.length, page.image.data.every((value) => value === 255)]).toEqual([1, true]);
  });

  it('paints strips together at their own resolution', async () => {
    const strip = scan(1488, 1053);
    const content = place('Im1', 0, 421, 595, 421) + place('Im1', 0, 0, 595, 421);
    const page = await read([{ content, images: { Im1: strip } }]);
    expect(page).toMatchObject({ kind: 'image', image: { dpi: 200, width: 1652, height: 2338 }, warnings: [] });
  });

  it('says so when a scan cannot be decoded', async () => {
    const broken: TestImage = { ...scan(), filter: 'JPXDecode', data: new Uint8Array(200).fill(7) };
    await expect(read([{ content: FULL, images: { Im1: broken } }])).rejects.toMatchObject({ code: 'page-failed', page: 1 });
  });

  it('refuses a scan with too many pixels instead of showing a blank page', async () => {
    const limits = { ...DEFAULT_LIMITS, maxPixels: 100_000 };
    await expect(read([{ content: FULL, images: { Im1: scan() } }], 1, { limits })).rejects.toMatchObject({ code: 'input-too-many-pixels', page: 1 });
  });

  it('refuses a page that is nested to be slow', async () => {
    await expect(read([{ content: 'q '.repeat(3000) + FULL, images: { Im1: scan() } }])).rejects.toMatchObject({ code: 'page-failed', page: 1 });
  });

  it('paints a page of outlines', async () => {
    const shapes = Array.from(
      { length: 300 },
      (_, n) =>
        `${50 + (n % 30) * 15} ${700 - Math.floor(n / 30) * 20} m ${58 + (n % 30) * 15} ${705 - Math.floor(n / 30) * 20} ${60} 700 ${55 + (n % 30) * 15} ${690 - Math.floor(n / 30) * 20} c f`,
    );
    expect(await read([{ content: shapes.join('\n') }])).toMatchObject({ kind: 'image', image: { dpi: 200, width: 1652, height: 2338 } });
  });
});

it('refuses a file that counts its pages below nothing', async () => {
  const file = path.join(folder, 'below-nothing.pdf');
  const pdf = Buffer.from(makePdf([{ content: text(60, 760, 13, 'Công văn') }])).toString('latin1');
  await writeFile(file, Buffer.from(pdf.replace(/\/Count 1\b/u, '/Count -5'), 'latin1'));
  await expect(openSource(file, OPTIONS)).rejects.toMatchObject({ code: 'input-damaged' });
});
