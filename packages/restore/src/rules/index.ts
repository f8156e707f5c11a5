// All rules, in the order in which they apply, over one group of lines (a block or a table cell) at a time.
// Invariant: rules run before the model and leave it nothing to undo: what they settle holds digits or signs that the model never touches.
// Text that is right keeps its own spacing and numerals; only impossible tone placement is put right there.
import type { DraftLine, Piece } from '../draft.ts';
import { repairCurrency, repairLoneYen } from './amounts.ts';
import { joinCodes, joinDates, restoreCodeSlash, restoreProvenLetters } from './codes.ts';
import { repairStrokedLabels, repairStrokedPoints } from './labels.ts';
import { repairMail } from './mail.ts';
import {
  numbersArticlesInArabic,
  repairArticles,
  repairDates,
  repairQuarters,
  repairQuarterWord,
  repairRomanLabels,
  writesRomanQuarters,
} from './numerals.ts';
import type { Placed, Rule, RuleContext } from './rule.ts';
import { restoreSigns } from './signs.ts';
import { addLostBlanks, partNumbers, removeSpecks, removeUnderscores } from './spacing.ts';
import { settleTonePlacement } from './tone-placement.ts';

const ALWAYS: readonly Rule[] = [settleTonePlacement];
const WHERE_SPOILT: readonly Rule[] = [
  joinCodes,
  joinDates,
  restoreCodeSlash,
  restoreSigns,
  restoreProvenLetters,
  repairMail,
  repairQuarters,
  repairQuarterWord,
  repairRomanLabels,
  repairStrokedLabels,
  repairStrokedPoints,
  repairArticles,
  repairDates,
  repairCurrency,
  repairLoneYen,
  removeSpecks,
  removeUnderscores,
  addLostBlanks,
  partNumbers,
];

export function repairByRules(lines: readonly DraftLine[], context: RuleContext): readonly DraftLine[] {
  const rules = context.channel === 'right' ? ALWAYS : [...ALWAYS, ...WHERE_SPOILT];
  const placed = rules.reduce((now, rule) => rule(now, context), placedOf(lines));
  const pieces = lines.map((): Piece[] => []);
  for (const { line, piece } of placed) pieces[line]?.push(piece);
  return lines.map((line, index) => ({ ...line, pieces: pieces[index] ?? [] }));
}

/** What the whole document proves, for rules that need to know. */
export function factsOf(groups: readonly (readonly DraftLine[])[]): Omit<RuleContext, 'channel'> {
  const placed = groups.map(placedOf);
  return { romanQuarters: placed.some(writesRomanQuarters), arabicArticles: placed.some(numbersArticlesInArabic) };
}

const placedOf = (lines: readonly DraftLine[]): readonly Placed[] =>
  lines.flatMap((line, index) => line.pieces.map((piece) => ({ piece, line: index })));
