// What stands on a page's picture? Clean-up, layout, recognition and reading order in one call.
// Invariant: the reading of a page depends on its picture and the settings only, never on the pages before it; boxes are in pixels of the upright page.
//   const recogniser = await createRecogniser(); await recogniser.read({ kind: 'image', number: 1, image, notes: [], warnings: [] });
// It repairs no words (packages/restore) and knows nothing of clauses.
import type { Block, Box, PageReading, Warning, Word } from '@vanban/contract';
import { type CleanPage, type CleanUpStep, cleanUp, type ImagePage, type PageImage } from '@vanban/pages';
import type { Plausibility } from './doubt.ts';
import type { Engine } from './engine/engine.ts';
import { createNativeEngine } from './engine/native.ts';
import { createWasmEngine } from './engine/wasm.ts';
import { type PageBlocks, type Rereading, readBlocks } from './page.ts';
import { makesSense } from './sense.ts';
import { markHandwriting, type View } from './zones/zones.ts';

export interface RecogniserOptions {
  /** `wasm` (the default) works anywhere; `native` is the machine's own tesseract command, faster where it is installed. */
  readonly engine?: 'wasm' | 'native';
  /** Folder with `vie.traineddata`; npm's data, or the command's own, if not given. */
  readonly tessdata?: string;
  /** Whether doubtful lines are read again in other versions (fewer errors, more time). True if not given. */
  readonly rereading?: boolean;
  /** What the language says of words as they were read; without it only the engine's confidence tells which lines are doubtful. */
  readonly plausible?: Plausibility | null;
  /** Clean-up steps that must not run. */
  readonly without?: readonly CleanUpStep[];
}

export interface Recogniser {
  /** Name of the engine and its data. */
  readonly name: string;
  /** Throws VanbanError: engine-missing, worker-died, page-failed. */
  read(page: ImagePage): Promise<PageReading>;
  close(): Promise<void>;
}

export async function createRecogniser(options: RecogniserOptions = {}): Promise<Recogniser> {
  const engine = options.engine === 'native' ? await createNativeEngine(options) : createWasmEngine(options);
  return { name: engine.name, read: (page) => readPage(engine, page, options), close: () => engine.close() };
}

async function readPage(
  engine: Engine,
  page: ImagePage,
  { rereading = true, plausible = null, without = [] }: RecogniserOptions,
): Promise<PageReading> {
  const again: Rereading = { wanted: rereading, plausible };
  const { clean, found, warnings } = await readUpright(engine, page, without, again);
  const { blocks, zones } = markHandwriting(found, clean.height, viewOf(page.image, clean));
  const words = wordsOf(blocks);
  const confidence = words.length === 0 ? (clean.blank ? 1 : 0) : words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
  return {
    number: page.number,
    width: clean.width,
    height: clean.height,
    dpi: page.image.dpi,
    origin: 'ocr',
    rotation: clean.rotation,
    skew: clean.skew,
    blank: clean.blank,
    confidence,
    blocks: [...blocks, ...page.notes],
    warnings: [...page.warnings, ...warnings],
    ...(zones.length > 0 ? { zones } : {}),
  };
}

const NOTHING: PageBlocks = { blocks: [], warnings: [] };

/** The page as it was stored; one that lay on its side, as it was cleaned. */
function viewOf(stored: PageImage, { image, width, rotation }: CleanPage): View {
  if (rotation === 0) return { image: stored, toView: (box) => box };
  return { image, toView: (box) => box.map((edge) => (edge * image.width) / width) as Box };
}

interface ReadPage {
  readonly clean: CleanPage;
  readonly found: Block[];
  readonly warnings: readonly Warning[];
}

/** Where the profiles do not tell which way is up, the page is read as it lies; the engine is asked only if that made no sense, since asking is dear. */
async function readUpright(engine: Engine, page: ImagePage, without: readonly CleanUpStep[], again: Rereading): Promise<ReadPage> {
  const read = async (clean: CleanPage): Promise<ReadPage> => {
    const { blocks: found, warnings } = clean.blank ? NOTHING : await readBlocks(engine, clean, page.number, again);
    return { clean, found, warnings };
  };
  const asItLies = await read(cleanUp(page.image, { without }));
  const { clean, found } = asItLies;
  if (clean.rotationCertain || clean.blank || makesSense(wordsOf(found).map(({ text }) => text))) return asItLies;
  const turn = await engine.findTurn(clean.image);
  return turn === null || turn === 0 ? asItLies : read(cleanUp(page.image, { without, rotation: turn }));
}

const wordsOf = (blocks: readonly Block[]): Word[] =>
  blocks.flatMap((block) => (block.kind === 'text' ? block.lines : block.cells.flatMap((cell) => cell.lines))).flatMap((line) => line.words);
