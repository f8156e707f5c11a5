import { expect, test } from 'vitest';
import { nameWarning } from './name-warning.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test.each([
  ['cv-266.pdf', 'text/plain'],
  ['CV-266.PDF', 'text/plain'],
  ['cv.pdf', 'image/jpeg'],
  ['cv.pdf', WORD],
  ['cv.txt', 'application/pdf'],
  ['ảnh.jpg', 'application/pdf'],
  ['cv.docx', 'text/plain'],
])('%s that is %s is told', (fileName, mediaType) => {
  expect(nameWarning(fileName, mediaType)).toEqual([{ code: 'name-misleads', message: expect.stringContaining(mediaType), page: null }]);
});

test.each([
  ['cv.pdf', 'application/pdf'],
  ['scan.jpg', 'image/png'],
  ['cv.doc', WORD],
  ['cv.doc', 'application/rtf'],
  ['ghi-chú.md', 'text/plain'],
  ['Công văn số 12', 'text/plain'],
  ['số 1.2025', 'application/pdf'],
  ['bảng.dat', 'text/plain'],
])('%s that is %s is not', (fileName, mediaType) => {
  expect(nameWarning(fileName, mediaType)).toEqual([]);
});
