// Whole documents in old encodings, by their fonts' names and by content alone, mixed with Unicode: every character comes out right.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Encoding } from '@vanban/text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSource } from '../open.ts';
import { DEFAULT_LIMITS } from '../source.ts';
import { encodeLegacy } from '../testing/encode-legacy.ts';
import { makePdf, type TestPage, text } from '../testing/make-pdf.ts';

const LINES = [
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6;',
  'Xét đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 15;',
  'Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành thực hiện',
  'nghiêm túc những nội dung sau đây và gửi báo cáo kết quả:',
  '1. Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp rà soát quỹ',
  'đất, sửa đổi quy chế, bảo đảm đúng kỳ hạn đã được phê duyệt;',
  '2. Văn phòng tổng hợp, đôn đốc, kiểm tra hằng tháng việc xử lý',
  'những vướng mắc phát sinh ở cơ sở, kể cả ý kiến của người dân.',
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pages-legacy-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const readBack = (lines: readonly string[], font: string): Promise<string[]> =>
  readPage({ content: lines.map((line, row) => text(60, 760 - row * 20, 12, line)).join(''), font });

async function readPage(sample: TestPage): Promise<string[]> {
  const file = path.join(folder, 'sample.pdf');
  await writeFile(file, makePdf([sample]));
  const source = await openSource(file, { limits: DEFAULT_LIMITS });
  const page = await source.page(1).finally(() => source.close());
  if (page.kind !== 'read') throw new Error('not read');
  const words = page.reading.blocks.flatMap((block) => (block.kind === 'text' ? block.lines : [])).map((line) => line.words.map((word) => word.text));
  return words.map((line) => line.join(' '));
}

const ENCODINGS: readonly (readonly [Encoding, string])[] = [
  ['tcvn3', '.VnTime'],
  ['vni', 'VNI-Times'],
  ['vps', 'VPS-Times'],
  ['viscii', 'VISCII-Times'],
  ['cp1258', 'Arial'],
  ['viqr', 'Courier'],
  ['compound', 'Arial'],
];

describe('documents in old encodings', () => {
  it.each(ENCODINGS)('%s in the font %s', async (encoding, font) => {
    const small = encoding === 'tcvn3' ? LINES.map((line) => line.replace('Ủ', 'ủ')) : LINES;
    expect(
      await readBack(
        small.map((line) => encodeLegacy(line, encoding)),
        font,
      ),
    ).toEqual(small);
  });

  it.each(ENCODINGS)('%s in a font whose name says nothing', async (encoding) => {
    const small = encoding === 'tcvn3' ? LINES.map((line) => line.replace('Ủ', 'ủ')) : LINES;
    expect(
      await readBack(
        small.map((line) => encodeLegacy(line, encoding)),
        'Sample',
      ),
    ).toEqual(small);
  });

  it.each(['.VnTime', 'VNI-Times', 'VPS-Times'])('leaves Unicode alone in %s', async (font) => expect(await readBack(LINES, font)).toEqual(LINES));

  it.each(ENCODINGS.filter(([, font]) => /^(?:\.Vn|VNI|VPS)/u.test(font)))(
    '%s in the font %s beside Unicode in another, also within one line',
    async (encoding, font) => {
      const half = (line: string): [string, string] => [line.slice(0, line.indexOf(' ', 25)), line.slice(line.indexOf(' ', 25) + 1)];
      const small = LINES.map((line) => line.replace('Ủ', 'ủ'));
      const content = small.map((line, row) => {
        const [left, right] = half(line);
        const [old, other] = row % 2 === 0 ? [left, right] : [right, left];
        const [x, x2] = [60, 60 + 6 * (left.length + 1)];
        const y = 760 - row * 20;
        return text(row % 2 === 0 ? x : x2, y, 12, encodeLegacy(old, encoding), 0, 'F1') + text(row % 2 === 0 ? x2 : x, y, 12, other, 0, 'F2');
      });
      expect(await readPage({ content: content.join(''), font, otherFont: 'TimesNewRoman' })).toEqual(small);
    },
  );
});
