// Small PDF files with plain objects: a letter of text with a ruled table, a scan with a layer under it, outlines, a turned page, a form.
// Invariant: content streams are not compressed and each file is under 200 KB, so that damage is cheap and hits what is read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createCanvas } from '@napi-rs/canvas';
import { formPacket, livingForm } from '@vanban/pages/make-form';
import PDFDocument from 'pdfkit';
import { letterTexts } from './letters.ts';

const FONT = join(import.meta.dirname, '..', '..', 'node_modules', '@expo-google-fonts', 'tinos', '400Regular', 'Tinos_400Regular.ttf');

/** Names a folder of further files. */
export const ALSO = 'VANBAN_FUZZ_ALSO';
/** Larger ones would take all the time. */
const MOST_BYTES = 300_000;

/** Those made here and those of the folder. */
export async function allPdfFiles(): Promise<Uint8Array[]> {
  return [...(await pdfFiles()), ...furtherFiles()];
}

function furtherFiles(): Uint8Array[] {
  const folder = process.env[ALSO];
  if (!folder) return [];
  const files = readdirSync(folder)
    .sort()
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => readFileSync(join(folder, name)));
  return files.filter(({ length }) => length > 0 && length <= MOST_BYTES);
}

export function pdfFiles(): Promise<Uint8Array[]> {
  const [text = '', other = ''] = letterTexts();
  return Promise.all([
    made((pdf) => writeLetter(pdf, text)),
    made((pdf) => {
      pdf.fontSize(9).text(other, 40, 40, { columns: 2, columnGap: 20 });
      drawTable(pdf);
    }),
    made((pdf) => pdf.image(scanned(), 0, 0, { width: 595, height: 842 }).fontSize(12).text(text.slice(0, 900), 60, 60)),
    made((pdf) => {
      pdf.rotate(90, { origin: [300, 400] });
      writeLetter(pdf, other.slice(0, 500));
      for (let x = 0; x < 300; x += 3)
        pdf
          .moveTo(x, 700)
          .bezierCurveTo(x, 720, x + 2, 720, x + 2, 700)
          .fill();
    }),
    livingForm(formPacket()),
  ]);
}

type Pdf = InstanceType<typeof PDFDocument>;

async function made(draw: (pdf: Pdf) => unknown): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 40, compress: false, info: { CreationDate: new Date(0), ModDate: new Date(0) } });
  pdf.font(FONT);
  draw(pdf);
  pdf.end();
  return buffer(pdf);
}

function writeLetter(pdf: Pdf, text: string): void {
  pdf.fontSize(11).text('UBND TỈNH\nSỞ TÀI CHÍNH', 60, 40, { width: 180, align: 'center' });
  pdf.text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 260, 40, { width: 300, align: 'center' });
  pdf.fontSize(12).text(text, 60, 110, { width: 480, align: 'justify' });
}

function drawTable(pdf: Pdf): void {
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 3; column++) {
      pdf.rect(60 + column * 150, 600 + row * 30, 150, 30).stroke();
      pdf.fontSize(9).text(row === 0 ? 'Nhiệm vụ' : `Sở Tài chính ${row}`, 64 + column * 150, 604 + row * 30, { width: 140 });
    }
  }
}

function scanned(): Buffer {
  const canvas = createCanvas(420, 594);
  const ink = canvas.getContext('2d');
  ink.fillStyle = '#f4f4f0';
  ink.fillRect(0, 0, 420, 594);
  ink.fillStyle = '#222';
  for (let line = 0; line < 30; line++) ink.fillRect(40, 40 + line * 16, 300 - (line % 5) * 20, 7);
  return canvas.toBuffer('image/jpeg', 60);
}
