// Words → pieces of lines: what stands on one baseline without a gap that only a column could make.
// Invariant: words in a piece run left to right; pieces are sorted from top to bottom, then left to right.
//   'UBND TỈNH A      CỘNG HÒA XÃ HỘI …' → two pieces of the same row
// Which pieces make columns is decided in columns.ts.
import type { Box } from '@vanban/contract';
import { unionBox } from '@vanban/contract';
import { fold } from '@vanban/text';
import type { LayerWord } from './words.ts';

export interface Segment {
  readonly words: readonly LayerWord[];
  readonly box: Box;
  readonly baseline: number;
  readonly size: number;
  /** Pieces of one visual line share it. */
  readonly row: number;
}

export function segmentsOf(words: readonly LayerWord[]): Segment[] {
  const segments = rowsOf(words).flatMap((row, index) => partRow(row).map((group) => segmentOf(group, index)));
  return segments.toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

export function segmentOf(words: readonly LayerWord[], row: number): Segment {
  const sizes = words.map((word) => word.size).toSorted((a, b) => a - b);
  const baselines = words.map((word) => word.baseline).toSorted((a, b) => a - b);
  return {
    words,
    box: unionBox(words.map((word) => word.box)),
    baseline: baselines[baselines.length >> 1] ?? 0,
    size: sizes[sizes.length >> 1] ?? 0,
    row,
  };
}

/** Words whose baselines are within a third of a letter of each other. */
function rowsOf(words: readonly LayerWord[]): LayerWord[][] {
  const rows: { words: LayerWord[]; baseline: number; size: number }[] = [];
  for (const word of words.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows
      .slice(-4)
      .toReversed()
      .find((one) => Math.abs(one.baseline - word.baseline) < Math.max(one.size, word.size) * 0.36);
    if (row) {
      row.words.push(word);
      if (word.size > row.size) Object.assign(row, { size: word.size, baseline: word.baseline });
    } else {
      rows.push({ words: [word], baseline: word.baseline, size: word.size });
    }
  }
  return rows.map((row) => row.words.toSorted((a, b) => a.box[0] - b.box[0]));
}

/** The header's right side begins with these words wherever it stands. */
const MOTTO = ['cong hoa xa hoi chu nghia', 'dang cong san viet nam', 'doc lap tu do hanh phuc'];

function partRow(row: readonly LayerWord[]): LayerWord[][] {
  const groups: LayerWord[][] = [];
  for (const [index, word] of row.entries()) {
    const last = row[index - 1];
    if (last && !parts(last, word, () => startsMotto(row.slice(index)))) groups.at(-1)?.push(word);
    else groups.push([word]);
  }
  return groups;
}

/** A wide gap; a smaller one where painting did not go on from the one word to the other (another cell, another frame), or before the motto; the smallest for both. */
function parts(last: LayerWord, word: LayerWord, beforeMotto: () => boolean): boolean {
  const gap = (word.box[0] - last.box[2]) / Math.max(last.size, word.size);
  const jump = word.order !== last.order + 1;
  return gap > 2.2 || (gap > 0.5 && jump) || (gap > (jump ? 0.1 : 0.45) && beforeMotto());
}

function startsMotto(words: readonly LayerWord[]): boolean {
  const text = fold(
    words
      .slice(0, 9)
      .map((word) => word.text)
      .join(' '),
  )
    .replace(/[^a-z]+/gu, ' ')
    .trim();
  return MOTTO.some((motto) => text.startsWith(motto));
}
