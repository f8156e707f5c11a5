// Pages whose text layer cannot be trusted – any font's name, any encoding, any place, seen or not, over scans or bare paper – → layers, merges, records.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { PageReading, TextBlock, Word } from '@vanban/contract';
import { mergeLayer, openSource, type PageContent } from '@vanban/pages';
import { encodeLegacy } from '@vanban/pages/encode-legacy';
import { makePdf, place, type TestImage, text } from '@vanban/pages/make-pdf';
import type { Encoding } from '@vanban/text';
import { mutatePdf } from '../mutate/pdf.ts';
import { mutateText } from '../mutate/text.ts';
import { checkReading } from '../properties.ts';
import { type Random, randomOf } from '../random.ts';
import { inFolder } from '../seeds/folder.ts';
import { letterTexts } from '../seeds/letters.ts';
import { holds, type Target } from '../target.ts';
import { LIMITS, readAll } from './files.ts';

const FONTS = ['Sample', 'ABCDEF+TimesNewRoman', '.VnTime', '.VnTimeH', 'VNI-Times', 'VPSTimes', 'Symbol', 'Wingdings', 'x'];
const ENCODINGS: readonly Encoding[] = ['unicode', 'unicode', 'compound', 'tcvn3', 'vni', 'vps', 'viscii', 'viqr'];
const ODD = ['0', '-1', '99999999', '1e18', '0.001', '-0.00001', 'NaN'];

export const layers: Target = {
  name: 'layers',
  what: 'PDF pages with hostile fonts, encodings and places → layers, merges, records',
  async start() {
    const lines = letterTexts().flatMap((letter) => letter.split('\n').filter((line) => line.trim() !== ''));
    const path = await inFolder('input');
    return {
      make(random) {
        const pdf = makePdf(
          Array.from({ length: 1 + random.int(2) }, () => pageOf(lines, random)),
          { mapped: MAPPED },
        );
        return random.once(3) ? mutatePdf(pdf, random, pdf) : pdf;
      },
      async check(input) {
        writeFileSync(path, input);
        return readAll(await openSource(path, { limits: LIMITS }), (page) => checkMerge(page, randomOf(digestOf(input))));
      },
    };
  },
};

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function pageOf(lines: readonly string[], random: Random): Parameters<typeof makePdf>[0][number] {
  const rows = Array.from({ length: 1 + random.int(30) }, (_, row) => row);
  const typed = rows.map((row) => lineAt(60 + random.int(random.pick([1, 300])), 800 - row * 15, random.pick(lines), random)).join('');
  const under = random.int(3) > 0 ? place('Im1', ...random.pick(SHEETS)) : '';
  const content = random.once(2) ? under + typed : typed + under;
  const [font, otherFont] = [random.pick(FONTS), random.pick(FONTS)];
  return { content, font, otherFont, rotate: random.pick([0, 0, 0, 90, 180, 270]), images: { Im1: bars(rows.length) } };
}

/** Codes up to U+20FF: all of Vietnamese and the old encodings, in a tenth of the time. */
const MAPPED = 0x21;

/** Points: a whole sheet, a part of one, strips, far too large. */
const SHEETS: readonly (readonly [number, number, number, number])[] = [
  [0, 0, 595, 842],
  [0, 0, 595, 842],
  [0, 0, 595, 842],
  [0, 0, 595, 842],
  [60, 60, 400, 300],
  [0, 400, 595, 20],
  [-5000, -5000, 12_000, 12_000],
];

function lineAt(x: number, y: number, line: string, random: Random): string {
  const words = random.once(5) ? mutateText(line, random).slice(0, 300) : line;
  const encoded = encodeLegacy(words, random.pick(ENCODINGS));
  const made = text(x, y, random.pick([9, 12, 13, 40, 0.1]), encoded, random.pick([0, 0, 0, 3, 3, 7]), random.pick(['F1', 'F1', 'F2']));
  if (!random.once(12)) return made;
  const setting = random.pick(['Tz', 'Tc', 'Tw', 'TL', 'Ts']);
  return `q ${random.pick(['1', random.pick(ODD)])} 0 ${random.pick(['0', '0.5'])} 1 0 0 cm ${random.pick(ODD)} ${setting}\n${made}Q\n`;
}

/** A small scan: white, with a black bar where each line is. */
function bars(rows: number): TestImage {
  const [width, height] = [248, 351];
  const stride = Math.ceil(width / 8);
  const data = new Uint8Array(stride * height).fill(255);
  for (let row = 0; row < rows; row++) {
    const top = Math.round(((842 - (800 - row * 15)) * height) / 842) - 3;
    data.fill(0, top * stride + 4, top * stride + 25);
    data.fill(0, (top + 2) * stride + 4, (top + 2) * stride + 25);
  }
  return { width, height, bits: 1, data };
}

/** Merging what recognition might have read with the layer keeps every word, its place and its digits. */
function checkMerge(page: PageContent, random: Random): void {
  if (page.kind !== 'image' || !page.layer) return;
  const reading = recognised(page.layer, page.image, random);
  const merged = mergeLayer(reading, page.layer);
  checkReading(merged);
  const [before, after] = [reading, merged].map(wordsOf) as [Word[], Word[]];
  holds(before.length === after.length, `${before.length} words became ${after.length}`);
  for (const [index, word] of before.entries()) {
    const now = after[index] as Word;
    holds(digitsOf(now.text) === digitsOf(word.text), `the digits of ${JSON.stringify(word.text)} became ${JSON.stringify(now.text)}`);
    holds(now.box.join() === word.box.join(), `${JSON.stringify(word.text)} was moved`);
  }
}

const digitsOf = (word: string): string => word.replace(/\D/gu, '');
const wordsOf = ({ blocks }: PageReading): Word[] =>
  blocks.flatMap((block) => (block.kind === 'text' ? block.lines.flatMap((line) => [...line.words]) : []));

/** The layer's words as an engine may read them: letters, digits and marks otherwise, at places that are a little off. */
function recognised(layer: readonly Word[], { width, height }: { readonly width: number; readonly height: number }, random: Random): PageReading {
  const words = layer.slice(0, 400).flatMap(({ text: letters, box }): Word[] => {
    if (random.once(10)) return [];
    const read = random.once(3) ? mutateText(letters, random).replace(/\s+/gu, '').slice(0, 40).normalize('NFC') : letters;
    const off = random.int(5) - 2;
    return read === '' ? [] : [{ text: read, box: [box[0] + off, box[1] + off, box[2] + off, box[3] + off], confidence: random.int(101) / 100 }];
  });
  const lines = words.map((word) => ({ box: word.box, words: [word] }));
  const blocks: TextBlock[] = lines.length === 0 ? [] : [{ kind: 'text', role: 'body', box: [0, 0, width, height], lines }];
  return {
    number: 1,
    width,
    height,
    dpi: 200,
    origin: 'ocr',
    rotation: 0,
    skew: 0,
    blank: false,
    confidence: 0.9,
    blocks,
    warnings: [],
  } as PageReading;
}
