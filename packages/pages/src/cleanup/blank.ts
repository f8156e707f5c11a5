// Is there anything on the page at all?
// Invariant: a page with even one short line of print is not blank; dust, a punch hole, a lid shadow and what shines through from the back are not print.
//   isBlank(components of an empty back page with dust) → true
import type { Components } from './components.ts';

/** Height of what may be a letter, in inches; fewer of them than a page number with its dashes has make no print. */
const [LOWEST, HIGHEST] = [0.035, 0.6];
const FEWEST_LETTERS = 3;

export function isBlank(components: Components, dpi: number): boolean {
  let [letters, ink] = [0, 0];
  for (let c = 0; c < components.count; c++) {
    const [width, height] = [
      (components.boxes[c * 4 + 2] as number) - (components.boxes[c * 4] as number),
      (components.boxes[c * 4 + 3] as number) - (components.boxes[c * 4 + 1] as number),
    ];
    ink += components.areas[c] as number;
    if (height >= LOWEST * dpi && height <= HIGHEST * dpi && width <= HIGHEST * dpi && width >= 2) letters++;
  }
  return letters < FEWEST_LETTERS && ink < dpi * dpi * 0.05;
}
