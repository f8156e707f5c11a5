import type { Block, Box, Line, Word } from '@vanban/contract';
import type { PageImage } from '@vanban/pages';
import { describe, expect, test } from 'vitest';
import { slotsOf } from './slots.ts';
import { markHandwriting } from './zones.ts';

/** Words on one line, ten pixels a letter, a blank between two. */
function lineOf(text: string, confidence = 0.9): Line {
  let x = 100;
  const words = text.split(' ').map((part): Word => {
    const word: Word = { text: part, confidence: /^\p{L}+[:,]?$|^\//u.test(part) ? 0.95 : confidence, box: [x, 200, x + part.length * 10, 226] };
    x += part.length * 10 + 10;
    return word;
  });
  return { box: [100, 200, x - 10, 226], words };
}

describe('slots', () => {
  test.each([
    ['Số: 4j2 /BKHCN-TTra', [['number', '4j2', 130, 180]]],
    ['Số: 2⁄ /CĐ-UBND', [['number', '2⁄', 130, 170]]],
    ['Số: 02 /2020/QĐ-UBND', [['number', '02', 130, 170]]],
    ['Số:/2/UBND- KSTTHC', [['number', '/2', 130, 150]]],
    ["Sé: '../SYT-NVY", [['number', "'..", 130, 170]]],
    [
      'Đắk Mil, ngày ,.7 tháng 2 năm 2019',
      [
        ['day', ',.7', 230, 280],
        ['month', '2', 330, 360],
      ],
    ],
  ])('%s', (text, wanted) => {
    expect(slotsOf(lineOf(text)).map(({ kind, text: read, from, to }) => [kind, read, from, to])).toEqual(wanted);
  });

  test.each([
    'Số điện thoại: 0263/38',
    'Số 05 /2019',
    'trong ngày cang tốt',
    'Căn cứ Nghị định số 12/NĐ-CP',
    'Luật ngày 21 tháng 6 năm 2012 của Quốc hội',
  ])('none in %s', (text) => {
    expect(slotsOf(lineOf(text))).toEqual([]);
  });
});

describe('zones', () => {
  const findZones = (given: Block[], image: PageImage) => markHandwriting(given, image.height, { image, toView: (box) => box }).zones;
  const blocks = (line: Line): Block[] => [{ kind: 'text', role: 'column', box: line.box, lines: [line] }];
  const paper = (): PageImage => ({ width: 800, height: 1000, dpi: 200, channels: 1, data: new Uint8Array(800_000).fill(255), bilevel: true });
  const inked = (): PageImage => {
    const page = paper();
    for (let y = 195; y < 225; y++) page.data.fill(0, y * 800 + 145, y * 800 + 165);
    return page;
  };

  test('show unread ink with its picture', () => {
    const [zone, ...more] = findZones(blocks(lineOf('Số: 4j2 /BKHCN-TTra', 0.4)), inked());
    expect(more).toEqual([]);
    expect(zone).toMatchObject({ kind: 'number', read: '4j2', box: [125, 184, 185, 239] });
    const picture = Buffer.from(zone?.picture ?? '', 'base64');
    expect([picture.subarray(1, 4).toString(), picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual(['PNG', 60, 55]);
  });

  test('are not made of what was read, nor of blanks', () => {
    expect(findZones(blocks(lineOf('Số: 412 /UBND-VX', 0.9)), inked())).toEqual([]);
    expect(findZones(blocks(lineOf('Số: ... /UBND-VX', 0.9)), paper())).toEqual([]);
  });

  test('are made of figures that the engine does not trust', () => {
    expect(findZones(blocks(lineOf('Số: 412 /UBND-VX', 0.4)), inked())).toHaveLength(1);
  });

  test('are made of figures that stand higher than the printed year, and those become unsure', () => {
    const dated = lineOf('Hà Nội, ngày 12 tháng 2 năm 2019');
    const byHand = {
      ...dated,
      words: dated.words.map((word) => (word.text === '2' ? { ...word, box: [word.box[0], 192, word.box[2], 222] as Box } : word)),
    };
    const page = paper();
    for (let y = 192; y < 222; y++) page.data.fill(0, y * 800 + 310, y * 800 + 320);
    const { blocks: marked, zones } = markHandwriting(blocks(byHand), 1000, { image: page, toView: (box) => box });
    expect(zones.map(({ kind, read }) => [kind, read])).toEqual([['month', '2']]);
    const [block] = marked;
    expect(block?.kind === 'text' && block.lines[0]?.words.map(({ confidence }) => confidence)).toEqual([
      0.95, 0.95, 0.95, 0.9, 0.95, 0.35, 0.95, 0.9,
    ]);
  });
});
