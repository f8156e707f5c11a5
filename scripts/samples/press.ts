// A sheet of A4 and the hand that sets lines on it: paragraphs, centred lines, two columns, rules. Measures are pixels at 200 dpi whatever the picture's own.
// Every line set is also kept as text, in reading order, with whether it is running text: the truth of the page.
import { join } from 'node:path';
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

export const DPI = 200;
const WIDTH = 1654;
const HEIGHT = 2339;
export const mm = (length: number): number => Math.round((length / 25.4) * DPI);
export const LEFT = mm(30);
export const RIGHT = WIDTH - mm(18);
export const TOP = mm(20);
const BOTTOM = HEIGHT - mm(20);
export const pt = (size: number): number => (size / 72) * DPI;
export const BODY = pt(13.5);
export const LEADING = Math.round(BODY * 1.32);

export type Style = 'normal' | 'bold' | 'italic';

/** Registers Tinos, the metric twin of Times New Roman, with all Vietnamese letters. */
export function registerFonts(): void {
  const folder = join(import.meta.dirname, '..', 'node_modules', '@expo-google-fonts', 'tinos');
  for (const face of ['400Regular', '400Regular_Italic', '700Bold']) GlobalFonts.registerFromPath(join(folder, face, `Tinos_${face}.ttf`), 'Tinos');
}

/** What a printed line is to those who measure: running text, or header, table, footer and page number. */
export interface SetLine {
  readonly text: string;
  readonly running: boolean;
}

export interface Sheet {
  readonly canvas: Canvas;
  readonly ink: SKRSContext2D;
  readonly lines: SetLine[];
  y: number;
}

export const fontOf = (style: Style, size: number): string => `${style === 'normal' ? '' : `${style} `}${size}px "Tinos"`;

function newSheet(number: number, scale: number): Sheet {
  const canvas = createCanvas(Math.round(WIDTH * scale), Math.round(HEIGHT * scale));
  const ink = canvas.getContext('2d');
  ink.scale(scale, scale);
  ink.fillStyle = 'white';
  ink.fillRect(0, 0, WIDTH, HEIGHT);
  ink.fillStyle = '#151515';
  const sheet: Sheet = { canvas, ink, lines: [], y: TOP };
  if (number > 1) {
    drawLine(sheet, String(number), WIDTH / 2, mm(14), 'normal', pt(13), 'centre');
    sheet.lines.push({ text: String(number), running: false });
  }
  return sheet;
}

export function drawLine(sheet: Sheet, text: string, x: number, y: number, style: Style, size: number, align: 'left' | 'centre'): number {
  sheet.ink.font = fontOf(style, size);
  const width = sheet.ink.measureText(text).width;
  sheet.ink.fillText(text, align === 'centre' ? x - width / 2 : x, y);
  return width;
}

/** Words broken into lines no wider than `width`; the first line is shorter by `indent`. */
export function wrap(ink: SKRSContext2D, text: string, width: number, indent: number): string[] {
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

export class Press {
  readonly sheets: Sheet[] = [];
  seal: [number, number] | null = null;
  sheet: Sheet;
  private readonly scale: number;

  /** `scale`: pixels of the picture for one of the 200 dpi that all measures are in. */
  constructor(scale = 1) {
    this.scale = scale;
    this.sheet = newSheet(1, scale);
    this.sheets.push(this.sheet);
  }

  /** Makes room for `height` pixels, on the next sheet if need be. */
  room(height: number): Sheet {
    if (this.sheet.y + height > BOTTOM) {
      this.sheet = newSheet(this.sheets.length + 1, this.scale);
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
      sheet.lines.push({ text: line, running: true });
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
        sheet.lines.push({ text: line, running: true });
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
        sheet.lines.push({ text, running: false });
      });
    }
    sheet.y = top + leading * Math.max(left.length, right.length) + Math.round(leading / 2);
  }

  rule(x0: number, x1: number, y: number): void {
    this.sheet.ink.fillRect(x0, y, x1 - x0, 2);
  }
}
