// Typeset pages with known text and the faults of real scans, as image-only PDFs with their transcription: for measuring and training, not for shipping.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inventLetter } from './invent.ts';
import { DPI, type SetLine } from './press.ts';
import { type Random, seeded } from './random.ts';
import { addFax, addJpeg, closeScanFile, openScanFile } from './scan-file.ts';
import { SCANNERS, type Scanned, type Scanner } from './scanners.ts';
import { type Typeset, typeset } from './typeset.ts';
import { padded } from './wear/geometry.ts';

const HELP = `node scripts/samples/pages.ts FOLDER [options]

Writes KIND-N.pdf, KIND-N.txt (one printed line a line, header left before right, Nơi nhận before the signature)
and INDEX.tsv (kind and lines of running text, as pnpm bench ocr wants them). The same seed gives the same files.

  --count N      letters of each kind (2); every third has a table, every fourth two pages
  --kinds A,B    only these: ${Object.keys(SCANNERS).join(', ')}
  --seed N       another series of letters (1)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', short: 'h' },
    count: { type: 'string', default: '2' },
    kinds: { type: 'string', default: Object.keys(SCANNERS).join(',') },
    seed: { type: 'string', default: '1' },
  },
});

function scanPages({ pages, seal }: Typeset, { scan, dpi }: Scanner, random: Random): Scanned[] {
  // Each page's back shows the print of another: copied first, because scanning changes a page.
  const backs = pages.map((_, index) => padded(pages[(index + 1) % pages.length] as Typeset['pages'][number], 1));
  return pages.map((page, index) => {
    const back = backs[index] as Typeset['pages'][number];
    return scan({ page, back, seal: index === pages.length - 1 ? seal : null, isFirst: index === 0, scale: dpi / DPI }, random);
  });
}

/** The stamp's lines stand after the header, before the letter begins. */
function truthOf({ lines }: Typeset, scanned: readonly Scanned[]): SetLine[] {
  return lines.flatMap((page, index) => {
    const start = page.findIndex(({ running }) => running);
    const stamp = (scanned[index]?.stamp ?? []).map((text) => ({ text, running: false }));
    return [...page.slice(0, start), ...stamp, ...page.slice(start)];
  });
}

/** 1-based ranges of running text, such as "8-31,40-52". */
function bodyRanges(lines: readonly SetLine[]): string {
  const ranges: [number, number][] = [];
  for (const [index, { running }] of lines.entries()) {
    const last = ranges.at(-1);
    if (running && last?.[1] === index) last[1] = index + 1;
    else if (running) ranges.push([index + 1, index + 1]);
  }
  return ranges.map((range) => range.join('-')).join(',');
}

async function makeSample(folder: string, kind: string, scanner: Scanner, number: number, seed: number): Promise<string> {
  const random = seeded(seed);
  const letter = inventLetter(random, { length: seed % 4 === 0 ? 9 : 4, table: seed % 3 === 0 });
  const set = typeset(letter, scanner.dpi);
  const scanned = scanPages(set, scanner, random);
  const name = `${kind}-${number}`;
  const file = openScanFile(join(folder, `${name}.pdf`), scanner.dpi);
  for (const { canvas } of scanned) {
    if (scanner.quality === null) await addFax(file, padded(canvas, 16), 150);
    else addJpeg(file, canvas, scanner.quality);
  }
  await closeScanFile(file);
  const lines = truthOf(set, scanned);
  writeFileSync(join(folder, `${name}.txt`), `${lines.map(({ text }) => text).join('\n')}\n`);
  return [name, '', `typeset ${kind}`, bodyRanges(lines)].join('\t');
}

async function main(): Promise<void> {
  const [folder] = positionals;
  if (values.help || !folder) return console.log(HELP);
  mkdirSync(folder, { recursive: true });
  const rows: string[] = [];
  for (const [at, kind] of values.kinds.split(',').entries()) {
    const scanner = SCANNERS[kind];
    if (!scanner) throw new Error(`--kinds ${kind}: choose among ${Object.keys(SCANNERS).join(', ')}`);
    for (let number = 1; number <= Number(values.count); number++) {
      rows.push(await makeSample(folder, kind, scanner, number, 7919 * Number(values.seed) + 101 * at + number));
    }
  }
  writeFileSync(join(folder, 'INDEX.tsv'), `${['file\tpage\tkind\tbody lines', ...rows].join('\n')}\n`);
  console.log(`${rows.length} letters in ${folder}`);
}

await main();
