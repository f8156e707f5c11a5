// Drops what a changed document no longer points to, so that a text layer that was taken out is not left behind in the file.
import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';

/** All indirect objects that can be got at from the trailer. */
export function reachableIn(document: PDFDocument): Map<PDFRef, PDFObject> {
  const { context } = document;
  const { Root, Info, Encrypt } = context.trailerInfo;
  const found = new Map<PDFRef, PDFObject>();
  const waiting: PDFObject[] = [Root, Info, Encrypt].filter((object) => object !== undefined);
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      const target = context.lookup(object);
      if (!target || found.has(object)) continue;
      found.set(object, target);
      waiting.push(target);
    } else waiting.push(...partsOf(object));
  }
  return found;
}

/** Values straight inside an object. */
export function partsOf(object: PDFObject): PDFObject[] {
  if (object instanceof PDFArray) return object.asArray();
  const dict = object instanceof PDFStream ? object.dict : object;
  return dict instanceof PDFDict ? dict.values() : [];
}

export function dropUnreachable(document: PDFDocument): void {
  const reachable = reachableIn(document);
  for (const [ref] of document.context.enumerateIndirectObjects()) if (!reachable.has(ref)) document.context.delete(ref);
}
