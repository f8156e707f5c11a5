import { describe, expect, it } from 'vitest';
import { placeTones, settleTones } from './tones.ts';

describe('placeTones', () => {
  it.each([
    ['hoà bình', 'hòa bình'],
    ['Uỷ ban, thuỷ lợi, khoẻ', 'Ủy ban, thủy lợi, khỏe'],
    ['HOÀ XOÁ', 'HÒA XÓA'],
    ['hòan qúy gía', 'hoàn quý giá'],
    ['hoà'.normalize('NFD'), 'hòa'],
  ])('%s → %s', (from, to) => expect(placeTones(from)).toBe(to));
  it.each(['quý', 'gì', 'hoàn', 'thuế', 'khuỷu', 'giữa', 'quả', 'người', 'cứu', 'toàn', 'mía', 'của', 'Café', 'Réunion'])('leaves %s', (word) =>
    expect(placeTones(word)).toBe(word),
  );
});

describe('settleTones', () => {
  it('keeps both styles and moves only what neither has', () => {
    expect(settleTones('hoà hòa thuỷ thủy')).toBe('hoà hòa thuỷ thủy');
    expect(settleTones('Tòan qúy LỌAI ngừơi')).toBe('Toàn quý LOẠI người');
  });
});
