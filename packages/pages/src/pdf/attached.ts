// Which files are attached to a PDF? Those of the document, and those that its pages show as paper clips, each under the id that pdf.js wants.
//   await attachmentsOf(file)   → [{ id: 'phu-luc.docx', name: 'phu-luc.docx' }]
// What is in them is not looked at.
import { type PdfFile, pdfjs } from './library.ts';

export interface PdfAttachment {
  readonly id: string;
  readonly name: string;
}

/** Of longer documents only those of the document itself: each page would have to be opened for its annotations. */
const MOST_PAGES = 100;

interface Named {
  readonly filename?: string;
  readonly rawFilename?: string;
}

export async function attachmentsOf(file: PdfFile): Promise<PdfAttachment[]> {
  const named = await file.document.getAttachments().catch(() => null);
  const found = [...(named?.entries() ?? [])].map(([id, spec]) => ({ id, name: nameOf(spec) ?? id }));
  const all = [...found, ...(file.document.numPages > MOST_PAGES ? [] : await shownOf(file))];
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
}

async function shownOf({ document }: PdfFile): Promise<PdfAttachment[]> {
  const types = new Set([pdfjs.AnnotationType.FILEATTACHMENT]);
  const annotations = (await document.getAnnotationsByType(types, new Set()).catch(() => null)) ?? [];
  return (annotations as { fileId?: string; file?: Named }[]).flatMap(({ fileId, file }) =>
    fileId ? [{ id: fileId, name: nameOf(file) ?? fileId }] : [],
  );
}

const nameOf = (spec: Named | undefined): string | null => spec?.filename || spec?.rawFilename || null;
