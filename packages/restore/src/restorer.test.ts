import { cp, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Box, Origin, PageReading } from '@vanban/contract';
import { stripMarks } from '@vanban/text';
import { describe, expect, it } from 'vitest';
import { MODEL_FOLDER } from './model/load.ts';
import { createRestorer } from './restorer.ts';

const RIGHT = `Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ,
Ủy ban nhân dân tỉnh yêu cầu Giám đốc Sở Tài chính chủ trì, phối hợp với các cơ quan liên quan xây dựng kế hoạch,
trình Ủy ban nhân dân tỉnh trước ngày 31/3/2025; báo cáo qua địa chỉ vanthu@tinh.gov.vn, điện thoại 0263.3822.311.`;
/** As an English engine reads it. */
const DAMAGED = `Thyc hién Nghi quyét s6 57- NQ/TW ngay 22/12/2024 ctia B6 Chinh tri vé d6t pha phat trién khoa hoc, cong nghé,
Uy ban nhan dan tinh yéu cau Giam déc S& Tai chinh chu tri, phéi hop véi cac co quan lién quan xay dung ké hoach,
trinh Uy ban nhan dan tinh trudc ngay 31/3/2025; bao cao qua dia chi vanthu@tinh.gov.vn, dién thoai 0263.3822.311.`;

function pageOf(text: string, origin: Origin, number = 1): PageReading {
  const lines = text.split('\n').map((line, y) => {
    const words = [...line.matchAll(/\S+/gu)].map((match) => ({
      text: match[0],
      box: [match.index, y, match.index + match[0].length, y + 1] as Box,
      confidence: 1,
    }));
    return { words, box: [0, y, line.length, y + 1] as Box };
  });
  const box: Box = [0, 0, 120, lines.length];
  const blocks = [{ kind: 'text' as const, role: 'body' as const, box, lines }];
  return { number, width: 120, height: 50, dpi: 72, origin, rotation: 0, skew: 0, blank: false, confidence: 1, blocks, warnings: [] };
}

const restorer = await createRestorer();
const wrongWords = (text: string): string[] => {
  const [a, b] = [text, RIGHT].map((one) => one.split(/\s+/u)) as [string[], string[]];
  return a.length === b.length ? a.filter((word, i) => word !== b[i]) : [`${a.length} words for ${b.length}`];
};

describe('the shipped model', () => {
  it('leaves right text as it is', async () => {
    for (const origin of ['text', 'text-layer', 'ocr'] as const) {
      const { text, repairs } = await restorer.restore([pageOf(RIGHT, origin)]);
      expect(text).toBe(RIGHT);
      expect(repairs).toEqual([]);
    }
  });

  it('gives lost marks back', async () => {
    const { text, repairs, warnings } = await restorer.restore([pageOf(stripMarks(RIGHT), 'text')]);
    expect(wrongWords(text)).toEqual([]);
    expect(repairs.length).toBeGreaterThan(40);
    expect(repairs.every(({ span, to, confidence }) => text.slice(span.start, span.end) === to && confidence > 0 && confidence <= 1)).toBe(true);
    expect(warnings).toEqual([]);
  });

  it('reads right what an English engine misread', async () => {
    const { text } = await restorer.restore([pageOf(DAMAGED, 'text-layer')]);
    expect(wrongWords(text).length).toBeLessThanOrEqual(2);
  });

  it('never touches numbers, codes and addresses', async () => {
    const { text } = await restorer.restore([pageOf(DAMAGED, 'text-layer'), pageOf(stripMarks(RIGHT), 'text', 2)]);
    for (const kept of ['57-NQ/TW', '22/12/2024', '31/3/2025', 'vanthu@tinh.gov.vn', '0263.3822.311']) expect(text.split(kept)).toHaveLength(3);
  });

  it('says the same again, whatever came before', async () => {
    const page = pageOf(DAMAGED, 'text-layer');
    const first = await restorer.restore([page]);
    await restorer.restore([pageOf(stripMarks(RIGHT), 'text')]);
    expect(await restorer.restore([page])).toEqual(first);
  });
});

it('applies rules alone without a model and says so where one was needed', async () => {
  const rules = await createRestorer({ modelFolder: null });
  const { text, warnings } = await rules.restore([pageOf(DAMAGED, 'text-layer'), pageOf(RIGHT, 'text', 2)]);
  expect(text).toContain('57-NQ/TW');
  expect(text).toContain('Thyc hién');
  expect(warnings).toMatchObject([{ code: 'restorer-model-missing', page: 1 }]);
  expect(rules.version).not.toBe(restorer.version);
});

it('fails loudly where a folder holds part of a model', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vanban-model-'));
  await writeFile(join(folder, 'vocabulary.json'), '{"chars":[],"words":[],"syllables":[]}');
  await expect(createRestorer({ modelFolder: folder })).rejects.toThrow();
  await rm(folder, { recursive: true });
});

it('names the file of a model that is damaged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vanban-restore-'));
  await cp(MODEL_FOLDER, folder, { recursive: true });
  const weights = join(folder, 'onnx', 'weights.bin');
  await truncate(weights, 1000);
  await expect(createRestorer({ modelFolder: folder })).rejects.toThrow(
    expect.objectContaining({ code: 'engine-missing', cause: expect.objectContaining({ message: expect.stringContaining(weights) }) }),
  );
  await rm(folder, { recursive: true });
});
