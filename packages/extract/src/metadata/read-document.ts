// What does the letter itself say about itself? Number, type, subject, issuer, place, date, addressees, signatory, citations, urgency.
// Pure and linear in the text. Every field is what the page shows; what it does not show is null, and `evidence` says where each value was
// read, how sure it is and why a person should look.
//   readDocument(reading, segment(reading), { fileName: '266-BXD.pdf' }).document.number → "266/BXD-KHCN"
import type { DocumentFields, Evidence, Reading, Segmentation, Warning } from '@vanban/contract';
import { readAddressees, readCopiedTo } from './addressees.ts';
import { evidenceOf, type Found, found } from './found.ts';
import { identifyIssuer, readIssuer } from './issuer.ts';
import { readNumber } from './number.ts';
import { numberByCitation } from './own-citation.ts';
import { letterOf, spanOf } from './page.ts';
import { disputeDate, readIssuedOn, readPlace } from './place-date.ts';
import { readReferences } from './references.ts';
import { readSignatory } from './signatory.ts';
import { readSubject } from './subject.ts';
import { readType } from './type.ts';
import { readUrgency } from './urgency.ts';

interface DocumentReading {
  readonly document: DocumentFields;
  readonly review: readonly string[];
  readonly warnings: readonly Warning[];
}

export function readDocument(reading: Reading, segmentation: Segmentation, context: { readonly fileName: string | null }): DocumentReading {
  const letter = letterOf(reading, segmentation, context.fileName);
  const shown = readNumber(letter);
  const cited = readReferences(letter, shown.value);
  const place = readPlace(letter);
  const issuedOn = disputeDate(
    letter,
    readIssuedOn(letter),
    cited.map((reference) => reference.issuedOn),
  );
  const number = numberByCitation(letter, shown, cited, issuedOn.value);
  const references = cited.filter((reference) => reference.number !== number.value);
  const fields = {
    number,
    type: readType(letter, number.value),
    subject: readSubject(letter),
    issuer: identifyIssuer(letter, readIssuer(letter, place.value), issuedOn.value, place.value),
    place,
    issuedOn,
    addressees: readAddressees(letter),
    copiedTo: readCopiedTo(letter),
    signatory: readSignatory(letter),
    references: found(references, spanOf(references.flatMap(({ span }) => (span === undefined ? [] : [{ span }]))), 0.95),
    urgency: readUrgency(letter),
  };
  const evidence: { [field: string]: Evidence } = {};
  for (const [name, field] of Object.entries(fields) as [string, Found<unknown>][]) {
    if (field.span !== null) evidence[name] = evidenceOf(reading, field);
  }
  return { document: { ...valuesOf(fields), evidence }, review: reviewOf(evidence), warnings: [] };
}

function valuesOf<T extends { [field: string]: Found<unknown> }>(fields: T): { [K in keyof T]: T[K]['value'] } {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value])) as { [K in keyof T]: T[K]['value'] };
}

/** Reasons that concern the document as a whole: its number, date, type and signatory. */
function reviewOf(evidence: { readonly [field: string]: Evidence }): string[] {
  const kept = ['number', 'type', 'issuedOn', 'signatory'].flatMap((name) =>
    (evidence[name]?.review ?? []).filter((reason) => reason !== 'low-ocr-confidence'),
  );
  return [...new Set(kept)];
}
