// Sets a letter on A4 pages at 200 dpi as Nghị định 30/2020 lays it out: two-column header, centred title, justified body, Nơi nhận left of the signature.
// Returns the pages and, line by line in reading order, the text that stands on them (the truth of the sample).
import { join } from 'node:path';
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import type { Letter } from './letter.ts';

export const DPI = 200;
const WIDTH = 1654;
const HEIGHT = 2339;
const mm = (length: number): number => Math.round((length / 25.4) * DPI);
const LEFT = mm(30);
const RIGHT = WIDTH - mm(18);
const TOP = mm(20);
const BOTTOM = HEIGHT - mm(20);
const pt = (size: number): number => (size / 72) * DPI;
const BODY = pt(13.5);
const LEADING = Math.round(BODY * 1.32);

type Style = 'normal' | 'bold' | 'italic';

/** Registers Tinos, the metric twin of Times New Roman, with all Vietnamese letters. */
function registerFonts(): void {
  const folder = join(import.meta.dirname, '..', 'node_modules', '@expo-google-fonts', 'tinos');
  for (const face of ['400Regular', '400Regular_Italic', '700Bold']) GlobalFonts.registerFromPath(join(folder, face, `Tinos_${face}.ttf`), 'Tinos');
}

export interface Typeset {
  readonly pages: readonly Canvas[];
  /** Printed lines of each page in reading order (left column before right, Nơi nhận before the signature). */
  readonly lines: readonly (readonly string[])[];
  /** Where the seal belongs on the last page (left third of the signature), in pixels; null without a signature. */
  readonly seal: readonly [number, number] | null;
}

interface Sheet {
  canvas: Canvas;
  ink: SKRSContext2D;
  lines: string[];
  y: number;
}

const fontOf = (style: Style, size: number): string => `${style === 'normal' ? '' : `${style} `}${size}px "Tinos"`;

function newSheet(number: number): Sheet {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const ink = canvas.getContext('2d');
  ink.fillStyle = 'white';
  ink.fillRect(0, 0, WIDTH, HEIGHT);
  ink.fillStyle = '#151515';
  const sheet = { canvas, ink, lines: [] as string[], y: TOP };
  if (number > 1) {
    drawLine(sheet, String(number), WIDTH / 2, mm(14), 'normal', pt(13), 'centre');
    sheet.lines.push(String(number));
  }
  return sheet;
}

function drawLine(sheet: Sheet, text: string, x: number, y: number, style: Style, size: number, align: 'left' | 'centre'): number {
  sheet.ink.font = fontOf(style, size);
  const width = sheet.ink.measureText(text).width;
  sheet.ink.fillText(text, align === 'centre' ? x - width / 2 : x, y);
  return width;
}

