import type { Block, PageReading } from '@vanban/contract';
import { type ImagePage, type PageImage, quarterTurn } from '@vanban/pages';
import { BODY, drawSheet, type Pen } from '@vanban/pages/sheet-fixture';
import { fold } from '@vanban/text';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRecogniser, type Recogniser } from './index.ts';

let recogniser: Recogniser;
beforeAll(async () => {
  recogniser = await createRecogniser();
});
afterAll(async () => {
  await recogniser.close();
});

const page = (image: PageImage, number = 1): ImagePage => ({ kind: 'image', number, image, notes: [], warnings: [] });
const read = (image: PageImage): Promise<PageReading> => recogniser.read(page(image));
const linesOf = (block: Block | undefined): string[] =>
  block?.kind === 'text' ? block.lines.map((line) => line.words.map((word) => word.text).join(' ')) : [];

const header = (pen: Pen): void => {
  pen.text('ỦY BAN NHÂN DÂN', 280, 150, { size: 13 });
  pen.text('TỈNH PHÚ THỌ', 320, 190, { size: 13, face: 'bold' });
  pen.text('Số: 4532/UBND-KSTT', 290, 260, { size: 13 });
  pen.text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 760, 150, { size: 13, face: 'bold' });
  pen.text('Độc lập - Tự do - Hạnh phúc', 880, 192, { face: 'bold' });
  pen.rule(890, 204, 1300, 207);
  pen.text('Phú Thọ, ngày 07 tháng 12 năm 2011', 860, 262, { face: 'italic' });
};

describe('a letter', () => {
  let reading: PageReading;
  beforeAll(async () => {
    reading = await read(
      drawSheet(
        (pen) => {
          header(pen);
          for (const [i, line] of BODY.slice(0, 4).entries()) pen.text(line, 240, 440 + i * 56);
          pen.text('Nơi nhận:', 240, 760, { size: 12, face: 'italic' });
          pen.text('- Như trên;', 240, 796, { size: 11 });
          pen.text('- Lưu: VT, TH.', 240, 830, { size: 11 });
          pen.seal(1080, 900, 130);
          pen.text('CHỦ TỊCH', 1120, 764, { face: 'bold' });
          pen.text('Nguyễn Văn Thành', 1040, 980, { face: 'bold' });
          pen.text('2', 840, 1240);
        },
        { height: 1300, skew: 0.7 },
      ),
    );
  });

  test('reads the left column before the right, then the body, then the footer', () => {
    expect(reading.blocks.map((block) => (block.kind === 'text' ? block.role : 'table'))).toEqual([
      'column',
      'column',
      'body',
      'column',
      'column',
      'page-number',
    ]);
    const [issuer, title, body, recipients, signer, number] = reading.blocks.map(linesOf);
    // Marks of single words are the restorer's business; here the order and the letters count.
    expect(issuer?.map(fold)).toEqual(['uy ban nhan dan', 'tinh phu tho', 'so: 4532/ubnd-kstt']);
    expect(title?.[0]).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(title?.[2]).toBe('Phú Thọ, ngày 07 tháng 12 năm 2011');
    expect(body?.[0]).toBe(BODY[0]);
    expect(recipients?.[1]).toBe('- Như trên;');
    expect(signer?.[0]).toBe('CHỦ TỊCH');
    expect(signer?.at(-1)).toBe('Nguyễn Văn Thành');
    expect(number).toEqual(['2']);
  });

  test('gives words their places on the page as it lay on the glass', () => {
    const first = reading.blocks[2];
    if (first?.kind !== 'text') throw new Error('no body');
    const word = first.lines[0]?.words[0];
    expect(word?.text).toBe('Thực');
    // Drawn at 240, 440; the page is turned by 0.7° about its middle at 827, 650.
    const [x, y] = [240 - 827, 440 - 650];
    const turn = (0.7 * Math.PI) / 180;
    expect(Math.abs((word?.box[0] ?? 0) - (x * Math.cos(turn) - y * Math.sin(turn) + 827))).toBeLessThan(8);
    expect(Math.abs((word?.box[3] ?? 0) - (x * Math.sin(turn) + y * Math.cos(turn) + 650))).toBeLessThan(12);
    expect(word?.confidence).toBeGreaterThan(0.6);
    expect(word?.confidence).toBeLessThanOrEqual(1);
    expect(Math.abs(reading.skew - 0.7)).toBeLessThanOrEqual(0.1);
  });
});

