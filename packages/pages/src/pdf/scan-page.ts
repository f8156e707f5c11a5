// A page with a scan on it: the scan's picture, with what a layer says of it; or its text where the scan is but the paper under it.
// Invariant: words that say what the picture shows are weighed against a reading of today, whether they can be seen or not; words typed over bare paper
// are kept as notes, or are the page; nothing of a layer is lost without a warning.
//   scan alone → picture · words over the ink of a scan → picture and layer, merged after recognition · a caption → note
//   words over a picture of paper → layer · typed words in a scanned form → all of it painted, the words as its layer
import type { Box, TextBlock, Warning, Word } from '@vanban/contract';
import { inkUnder } from '../layer/ink-under.ts';
import { FEW_WORDS, inkedBands, type Judgement, judgeText, typedBands } from '../layer/judge.ts';
import { clustersOf, noteBlocks, readLayer } from '../layer/reading.ts';
import type { LayerWord } from '../layer/words.ts';
import type { PageContent } from '../source.ts';
import { type Layer, SCAN, textOf, visibleArea } from './layer.ts';
import type { Marks } from './marks.ts';
import type { Matrix } from './matrix.ts';
import { boxOf } from './matrix.ts';
import type { Sheet } from './paint.ts';
import { type PagePicture, soleScan, type TextOnIt } from './picture.ts';

export function hasScan(marks: Marks, sheet: Sheet): boolean {
  if (soleScan(marks, sheet)) return true;
  const area = marks.pictures.filter((mark) => !mark.annotation).reduce((sum, { box }) => sum + visibleArea(box, sheet), 0);
  return area >= SCAN * sheet.width * sheet.height;
}

type TakePicture = (text: TextOnIt) => Promise<PagePicture>;

export async function scanPage(number: number, layer: Layer, picture: TakePicture): Promise<PageContent> {
  const level = layer.turned.rotation === 0 ? layer.words : [];
  const scan = await picture(level.some((word) => !word.invisible) ? 'ignored' : 'painted');
  const typed = typedOver(level, scan);
  const behind = level.filter((word) => !typed.includes(word));
  const use = useOf(typed, scan);
  if (use === 'page' && behind.length === 0) return readTyped(number, layer, scan);
  if (use === 'form') return imagePage(number, layer, { words: [...behind, ...typed], notes: [], seen: await picture('painted') });
  if (use === 'unsound') return imagePage(number, layer, { words: behind, notes: [], seen: await picture('painted') });
  return imagePage(number, layer, { words: behind, notes: typed, seen: scan });
}

/** Seen words without ink under them. Those that stand together are judged together: a box or two may lie beside its word. */
function typedOver(words: readonly LayerWord[], { image, toImage }: PagePicture): LayerWord[] {
  const inked = inkUnder(
    image,
    words.map((word) => boxOf(toImage, ...word.box)),
  );
  const overInk = new Set(words.filter((_, index) => inked[index]));
  const seen = clustersOf(words.filter((word) => !word.invisible)).map((cluster) => cluster.flatMap((segment) => segment.words));
  return seen.filter((cluster) => cluster.filter((word) => overInk.has(word)).length < cluster.length / 2).flat();
}

/** Beside so many inked bands of the page's 48, a letterhead or a seal, what is typed is the whole page. */
const [LETTERHEAD, OF_TYPED] = [3, 0.25];
/** Where what is typed takes less room than this part of what the picture shows, it is a note on it. */
const NOTE = 1 / 3;

/** What words typed over bare paper are to the page. */
function useOf(typed: readonly LayerWord[], { image, toImage }: PagePicture): 'notes' | 'form' | 'page' | 'unsound' {
  const { sound, words } = judgeText(textOf(typed));
  if (!sound) return 'unsound';
  const boxes = typed.map((word) => boxOf(toImage, ...word.box));
  const [shown, written] = [inkedBands(image), typedBands(image, boxes)];
  if (words < FEW_WORDS || written < shown * NOTE) return 'notes';
  return shown <= Math.max(LETTERHEAD, written * OF_TYPED) ? 'page' : 'form';
}

function readTyped(number: number, layer: Layer, { warnings }: PagePicture): PageContent {
  const { syllables } = judgeText(textOf(layer.words));
  const facts = { number, rotation: layer.turned.rotation, confidence: Math.min(0.97, syllables), warnings };
  return { kind: 'read', reading: readLayer(layer, layer.turned.sheet, facts) };
}

interface Parts {
  readonly words: readonly LayerWord[];
  readonly notes: readonly LayerWord[];
  readonly seen: PagePicture;
}

function imagePage(number: number, layer: Layer, { words, notes, seen }: Parts): PageContent {
  const judged = judgeText(textOf(layer.words));
  const lost = layer.words.length >= FEW_WORDS && layer.turned.rotation !== 0;
  const warnings = lost ? [damaged(number, percent('A text layer that does not run level was left out, the picture recognised', judged))] : [];
  const merged = wordsOn(words, seen, judgeText(textOf(words)));
  return {
    kind: 'image',
    number,
    image: seen.image,
    notes: notesOf([...layer.notes, ...notes], seen),
    layer: merged,
    warnings: [...seen.warnings, ...warnings],
  };
}

function wordsOn(words: readonly LayerWord[], { toImage }: { readonly toImage: Matrix }, { syllables }: Judgement): Word[] {
  return words.map(({ text, box }) => ({ text, box: boxOf(toImage, ...box), confidence: syllables }));
}

export function notesOf(words: readonly LayerWord[], { toImage }: { readonly toImage: Matrix }): TextBlock[] {
  return noteBlocks(words, ({ text, box }) => ({ text, box: boxOf(toImage, ...box).map(Math.round) as unknown as Box, confidence: 1 }));
}

export const damaged = (page: number, message: string): Warning => ({ code: 'text-layer-damaged', message, page });

export const percent = (what: string, { syllables, marked }: Judgement): string =>
  `${what}: ${Math.round(syllables * 100)} % of its words are Vietnamese syllables, ${Math.round(marked * 100)} % have marks.`;
