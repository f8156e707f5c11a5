import { describe, expect, it } from 'vitest';
import { isSyllable, parseSyllable } from './syllables.ts';

const RIGHT = `hòa hoà thủy thuỷ quý gì gìn giữ giếng quốc quyết quỳnh khuỷu khuya ngoẹo nghiêng yên yêu ý kỳ lý huấn thuở đường ĐƯỜNG Nghị
  chuyển tuệch xoong cứu mía của cửa giặt ghế ngành kẻ oái uống`.split(/\s+/u);
const WRONG = `quyét cac trien ngiêng cế kạ ghà hòan qúy đựơc cuả Đắk Kông Glei café iêu bươ s6 chư̂ng ngh b d¢t thue-thu phap12 w zô fa jun
  vadi huy¢n dugc hgc niế chiềũ`.split(/\s+/u);

describe('isSyllable', () => {
  it.each(RIGHT)('takes %s', (word) => expect(isSyllable(word)).toBe(true));
  it.each(WRONG)('refuses %s', (word) => expect(isSyllable(word)).toBe(false));
  it('refuses two words and nothing', () => {
    expect(isSyllable('hai từ')).toBe(false);
    expect(isSyllable('')).toBe(false);
  });
});

describe('parseSyllable', () => {
  it('finds the parts whatever letter bears the tone', () => {
    expect(parseSyllable('Quyết')).toEqual({ onset: 'qu', rime: 'yêt', tone: 'sắc' });
    expect(parseSyllable('hòan')).toEqual({ onset: 'h', rime: 'oan', tone: 'huyền' });
    expect(parseSyllable('gì')).toEqual({ onset: 'g', rime: 'i', tone: 'huyền' });
    expect(parseSyllable('giết')).toEqual({ onset: 'gi', rime: 'êt', tone: 'sắc' });
  });
});