test('a ruled table is read cell by cell, merged cells once', async () => {
  const { blocks } = await read(
    drawSheet(
      (pen) => {
        pen.text('DANH SÁCH ĐƠN VỊ THỰC HIỆN', 560, 120, { face: 'bold' });
        for (const y of [160, 260, 360]) pen.rule(y === 260 ? 700 : 240, y, 1440, y + 3);
        for (const x of [240, 700, 1437]) pen.rule(x, 160, x + 3, 363);
        pen.text('Nhiệm vụ chung', 270, 270);
        pen.text('Sở Tài chính chủ trì', 730, 220);
        pen.text('Sở Nội vụ phối hợp', 730, 320);
      },
      { height: 480 },
    ),
  );
  expect(blocks.map((block) => block.kind)).toEqual(['text', 'table']);
  const table = blocks[1];
  if (table?.kind !== 'table') throw new Error('no table');
  const cells = table.cells.map((cell) => [
    cell.row,
    cell.column,
    cell.rowSpan,
    cell.lines.map((line) => line.words.map((word) => word.text).join(' ')).join(' '),
  ]);
  expect(cells).toEqual([
    [0, 0, 2, 'Nhiệm vụ chung'],
    [0, 1, 1, 'Sở Tài chính chủ trì'],
    [1, 1, 1, 'Sở Nội vụ phối hợp'],
  ]);
});

test('red print is read, a red frame makes a stamp of it', async () => {
  const { blocks } = await read(
    drawSheet(
      (pen) => {
        header(pen);
        for (const [x, y, w, h] of [
          [300, 300, 260, 5],
          [300, 375, 260, 5],
          [300, 300, 5, 80],
          [555, 300, 5, 80],
        ] as const)
          pen.fill(x, y, w, h, '#e02030');
        pen.text('HỎA TỐC', 325, 352, { face: 'bold', colour: '#e02030' });
        pen.text(BODY[0], 240, 520);
        pen.text('Nguyễn Trúc Giang', 1000, 700, { face: 'bold', colour: '#e02030' });
      },
      { height: 800 },
    ),
  );
  const stamps = blocks.filter((block) => block.kind === 'text' && block.role === 'stamp');
  expect(stamps.flatMap(linesOf)).toEqual(['HỎA TỐC']);
  expect(blocks.flatMap(linesOf)).toContain('Nguyễn Trúc Giang');
});

test('few lines, stored on their side, are set upright with the help of the engine', async () => {
  const upright = drawSheet((pen) => BODY.slice(0, 3).forEach((line, i) => void pen.text(line, 200, 200 + i * 60)), { width: 1654, height: 1100 });
  const reading = await read(quarterTurn(upright, 90));
  expect(reading).toMatchObject({ rotation: 270, width: 1654, height: 1100 });
  expect(reading.blocks.flatMap(linesOf)[0]).toBe(BODY[0]);
});

test('an empty page is blank and has no warning', async () => {
  const reading = await read(drawSheet((pen) => pen.fill(200, 300, 2, 2, '#444'), { width: 800, height: 600 }));
  expect(reading).toMatchObject({ blank: true, blocks: [], warnings: [], confidence: 1 });
});

test('ink without words is said to be so', async () => {
  const reading = await read(drawSheet((pen) => pen.fill(100, 150, 500, 300, '#222'), { width: 800, height: 600 }));
  expect(reading.blocks).toEqual([]);
  expect(reading.warnings.map((warning) => warning.code)).toEqual(['ink-without-text']);
});

test('a page reads the same after any other page as by itself', async () => {
  const small = { width: 1654, height: 460 };
  const a = drawSheet((pen) => BODY.slice(0, 4).forEach((line, i) => void pen.text(line, 240, 120 + i * 60, { face: 'italic' })), small);
  const b = drawSheet((pen) => BODY.slice(4, 8).forEach((line, i) => void pen.text(line, 240, 120 + i * 60, { size: 13 })), { ...small, skew: 0.4 });
  const fresh = await createRecogniser();
  try {
    const alone = await fresh.read(page(b, 2));
    for (let i = 0; i < 2; i++) await fresh.read(page(a));
    expect(await fresh.read(page(b, 2))).toEqual(alone);
  } finally {
    await fresh.close();
  }
});
