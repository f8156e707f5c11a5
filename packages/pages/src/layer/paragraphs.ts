// Lines of running text → paragraphs.
// Invariant: lines keep their order; each stands in exactly one paragraph.
//   a line that ends short, a first-line indent, a label (1. a) - Điều 5), more room above, another size: each begins a new one
// What a paragraph is in the letter (heading, clause) is the segmenter's to say.
import type { Segment } from './lines.ts';

export function paragraphsOf(lines: readonly Segment[]): Segment[][] {
  if (lines.length === 0) return [];
  const [left, right] = [Math.min(...lines.map((line) => line.box[0])), Math.max(...lines.map((line) => line.box[2]))];
  const steps = lines.slice(1).map((line, index) => line.baseline - (lines[index] as Segment).baseline);
  const step = steps.filter((one) => one > 0).toSorted((a, b) => a - b)[steps.length >> 2] ?? 0;
  const groups: Segment[][] = [[lines[0] as Segment]];
  for (const [index, line] of lines.entries()) {
    const last = lines[index - 1];
    if (!last) continue;
    if (begins(last, line, { left, right, step })) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups;
}

interface Measure {
  readonly left: number;
  readonly right: number;
  readonly step: number;
}

/** "1.", "2.1.", "a)", "đ)", "-", "+", "•", "Điều 5", "Chương II", "III."; not "15 ngày". */
const LABEL = /^(?:[-–—+•*✓]|\d{1,2}(?:\.\d{1,2}){0,3}[.)]|\(?[a-zđ]{1,2}[.)]|[IVX]{1,5}[.)]|Điều|Chương|Mục|Phần|Khoản|Phụ|Căn)$/u;

function begins(last: Segment, line: Segment, { left, right, step }: Measure): boolean {
  const size = Math.max(last.size, line.size);
  const down = line.baseline - last.baseline;
  if (down > Math.max(step * 1.3, step + size * 0.35) || down <= 0) return true;
  if (Math.abs(last.size - line.size) > size * 0.16) return true;
  if (LABEL.test(line.words[0]?.text ?? '')) return true;
  const centred = isCentred(line, left, right);
  if (isCentred(last, left, right) && centred) return false;
  if (!centred && line.box[0] > last.box[0] + size * 0.9) return true;
  return last.box[2] < right - Math.max(size * 3, (right - left) * 0.12);
}

function isCentred(line: Segment, left: number, right: number): boolean {
  const [before, after] = [line.box[0] - left, right - line.box[2]];
  return before > line.size * 2 && after > line.size * 2 && Math.abs(before - after) < Math.max(line.size * 3, (right - left) * 0.08);
}
