import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import { languageModelOf } from './language-model.ts';
import { dress } from './letter-case.ts';
import { partsOf } from './part-glued.ts';
import { misreadParts } from './part-misread.ts';
import { readingsOf } from './readings.ts';
import { idOf, languageModelFrom, readingsFrom, vocabulary } from './test-model.ts';
import { normal } from './vocabulary.ts';

describe('normal', () => {
  it.each([
    ['Hoà', 'hòa'],
    ['UỶ', 'ủy'],
    ['quý', 'quý'],
    ['hoàn', 'hoàn'],
  ])('%s → %s', (from, to) => expect(normal(from)).toBe(to));
});

describe('vocabulary', () => {
  it('knows classes and what shares their letters', () => {
    expect(vocabulary.classOf('HOÀ')).toBe(idOf('hòa'));
    expect(vocabulary.classOf('Glei')).toBe(1);
    expect(vocabulary.sharing('hoa')).toEqual(['hoa', 'hóa', 'hòa'].map(idOf));
  });
  it('writes twelve characters and the word form', () => {
    expect(vocabulary.features('aB')).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(vocabulary.features('aaaaaaaaaaaabbbb')).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 1]);
  });
});

describe('dress', () => {
  it.each([
    ['quyết', 'QUYET', 0, 'QUYẾT'],
    ['quyết', 'Quyet', 0, 'Quyết'],
    ['là', '1a', 0, 'là'],
    ['đề', '6é', 1, 'Đề'],
    ['bộ', 'B', 1, 'Bộ'],
    ['của', 'cUa', 0, 'của'],
    ['lập', 'Idp', 0, 'lập'],
    ['lê', 'Ié', 1, 'Lê'],
    ['in', 'Iu', 1, 'In'],
    ['bộ', 'BO', 1, 'Bộ'],
    ['bộ', 'BO', 2, 'BỘ'],
    ['tế', 'TÉ', 1, 'TẾ'],
    ['xã', 'XA', 1, 'XÃ'],
    ['xã', 'xA', 0, 'XÃ'],
    ['và', 'va', 0, 'và'],
  ])('%s for %s (%i): %s', (word, source, expected, out) => expect(dress(word, source, expected)).toBe(out));
});

describe('decide', () => {
  const option = (word: string, text: string | null) => ({ id: idOf(word), second: 0, joins: false, score: 0, text });
  const options = [option('cửa', null), option('của', 'của'), option('quá', 'quá')];
  const read = (core: string, confidence = 1) => ({ core, confidence });
  it('takes the likeliest and tells the others', () => {
    expect(decide(read('Cua'), options, [0.1, 0.88, 0.02], 1, { accept: 0.5, acceptNames: 0.5 })).toEqual({
      text: 'Của',
      sure: 0.88,
      alternatives: ['Cua', 'Quá'],
    });
  });
  it('leaves the word where a change is not sure enough', () => {
    expect(decide(read('Cua'), options, [0.1, 0.88, 0.02], 1, { accept: 0.9, acceptNames: 0.9 })).toEqual({
      text: null,
      sure: 0.1,
      alternatives: ['Của', 'Quá'],
    });
  });
  it('wants more proof for what may be a name, and for other letters', () => {
    const cautious = { accept: 0.5, acceptNames: 0.9 };
    expect(decide(read('Cửa'), options, [0.1, 0.88, 0.02], 1, cautious).text).toBeNull();
    expect(decide(read('cửa'), options, [0.1, 0.88, 0.02], 0, cautious).text).toBe('của');
    expect(decide(read('cửa'), options, [0.1, 0.02, 0.88], 0, cautious).text).toBeNull();
  });
  it('leaves letters that were read clearly: a misprint stands so in print', () => {
    const cautious = { accept: 0.6, acceptNames: 0.9 };
    const misprint = [option('cửa', null), option('quá', 'quá')];
    expect(decide(read('qá', 0.92), misprint, [0.001, 0.999], 0, cautious).text).toBeNull();
    expect(decide(read('qá', 0.8), misprint, [0.03, 0.97], 0, cautious).text).toBe('quá');
    expect(decide(read('quà', 0.92), misprint, [0.03, 0.97], 0, cautious).text).toBe('quá');
    expect(decide(read('củaquá', 0.92), [option('cửa', null), option('của', 'của quá')], [0.03, 0.97], 0, cautious).text).toBe('của quá');
  });
});

describe('partsOf', () => {
  const language = languageModelOf(languageModelFrom([{ pair: ['quá', 'trình'], cost: 1 }]));
  it.each([
    ['quátrình', ['quá', 'trình']],
    ['Toàánnhândân', ['Toà', 'án', 'nhân', 'dân']],
    ['quá2025', ['quá', '2025']],
    ['HòaABCnhân', ['Hòa', 'ABC', 'nhân']],
    ['6hiện', ['6', 'hiện']],
  ])('%s', (word, parts) => expect(partsOf(word, vocabulary, language)).toEqual(parts));
  it.each(['quá', 'Réunion', 'quatrinh', 'TCĐLCL', 'Đắk', 'A2025', 'quáx'])('%s stays', (word) =>
    expect(partsOf(word, vocabulary, language)).toBeNull(),
  );
});

describe('misreadParts', () => {
  const language = languageModelOf(languageModelFrom([{ pair: ['thực', 'hiện'], cost: 1 }], 4));
  const forms = { thyc: { thực: -0.5 }, hién: { hiện: -1 }, cia: { của: -1, cửa: -2 }, thychin: { thực: -3 }, '@': { hoa: -1 }, hoa: { hoa: -1 } };
  const readings = readingsOf(readingsFrom(forms));
  it.each([
    ['thychién', ['thyc', 'hién']],
    ['Thychiéncia', ['Thyc', 'hién', 'cia']],
    ['ThycHien@', null],
    ['hiénhoa@', ['hién', 'hoa', '@']],
    ['thychin', null],
    ['Thyccia', null],
    ['ThycCia', ['Thyc', 'Cia']],
    ['2025hién', null],
    ['hoacia', ['hoa', 'cia']],
    ['Microsoft', null],
  ])('%s', (word, parts) => expect(misreadParts(word, readings, language)).toEqual(parts));
});
