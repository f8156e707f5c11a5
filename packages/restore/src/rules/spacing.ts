// Blanks that OCR lost after punctuation and before numbers, and specks that it read as stops or underscores beside words.
// Invariant: only blanks are added, only stops and underscores taken away; numbers, codes, addresses and abbreviations stay whole.
//   "học,công" → "học, công"   "hiện.Các" → "hiện. Các"   not: "1,5", "TP.HCM", "v.v", "a@b.vn", "GD&ĐT", "VT,TCCB"
import { fold, isSyllable } from '@vanban/text';
import { eachPiece, type Rule } from './rule.ts';

/** "gov.vn", "abc.com", "abc.co.uk": not words. */
const DOMAIN = /\.(?:vn|com|org|net|edu|gov|info|html?|docx?|xlsx?|pdf|co\.\p{L}{2})(?!\p{L})/iu;
const ADDRESS = /[@/\\]|www\.|https?:/iu;
/** "a@b.vn"; not "tru.s@" (trụ sở). */
const MAIL = /@[^@]*\p{L}\.\p{L}|[/\\]|www\./iu;

/** "VT", "TCCB": offices list them without blanks. */
const isAbbreviation = (word: string): boolean => /^\p{Lu}+$/u.test(word) && !isSyllable(word);

export const addLostBlanks: Rule = eachPiece('rule/lost-space', 0.97, (text, _before, _after, { channel }) => {
  if (channel === 'right' || ADDRESS.test(text)) return null;
  const repaired = text
    .replace(/(?<=(\p{L}{2,})["”)]?)([,;:])(?=["“(]?(\p{L}{2,}))/gu, (sign: string, left: string, _sign: string, right: string) =>
      isAbbreviation(left) && isAbbreviation(right) ? sign : `${sign} `,
    )
    .replace(/(?<!\p{L})(\p{L}+\p{Ll})\.(\p{Lu}\p{Ll}+)/gu, (whole, left: string, right: string) =>
      isSyllable(left) && isSyllable(right) ? `${left}. ${right}` : whole,
    );
  return repaired === text ? null : repaired;
});

/** "_gửi", "gửi_": a rule of the form or a speck beside a word; not "____", "TO_CHUC". */
export const removeUnderscores: Rule = eachPiece('rule/speck', 0.95, (text, _before, _after, { channel }) => {
  const word = channel === 'right' ? null : /^_*(\p{L}?\p{Ll}+)_*([.,;:]?)$/u.exec(text);
  return word === null || !text.includes('_') ? null : `${word[1]}${word[2]}`;
});

/** What numbers follow, without marks. */
const NUMBERED = /^(?:chuong|dieu|khoan|muc|so|quy|thang|ngay|nam|tu|den)$/u;

/** "Diéu37", "tháng12", "ngày05": the number stands apart. Not "QD37", "so6" (one digit may be a letter), "Covid19". */
export const partNumbers: Rule = eachPiece('rule/lost-space', 0.95, (text, _before, _after, { channel }) => {
  const [, word = '', rest = ''] = /^(\p{L}\p{Ll}+)(\p{Nd}{2,}(?:\P{L}.*)?)$/u.exec(text) ?? [];
  return channel !== 'right' && NUMBERED.test(fold(word)) ? `${word} ${rest}` : null;
});

/** "hgp.véi", "nghién.citu" on a page that another engine read: a speck, as a sentence does not go on in small letters. Not "v.v", "tp.hcm", "moj.gov.vn". */
export const removeSpecks: Rule = eachPiece('rule/speck', 0.9, (text, _before, _after, { channel }) => {
  if (channel !== 'damaged' || MAIL.test(text) || DOMAIN.test(text)) return null;
  const repaired = text.replace(/(?<=\p{L}{2}|\p{Ll}\d)\.(?=\d?\p{Ll}[\p{L}\d]*[\p{Ll}@¢])/gu, ' ');
  return repaired === text || /(?<!\p{L})tp /iu.test(repaired) ? null : repaired;
});
