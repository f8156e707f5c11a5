// The tokens of a page's lines in one row for the model, and back from its decisions to pieces.
// Invariant: a token belongs to one piece; a piece whose tokens all stay is not changed; words are joined within their line only.
//   "(khoa hoc," → tokens khoa, hoc; decisions khoa, học → "(khoa học,"
import { fold, hasMarks, stripMarks } from '@vanban/text';
import { changed, type DraftLine, joined, type Piece } from '../draft.ts';
import { CURRENCY } from '../rules/amounts.ts';
import type { Decision } from './decide.ts';
import { otherReadings } from './other-readings.ts';
import { beforeOf, chunkOf, LINE, SPACE } from './tokens.ts';

/** A letter that syllables have to have, or a sign that may have been read for one. */
const VOWEL = /[aeiouy&¢@\p{Nd}]/u;
/** After these a printed line ends a line of thought; after anything else the next one goes on with it. */
const ENDS_LINE = /[.;:!?…]["”)]*$/u;

export interface FlowToken {
  readonly core: string;
  readonly before: number;
  readonly kept: boolean;
  /** Where the core begins in its piece's text. */
  readonly start: number;
  /** What other readings of the same print have in its place. */
  readonly others: readonly string[];
  /** The reader's own, 0…1; 1 where it gave none. */
  readonly confidence: number;
  /** No word that lost its marks, even where it looks like one: "đc", "NHA" in "trong đó NHA góp". */
  readonly abbreviated: boolean;
}

export interface Flow {
  readonly tokens: readonly FlowToken[];
  /** For each group, line and piece: index of its first token and how many it has. */
  readonly places: readonly (readonly (readonly { readonly first: number; readonly count: number }[])[])[];
}

export function flowOf(groups: readonly (readonly DraftLine[])[]): Flow {
  const tokens: FlowToken[] = [];
  const places = groups.map((lines) => {
    let before = LINE;
    return lines.map((line, index) => {
      if (index > 0 && ENDS_LINE.test(lines[index - 1]?.pieces.at(-1)?.text ?? '')) before = LINE;
      return line.pieces.map((piece) => {
        const own: Omit<FlowToken, 'others' | 'confidence' | 'abbreviated'>[] = [];
        for (const match of piece.text.matchAll(/\S+/gu)) {
          const chunk = chunkOf(match[0]);
          const { befores, after } = beforeOf(chunk, before);
          chunk.cores.forEach((core, n) => {
            own.push({ core: core.text, before: befores[n] ?? SPACE, kept: core.kept || piece.by === CURRENCY, start: match.index + core.start });
          });
          before = after;
        }
        const others = otherReadings(piece, own.length);
        const first = tokens.length;
        const confidence = Math.min(1, ...piece.source.map((word) => word.confidence));
        tokens.push(...own.map((token, n) => ({ ...token, others: others[n] ?? [], confidence, abbreviated: false })));
        return { first, count: own.length };
      });
    });
  });
  return { tokens: tokens.map((token, i) => ({ ...token, abbreviated: isAbbreviated(tokens, i) })), places };
}

function isAbbreviated(tokens: readonly FlowToken[], i: number): boolean {
  const core = tokens[i]?.core ?? '';
  if (!VOWEL.test(fold(core))) return true;
  if (!/^\p{Lu}{2,}$/u.test(core) || hasMarks(core)) return false;
  const around = [tokens[i - 1]?.core ?? '', tokens[i + 1]?.core ?? ''].filter((word) => /\p{L}/u.test(word));
  return around.length > 0 && around.every((word) => /\p{Ll}/u.test(word));
}

export function rewrite(groups: readonly (readonly DraftLine[])[], flow: Flow, decisions: readonly Decision[]): (readonly DraftLine[])[] {
  return groups.map((lines, g) =>
    lines.map((line, l) => {
      const pieces: Piece[] = [];
      line.pieces.forEach((piece, p) => {
        const { first, count } = (flow.places[g]?.[l]?.[p] ?? { first: 0, count: 0 }) as { first: number; count: number };
        const own = { tokens: flow.tokens.slice(first, first + count), decisions: decisions.slice(first, first + count) };
        const last = pieces.at(-1);
        const whole = first > 0 && Boolean(decisions[first - 1]?.text);
        if (last && whole && own.decisions[0]?.text === '' && own.tokens[0]?.start === 0 && /\p{L}$/u.test(last.text)) {
          pieces[pieces.length - 1] = withRest(last, piece, own.tokens[0].core.length, own.decisions[0].sure);
        } else pieces.push(rewritePiece(piece, own.tokens, own.decisions));
      });
      return { ...line, pieces };
    }),
  );
}

/** The piece before takes the rest of its torn word: its own reading already is the whole word. */
function withRest(last: Piece, rest: Piece, coreLength: number, sure: number): Piece {
  return joined([last, rest], last.text + rest.text.slice(coreLength), 'model/joined', sure);
}

function rewritePiece(piece: Piece, tokens: readonly FlowToken[], decisions: readonly Decision[]): Piece {
  if (tokens.length === 0) return piece;
  let text = '';
  let at = 0;
  tokens.forEach(({ start, core }, i) => {
    const decision = decisions[i] as Decision;
    const between = piece.text.slice(at, start);
    text += (decision.apart && between === '-' ? ' ' : between) + (decision.text || core);
    at = start + core.length;
  });
  text += piece.text.slice(at);
  const sure = Math.min(...decisions.map((decision) => decision.sure));
  if (text === piece.text) return { ...piece, sure: Math.min(piece.sure, sure) };
  const by = decisions.find((decision) => decision.by !== undefined && decision.text !== null)?.by ?? nameOf(piece.text, text);
  return changed(piece, text, by, sure, alternativesOf(piece.text, tokens, decisions));
}

/** Other readings of the whole piece, where one token of it is in doubt. */
function alternativesOf(text: string, tokens: readonly FlowToken[], decisions: readonly Decision[]): string[] {
  const [token, decision] = [tokens[0], decisions[0]];
  if (tokens.length !== 1 || !token || !decision) return [];
  return decision.alternatives.map((word) => text.slice(0, token.start) + word + text.slice(token.start + token.core.length));
}

function nameOf(from: string, to: string): string {
  if (to.includes(' ') && !from.includes(' ')) return 'model/parted';
  return stripMarks(from).toLowerCase() === stripMarks(to).toLowerCase() ? 'model/diacritics' : 'model/letters';
}
