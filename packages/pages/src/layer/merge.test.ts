import type { Box, PageReading, Word } from '@vanban/contract';
import { describe, expect, it } from 'vitest';
import { mergeLayer } from './merge.ts';
import { placesOf } from './same-place.ts';
import { settleWord } from './settle-word.ts';

const word = (text: string, confidence = 0.95, box: Box = [0, 0, 50, 20]): Word => ({ text, box, confidence });

/** Words side by side on one line, each as wide as its letters. */
function row(texts: readonly string[], confidence: number, y = 100): Word[] {
  let x = 0;
  return texts.map((text) => {
    const at = x;
    x += text.length * 10 + 8;
    return word(text, confidence, [at, y, at + text.length * 10, y + 20]);
  });
}

describe('settleWord', () => {
  const settled = (read: Word, layer: string, trust = 0.2): [string, number] => {
    const { text, confidence } = settleWord(read, word(layer), trust);
    return [text, Math.round(confidence * 100) / 100];
  };

  it('is surer where both agree', () => {
    expect(settled(word('điện', 0.8), 'điện')).toEqual(['điện', 0.9]);
    expect(settled(word('36/2017/NĐ-CP', 0.8), '36/2017/ND-CP')).toEqual(['36/2017/NĐ-CP', 0.9]);
  });

  it('never takes digits from the layer: what differs is doubtful', () => {
    expect(settled(word('34', 0.9), '54', 1)).toEqual(['34', 0.5]);
    expect(settleWord(word('34', 0.9), word('54'), 1).alternatives).toEqual(['54']);
    expect(settled(word('s6', 0.7), '56', 1)).toEqual(['s6', 0.5]);
    expect(settled(word('số', 0.9), 's6', 1)).toEqual(['số', 0.9]);
    expect(settled(word('l5', 0.7), '35', 1)).toEqual(['l5', 0.5]);
    expect(settled(word('82/2017/NĐ-CP', 0.9), '82/20171ND-CP', 1)).toEqual(['82/2017/NĐ-CP', 0.9]);
  });

  it.each([
    ['thể:', 'thé;', 'thể;'],
    ['vị.', 'vi,', 'vị,'],
    ['tỷ', 'ty,', 'tỷ,'],
    ['báo', 'bao:', 'báo'],
    ['sau:', 'sau.', 'sau:'],
    ['Nông;', 'Nong', 'Nông;'],
    ['và', '“', 'và'],
  ])('%s beside %s gives %s, whatever the letters', (read, layer, text) => expect(settled(word(read), layer)[0]).toBe(text));

  it('takes letters of a layer that mostly has the same ones, where recognition was unsure', () => {
    expect(settled(word('sô', 0.6), 'số', 0.97)[0]).toBe('số');
    expect(settleWord(word('sô', 0.6), word('số'), 0.97).alternatives).toEqual(['sô']);
    expect(settled(word('quyét', 0.9), 'quyết', 0.97)[0]).toBe('quyết');
    expect(settled(word('sô', 0.6), 'số', 0.5)[0]).toBe('sô');
    expect(settled(word('sô', 0.95), 'số', 0.97)[0]).toBe('sô');
  });

  it('takes no other reading from a layer that has the same letters with fewer marks, unless it mostly has the right ones', () => {
    expect(settleWord(word('về', 0.6), word('vé'), 0.3).alternatives).toBeUndefined();
    expect(settleWord(word('về', 0.6), word('vé'), 0.95).alternatives).toEqual(['vé']);
    expect(settleWord(word('vê', 0.6), word('với'), 0.3).alternatives).toEqual(['với']);
  });

  it('does not give marks away', () => expect(settled(word('khẩn', 0.6), 'khân', 0.97)[0]).toBe('khẩn'));
});

describe('placesOf', () => {
  it('pairs what stands over each other, and keeps together what was cut otherwise', () => {
    const read = [word('công', 1, [0, 0, 40, 20]), word('tác', 1, [50, 0, 80, 20]), word('xa', 1, [300, 0, 320, 20])];
    const layer = [word('congtac', 1, [0, 2, 80, 20]), word('khac', 1, [0, 60, 40, 80])];
    expect(placesOf(read, layer).map((place) => [place.read.map(({ text }) => text), place.layer.map(({ text }) => text)])).toEqual([
      [['công', 'tác'], ['congtac']],
      [['xa'], []],
    ]);
  });
});

describe('mergeLayer', () => {
  const texts = 'Ủy ban nhân dân tỉnh yêu cầu các sở ban ngành thực hiện nghiêm túc các nội dung sau đây và báo cáo kết quả'.split(' ');
  const reading = (words: readonly Word[], rotation: 0 | 180 = 0): PageReading => ({
    number: 3,
    width: 1654,
    height: 2339,
    dpi: 200,
    origin: 'ocr',
    rotation,
    skew: 0,
    blank: false,
    confidence: 0.9,
    blocks: [
      { kind: 'text', role: 'body', box: [0, 100, 1500, 120], lines: [{ words, box: [0, 100, 1500, 120] }] },
      { kind: 'text', role: 'note', box: [0, 100, 50, 120], lines: [{ words: [word('ghi')], box: [0, 100, 50, 120] }] },
    ],
    warnings: [],
  });
  const wordsOf = ({ blocks }: PageReading): string[] =>
    blocks.flatMap((block) => (block.kind === 'text' ? block.lines : []).flatMap((line) => line.words.map(({ text }) => text)));

  it('measures the layer on the page itself and says what it did', () => {
    const read = row(texts, 0.95).with(5, { ...(row(texts, 0.4)[5] as Word), text: 'yéu' });
    const merged = mergeLayer(reading(read), row(texts, 0.9, 102));
    expect(wordsOf(merged)).toEqual([...texts, 'ghi']);
    expect(merged.warnings).toMatchObject([{ code: 'text-layer-merged', page: 3 }]);
    expect(merged.warnings[0]?.message).toMatch(/100 % .*1 word\(s\) were settled by it, 0 with digits/u);
    expect(merged.origin).toBe('ocr');
  });

  it('takes no letters from a layer that mostly has others', () => {
    const read = row(texts, 0.95).with(5, { ...(row(texts, 0.4)[5] as Word), text: 'yéu' });
    const foreign = texts.map((text) => text.normalize('NFD').replace(/\p{M}/gu, ''));
    expect(wordsOf(mergeLayer(reading(read), row(foreign, 0.9)))[5]).toBe('yéu');
  });

  it('leaves a page without a layer, or one that had to be turned, as it was read', () => {
    const plain = reading(row(texts, 0.95));
    expect(mergeLayer(plain, [])).toBe(plain);
    const turned = mergeLayer(reading(row(texts, 0.95), 180), row(texts, 0.9));
    expect(turned.blocks).toEqual(plain.blocks);
    expect(turned.warnings).toMatchObject([{ code: 'text-layer-merged' }]);
  });
});
