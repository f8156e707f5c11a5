// pnpm bench ocr FOLDER: how well and how fast are transcribed scans read, beside the public peers? Prints tables; --out writes them with a plot.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Reader, readKept } from './ocr/kept.ts';
import { createPeerReader, PEERS } from './ocr/peers.ts';
import { type Panel, plot } from './ocr/plot.ts';
import { type Column, documentTable, errorTable, speedTable } from './ocr/report.ts';
import { isTypeset, type Sample, samplesIn } from './ocr/samples.ts';
import { scoreOf, summaryOf } from './ocr/scores.ts';
import { measureSpeed, type Speed } from './ocr/speed.ts';
import { createVanbanReaders } from './ocr/vanban.ts';

const HELP = `pnpm bench ocr FOLDER [options]

FOLDER holds NAME.pdf with NAME.txt (all pages) or NAME.p2.txt (page 2) beside it, and may hold INDEX.tsv with the columns
file, page, kind (colour, 1-bit, typeset fax …) and "body lines" (lines of running text in the transcription: 9-26,40-44).

  --speed           also measure pages a minute, CPU and memory of whole runs on the scans, in turn (needs qpdf, tesseract, ocrmypdf)
  --only-speed      measure nothing else
  --rounds N        rounds of the speed measurement; medians are printed (3)
  --steps           instead: vanban with single clean-up steps switched off
  --only TEXT       only samples whose name or kind holds TEXT
  --readers A,B     only readers whose name holds one of these (vanban, native, repaired, tesseract, ocrmypdf)
  --kept FOLDER     where texts already read are kept; the same program does not read the same page twice
  --out FOLDER      write ocr.md, ocr.json and ocr.svg there
  --texts FOLDER    write what each reader read there

Peers that are not installed are left out of the errors: tesseract-ocr-vie with poppler-utils, ocrmypdf with unpaper.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', short: 'h' },
    speed: { type: 'boolean' },
    'only-speed': { type: 'boolean' },
    rounds: { type: 'string', default: '3' },
    steps: { type: 'boolean' },
    only: { type: 'string', default: '' },
    readers: { type: 'string', default: '' },
    kept: { type: 'string', default: join(tmpdir(), 'vanban-bench-ocr') },
    out: { type: 'string' },
    texts: { type: 'string' },
  },
});

const STEPS = ['colour', 'scale', 'straighten', 'turn', 'level', 'edges', 'specks'] as const;

async function openReaders(): Promise<Reader[]> {
  const wanted = values.readers.split(',');
  const makers = values.steps ? stepReaders() : [...productReaders(), ...PEERS.map((peer) => () => [createPeerReader(peer)])];
  const made = await Promise.all(makers.map(async (make) => await make()));
  const readers = made.flat().filter((reader): reader is Reader => reader !== null);
  const isWanted = ({ name }: Reader): boolean => wanted.some((part) => name.includes(part));
  for (const reader of readers) if (!isWanted(reader)) await reader.close();
  return readers.filter(isWanted);
}

type Maker = () => readonly (Reader | null)[] | Promise<readonly (Reader | null)[]>;

const productReaders = (): Maker[] => [
  () => createVanbanReaders('vanban', {}),
  () => createVanbanReaders('vanban, native engine', { engine: 'native' }).catch(() => []),
];

const stepReaders = (): Maker[] =>
  [[], ...STEPS.map((step) => [step])].map((without) => async () => {
    const [repaired, asRead] = await createVanbanReaders(without.length > 0 ? `without ${without}` : 'all steps', { rereading: false, without });
    await repaired.close();
    return [asRead];
  });

/** One sample after the other through all readers, so that pages of one sample are recognised once for text as read and as repaired. */
async function readAll(samples: readonly Sample[], readers: readonly Reader[]): Promise<Column[]> {
  const columns = readers.map(({ name }) => ({ reader: name, scores: [] as Column['scores'][number][] }));
  for (const [number, sample] of samples.entries()) {
    for (const [index, reader] of readers.entries()) {
      const text = await readKept(values.kept, reader, sample);
      columns[index]?.scores.push(scoreOf(sample, text));
      if (values.texts) writeFileSync(join(values.texts, `${sample.name}.p${sample.page ?? 'all'}.${reader.name.replace(/\W+/gu, '-')}.txt`), text);
    }
    process.stderr.write(`${number + 1}/${samples.length} ${sample.name}\n`);
  }
  for (const reader of readers) await reader.close();
  return columns;
}

function errorSections(samples: readonly Sample[], columns: readonly Column[]): string[] {
  return (['scans', 'typeset pages'] as const).flatMap((title) => {
    const chosen = samples.map((sample) => isTypeset(sample) === (title === 'typeset pages'));
    const count = chosen.filter(Boolean).length;
    if (count === 0) return [];
    const part = columns.map(({ reader, scores }) => ({ reader, scores: scores.filter((_, index) => chosen[index]) }));
    const rows = samples.filter((_, index) => chosen[index]);
    return [`## ${title}: ${count} documents`, errorTable(part), documentTable(rows, shownAlone(part))];
  });
}

