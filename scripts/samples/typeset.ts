// Sets a letter on A4 pages as Nghị định 30/2020 lays it out: two-column header, centred title, justified body, tables, Nơi nhận left of the signature.
// Returns the pages and, line by line in reading order, the text that stands on them (the truth of the sample).
import type { Canvas } from '@napi-rs/canvas';
import type { Letter } from './letter.ts';
import { BODY, DPI, drawLine, fontOf, LEADING, LEFT, mm, Press, pt, RIGHT, registerFonts, type SetLine, type Style, TOP, wrap } from './press.ts';
import { setTable } from './table.ts';

export interface Typeset {
  readonly pages: readonly Canvas[];
  /** Printed lines of each page in reading order (left column before right, Nơi nhận before the signature). */
  readonly lines: readonly (readonly SetLine[])[];
  /** Where the seal belongs on the last page (left third of the signature), in pixels at 200 dpi; null without a signature. */
  readonly seal: readonly [number, number] | null;
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
  sheet.lines.push(...['Nơi nhận:', ...copies, ...lines, ...(name ? [name] : [])].map((text) => ({ text, running: false })));
}

/** Sets a whole letter; pictures have `dpi` pixels to the inch. */
export function typeset(letter: Letter, dpi = DPI): Typeset {
  registerFonts();
  const press = new Press(dpi / DPI);
  setHeader(press, letter);
  press.centred(letter.title, 'bold', pt(14));
  if (letter.heading) press.centred([letter.heading], 'bold');
  press.sheet.y += LEADING / 2;
  setAddressees(press, letter.addressees);
  for (const text of letter.body) press.paragraph(text, /^[IVX]+[.-]/u.test(text) ? 'bold' : 'normal');
  if (letter.table) setTable(press, letter.table);
  setFooter(press, letter);
  return { pages: press.sheets.map((sheet) => sheet.canvas), lines: press.sheets.map((sheet) => sheet.lines), seal: press.seal };
}
