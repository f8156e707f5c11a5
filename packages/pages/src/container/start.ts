// Could a file be a container? Answered from its first bytes, so that whoever takes files in asks further only where it is worth it.
//   mayHoldFiles(first 8 KB)   true for ZIP archives, e-mails and OLE files (which may be mails of Outlook)
// Word files are ZIP archives too; they begin with parts of their own and are left out.
import { isMail } from '../media-type.ts';

/** Code of the warning by which a PDF says that files are attached to it: unpackPdf takes them out. */
export const ATTACHED = 'files-attached';

/** How much of the start is needed. */
export const START_BYTES = 8192;

/** Reads: "[Content_Types].xml", "word/document.xml", "mimetype". Must not: "cong-van.docx", "words.pdf". */
const OFFICE_PART = /^(?:\[Content_Types\]\.xml|mimetype|(?:_rels|docProps|word|xl|ppt|customXml|META-INF)\/)/u;

export function mayHoldFiles(start: Uint8Array): boolean {
  const view = Buffer.from(start.buffer, start.byteOffset, start.length);
  const sign = view.toString('latin1', 0, 4);
  if (sign === 'PK\u0005\u0006' || sign === '\u00d0\u00cf\u0011\u00e0') return true;
  if (sign === 'PK\u0003\u0004' && view.length > 30) return !OFFICE_PART.test(view.toString('latin1', 30, 30 + view.readUInt16LE(26)));
  return isMail(start);
}
