// Whatever a text holds, its record keeps the contract: the schema, spans inside the text, and each object's words at its span.
// Texts are put together at random from pieces of letters and from anything at all.
import { readingOfText } from '@vanban/pages';
import { loadSettings } from '@vanban/pipeline';
import { STAGES } from '@vanban/pipeline/stages';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepsItsWord } from './keeps-its-word.ts';

const LINES = [
  'ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Số: 34/UBND-KT            Đắk Lắk, ngày 15 tháng 01 năm 2025',
  'V/v triển khai Nghị quyết số 57-NQ/TW',
  'Kính gửi: Các sở, ban, ngành',
  'Căn cứ Luật Tổ chức chính quyền địa phương;',
  'QUYẾT ĐỊNH:',
  'Điều 1. Phê duyệt kế hoạch',
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Sở Tài chính chủ trì, phối hợp với Sở Nội vụ lập dự toán, hoàn thành trước ngày 30/6/2025.',
  '2. Giao Văn phòng tổng hợp; báo cáo trước ngày 20 hằng tháng.',
  'a) Rà soát, sửa đổi quy định trong quý II/2025;',
  '- Chậm nhất 15 ngày kể từ ngày ký.',
  '1.1. Thường xuyên kiểm tra.',
  '| 1 | Xây dựng đề án | Sở Nội vụ | Quý III/2025 |',
  'Phụ lục 1',
  'Nơi nhận:',
  '- Như trên;',
  'TM. ỦY BAN NHÂN DÂN',
  'KT. CHỦ TỊCH',
  '\f',
  '',
];

const line = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...LINES) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) });
const text = fc.tuple(fc.array(line, { minLength: 1, maxLength: 40 }), fc.constantFrom('NFC', 'NFD'), fc.constantFrom('\n', '\r\n'));

async function recordOf(content: string) {
  const ocr = readingOfText(content);
  const versions = { ocr: 'test' };
  const settings = loadSettings();
  const job = {
    documentId: 'a'.repeat(64),
    path: '',
    fileName: 'thu.txt',
    bytes: 1,
    receivedAt: '2026-11-21T08:00:00Z',
    page: 0,
    settings,
    versions,
  };
  const inspect = { mediaType: 'text/plain', pageCount: ocr.length, warnings: [] };
  const restore = await STAGES.restore.run({ ocr } as never, job);
  const segment = await STAGES.segment.run({ restore } as never, job);
  const extract = await STAGES.extract.run({ restore, segment } as never, job);
  return STAGES.publish.run({ inspect, ocr, restore, segment, extract } as never, job);
}

test('a record of any text keeps the contract, and is the same each time', async () => {
  await fc.assert(
    fc.asyncProperty(text, async ([lines, form, newline]) => {
      const content = lines.join(newline).normalize(form);
      const record = await recordOf(content);
      keepsItsWord(record);
      expect(await recordOf(content)).toEqual(record);
    }),
    { numRuns: 300, seed: 57 },
  );
});