/** Words broken into lines no wider than `width`; the first line is shorter by `indent`. */
function wrap(ink: SKRSContext2D, text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    const room = width - (lines.length === 0 ? indent : 0);
    if (line && ink.measureText(longer).width > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function drawJustified(sheet: Sheet, text: string, x: number, width: number): void {
  const words = text.split(' ');
  const natural = words.reduce((sum, word) => sum + sheet.ink.measureText(word).width, 0);
  const gap = (width - natural) / Math.max(1, words.length - 1);
  let at = x;
  for (const word of words) {
    sheet.ink.fillText(word, at, sheet.y);
    at += sheet.ink.measureText(word).width + gap;
  }
}

class Press {
  readonly sheets: Sheet[] = [];
  seal: [number, number] | null = null;
  sheet: Sheet;

  constructor() {
    this.sheet = newSheet(1);
    this.sheets.push(this.sheet);
  }

  /** Makes room for `height` pixels, on the next sheet if need be. */
  room(height: number): Sheet {
    if (this.sheet.y + height > BOTTOM) {
      this.sheet = newSheet(this.sheets.length + 1);
      this.sheets.push(this.sheet);
    }
    return this.sheet;
  }

  paragraph(text: string, style: Style = 'normal'): void {
    const indent = mm(12);
    this.sheet.ink.font = fontOf(style, BODY);
    const lines = wrap(this.sheet.ink, text, RIGHT - LEFT, indent);
    lines.forEach((line, index) => {
      const sheet = this.room(LEADING);
      sheet.y += LEADING;
      sheet.ink.font = fontOf(style, BODY);
      const x = LEFT + (index === 0 ? indent : 0);
      if (index < lines.length - 1) drawJustified(sheet, line, x, RIGHT - x);
      else sheet.ink.fillText(line, x, sheet.y);
      sheet.lines.push(line);
    });
    this.sheet.y += Math.round(pt(5));
  }

  centred(lines: readonly string[], style: Style, size = BODY): void {
    for (const text of lines) {
      this.sheet.ink.font = fontOf(style, size);
      for (const line of wrap(this.sheet.ink, text, mm(140), 0)) {
        const sheet = this.room(LEADING);
        sheet.y += LEADING;
        drawLine(sheet, line, (LEFT + RIGHT) / 2, sheet.y, style, size, 'centre');
        sheet.lines.push(line);
      }
    }
  }

  /** Two columns side by side; each line is [text, style]. The left column's lines come first in the truth. */
  columns(left: readonly (readonly [string, Style])[], right: readonly (readonly [string, Style])[], size: number): void {
    const leading = Math.round(size * 1.28);
    const sheet = this.room(leading * Math.max(left.length, right.length));
    const top = sheet.y;
    for (const [column, centre] of [
      [left, LEFT + mm(30)],
      [right, RIGHT - mm(46)],
    ] as const) {
      column.forEach(([text, style], index) => {
        if (!text) return;
        drawLine(sheet, text, centre, top + leading * (index + 1), style, size, 'centre');
        sheet.lines.push(text);
      });
    }
    sheet.y = top + leading * Math.max(left.length, right.length) + Math.round(leading / 2);
  }

  rule(x0: number, x1: number, y: number): void {
    this.sheet.ink.fillRect(x0, y, x1 - x0, 2);
  }
}

function setHeader(press: Press, letter: Letter): void {
  const { left, right, number, date, about } = letter.header;
  if (!number && left.length === 0) return;
  press.sheet.ink.font = fontOf('normal', pt(12.5));
  const aboutLines = about ? wrap(press.sheet.ink, about, mm(62), 0) : [];
  const row = Math.max(left.length, right.length);
  const pad = (lines: readonly string[], style: Style): [string, Style][] => [
    ...lines.map((line): [string, Style] => [line, style]),
    ...Array.from({ length: row - lines.length }, (): [string, Style] => ['', style]),
  ];
  press.columns(
    [...pad(left, 'bold'), [number, 'normal'], ...aboutLines.map((line): [string, Style] => [line, 'normal'])],
    [...pad(right, 'bold'), [date, 'italic']],
    pt(12.5),
  );
  if (row > 0) press.rule(LEFT + mm(18), LEFT + mm(42), TOP + Math.round(pt(12.5) * 1.28 * left.length) + 10);
  if (row > 1) press.rule(RIGHT - mm(72), RIGHT - mm(20), TOP + Math.round(pt(12.5) * 1.28 * right.length) + 10);
}

function setAddressees(press: Press, addressees: readonly string[]): void {
  if (addressees.length === 0) return;
  press.sheet.y += LEADING / 2;
  const lines = addressees.length === 1 ? [`Kính gửi: ${addressees[0]}`] : ['Kính gửi:', ...addressees];
  for (const line of lines) press.paragraph(line);
}

function setFooter(press: Press, letter: Letter): void {
  const { lines, name } = letter.signature;
  if (letter.copies.length === 0 && !name) return;
  const size = pt(11.5);
  const leading = Math.round(size * 1.28);
  press.sheet.ink.font = fontOf('normal', size);
  const copies = letter.copies.flatMap((line) => wrap(press.sheet.ink, line, mm(82), 0));
  const sheet = press.room(leading * Math.max(copies.length + 1, lines.length + 5));
  const top = sheet.y + leading / 2;
  drawLine(sheet, 'Nơi nhận:', LEFT, top + leading, 'italic', size, 'left');
  for (const [index, line] of copies.entries()) drawLine(sheet, line, LEFT, top + leading * (index + 2), 'normal', size, 'left');
  const centre = RIGHT - mm(36);
  for (const [index, line] of lines.entries()) drawLine(sheet, line, centre, top + leading * (index + 1), 'bold', BODY, 'centre');
  if (name) press.seal = [centre - mm(12), top + leading * (lines.length + 3)];
  if (name) drawLine(sheet, name, centre, top + leading * (lines.length + 5), 'bold', BODY, 'centre');
  sheet.lines.push('Nơi nhận:', ...copies, ...lines, ...(name ? [name] : []));
}

/** Sets a whole letter. */
export function typeset(letter: Letter): Typeset {
  registerFonts();
  const press = new Press();
  setHeader(press, letter);
  press.centred(letter.title, 'bold', pt(14));
  if (letter.heading) press.centred([letter.heading], 'bold');
  press.sheet.y += LEADING / 2;
  setAddressees(press, letter.addressees);
  for (const text of letter.body) press.paragraph(text, /^[IVX]+[.-]/u.test(text) ? 'bold' : 'normal');
  setFooter(press, letter);
  return { pages: press.sheets.map((sheet) => sheet.canvas), lines: press.sheets.map((sheet) => sheet.lines), seal: press.seal };
}
