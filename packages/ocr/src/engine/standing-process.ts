// A `tesseract` process that stands ready: loading the data costs as much as reading a third of a page, so it is paid once and not at every call.
// Invariant: one call at a time; each picture is answered by itself; a process that ended fails the call it was in, and the next call starts another.
//   const standing = createStandingProcess('tesseract', ['-l', 'vie', '--psm', '3']); await standing.read([picture, picture]); await standing.close();
// It is told names of files, one a line (`stream_filelist`), and prints a table for each. A blank picture behind each call shows that the call is answered.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { VanbanError } from '@vanban/contract';
import { makeScratchFolder, type PageImage } from '@vanban/pages';
import type { EngineLine } from './engine.ts';
import { toTiff } from './tiff.ts';
import { linesOf } from './tsv.ts';

export interface StandingProcess {
  /** The lines of each picture. Throws VanbanError: engine-missing, worker-died, page-failed. */
  read(images: readonly PageImage[]): Promise<EngineLine[][]>;
  close(): Promise<void>;
}

/** Pixels read by one process before it is replaced, so that its memory stays flat: about a hundred A4 pages at 200 dpi. */
const PIXELS_PER_PROCESS = 400_000_000;
const BLANK_NAME = 'blank.tif';
const BLANK: PageImage = { width: 32, height: 32, dpi: 200, channels: 1, data: new Uint8Array(32 * 32).fill(255), bilevel: false };

interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly folder: string;
  /** Rejects with the reason when the process has ended. */
  readonly ended: Promise<never>;
  dead: boolean;
  /** Pictures and pixels that it was given. */
  pictures: number;
  pixels: number;
}

export function createStandingProcess(command: string, args: readonly string[]): StandingProcess {
  let running: Running | null = null;

  async function fresh(): Promise<Running> {
    if (running && (running.dead || running.pixels > PIXELS_PER_PROCESS)) await close();
    running ??= await start(command, args);
    return running;
  }

  async function close(): Promise<void> {
    const last = running;
    running = null;
    if (last) await stop(last);
  }

  return {
    read: async (images) => readWith(await fresh(), images),
    close,
  };
}

async function readWith(at: Running, images: readonly PageImage[]): Promise<EngineLine[][]> {
  const before = at.pictures;
  const files = images.map((_, i) => path.join(at.folder, `${before + i + 1}.tif`));
  await Promise.all(images.map((image, i) => writeFile(files[i] as string, toTiff(image), { mode: 0o600 })));
  at.pictures += images.length + 1;
  at.pixels += images.reduce((sum, { data }) => sum + data.length, 0);
  const pages = linesOf(await ask(at, [...files, path.join(at.folder, BLANK_NAME)]));
  await Promise.all(files.map((file) => rm(file, { force: true })));
  return images.map((_, i) => pages.get(before + i + 1) ?? []);
}

async function start(command: string, args: readonly string[]): Promise<Running> {
  const folder = await makeScratchFolder('tesseract');
  await writeFile(path.join(folder, BLANK_NAME), toTiff(BLANK));
  const child = spawn(command, ['stdin', 'stdout', ...args, '-c', 'stream_filelist=1', 'tsv'], { env: { ...process.env, OMP_THREAD_LIMIT: '1' } });
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const running: Running = { child, folder, ended, dead: false, pictures: 0, pixels: 0 };
  const end = (why: VanbanError): void => {
    running.dead = true;
    reject(why);
  };
  let words = '';
  child.stdout.setEncoding('utf8');
  child.stderr.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-LAST_WORDS);
  });
  child.on('error', (cause) => end(new VanbanError('engine-missing', `${command}: ${cause.message}`, { cause })));
  child.on('close', (code, signal) => {
    if (signal) end(new VanbanError('worker-died', `${command} was ended by ${signal}`));
    else end(new VanbanError('page-failed', `${command} ended with ${code}: ${words.trim()}`));
  });
  // The process may end before it has read everything; its exit code says why.
  child.stdin.on('error', () => {});
  ended.catch(() => {});
  return running;
}

const LAST_WORDS = 300;

/** Names the files and gives what is printed up to the end of the last one's page. */
function ask({ child, ended, pictures }: Running, files: readonly string[]): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let table = '';
  const onTable = (chunk: string): void => {
    table += chunk;
    const last = table.lastIndexOf(`\n1\t${pictures}\t0\t`);
    if (last >= 0 && table.includes('\n', last + 1)) resolve(table);
  };
  child.stdout.on('data', onTable);
  child.stdin.write(`${files.join('\n')}\n`);
  return Promise.race([promise, ended]).finally(() => child.stdout.off('data', onTable));
}

/** It ends when it is told no more names. */
async function stop({ child, folder, ended }: Running): Promise<void> {
  child.stdin.end();
  const killer = setTimeout(() => child.kill('SIGKILL'), SECONDS_TO_END * 1000);
  await ended.catch(() => {});
  clearTimeout(killer);
  await rm(folder, { recursive: true, force: true });
}

const SECONDS_TO_END = 3;
