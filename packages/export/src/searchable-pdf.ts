// A searchable copy of a scanned PDF: the pictures untouched, the repaired words laid invisibly over their places, a wrong layer from before taken out.
// Invariant: every page looks as in the source; the same source and reading give the same bytes. Pages that already had a good text layer are left alone.
// The source is never rewritten: the caller saves the copy under another name. Signatures seal the source only, so the copy has none (pdf/signatures.ts).
import { readFile } from 'node:fs/promises';
import {
  beginText,
  endText,
  PDFDocument,
  type PDFFont,
  type PDFOperator,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  setCharacterSqueeze,
  setFontAndSize,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  TextRenderingMode,
} from '@cantoo/pdf-lib';
import { type Reading, type ReadingPage, type ReadingWord, VanbanError, wordsIn } from '@vanban/contract';
import * as fontkit from 'fontkit';
import { FONT_FILES } from './font.ts';
import type { Obstacle } from './pdf/archive.ts';
import { baselineOf, median } from './pdf/baseline.ts';
import { describeCopy } from './pdf/metadata.ts';
import { removeOldLayer } from './pdf/old-layer.ts';
import { dropUnreachable } from './pdf/reachable.ts';
import { removeSignatures } from './pdf/signatures.ts';

/** Shares of the font's size: what a line of print is tall (most words have an ascender and a descender or marks), and how deep descenders reach. */
const PRINT_HEIGHT = 0.95;
const DESCENT = 0.216;
/** Letters that reach below the baseline: "quyết", "trị," but not "các". */
const REACHES_DOWN = /[gjpqyQ,;()ạặậẹệịọộợụựỵ]/iu;

interface Pen {
  readonly font: PDFFont;
  /** Code points that the font can write. */
  readonly letters: ReadonlySet<number>;
}

interface Place {
  /** Left end of the baseline in PDF user space. */
  readonly x: number;
  readonly y: number;
  /** Width of the word along the reading direction and size of its font, in PDF units. */
  readonly width: number;
  readonly size: number;
  /** Text matrix without translation: reading direction in user space. */
  readonly turn: readonly [number, number, number, number];
}

const TURNS: { readonly [degrees: number]: readonly [number, number, number, number] } = {
  0: [1, 0, 0, 1],
  90: [0, 1, -1, 0],
  180: [-1, 0, 0, -1],
  270: [0, -1, 1, 0],
};

/** Shares of the upright page (origin top left) → PDF user space (origin bottom left, before /Rotate). */
function toUserSpace(fx: number, fy: number, turned: number, box: { x: number; y: number; width: number; height: number }): [number, number] {
  const right = box.x + box.width;
  const top = box.y + box.height;
  if (turned === 90) return [box.x + fy * box.width, box.y + fx * box.height];
  if (turned === 180) return [right - fx * box.width, box.y + fy * box.height];
  if (turned === 270) return [right - fy * box.width, top - fx * box.height];
  return [box.x + fx * box.width, top - fy * box.height];
}

/** `size` and `baseline` in pixels of the page: one size and one line for all words of a line keep them together for whoever copies the text. */
function placeOf(word: ReadingWord, size: number, baseline: number, page: ReadingPage, pdfPage: PDFPage): Place {
  const turned = (((pdfPage.getRotation().angle + page.rotation) % 360) + 360) % 360;
  const box = pdfPage.getCropBox();
  const [x0, , x1] = word.box;
  const upright = turned % 180 === 0 ? box : { width: box.height, height: box.width };
  const [x, y] = toUserSpace(x0 / page.width, baseline / page.height, turned, box);
  return { x, y, width: ((x1 - x0) / page.width) * upright.width, size: (size / page.height) * upright.height, turn: TURNS[turned] ?? [1, 0, 0, 1] };
}

