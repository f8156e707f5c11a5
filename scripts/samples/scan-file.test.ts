import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { DEFAULT_LIMITS, openSource } from '@vanban/pages';
import { afterEach, describe, expect, it } from 'vitest';
import { addFax, addJpeg, closeScanFile, openScanFile } from './scan-file.ts';

describe('a scan file', () => {
  const folders: string[] = [];
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  });

  it('holds each page as it was drawn: group 4 to the pixel, JPEG nearly', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vanban-'));
    folders.push(folder);
    const canvas = createCanvas(160, 96);
    const ink = canvas.getContext('2d');
    ink.fillStyle = 'white';
    ink.fillRect(0, 0, 160, 96);
    ink.fillStyle = 'black';
    for (const [x, y, size] of [
      [8, 4, 1],
      [40, 10, 7],
      [120, 70, 20],
    ] as const)
      ink.fillRect(x, y, size, size);
    const file = openScanFile(join(folder, 'scan.pdf'), 200);
    await addFax(file, canvas, 128);
    addJpeg(file, canvas, 95);
    await closeScanFile(file);
    const source = await openSource(join(folder, 'scan.pdf'), { limits: DEFAULT_LIMITS });
    const pages = [await source.page(1), await source.page(2)];
    await source.close();
    const drawn = ink.getImageData(0, 0, 160, 96).data;
    for (const [index, page] of pages.entries()) {
      if (page.kind !== 'image') throw new Error('a picture was expected');
      const { image } = page;
      expect([image.width, image.height]).toEqual([160, 96]);
      const farthest = Math.max(...Array.from({ length: 160 * 96 }, (_, i) => Math.abs((image.data[i * image.channels] ?? 0) - (drawn[4 * i] ?? 0))));
      expect(farthest).toBeLessThanOrEqual(index === 0 ? 0 : 60);
    }
  });
});
