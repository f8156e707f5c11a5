import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Block } from '@vanban/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSource } from '../open.ts';
import { DEFAULT_LIMITS } from '../source.ts';
import { formPacket, livingForm } from '../testing/make-form.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'form-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const linesOf = (lines: Extract<Block, { kind: 'text' }>['lines']): string[] => lines.map(({ words }) => words.map((word) => word.text).join(' '));

async function open(packet: string) {
  const file = path.join(folder, 'form.pdf');
  await writeFile(file, livingForm(packet));
  return openSource(file, { limits: DEFAULT_LIMITS });
}

it('reads what a form prints and what is filled in, but neither hidden fields nor buttons nor passwords', async () => {
  const source = await open(formPacket());
  expect(source.warnings.map(({ code }) => code)).toEqual(['form-laid-out']);
  const page = await source.page(1);
  const blocks = page.kind === 'read' ? page.reading.blocks : [];
  expect(blocks.map((block) => (block.kind === 'text' ? linesOf(block.lines) : block.cells.flatMap((cell) => linesOf(cell.lines))))).toEqual([
    ['Kính gửi: Sở Tài chính'],
    ['Điều 1. Giao các sở:', 'Điều 2. Thi hành.'],
    ['Cơ quan chủ trì: Sở Tài chính'],
    ['Rà soát danh mục.', 'Báo cáo kết quả.'],
    ['Khẩn ☒'],
    ['Loại: Quyết định'],
    ['TT', 'Nhiệm vụ', 'Chủ trì', '1', 'Lập đề án', 'Sở Y tế', '2', 'Báo cáo', 'Sở Nội vụ'],
    ['Nơi nhận:'],
    ['TM. ỦY BAN NHÂN DÂN'],
  ]);
  await expect(source.page(2)).rejects.toMatchObject({ code: 'page-failed' });
  await source.close();
});

it.each([
  ['nothing in it', formPacket().replace(/<subform name="body".*(?=<\/subform><\/template>)/su, '')],
  ['no template', '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"/>'],
  ['no packet that can be read', 'Kính gửi'],
])('refuses a form with %s', async (_what, packet) => {
  await expect(open(packet)).rejects.toMatchObject({ code: 'input-unsupported' });
});
