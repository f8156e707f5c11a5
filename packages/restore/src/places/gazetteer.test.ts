import { describe, expect, it } from 'vitest';
import { likeness } from '../likeness.ts';
import type { Decision } from '../model/decide.ts';
import type { FlowToken } from '../model/flow.ts';
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
  const settle = (text: string, doubt: number): string => {
    const tokens = text
      .split(' ')
      .map((core): FlowToken => ({ core, before: 0, kept: false, others: [], confidence: 1, abbreviated: false, start: 0 }));
    const decisions = tokens.map((): Decision => ({ text: null, sure: doubt, alternatives: [] }));
    return settlePlaces(tokens, decisions, gazetteer, false)
      .map((decision, i) => decision.text ?? tokens[i]?.core)
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
    expect(settle("Dak R'lap", 0.99)).toBe("Đắk R'lấp");
    expect(settle('ĐẮK R`LÁP', 0.99)).toBe("ĐẮK R'LẤP");
    expect(settle("xã Ea H'leo và", 0.99)).toBe("xã Ea H'leo và");
    expect(settle('Đắk R là vùng', 0.99)).toBe('Đắk R là vùng');
  });
  it.each(['huyện này', 'tỉnh ủy', 'xã hội chủ nghĩa', 'xã hội do Trung ương', 'xã hội Việt Nam', 'tỉnh Đăk Nông', 'thành phố Huế'])(
    'leaves %s',
    (text) => expect(settle(text, 0.3)).toBe(text),
  );
});
