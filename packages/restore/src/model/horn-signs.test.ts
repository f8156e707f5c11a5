import type { Box } from '@vanban/contract';
import { describe, expect, it } from 'vitest';
import { type DraftLine, type Piece, textOf } from '../draft.ts';
import { dropHornSigns } from './horn-signs.ts';

const box: Box = [0, 0, 1, 1];
const piece = (original: string, text: string): Piece => ({
  text,
  source: [{ text: original, box, confidence: 1 }],
  original,
  sure: 0.9,
  by: 'model/letters',
  alternatives: [],
});
/** "read→now read→now" */
const line = (pairs: string): DraftLine => ({
  box,
  pieces: pairs.split(' ').map((pair) => {
    const [original = '', text = original] = pair.split('→');
    return piece(original, text);
  }),
});
const dropped = (...pairs: string[]): string => textOf(dropHornSigns(pairs.map(line)));

describe('dropHornSigns', () => {
  it('drops what was read for a horn once the word has it', () => {
    expect(dropped('vét→vết tich→tích tt’→từ’ bién→biên dich→dịch')).toBe('vết tích từ biên dịch');
    expect(dropped('lan→lần thi?→thứ? V')).toBe('lần thứ V');
    expect(dropped("Thông tw',→tư', so→số")).toBe('Thông tư, số');
    expect(dropped('ap→áp luc→lực tu?→từ?', 'moi→mọi')).toBe('áp lực từ\nmọi');
  });

  it('keeps questions, quotes and signs behind a letter that was read with its horn', () => {
    expect(dropped('bao gid?→giờ? Khi→Khi')).toBe('bao giờ? Khi');
    expect(dropped('nhu→như thé→thế nao→nào su?→sự?')).toBe('như thế nào sự?');
    expect(dropped('goi→gọi la→là ‘tu’→‘từ’ va→và')).toBe('gọi là ‘từ’ và');
    expect(dropped('cu→cứ tư’→tư’ nay→này')).toBe('cứ tư’ này');
    expect(dropped('con→còn cha’→cha’ nay')).toBe('còn cha’ nay');
  });
});
