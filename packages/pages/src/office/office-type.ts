// Which office document is it, or which archive? Office files are ZIP archives or OLE containers, told apart by the names inside, RTF by its start.
//   officeTypeOf(bytes) → WORD, OLD_WORD, OPEN_TEXT, RTF, ZIP, OUTLOOK, LOCKED_OFFICE, OTHER_OFFICE, or null
// It reads names only; nothing is unpacked. A broken archive counts as ZIP: opening it says what is wrong.
import { unzipSync } from 'fflate';

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const OLD_WORD = 'application/msword';
export const OPEN_TEXT = 'application/vnd.oasis.opendocument.text';
export const RTF = 'application/rtf';
export const ZIP = 'application/zip';
export const OUTLOOK = 'application/vnd.ms-outlook';
/** A Word, Excel or PowerPoint file that asks for a password. */
export const LOCKED_OFFICE = 'application/encrypted';
/** Spreadsheets and presentations, old and new. */
export const OTHER_OFFICE = 'application/vnd.ms-office';

/** The part of a locked OpenDocument file that holds all the others (LibreOffice 24.8 and later). */
export const WHOLE_FILE = 'encrypted-package';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export function officeTypeOf(bytes: Uint8Array): string | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.toString('latin1', 0, 5) === '{\\rtf') return RTF;
  if (OLE.every((byte, index) => bytes[index] === byte)) return oleType(view);
  return isZip(view) ? zipType(bytes) : null;
}

/** An archive without any file begins with its directory's end. */
const isZip = (view: Buffer): boolean => view.length >= 22 && ['PK\u0003\u0004', 'PK\u0005\u0006'].includes(view.toString('latin1', 0, 4));

/** Names of an OLE file's streams stand in it as UTF-16. */
const OLE_NAMES: readonly (readonly [name: string, type: string])[] = [
  ['EncryptedPackage', LOCKED_OFFICE],
  ['__properties_version1.0', OUTLOOK],
  ['WordDocument', OLD_WORD],
  ['Workbook', OTHER_OFFICE],
  ['PowerPoint Document', OTHER_OFFICE],
];

const oleType = (view: Buffer): string | null => OLE_NAMES.find(([name]) => view.includes(Buffer.from(name, 'utf16le')))?.[1] ?? null;

function zipType(bytes: Uint8Array): string {
  const names = namesIn(bytes);
  if (names.has('word/document.xml')) return WORD;
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin') || names.has('ppt/presentation.xml')) return OTHER_OFFICE;
  const isOpenDocument = names.has('mimetype') && (names.has('content.xml') || names.has(WHOLE_FILE));
  return isOpenDocument ? openDocumentType(bytes) : ZIP;
}

/** The first file of an OpenDocument says, uncompressed, what it is. */
function openDocumentType(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1');
  return /opendocument\.text/u.test(start) ? OPEN_TEXT : OTHER_OFFICE;
}

function namesIn(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  try {
    unzipSync(bytes, {
      filter({ name }) {
        names.add(name);
        return false;
      },
    });
  } catch {
    // A directory that ends early: what was named until there counts.
  }
  return names;
}
