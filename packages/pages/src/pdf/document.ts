// A PDF file as a source: each page is its text layer where that is sound, else its picture.
// Invariant: one page is held at a time; what pdf.js keeps of it is let go before the page is handed out.
//   const source = await openPdf(bytes, { limits, passwords: ['secret'] });
// The choice between text and picture is made in choice.ts.
import type { PageReading, TextBlock, Warning } from '@vanban/contract';
import { VanbanError } from '@vanban/contract';
import type { PageContent, SourceDocument, SourceOptions } from '../source.ts';
import type { PdfFile, PdfPage } from './library.ts';
import { openFile } from './library.ts';
import type { Marks } from './marks.ts';
import { marksOf } from './marks.ts';
import { asMatrix, IDENTITY } from './matrix.ts';
import type { Sheet } from './paint.ts';
import { pictureOf } from './picture.ts';
import type { FontFacts } from './text-state.ts';

export async function openPdf(bytes: Uint8Array, options: SourceOptions): Promise<SourceDocument> {
  const { limits, passwords = [] } = options;
  const file = await openFile(bytes, { passwords, maxPixels: limits.maxPixels });
  const pageCount = file.document.numPages;
  if (pageCount > limits.maxPages) {
    await file.close();
    throw new VanbanError('input-too-many-pages', `${pageCount} pages, at most ${limits.maxPages} are allowed.`);
  }
  return {
    mediaType: 'application/pdf',
    pageCount,
    warnings: [],
    page: (number) => pageOf(file, number, limits.maxPixels),
    close: () => file.close(),
  };
}

async function pageOf(file: PdfFile, number: number, maxPixels: number): Promise<PageContent> {
  let page: PdfPage | null = null;
  try {
    page = await file.document.getPage(number);
    return await contentOf(page, maxPixels);
  } catch (thrown) {
    if (thrown instanceof VanbanError) throw thrown;
    throw new VanbanError('page-failed', thrown instanceof Error ? thrown.message : String(thrown), { page: number, cause: thrown });
  } finally {
    page?.cleanup();
  }
}

async function contentOf(page: PdfPage, maxPixels: number): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  const sheet: Sheet = { width: viewport.width, height: viewport.height };
  const marks = marksOf(await page.getOperatorList(), asMatrix(viewport.transform) ?? IDENTITY, (name) => fontFacts(page, name));
  const number = page.pageNumber;
  if (isBare(marks)) return { kind: 'read', reading: blankReading(number, sheet) };
  const picture = await pictureOf(page, marks, sheet, maxPixels);
  const notes: TextBlock[] = [];
  const warnings: Warning[] = [...picture.warnings];
  return { kind: 'image', number, image: picture.image, notes, warnings };
}

function fontFacts(page: PdfPage, name: string): FontFacts | null {
  if (!page.commonObjs.has(name)) return null;
  const font = page.commonObjs.get(name) as Partial<FontFacts> | null;
  if (!font) return null;
  const { fontMatrix, ascent = 0, descent = 0, vertical = false } = font;
  return { name: font.name ?? name, fontMatrix: fontMatrix ?? [0.001, 0, 0, 0.001, 0, 0], ascent, descent, vertical };
}

const isBare = (marks: Marks): boolean => marks.glyphs.length + marks.pictures.length + marks.rules.length + marks.drawings.length === 0;

function blankReading(number: number, sheet: Sheet): PageReading {
  const scale = 200 / 72;
  const [width, height] = [Math.round(sheet.width * scale), Math.round(sheet.height * scale)];
  return { number, width, height, dpi: 200, origin: 'text-layer', rotation: 0, skew: 0, blank: true, confidence: 1, blocks: [], warnings: [] };
}
