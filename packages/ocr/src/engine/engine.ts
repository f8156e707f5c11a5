// What every recognition engine can do: read lines from a picture that holds one piece of a page.
// Invariant: the answer depends on the picture and the segmentation only, never on what was read before; boxes are in the picture's pixels.
//   (await engine.read(picture, 'block'))[0].words.map((word) => word.text) → ['Kính', 'gửi:', …]
// Clean-up, layout and reading order are not the engine's business.
import type { Box } from '@vanban/contract';
import type { PageImage, Quarter } from '@vanban/pages';

/** How much the engine must find out by itself: a page's columns, one column, an even block, one line. */
export type Segmentation = 'page' | 'column' | 'block' | 'line';

export interface EngineWord {
  readonly text: string;
  readonly box: Box;
  /** 0…1. */
  readonly confidence: number;
}

export interface EngineLine {
  readonly box: Box;
  readonly words: readonly EngineWord[];
}

export interface Engine {
  /** Name and version of the engine and its data, for the record. */
  readonly name: string;
  /** Lines in the engine's order, without empty words. Throws VanbanError `worker-died` when the engine ended, `page-failed` when it refused. */
  read(image: PageImage, segmentation: Segmentation): Promise<EngineLine[]>;
  /** Degrees clockwise that would set the picture upright, null where the engine cannot tell. */
  findTurn(image: PageImage): Promise<Quarter | null>;
  close(): Promise<void>;
}

/** Page segmentation modes of Tesseract. */
export const MODES = { page: '3', column: '4', block: '6', line: '7' } as const satisfies Record<Segmentation, string>;

/** Right answers of the orientation detection were measured at 7 to 18. */
export const LEAST_TURN_CONFIDENCE = 2;
