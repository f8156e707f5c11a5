import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import type { Box } from '@vanban/contract';
import { DEFAULT_LIMITS, openSource } from '@vanban/pages';
import { afterEach, describe, expect, it } from 'vitest';
import { readingOf } from './sample-reading.ts';
import { addTextLayer } from './searchable-pdf.ts';

async function blankPdf(size: [number, number], rotate: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage(size).setRotation(degrees(rotate));
  return document.save();
}

describe('addTextLayer', () => {
  const folders: string[] = [];
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  });

  async function readBack(pdf: Uint8Array): Promise<{ text: string; first: Box | undefined; scale: number }> {
    const folder = await mkdtemp(join(tmpdir(), 'vanban-'));
    folders.push(folder);
    await writeFile(join(folder, 'copy.pdf'), pdf);
    const source = await openSource(join(folder, 'copy.pdf'), { limits: DEFAULT_LIMITS });
    const content = await source.page(1);
    await source.close();
    // So few words may be taken for a typed note over a page image; their places are what counts here.
    const [blocks, width] = content.kind === 'read' ? [content.reading.blocks, content.reading.width] : [content.notes, content.image.width];
    const words = blocks.flatMap((block) => (block.kind === 'text' ? block.lines.flatMap((line) => line.words) : []));
    return { text: words.map((word) => word.text).join(' '), first: words[0]?.box, scale: width / 1654 };
  }

  it.each([
    [0, 0],
    [90, 0],
    [180, 0],
    [0, 270],
  ] as const)('lays the words where they were read (stored turned by %i°, /Rotate %i)', async (rotation, rotate) => {
    const stored: [number, number] = (rotation + rotate) % 180 === 0 ? [595.44, 842.04] : [842.04, 595.44];
    const { pdf: copy } = await addTextLayer(await blankPdf(stored, rotate), readingOf(rotation), null);
    // Reading back: show the page upright by giving it the turn that OCR had found.
    const upright = await PDFDocument.load(copy);
    upright.getPage(0).setRotation(degrees((rotation + rotate) % 360));
    const { text, first, scale } = await readBack(await upright.save());
    expect(text).toBe('Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá');
    const [x0, y0, x1, y1] = (first ?? [0, 0, 0, 0]).map((value) => value / scale);
    expect(Math.abs((x0 ?? 0) - 200)).toBeLessThan(12);
    expect(Math.abs((x1 ?? 0) - 290)).toBeLessThan(20);
    expect(((y0 ?? 0) + (y1 ?? 0)) / 2).toBeGreaterThan(300);
    expect(((y0 ?? 0) + (y1 ?? 0)) / 2).toBeLessThan(340);
  });

  it('says that a damaged file cannot be copied', async () => {
    await expect(addTextLayer(new TextEncoder().encode('not a pdf'), readingOf(0), null)).rejects.toMatchObject({ code: 'input-damaged' });
  });
});
