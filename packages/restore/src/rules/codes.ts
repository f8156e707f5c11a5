// Document codes and dates that OCR broke apart, and letters that it lost in them.
// Invariant: only what is a code or date after joining is joined; digits are never changed here.
//   "57-" "NQ/TW" → "57-NQ/TW"   "412" "/UBND-VX" → "412/UBND-VX"   "22/" "12/2024" → "22/12/2024"   not: "2024-" "2025"
import { fold } from '@vanban/text';
import { eachGap, eachPiece, type Rule } from './rule.ts';

const NUMBER = '\\d{1,5}(?:/\\d{4})?';
const SIGNS = '\\p{Lu}[\\p{L}&]*\\p{L}(?:[-/][\\p{L}\\d&]+)*';
const END = '[)"”\\].,;:]*$';
/** "57-" and "NQ/TW,"; "57" and "-NQ/TW"; "57-NQ" and "/TW"; "57-NQ/" and "TW"; not "2024-" and "2025", not "57" and "- NQ". */
const BROKEN_CODES: readonly (readonly [RegExp, RegExp])[] = [
  [new RegExp(`^[("“]?${NUMBER}[-–/]$`, 'u'), new RegExp(`^\\p{Lu}{2}[\\p{L}&]*(?:[-/][\\p{L}\\d&]+)+${END}`, 'u')],
  [new RegExp(`^[("“]?${NUMBER}$`, 'u'), new RegExp(`^[-–/]\\p{Lu}{2}[\\p{L}&]*(?:[-/][\\p{L}\\d&]+)+${END}`, 'u')],
  [new RegExp(`^[("“]?${NUMBER}[-/]${SIGNS}$`, 'u'), new RegExp(`^[-/]\\p{Lu}{2,}[\\p{L}&]*${END}`, 'u')],
  [new RegExp(`^[("“]?${NUMBER}[-/]\\p{Lu}{2}[\\p{L}&]*[-/]$`, 'u'), new RegExp(`^\\p{Lu}{2,}[\\p{L}&]*(?:[-/][\\p{L}\\d&]+)*${END}`, 'u')],
];
/** "22/" and "12/2024"; "22/12/" and "2024."; "22/12" and "/2024"; not "3/" and "45" (a fraction). */
const BROKEN_DATES: readonly (readonly [RegExp, RegExp])[] = [
  [/^\(?\d{1,2}\/$/u, /^\d{1,2}\/(?:\d{4}[).,;:]*)?$/u],
  [/^\(?\d{1,2}\/\d{1,2}\/$/u, /^(?:19|20)\d\d[).,;:]*$/u],
  [/^\(?\d{1,2}\/\d{1,2}$/u, /^\/(?:19|20)\d\d[).,;:]*$/u],
];

export const joinCodes: Rule = eachGap('rule/code-spacing', 0.98, (left, right) => BROKEN_CODES.some(([a, b]) => a.test(left) && b.test(right)));

export const joinDates: Rule = eachGap('rule/date-spacing', 0.98, (left, right) => BROKEN_DATES.some(([a, b]) => a.test(left) && b.test(right)));

/** "82/20171ND-CP", "82/2017lNĐ-CP": a year has four digits, so the fifth sign was a slash. */
export const restoreCodeSlash: Rule = eachPiece('rule/code-slash', 0.97, (text, _before, _after, { channel }) => {
  if (channel === 'right') return null;
  const repaired = text.replace(/(?<=^[("“]?\d{1,5}\/(?:19|20)\d\d)[1lI|](?=\p{Lu}{2})/u, '/');
  return repaired === text ? null : repaired;
});

/** What the kind before a code proves of its letters: "Nghị định số 12/2020/ND-CP", "Công điện số 62/CD-BKHCN", "Quyết định 15/QD-UBND". */
const PROVEN: ReadonlyMap<string, readonly [RegExp, string]> = new Map([
  ['nghi dinh', [/(?<=[\d/-])ND(?!\p{L})/u, 'NĐ']],
  ['quyet dinh', [/(?<=[\d/-])QD(?!\p{L})/u, 'QĐ']],
  ['cong dien', [/(?<=[\d/-])CD(?!\p{L})/u, 'CĐ']],
]);

export const restoreProvenLetters: Rule = eachPiece('rule/code-letters', 0.97, (text, before, _after, { channel }) => {
  if (channel === 'right') return null;
  const numbered = /^so:?$/u.test(fold(before(1))) ? 1 : 0;
  const [lost, found] = PROVEN.get(fold(`${before(2 + numbered)} ${before(1 + numbered)}`)) ?? [];
  if (lost === undefined || found === undefined) return null;
  const repaired = text.replace(lost, found);
  return repaired === text ? null : repaired;
});
