// A PDF file as a source: each page is its text layer where that is sound, else its picture.
// Invariant: one page is held at a time; what pdf.js keeps of it is let go before the page is handed out.
//   const source = await openPdf(bytes, { limits, passwords: ['secret'] });
// The choice between text and picture is made in content.ts.
import type { Warning } from '@vanban/contract';
import { reasonOf, VanbanError } from '@vanban/contract';
import { ATTACHED } from '../container/start.ts';
import type { PageImage } from '../image.ts';
import type { PageContent, SourceDocument, SourceOptions } from '../source.ts';
import { attachmentsOf } from './attached.ts';
import { contentOf } from './content.ts';
import { withFields } from './fields.ts';
import type { PdfFile, PdfPage } from './library.ts';
import { openFile } from './library.ts';
import { marksOf } from './marks.ts';
import { asMatrix, IDENTITY } from './matrix.ts';
import type { Sheet } from './paint.ts';
import { paint } from './paint.ts';
import { type SecondLook, secondLook } from './second-look.ts';
import type { FontFacts } from './text-state.ts';
import { openForm } from './xfa-form.ts';

export async function openPdf(bytes: Uint8Array, options: SourceOptions): Promise<SourceDocument> {
  const { limits, passwords = [] } = options;
  const file = await openFile(bytes, { passwords, maxPixels: limits.maxPixels });
  const pageCount = file.document.numPages;
  if (pageCount < 1 || pageCount > limits.maxPages) {
    await file.close();
    if (pageCount < 1) throw new VanbanError('input-damaged', `The file says that it has ${pageCount} pages.`);
    throw new VanbanError('input-too-many-pages', `${pageCount} pages, at most ${limits.maxPages} are allowed.`);
  }
  const form = await formOf(file);
  if (form === 'page is a placeholder') {
    await file.close();
    const laid = await openForm(bytes, options);
    if (laid) return laid;
    throw new VanbanError('input-unsupported', PLACEHOLDER);
  }
  const look = secondLook(bytes, { passwords, maxPixels: limits.maxPixels });
  return {
    mediaType: 'application/pdf',
    pageCount,
    warnings: [...(endsAbruptly(bytes) ? [CUT_SHORT] : []), ...(await saysAttached(file)), ...(form === 'beside the pages' ? [FORM] : [])],
    page: (number) => onPage(file, number, (page) => read(page, limits.maxPixels, look)),
    view: (number, dpi) => onPage(file, number, (page) => viewOf(page, dpi, limits.maxPixels)),
    close: async () => {
      await Promise.all([file.close(), look.close()]);
    },
  };
}

const CUT_SHORT: Warning = {
  code: 'source-repaired',
  message: 'The end of the file is missing; what could be found was put together again, pages may be lost.',
  page: null,
};

async function saysAttached(file: PdfFile): Promise<Warning[]> {
  const names = (await attachmentsOf(file)).map(({ name }) => name);
  const shown = names.slice(0, 5).map((name) => name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').slice(0, 80));
  const message = `${names.length} file(s) are attached to the PDF: ${shown.join(', ')}. Documents among them have records of their own.`;
  return names.length === 0 ? [] : [{ code: ATTACHED, message, page: null }];
}

type Form = 'none' | 'beside the pages' | 'page is a placeholder';

/** Longer than the words "Please wait…" in any language, shorter than any letter. */
const PLACEHOLDER_LETTERS = 1500;

/** An XFA form without fields of the older kind is drawn by the viewer alone; its one page only asks to wait for that. */
async function formOf({ document }: PdfFile): Promise<Form> {
  const facts = await document.getMetadata().catch(() => null);
  const { IsXFAPresent = false, IsAcroFormPresent = false } = (facts?.info ?? {}) as { IsXFAPresent?: boolean; IsAcroFormPresent?: boolean };
  if (!IsXFAPresent) return 'none';
  if (IsAcroFormPresent || document.numPages > 1) return 'beside the pages';
  const shown = await document
    .getPage(1)
    .then((page) => page.getTextContent())
    .catch(() => null);
  const letters = (shown?.items ?? []).reduce((sum, item) => sum + ('str' in item ? item.str.length : 0), 0);
  return letters < PLACEHOLDER_LETTERS ? 'page is a placeholder' : 'beside the pages';
}

const PLACEHOLDER =
  'The PDF is an XFA form that only Adobe Reader can show; it holds no page to read and could not be laid out. Open it there and print it to a new PDF.';

const FORM: Warning = {
  code: 'form-not-read',
  message: 'The PDF holds an XFA form beside its pages; its fields were read as the pages show them. Print it to a new PDF if something is missing.',
  page: null,
};

function endsAbruptly(bytes: Uint8Array): boolean {
  return !Buffer.from(bytes.buffer, bytes.byteOffset + Math.max(0, bytes.length - 4096), Math.min(4096, bytes.length)).includes('%%EOF');
}

async function onPage<T>(file: PdfFile, number: number, work: (page: PdfPage) => Promise<T>): Promise<T> {
  let page: PdfPage | null = null;
  try {
    page = await file.document.getPage(number);
    return await work(page);
  } catch (thrown) {
    if (thrown instanceof VanbanError) throw new VanbanError(thrown.code, thrown.detail, { page: number, cause: thrown });
    throw new VanbanError('page-failed', reasonOf(thrown), { page: number, cause: thrown });
  } finally {
    page?.cleanup();
  }
}

async function viewOf(page: PdfPage, dpi: number, maxPixels: number): Promise<PageImage> {
  return (await paint(page, sheetOf(page), dpi, maxPixels, { annotations: true })).image;
}

function sheetOf(page: PdfPage): Sheet {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height };
}

async function read(page: PdfPage, maxPixels: number, look: SecondLook): Promise<PageContent> {
  const sheet = sheetOf(page);
  const operators = await page.getOperatorList();
  const matrix = asMatrix(page.getViewport({ scale: 1 }).transform) ?? IDENTITY;
  const marks = await withFields(
    marksOf(operators, matrix, (name) => fontFacts(page, name)),
    page,
    matrix,
  );
  const suspicious = marks.pictures.length === 0 && marks.glyphs.length < FEW_GLYPHS;
  const lost = suspicious ? await look.lost(page.pageNumber, operators.fnArray.length) : null;
  if (lost && marks.glyphs.length + marks.drawings.length === 0) throw new VanbanError(lost.code, lost.message, { page: page.pageNumber });
  const content = await contentOf(page, marks, sheet, maxPixels);
  return lost ? withWarning(content, { code: 'page-incomplete', message: lost.message, page: page.pageNumber }) : content;
}

/** A page with fewer letters and no picture may have lost something on the way. */
const FEW_GLYPHS = 100;

function withWarning(content: PageContent, warning: Warning): PageContent {
  if (content.kind === 'image') return { ...content, warnings: [...content.warnings, warning] };
  return { kind: 'read', reading: { ...content.reading, warnings: [...content.reading.warnings, warning] } };
}

function fontFacts(page: PdfPage, name: string): FontFacts | null {
  if (!page.commonObjs.has(name)) return null;
  const font = page.commonObjs.get(name) as Partial<FontFacts> | null;
  if (!font) return null;
  const { fontMatrix, ascent = 0, descent = 0, vertical = false } = font;
  return { name: font.name ?? name, fontMatrix: fontMatrix ?? [0.001, 0, 0, 0.001, 0, 0], ascent, descent, vertical };
}
