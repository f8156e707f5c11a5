// To whom is the letter sent (Kính gửi), and who gets a copy (Nơi nhận)?
//   'Kính gửi:' '- Sở A;' '- UBND các phường: B,' 'C.' → ["Sở A", "UBND các phường: B, C"]
//   'CHỦ TỊCH … điện:' '- Trưởng Công an;' → ["Trưởng Công an"]   '- Lưu: VT.' is filing, not a recipient
// Addresses in brackets are left out. One row without a dash is one addressee, however long.
import type { Span } from '@vanban/contract';
import { phrase, type Row } from '@vanban/segment';
import { type Found, found } from './found.ts';
import { type Letter, spanOf } from './page.ts';

export function readAddressees(letter: Letter): Found<string[]> {
  const rows = letter.rows('addressees').filter((row) => !phrase.isTelegramAddressing(row));
  const items = itemsOf(
    rows.map((row) => ({ ...row, text: row.text.replace(/^(?:[Kk][íìỉií]nh|KÍNH)\s+(?:g\p{L}{1,3}|G\p{L}{1,3})\s{0,3}[:;.]?\s{0,3}/u, '') })),
  );
  const names = items.filter((item) => !/^\(?\s?(?:địa chỉ|đ\/c|điện thoại)\s?[:.]/iu.test(item)).map(clean);
  return listFound(names, spanOf(rows), 0.95);
}

export function readCopiedTo(letter: Letter): Found<string[]> {
  const rows = letter.rows('recipients');
  const heading = /^.{0,6}oi\s{0,2}nh[ae]n\s{0,3}[:;.,]?\s{0,3}/u;
  const items = itemsOf(
    rows.map((row) => ({ ...row, text: phrase.isRecipients(row) ? row.text.slice(heading.exec(row.folded)?.[0].length ?? 0) : row.text })),
  );
  const names = items.filter((item) => !/^(?:l[ưu]u)(?![\p{L}])/iu.test(item)).map(clean);
  return listFound(names, spanOf(rows), 0.93);
}

const listFound = (names: readonly string[], span: Span | null, confidence: number): Found<string[]> => {
  const kept = names.filter((name) => /\p{L}{2}/u.test(name));
  return found(kept, kept.length === 0 ? null : span, kept.length === 0 ? 1 : confidence);
};

/** Dashes begin items; so does a capital behind an item that ended. Other rows go on with the item above. */
function itemsOf(rows: readonly Pick<Row, 'text'>[]): string[] {
  const items: string[] = [];
  const dashed = rows.some((row) => DASH.test(row.text));
  for (const { text } of rows) {
    if (text.trim() === '') continue;
    for (const [i, piece] of text.split(/;(?=\s{0,3}(?:[-–—+]|\p{Lu}|$))/u).entries()) {
      if (piece.trim() === '') continue;
      const last = items.at(-1);
      const begins = i > 0 || last === undefined || DASH.test(piece) || (/^\p{Lu}/u.test(piece.trim()) && ended(last, dashed));
      if (begins) items.push(piece.trim().replace(DASH, ''));
      else items[items.length - 1] = `${last} ${piece.trim()}`;
    }
    if (/;\s{0,3}$/u.test(text)) items[items.length - 1] = `${items.at(-1)};`;
  }
  return items.map((item) => item.replace(/\s+/gu, ' ').trim());
}

const DASH = /^\s{0,3}[-–—+*•]\s{0,3}/u;

/** In a list with dashes only a semicolon or full stop ends an item; without dashes a row does, unless it stops at a comma or link word. */
const ended = (item: string, dashed: boolean): boolean =>
  dashed ? /[;.]$/u.test(item) : !/(?:[,:-]|(?:^|\s)(?:[Vv]à|[Cc]ác|[Nn]hững|của|tỉnh|thành phố|huyện|trực thuộc))$/u.test(item);

const clean = (item: string): string =>
  item
    .replace(/\((?:[Đđ]ịa chỉ|[Đđ]\/c)[^)]*\)?/gu, '')
    .replace(/(?<![\s.;,:/])[\s.;,:/]+$/u, '')
    .trim();
