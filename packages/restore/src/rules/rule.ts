// What a rule sees and gives back.
// Invariant: pieces stay in order and on their lines; a rule joins pieces of one line only, and leaves what it does not know alone.

import type { Channel } from '../channel.ts';
import { changed, joined, type Piece } from '../draft.ts';

/** A piece and the line of its group that it stands on. */
export interface Placed {
  readonly piece: Piece;
  readonly line: number;
}

export interface RuleContext {
  readonly channel: Channel;
  /** The document writes quarters in Roman numerals at least once beyond doubt. */
  readonly romanQuarters: boolean;
  /** The document numbers its articles in Arabic numerals at least once beyond doubt. */
  readonly arabicArticles: boolean;
}

export type Rule = (pieces: readonly Placed[], context: RuleContext) => readonly Placed[];

/** A rule that looks at one piece and its neighbours' texts and gives the new text, or null. */
export function eachPiece(
  by: string,
  sure: number,
  decide: (text: string, before: (back: number) => string, after: string, context: RuleContext, startsLine: boolean) => string | null,
): Rule {
  return (pieces, context) =>
    pieces.map((placed, i) => {
      const before = (back: number): string => pieces[i - back]?.piece.text ?? '';
      const startsLine = i === 0 || pieces[i - 1]?.line !== placed.line;
      const text = decide(placed.piece.text, before, pieces[i + 1]?.piece.text ?? '', context, startsLine);
      return text === null ? placed : { ...placed, piece: changed(placed.piece, text, by, sure) };
    });
}

/** A rule that joins a piece with the next on its line wherever `joins` says so; again and again, so that three become one. */
export function eachGap(by: string, sure: number, joins: (left: string, right: string, before: string) => boolean): Rule {
  return (pieces) => {
    const out: Placed[] = [];
    for (const placed of pieces) {
      const last = out.at(-1);
      if (last && last.line === placed.line && joins(last.piece.text, placed.piece.text, out.at(-2)?.piece.text ?? '')) {
        out[out.length - 1] = { ...last, piece: joined([last.piece, placed.piece], last.piece.text + placed.piece.text, by, sure) };
      } else out.push(placed);
    }
    return out;
  };
}

/** Text without the signs around it, and those signs. "(II/2025)," → "(", "II/2025", ")," */
export function peel(text: string): { readonly head: string; readonly core: string; readonly tail: string } {
  const [, head = '', core = '', tail = ''] = /^([("“‘'[]*)(.*?)([)"”’'\].,;:!?…]*)$/su.exec(text) ?? [];
  return { head, core, tail };
}
