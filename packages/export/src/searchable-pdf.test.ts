import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import type { Box, Reading } from '@vanban/contract';
import { DEFAULT_LIMITS, openSource } from '@vanban/pages';
import { afterEach, describe, expect, it } from 'vitest';
import { addTextLayer } from './searchable-pdf.ts';

const WORDS: readonly (readonly [string, Box])[] = [
  ['Nghị', [200, 300, 290, 340]],
  ['quyết', [310, 300, 420, 340]],
  ['số', [440, 300, 480, 340]],
  ['57-NQ/TW', [500, 300, 700, 340]],
  ['của', [200, 360, 270, 400]],
  ['Bộ', [290, 360, 340, 400]],
  ['Chính', [360, 360, 460, 400]],
  ['trị', [480, 360, 520, 400]],
  ['về', [540, 360, 580, 400]],
  ['đột', [600, 360, 660, 400]],
  ['phá', [680, 360, 740, 400]],
];

/** One upright A4 page at 200 dpi, as it stands after OCR of a page that had to be turned by `rotation`. */
function readingOf(rotation: 0 | 90 | 180 | 270): Reading {
  let text = '';
  const words = WORDS.map(([word, box]) => {
    const start = text.length === 0 ? 0 : text.length + 1;
    text += `${text.length === 0 ? '' : ' '}${word}`;
    return { span: { start, end: text.length }, page: 1, box, confidence: 0.9 };
  });
  const lines = [0, 4].map((first, index) => {
    const last = index === 0 ? 3 : words.length - 1;
    return {
      span: { start: words[first]?.span.start ?? 0, end: words[last]?.span.end ?? 0 },
      page: 1,
      box: [200, 300, 740, 400] as Box,
      block: 0,
      role: 'body' as const,
    };
  });
  const page = {
    number: 1,
    width: 1654,
    height: 2339,
    dpi: 200,
    origin: 'ocr' as const,
    rotation,
    skew: 0,
    blank: false,
    confidence: 0.9,
    span: { start: 0, end: text.length },
  };
  return { text, pages: [page], words, lines, tables: [], repairs: [], warnings: [] };
}

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
    const copy = await addTextLayer(await blankPdf(stored, rotate), readingOf(rotation));
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
    await expect(addTextLayer(new TextEncoder().encode('not a pdf'), readingOf(0))).rejects.toMatchObject({ code: 'input-damaged' });
  });
});
