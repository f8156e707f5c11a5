// Is a row's label a clause of this document, and which reading of it?
// A label is taken where it continues or begins a list and a paragraph may begin there. The less it fits, the more must speak for it:
// a misread label must continue its list exactly, a gap or a repetition must stand at a sure paragraph start in canonical form.
//   rows "…theo khoản" / "2. Điều 5 quy định" → no clause, though 2 would be next
import { type Label, readLabels } from './label.ts';
import type { Start } from './layout.ts';
import { type Fit, type OpenClause, type Placement, place } from './place.ts';

const ORDER: { readonly [fit in Fit]: number } = { next: 0, first: 1, gap: 3, repeat: 4 };
const WIDEST_GAP = 4;

/** The placement of the row's label; null where the row begins no clause. */
export function acceptLabel(text: string, start: Start, open: readonly OpenClause[], lastArticle: number, misreadable = false): Placement | null {
  if (start === 'no') return null;
  const placements = readLabels(text)
    .map((label) => place(label, open, lastArticle, misreadable))
    .filter((placement) =>
      start === 'sure' || isTitle(text, placement) ? isGoodEnough(placement) : isEvident(placement, open.at(-1)?.opening === true),
    );
  let best: Placement | null = null;
  for (const placement of placements) if (best === null || cost(placement) < cost(best)) best = placement;
  return best;
}

/** "III. NHIỆM VỤ VÀ GIẢI PHÁP" behind a row whose end was lost: a Roman number before capitals is a title. Not "III. Nhiệm vụ", "V. I. LÊ-NIN". */
const isTitle = (text: string, { label }: Placement): boolean =>
  label.style === 'roman' && !label.repaired && /^\s*[IVX]{1,5}\s?[.,\-–]\s*\p{Lu}{2,}(?:[ ,]+\p{Lu}{2,}){1,}/u.test(text);

const cost = (placement: Placement): number => ORDER[placement.fit] + (placement.label.repaired ? 1.5 : 0);

/** Where a paragraph need not begin: only what continues its list, a named label, or the first label right under a title. */
function isEvident({ label, fit }: Placement, underTitle: boolean): boolean {
  if (!isNumbered(label) || !label.strict || label.repaired) return false;
  return fit === 'next' || (fit === 'first' && (isNamed(label) || underTitle));
}

function isGoodEnough({ label, fit, missing }: Placement): boolean {
  if (isNamed(label)) return label.strict || (fit === 'next' && !label.repaired);
  if (label.repaired) return label.strict && (fit === 'next' || (fit === 'first' && label.style !== 'decimal'));
  if (fit === 'next' || (fit === 'first' && label.style !== 'decimal')) return label.strict || label.style !== 'upper';
  if (label.style === 'upper' || !label.strict) return false;
  if (fit === 'gap') return missing <= WIDEST_GAP;
  return label.style !== 'decimal' || missing === 0;
}

const isNumbered = (label: Label): boolean => label.ordinals[0] !== 0;
const isNamed = (label: Label): boolean => ['part', 'chapter', 'section', 'subsection', 'article'].includes(label.style);
