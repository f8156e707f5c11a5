// May the copy call itself PDF/A-2b? It may where nothing in it is known to be forbidden by ISO 19005-2; whatever is doubtful counts as forbidden.
//   obstaclesIn(document) → ['font-not-embedded']        [] for the common scan: pictures, embedded text, nothing else
// It changes nothing; what it looks at is reached from the trailer, so drop what is not first.
import { PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { operationsIn } from './content.ts';
import { contentOf, pageContent } from './old-layer.ts';
import { partsOf, reachableIn } from './reachable.ts';

export type Obstacle =
  | 'font-not-embedded'
  | 'colour'
  | 'compression'
  | 'smoothed-picture'
  | 'action'
  | 'attachment'
  | 'annotation'
  | 'form'
  | 'layers'
  | 'external-data';

type Check = (dict: PDFDict, object: PDFObject) => boolean;

const text = (dict: PDFDict, key: string): string => String(dict.lookup(PDFName.of(key)) ?? '');
const has = (dict: PDFDict, key: string): boolean => dict.has(PDFName.of(key));
const isKind = (dict: PDFDict, type: string): boolean => text(dict, 'Type') === `/${type}`;

/** Actions of ISO 19005-2, 6.5.1 and everything that starts by itself. */
const ACTION = /^\/(?:JavaScript|Launch|Sound|Movie|ResetForm|ImportData|Hide|SetOCGState|Rendition|Trans|GoTo3DView|SetState|NOP)$/u;
/** Colour spaces that need another output intent than sRGB: "/DeviceCMYK", "[ /Indexed /DeviceCMYK 3 … ]". */
const PRINTERS_COLOUR = /\/DeviceCMYK\b/u;
/** JPEG 2000 may hold what part 2 restricts; LZW and encryption filters are forbidden. */
const COMPRESSION = /\/(?:LZWDecode|JPXDecode|Crypt)\b/u;

const CHECKS: { readonly [name in Obstacle]: Check } = {
  'font-not-embedded': (dict) => isKind(dict, 'Font') && !/^\/(?:Type0|Type3)$/u.test(text(dict, 'Subtype')) && !hasFontFile(dict),
  colour: (dict) => [...dict.values()].some((value) => PRINTERS_COLOUR.test(String(value))),
  compression: (dict, object) => object instanceof PDFStream && COMPRESSION.test(text(dict, 'Filter')),
  'smoothed-picture': (dict) => text(dict, 'Interpolate') === 'true',
  action: (dict) => has(dict, 'AA') || ACTION.test(text(dict, 'S')),
  attachment: (dict) => has(dict, 'EmbeddedFiles') || has(dict, 'EF') || text(dict, 'Subtype') === '/FileAttachment',
  annotation: (dict) => (isKind(dict, 'Annot') || has(dict, 'Rect')) && has(dict, 'Subtype') && !isLasting(dict),
  form: (dict) => has(dict, 'XFA') || text(dict, 'NeedAppearances') === 'true',
  layers: (dict) => has(dict, 'OCProperties'),
  'external-data': (dict, object) =>
    (object instanceof PDFStream && has(dict, 'F')) || has(dict, 'OPI') || has(dict, 'Alternates') || has(dict, 'TR'),
};

export function obstaclesIn(document: PDFDocument): Obstacle[] {
  const found = new Set<Obstacle>();
  for (const object of reachableIn(document).values()) inspect(object, found);
  if (contents(document).some((content) => operationsIn(content).some(({ operator }) => /^[kK]$/u.test(operator)))) found.add('colour');
  return [...found].sort();
}

/** What is drawn on pages and in forms. */
function contents(document: PDFDocument): string[] {
  const forms = [...reachableIn(document).values()].filter((object) => object instanceof PDFStream && text(object.dict, 'Subtype') === '/Form');
  return [...document.getPages().map((page) => pageContent(document, page) ?? ''), ...forms.map((form) => contentOf(form) ?? '')];
}

function inspect(object: PDFObject, found: Set<Obstacle>): void {
  const dict = object instanceof PDFStream ? object.dict : object;
  if (dict instanceof PDFDict) {
    for (const [name, check] of Object.entries(CHECKS) as [Obstacle, Check][]) if (check(dict, object)) found.add(name);
  }
  for (const part of partsOf(object)) if (part instanceof PDFDict || partsOf(part).length > 0) inspect(part, found);
}

function hasFontFile(font: PDFDict): boolean {
  const descriptor = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  return descriptor !== undefined && ['FontFile', 'FontFile2', 'FontFile3'].some((key) => has(descriptor, key));
}

const [INVISIBLE, HIDDEN, PRINT, NO_VIEW] = [1, 2, 4, 32];

/** ISO 19005-2, 6.3: printed, never hidden, with a look of its own (a link needs none). */
function isLasting(annotation: PDFDict): boolean {
  if (text(annotation, 'Subtype') === '/Popup') return true;
  const flags = annotation.lookup(PDFName.of('F'));
  const bits = flags instanceof PDFNumber ? flags.asNumber() : 0;
  const looks = has(annotation, 'AP') || text(annotation, 'Subtype') === '/Link' || isNoSize(annotation);
  return looks && (bits & PRINT) !== 0 && (bits & (INVISIBLE | HIDDEN | NO_VIEW)) === 0;
}

/** The field of an invisible signature has no extent. */
const isNoSize = (annotation: PDFDict): boolean => /^\[ 0 0 0 0 \]$/u.test(text(annotation, 'Rect'));
