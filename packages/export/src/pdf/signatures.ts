// Signatures in a copy. They seal the bytes of the source; on other bytes they could only be found broken.
// Invariant: what a signature looks like on the page stays; the values that claim validity go.
import { PDFArray, PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib';

const [FORM, FIELDS, KIDS, TYPE, VALUE] = ['AcroForm', 'Fields', 'Kids', 'FT', 'V'].map((name) => PDFName.of(name)) as [
  PDFName,
  PDFName,
  PDFName,
  PDFName,
  PDFName,
];

/** Whether there were any. */
export function removeSignatures(document: PDFDocument): boolean {
  const { catalog } = document;
  catalog.delete(PDFName.of('Perms'));
  const form = catalog.lookupMaybe(FORM, PDFDict);
  if (!form) return false;
  form.delete(PDFName.of('SigFlags'));
  return clearFields(form.lookupMaybe(FIELDS, PDFArray), '', new Set());
}

function clearFields(fields: PDFArray | undefined, inherited: string, seen: Set<PDFDict>): boolean {
  let found = false;
  for (let index = 0; index < (fields?.size() ?? 0); index++) {
    const field = fields?.lookupMaybe(index, PDFDict);
    if (!field || seen.has(field)) continue;
    seen.add(field);
    const type = String(field.lookup(TYPE) ?? inherited);
    if (type === '/Sig' && field.has(VALUE)) {
      field.delete(VALUE);
      found = true;
    }
    found = clearFields(field.lookupMaybe(KIDS, PDFArray), type, seen) || found;
  }
  return found;
}
