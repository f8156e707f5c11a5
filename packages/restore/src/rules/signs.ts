// Abbreviations written with Đ whose strokes were lost, in document codes and by themselves.
// Invariant: only D becomes Đ (and what an engine reads for it in NĐ and QĐ), only where public documents write it so, and only on pages where
// marks were lost at all: on a page with its marks "QD" may be meant.
//   "12/QD-SKHDT" → "12/QĐ-SKHĐT"   "HDQT" → "HĐQT"   "879/QD-DHKH" → "879/QĐ-ĐHKH"   not: "05/HD-BTC" (Hướng dẫn), "DVC"
// The abbreviations: data/gazetteers/signs.tsv.
import { readFileSync } from 'node:fs';
import { eachPiece, type Rule } from './rule.ts';

const SIGN = /(?<![\p{L}&])\p{Lu}+(?:&\p{Lu}+)*(?![\p{L}&])/gu;
/** "12/ND-CP", "99/2020/QD", "QD2353"; not "A/B". */
const CODE = /\p{Nd}.*[-/]\p{Lu}|^[("“]?[NQ]D\p{Nd}{2}/u;
/** "171/PLXPK-" at the end of a line: the code goes on in the next one. */
const UNENDED = /\p{Nd}.*[-/]$/u;
/** From this many letters on an abbreviation seen in codes means the same by itself: "BLDTBXH". */
const LONG = 5;
/** Known by how they begin: universities and colleges, digital transformation. */
const BEGINNINGS = /^(?:DH|CD)(?=\p{Lu})/u;
/** What engines read for NĐ before the government's sign and for QĐ, and labour's department with a hyphen of its own. */
const MISREAD: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d\/)N(?:D|P|B|DB|BD)(?=-CP(?!\p{L}))/u, 'NĐ'],
  [/(?<=[\d/-])QB(?=[-/]\p{Lu})/u, 'QĐ'],
  [/(?<!\p{L})([SB]?)LD(?=-TBXH(?!\p{L}))/u, '$1LĐ'],
];

interface Signs {
  readonly inCodes: ReadonlyMap<string, string>;
  readonly anywhere: ReadonlyMap<string, string>;
}

let known: Signs | null = null;

export const restoreSigns: Rule = eachPiece('rule/code-letters', 0.97, (text, before, _after, { channel }) => {
  if (channel === 'right' || channel === 'shy' || !/D|\p{Nd}\/N[PB]|QB/u.test(text)) return null;
  known ??= signsOf(readFileSync(new URL('../../../../data/gazetteers/signs.tsv', import.meta.url), 'utf8'));
  const { inCodes, anywhere } = known;
  const inCode = CODE.test(text) || UNENDED.test(before(1));
  const read = MISREAD.reduce((now, [lost, found]) => now.replace(lost, found), text);
  const repaired = read.replace(SIGN, (sign) => (inCode ? (inCodes.get(sign) ?? begun(sign)) : (anywhere.get(sign) ?? sign)));
  return repaired === text ? null : repaired;
});

const begun = (sign: string): string => sign.replace(BEGINNINGS, (letters) => letters.replace('D', 'Đ'));

/** A line: the abbreviation, a tab, c for codes, w for by itself. */
function signsOf(lines: string): Signs {
  const rows = lines
    .normalize('NFC')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([sign, where]) => sign && where) as [string, string][];
  const lost = (kept: readonly (readonly [string, string])[]) => new Map(kept.map(([sign]) => [sign.replaceAll('Đ', 'D'), sign]));
  return { inCodes: lost(rows), anywhere: lost(rows.filter(([sign, where]) => where.includes('w') || sign.length >= LONG)) };
}
