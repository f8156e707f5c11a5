import { describe, expect, it } from 'vitest';
import { ofOwner, ofWork } from './confidence.ts';

const task = { clauseId: 'II.1', rules: ['task/subject'] };

describe('an owner', () => {
  it('is surer where the gazetteer knows its name', () =>
    expect(ofOwner({ name: 'Bộ Tài chính', known: true, from: null }, task)).toBeGreaterThan(
      ofOwner({ name: 'các cơ quan báo chí', known: false, from: null }, task),
    ));

  it('is doubtful where nobody knows a name of two words, unless it is an abbreviation or fills a cell', () => {
    const of = (name: string, rules: readonly string[] = task.rules) => ofOwner({ name, known: false, from: null }, { ...task, rules });
    expect(of('Cơ quan')).toBeLessThan(0.3);
    expect(of('EVN')).toBeGreaterThan(0.7);
    expect(of('UBND huyện')).toBeGreaterThan(0.7);
    expect(of('Phòng TCHC', ['task/table-row'])).toBeGreaterThan(0.9);
  });

  it('is surer under its heading than from the lead-in or the addressees of the letter', () => {
    const from = (place: string) => ofOwner({ name: 'Sở Y tế', known: true, from: place }, task);
    expect(from('II')).toBeGreaterThan(from('II.1'));
    expect(from('II.1')).toBeGreaterThan(from('lead-in'));
    expect(from('lead-in')).toBeGreaterThan(from('addressees'));
  });
});

it('doubts whose work it is where the work begins by directing others', () => {
  expect(ofWork('chỉ đạo các cơ quan báo chí đưa tin')).toBeLessThan(1);
  expect(ofWork('xây dựng kế hoạch')).toBe(1);
});