/** What was compared document by document: the product's text first, then the peers. */
const shownAlone = (columns: readonly Column[]): Column[] => columns.filter(({ reader }, index) => index === 0 || !reader.startsWith('vanban'));

function panelsOf(columns: readonly Column[], speeds: readonly Speed[]): Panel[] {
  const programOf = (reader: string): string => reader.replace(', repaired', '');
  const shown = columns.filter(({ reader }) => !reader.endsWith('as read'));
  const group = (label: string, key: 'cer' | 'wer' | 'body') => ({
    label,
    bars: shown.map(({ reader, scores }) => ({ program: programOf(reader), value: 100 * summaryOf(scores)[key] })),
  });
  const kinds = [...new Set(speeds.map(({ kind }) => kind))].map((kind) => ({
    label: kind,
    bars: speeds.filter((speed) => speed.kind === kind).map((speed) => ({ program: speed.program, value: (60 * speed.pages) / speed.wallSeconds })),
  }));
  return [
    ...(shown.length > 0
      ? [
          {
            title: 'Errors %, less is better',
            groups: [group('characters', 'cer'), group('characters of running text', 'body'), group('words', 'wer')],
          },
        ]
      : []),
    ...(kinds.length > 0 ? [{ title: 'Pages a minute, more is better', groups: kinds }] : []),
  ];
}

async function main(): Promise<void> {
  const [folder] = positionals;
  if (values.help || !folder) return console.log(HELP);
  const samples = samplesIn(folder).filter(({ name, kind }) => `${name} ${kind}`.includes(values.only));
  if (samples.length === 0) throw new Error(`${folder}: no NAME.pdf with NAME.txt beside it`);
  for (const path of [values.out, values.texts]) if (path) mkdirSync(path, { recursive: true });
  const columns = values['only-speed'] ? [] : await readAll(samples, await openReaders());
  const scans = samples.filter((sample) => !isTypeset(sample));
  const measured = values.speed || values['only-speed'];
  const speeds = measured ? await measureSpeed(scans, Number(values.rounds), (words) => process.stderr.write(`${words}\n`)) : [];
  const sections = [...errorSections(samples, columns), ...(speeds.length > 0 ? ['## Speed', speedTable(speeds)] : [])];
  const report = `${sections.join('\n\n')}\n`;
  console.log(report);
  if (values.out) {
    writeFileSync(join(values.out, 'ocr.md'), report);
    writeFileSync(
      join(values.out, 'ocr.json'),
      `${JSON.stringify({ samples: samples.map(({ name, page, kind }) => ({ name, page, kind })), columns, speeds }, null, 1)}\n`,
    );
    const drawn = columns.map(({ reader, scores }) => ({ reader, scores: scores.filter((_, index) => !isTypeset(samples[index] as Sample)) }));
    writeFileSync(join(values.out, 'ocr.svg'), plot(panelsOf(drawn, speeds)));
  }
}

await main();
