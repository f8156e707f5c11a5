import { describe, expect, it } from 'vitest';
import { likeness } from '../likeness.ts';
import type { Decision } from '../model/decide.ts';
import type { FlowToken } from '../model/flow.ts';
import { COMMA, SPACE } from '../model/tokens.ts';
import { gazetteerOf, readGazetteer } from './gazetteer.ts';
import { settlePlaces } from './settle.ts';

const gazetteer = await readGazetteer();

describe('gazetteer', () => {
  it('finds the name that was spoilt', () => {
    expect(gazetteer.nearest(['bik', 'Glei'], ['bik', 'Glei'], 'd')?.words).toEqual(['Đắk', 'Glei']);
    expect(gazetteer.nearest(['Kien', 'Giang'], ['Kien', 'Giang'], 'p')?.words).toEqual(['Kiên', 'Giang']);
    expect(gazetteer.nearest(['By', 'Dét'], ['By', 'Đệt'], 'd')).toBeNull();
  });
  it('says nothing where two names are about equally near', () => {
    const twins = gazetteerOf('Tân Hòa\tc\nTân Hóa\tc');
    expect(twins.nearest(['Tan', 'Hoa'], ['Tan', 'Hoa'], 'c')).toBeNull();
    expect(twins.nearest(['Tan', 'Hoa'], ['Tân', 'Hóa'], 'c')?.words).toEqual(['Tân', 'Hóa']);
  });
  it('finds the one name with the letters of these words, or the one with fewest other words', () => {
    const few = gazetteerOf('Giao Hương\tc\nTrực Hùng\tc\nTrực Hưng\tc\nAn Hoà\tc\nÂn Hòa\tc\nÂn Hoà\tc');
    expect(few.sameLetters(['Giao', 'Hưởng'], 'c')).toEqual(['Giao', 'Hương']);
    expect(few.sameLetters(['Giao', 'Hưởng'], 'd')).toBeNull();
    expect(few.sameLetters(['Giao', 'Hương'], 'c')).toBeNull();
    expect(few.sameLetters(['Trúc', 'Hưng'], 'c')).toEqual(['Trực', 'Hưng']);
    expect(few.sameLetters(['Trực', 'Hứng'], 'c')).toBeNull();
    expect(few.sameLetters(['Ấn', 'Hòa'], 'c')).toBeNull();
  });
  it('keeps levels apart and takes Đăk for Đắk', () => {
    expect(gazetteer.named(['đắk', 'glei'], 'd')).toEqual(['Đắk', 'Glei']);
    expect(gazetteer.named(['Đăk', 'Nông'], 'p')).toEqual(['Đắk', 'Nông']);
    expect(gazetteer.named(['Đắk', 'Glei'], 'p')).toBeNull();
  });
});

it('measures likeness by shape', () => {
  expect(likeness('glei', 'glei')).toBe(0);
  expect(likeness('bik', 'dak')).toBe(1);
  expect(likeness('xyz', 'dak')).toBeGreaterThan(2);
});

describe('settlePlaces', () => {
  /** Signs stand by themselves in `text`. */
  const settle = (text: string, sure: number, eager = false): string => {
    const parts = text.split(/ (?![,:])/u);
    const tokens = parts.map((part, i): FlowToken => {
      const before = / [,:]$/u.test(parts[i - 1] ?? '') ? COMMA : SPACE;
      return { core: part.split(' ')[0] as string, before, kept: false, others: [], confidence: 1, abbreviated: false, start: 0 };
    });
    const decisions = tokens.map((): Decision => ({ text: null, sure, alternatives: [] }));
    return settlePlaces(tokens, decisions, gazetteer, eager)
      .map((decision, i) => (decision.text ?? tokens[i]?.core) + (parts[i] as string).slice(tokens[i]?.core.length))
      .join(' ');
  };
  it('looks only after titles, and only at words in doubt', () => {
    expect(settle('huyện Dik Glei và', 0.5)).toBe('huyện Đắk Glei và');
    expect(settle('HUYỆN DIK GLEI', 0.5)).toBe('HUYỆN ĐẮK GLEI');
    expect(settle('huyện Dik Glei và', 0.95)).toBe('huyện Dik Glei và');
    expect(settle('theo Dik Glei và', 0.5)).toBe('theo Dik Glei và');
  });
  it('puts apostrophes of names right, without a title too', () => {
    expect(settle('nữa Đăk R lắp là', 0.99)).toBe("nữa Đăk R'lấp  là");
    expect(settle('huyện Đăk R lắp', 0.99)).toBe("huyện Đắk R'lấp ");
    expect(settle("Dak R'lap", 0.99)).toBe("Đắk R'lấp");
    expect(settle('ĐẮK R`LÁP', 0.99)).toBe("ĐẮK R'LẤP");
    expect(settle("xã Ea H'leo và", 0.99)).toBe("xã Ea H'leo và");
    expect(settle('Đắk R là vùng', 0.99)).toBe('Đắk R là vùng');
  });
  it('gives names in lists their marks where the page had none, by a list that goes on behind its title', () => {
    expect(settle('các xã Giao Hưởng , Trúc Mỹ và Liễu Đế thuộc Trúc Mỹ', 0.8, true)).toBe('các xã Giao Hương , Trực Mỹ và Liễu Đề thuộc Trúc Mỹ');
    expect(settle('thị trấn Gọi , xã Kim Thái', 0.8, true)).toBe('thị trấn Gôi , xã Kim Thái');
    expect(settle('Xã Giao Hưởng', 0.8, true)).toBe('Xã Giao Hương');
    expect(settle('các xã Giao Hưởng', 0.995, true)).toBe('các xã Giao Hưởng');
    expect(settle('các xã , Giao Hưởng', 0.8, false)).toBe('các xã , Giao Hưởng');
  });
  it('knows provinces without a title, and no ward after "địa phương"', () => {
    expect(settle('gồm : Hà Tỉnh , Lào Cai', 0.8, true)).toBe('gồm : Hà Tĩnh , Lào Cai');
    expect(settle('ông Nguyễn Văn Tây Hà Tỉnh', 0.8, true)).toBe('ông Nguyễn Văn Tây Hà Tỉnh');
    expect(settle('các địa phương Bắc Ninh', 0.8, true)).toBe('các địa phương Bắc Ninh');
    expect(settle('địa phương liên quan', 0.8, true)).toBe('địa phương liên quan');
  });
  it.each(['huyện này', 'tỉnh ủy', 'xã hội chủ nghĩa', 'xã hội do Trung ương', 'xã hội Việt Nam', 'tỉnh Đăk Nông', 'thành phố Huế'])(
    'leaves %s',
    (text) => expect(settle(text, 0.3)).toBe(text),
  );
});
