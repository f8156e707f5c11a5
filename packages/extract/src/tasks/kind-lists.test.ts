import { expect, it } from 'vitest';
import { partsOf } from './parts.ts';

const pieces = (text: string) => {
  const { head, parts } = partsOf(text, { start: 0, end: text.length });
  return [head, ...parts].map((span) => (span === null ? null : text.slice(span.start, span.end).trim()));
};

it.each([
  [
    'yêu cầu các Bộ: Nông nghiệp và Môi trường; Xây dựng; Y tế lập phương án; báo cáo kết quả',
    [null, 'yêu cầu các Bộ: Nông nghiệp và Môi trường; Xây dựng; Y tế lập phương án;', 'báo cáo kết quả'],
  ],
  ['Đối với các Sở: Y tế, Xây dựng; Ủy ban nhân dân các xã:', ['Đối với các Sở: Y tế, Xây dựng; Ủy ban nhân dân các xã:']],
  ['Giao Sở A, Sở B; UBND các xã; các phòng rà soát; báo cáo', [null, 'Giao Sở A, Sở B; UBND các xã; các phòng rà soát;', 'báo cáo']],
  ['Giao Sở A rà soát; UBND các xã báo cáo', [null, 'Giao Sở A rà soát;', 'UBND các xã báo cáo']],
  ['Giao các Sở: Y tế, Xây dựng rà soát; Công khai danh sách', [null, 'Giao các Sở: Y tế, Xây dựng rà soát;', 'Công khai danh sách']],
])('keeps the names of a list together: %s', (text, expected) => {
  expect(pieces(text)).toEqual(expected);
});
