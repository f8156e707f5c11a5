import { describe, expect, it } from 'vitest';
import { jointCell } from './joint-cell.ts';

const parted = (text: string): (string | null)[] => {
  const { leads, supports } = jointCell(text);
  return [text.slice(leads.start, leads.end), supports && text.slice(supports.start, supports.end)];
};

describe('jointCell', () => {
  it.each([
    ['Trưởng ban A chủ trì, phối hợp với Ban B, Báo C', 'Trưởng ban A', 'Ban B, Báo C'],
    ['Sở A chủ trì phối hợp các đơn vị trực thuộc', 'Sở A', 'các đơn vị trực thuộc'],
    ['Sở A;\nPhối hợp: Sở B', 'Sở A', 'Sở B'],
    ['Chủ trì: Sở A; đơn vị phối hợp: Sở B, Sở C', 'Sở A', 'Sở B, Sở C'],
    ['Sở A chủ trì', 'Sở A', null],
    ['Sở Tài chính; Sở Y tế', 'Sở Tài chính; Sở Y tế', null],
    ['Hội đồng phối hợp phổ biến giáo dục pháp luật', 'Hội đồng phối hợp phổ biến giáo dục pháp luật', null],
    ['Phối hợp với Sở B', 'Phối hợp với Sở B', null],
  ])('%s', (text, leads, supports) => expect(parted(text)).toEqual([leads, supports]));
});
