// A searchable copy of a scanned PDF: the pages untouched, the repaired words laid invisibly over their places.
// Pages that already had a good text layer are left alone. The source is never rewritten: the caller saves the copy under another name.
// A signature in the source covers the source only; the copy says so in its metadata (Keywords: "vanban copy").
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

/** Shares of the font's size: what a line of print is tall (most words have an ascender and a descender or marks), and how deep descenders reach. */
const PRINT_HEIGHT = 0.95;
const DESCENT = 0.216;
/** Letters that reach below the baseline: "quyết", "trị," but not "các". */
const REACHES_DOWN = /[gjpqyQ,;()ạặậẹệịọộợụựỵ]/iu;

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

/** `lineHeight` in pixels of the page: one size for all words of a line keeps them on one line for whoever copies the text. */
function placeOf(text: string, word: ReadingWord, lineHeight: number, page: ReadingPage, pdfPage: PDFPage): Place {
  const turned = (((pdfPage.getRotation().angle + page.rotation) % 360) + 360) % 360;
  const box = pdfPage.getCropBox();
  const [x0, , x1, y1] = word.box;
  const upright = turned % 180 === 0 ? box : { width: box.height, height: box.width };
  const size = lineHeight / PRINT_HEIGHT;
  const baseline = REACHES_DOWN.test(text) ? y1 - DESCENT * size : y1;
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

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function layLine(
  pdfPage: PDFPage,
  page: ReadingPage,
  words: readonly ReadingWord[],
  reading: Reading,
  font: PDFFont,
  key: ReturnType<PDFPage['node']['newFontDictionary']>,
): PDFOperator[] {
  const height = median(words.map(({ box }) => box[3] - box[1]));
  return words.flatMap((word) => {
    const text = reading.text.slice(word.span.start, word.span.end);
    return wordOperators(text, placeOf(text, word, height, page, pdfPage), font, key);
  });
}

function layPage(pdfPage: PDFPage, page: ReadingPage, reading: Reading, font: PDFFont): void {
  const key = pdfPage.node.newFontDictionary('vanban', font.ref);
  const lines = reading.lines.filter((line) => line.page === page.number);
  const operators = lines.flatMap(({ span }) => layLine(pdfPage, page, wordsIn(reading, span), reading, font, key));
  pdfPage.pushOperators(
    pushGraphicsState(),
    beginText(),
    setTextRenderingMode(TextRenderingMode.Invisible),
    ...operators,
    endText(),
    popGraphicsState(),
  );
}

/**
 * The bytes of a copy of `pdf` in which every page read by OCR can be searched and copied.
 * Throws VanbanError: input-damaged where the file cannot be opened for writing, input-password where it is encrypted against it.
 */
export async function addTextLayer(pdf: Uint8Array, reading: Reading): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false }).catch((cause: unknown) => {
    const encrypted = cause instanceof Error && cause.constructor.name === 'EncryptedPDFError';
    throw new VanbanError(encrypted ? 'input-password' : 'input-damaged', 'the searchable copy could not be made', { cause });
  });
  document.registerFontkit(fontkit);
  const font = await document.embedFont(await readFile(FONT_FILES[0]), { subset: true });
  const pdfPages = document.getPages();
  for (const page of reading.pages) {
    const pdfPage = pdfPages[page.number - 1];
    if (page.origin !== 'ocr' || !pdfPage) continue;
    layPage(pdfPage, page, reading, font);
  }
  document.setProducer('vanban');
  document.setKeywords([...(document.getKeywords()?.split(' ') ?? []), 'vanban copy']);
  document.setLanguage('vi');
  return document.save();
}
