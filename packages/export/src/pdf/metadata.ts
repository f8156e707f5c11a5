// What the copy says of itself: title, language, that it is a copy; and PDF/A-2b with its colour profile where nothing stands against it.
// Deterministic: no clock and no random number; the file's identifier is made of the source's bytes and the text.
import { createHash } from 'node:crypto';
import { PDFDict, type PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { type Obstacle, obstaclesIn } from './archive.ts';

const COPY = 'vanban copy';

/** Why the copy is not PDF/A-2b; empty where it is. */
export function describeCopy(document: PDFDocument, title: string | null, source: Uint8Array, text: string): Obstacle[] {
  if (title) document.setTitle(title, { showInWindowTitleBar: true });
  document.setProducer('vanban');
  document.setLanguage('vi');
  const keywords = document.getKeywords() ?? '';
  if (!keywords.includes(COPY)) document.setKeywords([...(keywords ? [keywords] : []), COPY]);
  dropUnreadableDates(document);
  const id = PDFHexString.of(createHash('sha256').update(source).update(text).digest('hex').slice(0, 32));
  document.context.trailerInfo.ID = document.context.obj([id, id]);
  // Other programs believe the source's XMP before the new title; and its claim of PDF/A was one for other bytes.
  document.catalog.delete(PDFName.of('Metadata'));
  document.catalog.delete(PDFName.of('OutputIntents'));
  const obstacles = obstaclesIn(document);
  if (obstacles.length === 0) document.convertToPDFA({ conformance: '2B' });
  return obstacles;
}

/** XMP must repeat these dates, and one that cannot be read cannot be repeated. */
function dropUnreadableDates(document: PDFDocument): void {
  const info = document.context.lookup(document.context.trailerInfo.Info);
  for (const [key, read] of [
    ['CreationDate', () => document.getCreationDate()],
    ['ModDate', () => document.getModificationDate()],
  ] as const) {
    try {
      read();
    } catch {
      if (info instanceof PDFDict) info.delete(PDFName.of(key));
    }
  }
}
