// The horn of ơ and ư that an engine without Vietnamese read as a sign behind the word: once the word has its horn, the sign goes.
// Invariant: a sign goes only where the engine read the last letter without a horn and the repaired word ends with one.
//   "tu’" → "từ’" → "từ"   "thi? hai" → "thứ? hai" → "thứ hai"   not: "bao giờ?" (a question), "‘tu’" (quoted), "tư’" read with its horn
import { changed, type DraftLine, type Piece } from '../draft.ts';

/** "từ’", "thứ?", "xứ',": a horned last letter and one sign, punctuation behind it. */
const SIGNED = /^(.*[ơờớởỡợưừứửữự])(['’?])([,.;:)\]”"]*)$/isu;
/** The same place as it was read: "tu’", "thi?"; not "tư’". */
const READ_WITHOUT_HORN = /[^ơờớởỡợưừứửữự\s]['’?][,.;:)\]”"]*$/iu;
/** "(‘tư’", "'sự'": the sign closes what another opened. */
const QUOTED = /['‘’]./u;
/** "Bao giờ?", "thế chứ?": words that end questions. */
const ASKS = /(?<!\p{L})(?:giờ|chứ|ư)$/iu;
const SURE = 0.97;

export function dropHornSigns(lines: readonly DraftLine[]): readonly DraftLine[] {
  return lines.map((line, l) => ({
    ...line,
    pieces: line.pieces.map((piece, p) => withoutSign(piece, p + 1 < line.pieces.length || l + 1 < lines.length)),
  }));
}

function withoutSign(piece: Piece, goesOn: boolean): Piece {
  const [, word = '', sign = '', tail = ''] = SIGNED.exec(piece.text) ?? [];
  if (sign === '' || QUOTED.test(word) || !READ_WITHOUT_HORN.test(piece.original)) return piece;
  if (sign === '?' && (!goesOn || ASKS.test(word))) return piece;
  return changed(piece, word + tail, piece.by ?? 'rule/horn-sign', Math.min(piece.sure, SURE));
}
