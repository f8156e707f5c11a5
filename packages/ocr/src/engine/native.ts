// The `tesseract` command of the machine, where there is one: the same text as the WebAssembly build, faster, above all on 1-bit scans.
// Invariant: one process at a time, with one thread; pictures go in by stdin and lines come out by stdout, nothing is written to disk.
//   const engine = await createNativeEngine(); await engine.read(picture, 'page');
// A start costs as much as reading half a page of the smaller data, so pictures that are asked for together go to one process together.
import { spawn } from 'node:child_process';
import { type Box, VanbanError } from '@vanban/contract';
import type { PageImage, Quarter } from '@vanban/pages';
import { gather } from './batch.ts';
import { type Engine, type EngineLine, type EngineWord, LEAST_TURN_CONFIDENCE, MODES, type Segmentation } from './engine.ts';
import { toPgm } from './netpbm.ts';
import { toTiff } from './tiff.ts';

export interface NativeOptions {
  /** Folder with `vie.traineddata`; the machine's own if not given. */
  readonly tessdata?: string;
  /** The command, if it is not `tesseract` on the path. */
  readonly command?: string;
}

/** Throws VanbanError `engine-missing` where the command or its Vietnamese data is not there. */
export async function createNativeEngine({ tessdata, command = 'tesseract' }: NativeOptions = {}): Promise<Engine> {
  const data = tessdata === undefined ? [] : ['--tessdata-dir', tessdata];
  const version = /^tesseract v?(\S+)/m.exec(await run(command, ['--version'], null))?.[1] ?? 'unknown';
  const languages = await run(command, ['--list-langs', ...data], null);
  if (!/^vie$/m.test(languages)) throw new VanbanError('engine-missing', `${command} has no Vietnamese data (vie.traineddata).`);
  const readTogether = async (images: readonly PageImage[], segmentation: Segmentation): Promise<EngineLine[][]> => {
    const args = ['stdin', 'stdout', ...data, '-l', 'vie', '--oem', '1', '--psm', MODES[segmentation]];
    const table = await run(command, [...args, '-c', 'tessedit_do_invert=0', '-c', 'tessedit_enable_doc_dict=0', 'tsv'], toTiff(images));
    const pages = linesOf(table);
    return images.map((_, i) => pages.get(i + 1) ?? []);
  };
  return {
    name: `tesseract ${version} vie (native)`,
    read: gather(readTogether),
    async findTurn(image) {
      const report = await run(command, ['stdin', 'stdout', '--psm', '0', '--dpi', String(Math.round(image.dpi))], toPgm(image)).catch(() => '');
      const [rotate, confidence] = [/^Rotate: (\d+)$/m.exec(report)?.[1], /^Orientation confidence: ([\d.]+)$/m.exec(report)?.[1]];
      return rotate === undefined || Number(confidence) < LEAST_TURN_CONFIDENCE ? null : (Number(rotate) as Quarter);
    },
    close: async () => {},
  };
}

/** Runs the command over what it is given and gives what it prints. */
function run(command: string, args: readonly string[], input: Buffer | null): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, OMP_THREAD_LIMIT: '1' }, stdio: ['pipe', 'pipe', 'pipe'] });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', (cause) => reject(new VanbanError('engine-missing', `${command}: ${cause.message}`, { cause })));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(out).toString('utf8'));
      else if (signal) reject(new VanbanError('worker-died', `${command} was ended by ${signal}`));
      else reject(new VanbanError('page-failed', `${command} ended with ${code}: ${Buffer.concat(err).toString('utf8').slice(0, 300)}`));
    });
    // The command may end before it has read everything; its exit code says why.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? undefined);
  });
}

/** Rows of Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. Level 4 is a line, 5 a word. */
export function linesOf(table: string): Map<number, EngineLine[]> {
  const pages = new Map<number, { box: Box; words: EngineWord[] }[]>();
  for (const row of table.split('\n')) {
    const cells = row.split('\t');
    const [level, page, x, y, width, height, confidence] = [0, 1, 6, 7, 8, 9, 10].map((i) => Number(cells[i])) as Seven;
    const box: Box = [x, y, x + width, y + height];
    const text = (cells[11] ?? '').trim();
    if (level === 1) pages.set(page, []);
    else if (level === 4) pages.get(page)?.push({ box, words: [] });
    else if (level === 5 && text !== '')
      pages
        .get(page)
        ?.at(-1)
        ?.words.push({ text, box, confidence: Math.max(0, confidence / 100) });
  }
  return new Map([...pages].map(([page, lines]) => [page, lines.filter((line) => line.words.length > 0)]));
}

type Seven = [number, number, number, number, number, number, number];
