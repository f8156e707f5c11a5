import type { Box } from '@vanban/contract';
import type { PageImage } from '@vanban/pages';
import { drawSheet } from '@vanban/pages/sheet-fixture';
import { describe, expect, test } from 'vitest';
import { cutColumns } from './columns.ts';
import { cutOut } from './crop.ts';
import { type Fragment, findFragments } from './fragments.ts';
import { findTables } from './grid.ts';
import { eraseRules, findRules } from './rules.ts';
import { partSideBySide } from './side-by-side.ts';

const sheet = { width: 1654, height: 2339, dpi: 200 };
const piece = (x0: number, y0: number, x1: number): Fragment => ({ box: [x0, y0, x1, y0 + 26], letters: Math.round((x1 - x0) / 16) });
const paragraph = (top: number, count: number): Fragment[] => Array.from({ length: count }, (_, i) => piece(240, top + i * 44, 1540));

test('three signers beside each other are three columns, a signer by himself is one', () => {
  const signer = (x: number): Fragment[] => [piece(x, 1500, x + 260), piece(x + 20, 1540, x + 240), piece(x + 10, 1760, x + 250)];
  const [a, b, c] = [signer(240), signer(700), signer(1180)] as [Fragment[], Fragment[], Fragment[]];
  expect(partSideBySide([...c, ...a, ...b], 200)).toEqual([a, b, c]);
  expect(partSideBySide(a, 200)).toEqual([a]);
  // "ngày    tháng    năm": white on one line only.
  const dated = [piece(700, 1500, 1400), piece(760, 1540, 900), piece(980, 1540, 1300)];
  expect(partSideBySide(dated, 200)).toEqual([dated]);
});

describe('columns', () => {
  const left = [piece(280, 150, 620), piece(320, 185, 580), piece(330, 260, 600), piece(270, 300, 640)];
  const right = [piece(720, 148, 1480), piece(850, 190, 1350), piece(860, 262, 1400)];

  test('a header of two columns, then body', () => {
    const [header, body, ...more] = cutColumns([...right, ...paragraph(420, 12), ...left], sheet);
    expect(more).toEqual([]);
    expect(header).toMatchObject({ kind: 'columns' });
    if (header?.kind !== 'columns' || body?.kind !== 'flow') throw new Error('unexpected order');
    expect(new Set(header.left)).toEqual(new Set(left));
    expect(new Set(header.right)).toEqual(new Set(right));
    expect(body.fragments).toHaveLength(12);
  });

  test('a footer whose right column ends below with a name, after room for a signature', () => {
    const recipients = [0, 1, 2, 3].map((i) => piece(240, 1500 + i * 34, 520 + i * 10));
    const signer = [piece(1000, 1495, 1300), piece(1040, 1535, 1260), piece(1020, 1830, 1290)];
    const sections = cutColumns([...paragraph(300, 20), ...recipients, ...signer], sheet);
    expect(sections.map((section) => section.kind)).toEqual(['flow', 'columns']);
    expect(sections[1]).toMatchObject({ right: expect.arrayContaining(signer) });
  });

  test('white that runs through lines of a paragraph is no gutter', () => {
    const torn = [0, 1, 2].flatMap((i) => [piece(240, 600 + i * 44, 700), piece(730, 600 + i * 44, 1540)]);
    const sections = cutColumns([...paragraph(200, 8), ...torn, ...paragraph(760, 8)], sheet);
    expect(sections.map((section) => section.kind)).toEqual(['flow']);
  });

  test('a short list of addressees under the header is no column', () => {
    const list = [piece(400, 420, 520), piece(540, 460, 900), piece(540, 500, 980)];
    const sections = cutColumns([...left, ...right, ...list, ...paragraph(600, 6)], sheet);
    expect(sections[0]).toMatchObject({ kind: 'columns', right });
  });

  test('nothing is lost or doubled', () => {
    const all = [...left, ...right, ...paragraph(420, 12), piece(800, 2200, 830)];
    const out = cutColumns(all, sheet).flatMap((section) => (section.kind === 'flow' ? section.fragments : [...section.left, ...section.right]));
    expect(out).toHaveLength(all.length);
    expect(new Set(out)).toEqual(new Set(all));
  });
});

describe('tables', () => {
  const across = (y: number, x0 = 100, x1 = 1100): Box => [x0, y, x1, y + 3];
  const down = (x: number, y0 = 100, y1 = 400): Box => [x, y0, x + 3, y1];

  test('a grid of two rows and three columns', () => {
    const [grid] = findTables({ across: [across(100), across(250), across(400)], down: [down(100), down(400), down(700), down(1098)] }, 200);
    expect(grid).toMatchObject({ rows: 2, columns: 3 });
    expect(grid?.cells).toHaveLength(6);
  });

  test('a cell that spans two rows, and one that spans two columns', () => {
    const rules = { across: [across(100), across(250, 400), across(400)], down: [down(100), down(400), down(700, 250), down(1098)] };
    const [grid] = findTables(rules, 200);
    expect(grid?.cells.map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan])).toEqual([
      [0, 0, 2, 1],
      [0, 1, 1, 2],
      [1, 1, 1, 1],
      [1, 2, 1, 1],
    ]);
  });

  test('an arc of a seal that touches the table adds no column; a frame and two lines are no tables', () => {
    const rules = { across: [across(100), across(250), across(400)], down: [down(100), down(600), down(1098), down(300, 20, 110)] };
    expect(findTables(rules, 200)[0]).toMatchObject({ rows: 2, columns: 2 });
    expect(findTables({ across: [across(100), across(400)], down: [down(100), down(1098)] }, 200)).toEqual([]);
    expect(findTables({ across: [across(100), across(400)], down: [] }, 200)).toEqual([]);
  });
});

describe('rules and print', () => {
  const grey = (image: PageImage): PageImage => ({ ...image, channels: 1, data: image.data.filter((_, i) => i % 3 === 0) });

  test('an underline goes, the words over it stay; print is no rule', () => {
    const page = grey(
      drawSheet(
        (pen) => {
          pen.text('Độc lập - Tự do - Hạnh phúc', 300, 200, { face: 'bold' });
          pen.rule(320, 216, 720, 219);
          pen.text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 240, 130, { face: 'bold', size: 13 });
        },
        { width: 1100, height: 300 },
      ),
    );
    const rules = findRules(page);
    expect(rules.down).toEqual([]);
    expect(rules.across).toHaveLength(1);
    const fragments = findFragments(eraseRules(page, rules));
    expect(fragments.every(({ box }) => box[3] < 214 || box[1] < 200)).toBe(true);
    expect(fragments.length).toBeGreaterThanOrEqual(2);
  });

  test('a cut keeps its own print and whitens what belongs to others', () => {
    const page = grey(drawSheet((pen) => pen.fill(0, 0, 100, 100, '#000'), { width: 100, height: 100 }));
    const { image, x, y } = cutOut(page, [20, 20, 60, 60], [[50, 0, 100, 100]]);
    expect([x, y, image.width, image.height]).toEqual([10, 10, 60, 60]);
    const at = (px: number, py: number): number => image.data[(py - y) * image.width + px - x] as number;
    expect([at(25, 25), at(55, 25), at(15, 25)]).toEqual([0, 255, 255]);
  });
});
