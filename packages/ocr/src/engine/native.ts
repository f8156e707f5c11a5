// The `tesseract` command of the machine, where there is one: the same text as the WebAssembly build, faster, above all on 1-bit scans.
// Invariant: one picture at a time, with one thread; pictures lie in a folder of this process while they are read, and nothing else is written to disk.
//   const engine = await createNativeEngine(); await engine.read(picture, 'page'); await engine.close();
import { spawn } from 'node:child_process';
import { VanbanError } from '@vanban/contract';
import type { PageImage, Quarter } from '@vanban/pages';
import { gather } from './batch.ts';
import { type Engine, type EngineLine, LEAST_TURN_CONFIDENCE, MODES, type Segmentation } from './engine.ts';
import { toPgm } from './netpbm.ts';
import { createStandingProcess, type StandingProcess } from './standing-process.ts';

export interface NativeOptions {
  /** Folder with `vie.traineddata`; the machine's own if not given. */
  readonly tessdata?: string;
  /** The command, if it is not `tesseract` on the path. */
  readonly command?: string;
}

/** Older ones keep their answers until they end. */
const OLDEST = 5;

/** LSTM only, no inverted reading, no dictionary that grows with the document. */
const SETTINGS = ['-l', 'vie', '--oem', '1', '-c', 'tessedit_do_invert=0', '-c', 'tessedit_enable_doc_dict=0'];

/** Throws VanbanError `engine-missing` where the command or its Vietnamese data is not there. */
export async function createNativeEngine({ tessdata, command = 'tesseract' }: NativeOptions = {}): Promise<Engine> {
  const data = tessdata === undefined ? [] : ['--tessdata-dir', tessdata];
  const version = /^tesseract v?(\S+)/m.exec(await run(command, ['--version'], null))?.[1] ?? 'unknown';
  if (Number.parseInt(version, 10) < OLDEST)
    throw new VanbanError('engine-missing', `${command} is version ${version}, ${OLDEST} or newer is needed.`);
  const languages = await run(command, ['--list-langs', ...data], null);
  if (!/^vie$/m.test(languages)) throw new VanbanError('engine-missing', `${command} has no Vietnamese data (vie.traineddata).`);
  const standing = new Map<Segmentation, StandingProcess>();
  // One process for each segmentation: it cannot change in a running one.
  const processFor = (segmentation: Segmentation): StandingProcess => {
    const known = standing.get(segmentation) ?? createStandingProcess(command, [...data, ...SETTINGS, '--psm', MODES[segmentation]]);
    standing.set(segmentation, known);
    return known;
  };
  return {
    name: `tesseract ${version} vie (native)`,
    read: gather((images: readonly PageImage[], segmentation): Promise<EngineLine[][]> => processFor(segmentation).read(images)),
    async findTurn(image) {
      const report = await run(command, ['stdin', 'stdout', '--psm', '0', '--dpi', String(Math.round(image.dpi))], toPgm(image)).catch(() => '');
      const [rotate, confidence] = [/^Rotate: (\d+)$/m.exec(report)?.[1], /^Orientation confidence: ([\d.]+)$/m.exec(report)?.[1]];
      return rotate === undefined || Number(confidence) < LEAST_TURN_CONFIDENCE ? null : (Number(rotate) as Quarter);
    },
    async close() {
      await Promise.all([...standing.values()].map((one) => one.close()));
    },
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
