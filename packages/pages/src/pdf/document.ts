// A PDF file as a source: each page is its text layer where that is sound, else its picture.
// Invariant: one page is held at a time; what pdf.js keeps of it is let go before the page is handed out.
//   const source = await openPdf(bytes, { limits, passwords: ['secret'] });
// The choice between text and picture is made in content.ts.
import { VanbanError } from '@vanban/contract';
import type { PageContent, SourceDocument, SourceOptions } from '../source.ts';
import { contentOf } from './content.ts';
import type { PdfFile, PdfPage } from './library.ts';
import { openFile } from './library.ts';
import { marksOf } from './marks.ts';
import { asMatrix, IDENTITY } from './matrix.ts';
import type { Sheet } from './paint.ts';
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
    return await read(page, maxPixels);
  } catch (thrown) {
    if (thrown instanceof VanbanError) throw thrown;
    throw new VanbanError('page-failed', thrown instanceof Error ? thrown.message : String(thrown), { page: number, cause: thrown });
  } finally {
    page?.cleanup();
  }
}

async function read(page: PdfPage, maxPixels: number): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  const sheet: Sheet = { width: viewport.width, height: viewport.height };
  const marks = marksOf(await page.getOperatorList(), asMatrix(viewport.transform) ?? IDENTITY, (name) => fontFacts(page, name));
  return contentOf(page, marks, sheet, maxPixels);
}

function fontFacts(page: PdfPage, name: string): FontFacts | null {
  if (!page.commonObjs.has(name)) return null;
  const font = page.commonObjs.get(name) as Partial<FontFacts> | null;
  if (!font) return null;
  const { fontMatrix, ascent = 0, descent = 0, vertical = false } = font;
  return { name: font.name ?? name, fontMatrix: fontMatrix ?? [0.001, 0, 0, 0.001, 0, 0], ascent, descent, vertical };
}
