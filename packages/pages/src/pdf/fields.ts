// What is filled into a form: the letters of its text fields as the file holds them, where the page shows them otherwise.
// Invariant: a field that the page shows nothing of stays unread; all other letters are left as they are.
//   a field without an appearance of its own, "Sở Tài chính" → pdf.js paints it in a Western font, "Sß Tài chính" → "Sở Tài chính"
// Letters are as wide as their line allows: only their order and their row are sure.
import type { Box } from '@vanban/contract';
import type { PdfPage } from './library.ts';
import type { Marks } from './marks.ts';
import { boxOf, type Matrix } from './matrix.ts';
import type { Glyph } from './text-state.ts';

/** `matrix` leads from the page's own space to that of the marks. */
export async function withFields(marks: Marks, page: PdfPage, matrix: Matrix): Promise<Marks> {
  const painted = marks.glyphs.filter((glyph) => glyph.annotation);
  if (painted.length === 0) return marks;
  const gone = new Set<Glyph>();
  const filled: Glyph[] = [];
  for (const { value, rect } of fieldsIn(await page.getAnnotations()).slice(0, MOST_FIELDS)) {
    const box = boxOf(matrix, ...rect);
    const shown = painted.filter((glyph) => isIn(box, glyph) && !gone.has(glyph));
    const [first] = shown;
    if (!first || lettersOf(shown.map(({ text }) => text).join('')) === lettersOf(value)) continue;
    for (const glyph of shown) gone.add(glyph);
    filled.push(...lineUp(value, box, first));
  }
  return gone.size === 0 ? marks : { ...marks, glyphs: [...marks.glyphs.filter((glyph) => !gone.has(glyph)), ...filled] };
}

/** Of one page: each is held against all letters of forms on it. */
const MOST_FIELDS = 1000;

interface Field {
  readonly value: string;
  readonly rect: Box;
}

/** Fields of text and of choice that are seen. */
function fieldsIn(annotations: readonly unknown[]): Field[] {
  return annotations.flatMap((annotation): Field[] => {
    const { fieldType, fieldValue, rect, hidden, password } = annotation as { readonly [name: string]: unknown };
    const value = Array.isArray(fieldValue) ? fieldValue[0] : fieldValue;
    const isShown = (fieldType === 'Tx' || fieldType === 'Ch') && hidden !== true && password !== true;
    return isShown && typeof value === 'string' && value.trim() !== '' && Array.isArray(rect) ? [{ value, rect: rect as unknown as Box }] : [];
  });
}

function isIn([x0, y0, x1, y1]: Box, { box }: Glyph): boolean {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

const lettersOf = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');

/** Usual width of a letter and step of a line, in parts of the letters' size. */
const [WIDTH, STEP] = [0.5, 1.2];

function lineUp(value: string, [left, , right]: Box, first: Glyph): Glyph[] {
  return value
    .normalize('NFC')
    .split(/\r\n?|\n/u)
    .flatMap((line, row) => {
      const letters = [...line];
      const width = Math.min(first.size * WIDTH, (right - left) / Math.max(1, letters.length));
      const down = row * first.size * STEP;
      return letters.map((text, index): Glyph => {
        const x = left + index * width;
        const box: Box = [x, first.box[1] + down, x + width, first.box[3] + down];
        return { ...first, text, box, advance: width, origin: [x, first.origin[1] + down] };
      });
    });
}