function wordOperators(text: string, place: Place, font: PDFFont, key: ReturnType<PDFPage['node']['newFontDictionary']>): PDFOperator[] {
  const natural = font.widthOfTextAtSize(text, place.size);
  if (natural <= 0 || place.size <= 0) return [];
  return [
    setFontAndSize(key, place.size),
    setCharacterSqueeze(Math.max(1, (100 * place.width) / natural)),
    setTextMatrix(...place.turn, place.x, place.y),
    // A blank after each word keeps words apart when a viewer copies the text.
    showText(font.encodeText(`${text} `)),
  ];
}

function layLine(
  pdfPage: PDFPage,
  page: ReadingPage,
  words: readonly ReadingWord[],
  reading: Reading,
  pen: Pen,
  key: ReturnType<PDFPage['node']['newFontDictionary']>,
): PDFOperator[] {
  const size = median(words.map(({ box }) => box[3] - box[1])) / PRINT_HEIGHT;
  const texts = words.map(({ span }) => reading.text.slice(span.start, span.end));
  const foot = ({ box }: ReadingWord, text: string): number => (REACHES_DOWN.test(text) ? box[3] - DESCENT * size : box[3]);
  const baseline = baselineOf(words.map((word, index) => ({ x: (word.box[0] + word.box[2]) / 2, y: foot(word, texts[index] ?? '') })));
  return words.flatMap((word, index) => {
    const place = placeOf(word, size, baseline(word.box[0]), page, pdfPage);
    return wordOperators(writable(texts[index] ?? '', pen), place, pen.font, key);
  });
}

/** Without letters that the font does not have: they would be found as boxes, and PDF/A forbids them. */
function writable(text: string, { letters }: Pen): string {
  return [...text].filter((letter) => letters.has(letter.codePointAt(0) ?? 0)).join('');
}

function layPage(pdfPage: PDFPage, page: ReadingPage, reading: Reading, pen: Pen): void {
  const key = pdfPage.node.newFontDictionary('vanban', pen.font.ref);
  // Notes are text that can be seen in the source: it stays there and needs no second one.
  const lines = reading.lines.filter((line) => line.page === page.number && line.role !== 'note');
  const operators = lines.flatMap(({ span }) => layLine(pdfPage, page, wordsIn(reading, span), reading, pen, key));
  pdfPage.pushOperators(
    pushGraphicsState(),
    beginText(),
    setTextRenderingMode(TextRenderingMode.Invisible),
    ...operators,
    endText(),
    popGraphicsState(),
  );
}

export interface SearchableCopy {
  readonly pdf: Uint8Array;
  /** What keeps the copy from being PDF/A-2b; empty where it is. */
  readonly obstacles: readonly Obstacle[];
}

/**
 * A copy of `pdf` in which every page read by OCR can be searched and copied. `title` goes into the copy's metadata; null leaves the source's.
 * Throws VanbanError: input-damaged where the file cannot be opened for writing, input-password where it is encrypted against it.
 */
export async function addTextLayer(pdf: Uint8Array, reading: Reading, title: string | null): Promise<SearchableCopy> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false }).catch((cause: unknown) => {
    const encrypted = cause instanceof Error && cause.constructor.name === 'EncryptedPDFError';
    throw new VanbanError(encrypted ? 'input-password' : 'input-damaged', 'the searchable copy could not be made', { cause });
  });
  document.registerFontkit(fontkit);
  const font = await document.embedFont(await readFile(FONT_FILES[0]), { subset: true });
  const pen = { font, letters: new Set(font.getCharacterSet()) };
  const pdfPages = document.getPages();
  for (const page of reading.pages) {
    const pdfPage = pdfPages[page.number - 1];
    if (page.origin !== 'ocr' || !pdfPage) continue;
    removeOldLayer(document, pdfPage);
    layPage(pdfPage, page, reading, pen);
  }
  removeSignatures(document);
  await document.flush();
  dropUnreachable(document);
  const obstacles = describeCopy(document, title, pdf, reading.text);
  return { pdf: await document.save({ updateFieldAppearances: false }), obstacles };
}
