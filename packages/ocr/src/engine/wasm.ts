// Tesseract as WebAssembly, in a worker thread, with the Vietnamese data that npm ships: works anywhere, without network.
// Invariant: one picture at a time; the thread is replaced after so many pictures, so memory stays flat, and no adaptation is on, so pictures do not influence each other.
//   const engine = createWasmEngine(); await engine.read(picture, 'block'); await engine.close();
// Settings as measured: LSTM only, best_int data, no inversion (same text, cheaper), resolution given, PGM in.
import { createRequire } from 'node:module';
import path from 'node:path';
import { VanbanError } from '@vanban/contract';
import type { PageImage, Quarter } from '@vanban/pages';
import { createWorker, OEM, type Page, type Worker } from 'tesseract.js';
import { gather } from './batch.ts';
import { type Engine, type EngineLine, LEAST_TURN_CONFIDENCE, MODES, type Segmentation } from './engine.ts';
import { toPgm } from './netpbm.ts';

/** Pixels read by one thread before it is replaced: about forty A4 pages at 200 dpi. */
const PIXELS_PER_THREAD = 160_000_000;

export interface WasmOptions {
  /** Folder with `vie.traineddata` or `vie.traineddata.gz`; npm's best_int data if not given. */
  readonly tessdata?: string;
}

export function createWasmEngine(options: WasmOptions = {}): Engine {
  const folder = options.tessdata ?? dataFolder('vie', '4.0.0_best_int');
  let thread: Thread | null = null;
  let pixels = 0;

  const fresh = async (): Promise<Thread> => {
    if (thread && (thread.dead || pixels > PIXELS_PER_THREAD)) {
      await thread.stop();
      thread = null;
    }
    if (!thread) {
      thread = await startThread('vie', OEM.LSTM_ONLY, folder, false);
      pixels = 0;
    }
    return thread;
  };

  const readOne = async (image: PageImage, segmentation: Segmentation): Promise<EngineLine[]> => {
    const { ask } = await fresh();
    pixels += image.data.length;
    const { data } = await ask((worker) => worker.recognize(toPgm(image), optionsFor(image, segmentation), { text: false, blocks: true }));
    return toLines(data);
  };
  return {
    name: 'tesseract.js 7 vie',
    read: gather(async (images, segmentation) => {
      const read: EngineLine[][] = [];
      for (const image of images) read.push(await readOne(image, segmentation));
      return read;
    }),
    findTurn: (image) => findTurn(image),
    async close() {
      await thread?.stop();
      thread = null;
    },
  };
}

/** No inverted reading, no dictionary that grows with the document. */
const PARAMETERS = {
  tessedit_do_invert: '0',
  tessedit_enable_doc_dict: '0',
  classify_enable_learning: '0',
  debug_file: '/dev/null',
  user_defined_dpi: '200',
};

function optionsFor(image: PageImage, segmentation: Segmentation): Record<string, string> {
  return { tessedit_pageseg_mode: MODES[segmentation], user_defined_dpi: String(Math.round(image.dpi)) };
}

function toLines(page: Page): EngineLine[] {
  const lines = (page.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines.flatMap((line) => {
    const words = line.words
      .filter((word) => word.text.trim() !== '')
      .map(({ text, confidence, bbox: { x0, y0, x1, y1 } }) => ({ text: text.trim(), box: [x0, y0, x1, y1] as const, confidence: confidence / 100 }))
      .map((word) => ({ ...word, box: [...word.box] as [number, number, number, number] }));
    const { x0, y0, x1, y1 } = line.bbox;
    return words.length === 0 ? [] : [{ box: [x0, y0, x1, y1], words }];
  });
}

/** Script and orientation detection needs the legacy engine and its own data, so it has a thread of its own that ends at once. */
async function findTurn(image: PageImage): Promise<Quarter | null> {
  const thread = await startThread('osd', OEM.TESSERACT_ONLY, dataFolder('osd', '4.0.0'), true);
  try {
    const { data } = await thread.ask((worker) => worker.detect(toPgm(image)));
    const { orientation_degrees: degrees, orientation_confidence: confidence } = data;
    return degrees === null || (confidence ?? 0) < LEAST_TURN_CONFIDENCE ? null : (degrees as Quarter);
  } finally {
    await thread.stop();
  }
}

interface Thread {
  readonly dead: boolean;
  ask<T>(job: (worker: Worker) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

async function startThread(language: string, mode: OEM, folder: string, legacy: boolean): Promise<Thread> {
  let dead = false;
  const worker = await createWorker([language], mode, {
    langPath: folder,
    // By its magic bytes, whatever the name: only the name's ending is chosen here.
    gzip: folder.includes('@tesseract.js-data'),
    cacheMethod: 'none',
    errorHandler: () => {},
    legacyCore: legacy,
    legacyLang: legacy,
  }).catch((cause: unknown) => {
    throw new VanbanError('engine-missing', `Tesseract's ${language} data in ${folder}: ${String(cause)}`, { cause });
  });
  const ended = new Promise<never>((_, reject) => {
    const end = (why: unknown): void => {
      dead = true;
      reject(new VanbanError('worker-died', `the recognition thread ended: ${String(why)}`, { cause: why }));
    };
    const inner = (worker as unknown as { worker: import('node:worker_threads').Worker }).worker;
    inner.on('error', end);
    inner.on('exit', end);
  });
  ended.catch(() => {});
  await worker.setParameters(PARAMETERS);
  return {
    get dead() {
      return dead;
    },
    ask: (job) =>
      Promise.race([job(worker), ended]).catch((cause: unknown) => {
        throw cause instanceof VanbanError ? cause : new VanbanError('page-failed', String(cause), { cause });
      }),
    async stop() {
      await worker.terminate();
    },
  };
}

function dataFolder(language: string, variant: string): string {
  const require = createRequire(import.meta.url);
  return path.join(path.dirname(require.resolve(`@tesseract.js-data/${language}/package.json`)), variant);
}
