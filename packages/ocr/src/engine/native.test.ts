import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PageImage } from '@vanban/pages';
import { drawSheet } from '@vanban/pages/sheet-fixture';
import { expect, test } from 'vitest';
import { createNativeEngine } from './native.ts';

test('a machine without the command says so', async () => {
  await expect(createNativeEngine({ command: 'no-such-tesseract' })).rejects.toMatchObject({ code: 'engine-missing' });
});

test.skipIf(process.platform === 'win32')('one that is too old says so', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vanban-old-'));
  const command = path.join(folder, 'tesseract');
  writeFileSync(command, '#!/bin/sh\necho "tesseract 4.1.1"\n', { mode: 0o755 });
  await expect(createNativeEngine({ command })).rejects.toMatchObject({ code: 'engine-missing', message: expect.stringContaining('4.1.1') });
  rmSync(folder, { recursive: true });
});

test('where the command is there, it reads, and alike whether pictures go to it alone or together', async (context) => {
  const engine = await createNativeEngine().catch(() => null);
  if (!engine) return context.skip('tesseract with Vietnamese data is not installed');
  const [first, blank, second] = [draw('Thực hiện Nghị quyết của Chính phủ', 900), draw('', 301), draw('Số: 113/BKHCN-TCCB', 501)];
  const together = await Promise.all([
    engine.read(first, 'page'),
    engine.read(blank, 'page'),
    engine.read(second, 'page'),
    engine.read(second, 'line'),
  ]);
  expect(together.map((lines) => lines.flatMap((line) => line.words.map((word) => word.text)).join(' '))).toEqual([
    'Thực hiện Nghị quyết của Chính phủ',
    '',
    'Số: 113/BKHCN-TCCB',
    'Số: 113/BKHCN-TCCB',
  ]);
  expect([await engine.read(first, 'page'), await engine.read(blank, 'page'), await engine.read(second, 'page')]).toEqual(together.slice(0, 3));
  await engine.close();
});

function draw(text: string, width: number): PageImage {
  const sheet = drawSheet((pen) => pen.text(text, 60, 90), { width, height: 161 });
  return { ...sheet, channels: 1, data: sheet.data.filter((_, i) => i % 3 === 0) };
}
