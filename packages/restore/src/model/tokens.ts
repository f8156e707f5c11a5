// Cuts text into the tokens that the net was trained on.
// Invariant: exactly the cutting of scripts/train-restorer/vietnamese.py; a token's `start` is where its core stands in its chunk.
//   tokensOf('ngày 5/6, (về') → ngày (LINE), 5/6 (SPACE, kept), về (OTHER: after a bracket, and COMMA weighs more)
// It knows no words: what is a syllable of the language is in vocabulary.ts.

/** What stands before a token. */
export const SPACE = 0;
export const COMMA = 1;
export const STOP = 2;
export const LINE = 3;
export const HYPHEN = 4;
export const OTHER = 5;

interface Core {
  readonly text: string;
  readonly start: number;
  /** Seen by the net, never changed; which numbers may be misread words is in candidates.ts. */
  readonly kept: boolean;
}

export interface Chunk {
  readonly cores: readonly Core[];
  /** A number, code or address, seen as one core. */
  readonly kept: boolean;
  /** Something stands before the first core. */
  readonly prefixed: boolean;
  /** What the end of the chunk means for the next token. */
  readonly after: number;
}

/** Reads 30/6, 1.250, 57-NQ/TW, a@b.vn; not s6, 1a, d6i, ngu@i (misread syllables). */
const KEPT = /^[^\p{L}\p{N}_]*\p{Nd}[\p{Nd}.,:%]*[^\p{L}\p{N}]*$|\p{Nd}.*[/-]|[/-].*\p{Nd}|@[^@]*\p{L}\.\p{L}|https?:|www\./u;
/** Words and measures: đồng/m3, 10%/năm, lần/01; not 5/6, 57-nq/tw, km/h (no word of three letters). */
const RATE =
  /^[("“]*(?=.*(?<!\p{L})\p{Ll}{3})(?:\p{Ll}+|\p{Ll}{1,2}\p{Nd}|\p{Nd}[\p{Nd}.,]*%?)(?:\/(?:\p{Ll}+|\p{Ll}{1,2}\p{Nd}|\p{Nd}[\p{Nd}.,]*%?))+[)"”,.;:]*$/u;
/** UBND-VX, NQ/TW; not kinh-tế. */
const CODE = /[A-ZĐƯÔÂÊĂƠ]{2,}[/-][A-ZĐƯÔÂÊĂƠ]{2,}/u;
const CORE = /[\p{L}\p{N}_¢&$§£€°|!'’`~^«»®©¥{}\\%#@]+(?:\?[\p{L}\p{N}_~]+)*/gu;
/** "@" alone is a misread "ở". */
const SOLID = /[\p{L}\p{N}&¢@]/u;
const EDGES = /^[_!'’`~^«»®©°%]+|[_!'’`~^«»®©°%]+$/gu;

/** One chunk without blanks. */
export function chunkOf(text: string): Chunk {
  if ((KEPT.test(text) || CODE.test(text)) && !RATE.test(text)) return keptChunk(text);
  const measured = KEPT.test(text);
  const cores: Core[] = [];
  let [first, end] = [0, 0];
  for (const match of text.matchAll(CORE)) {
    const core = match[0].replace(EDGES, '');
    if (!SOLID.test(core)) continue;
    const start = match.index + match[0].indexOf(core);
    if (cores.length === 0) first = match.index;
    end = start + core.length;
    cores.push({ text: core, start, kept: measured && /\p{Nd}/u.test(core) });
  }
  return { cores, kept: false, prefixed: first > 0, after: meaningOf(text.slice(end)) };
}

/** What stands before each core of a chunk that follows `before`, and what the chunk leaves behind it. */
export function beforeOf(chunk: Chunk, before: number): { readonly befores: readonly number[]; readonly after: number } {
  const first = chunk.prefixed && before === SPACE ? OTHER : before;
  const befores = chunk.cores.map((_, n) => (n > 0 ? HYPHEN : first));
  const leaves = chunk.cores.length > 0 || chunk.after !== OTHER || before !== LINE;
  return { befores, after: leaves ? chunk.after : before };
}

function keptChunk(text: string): Chunk {
  const start = /^[("“'[]*/u.exec(text)?.[0].length ?? 0;
  const core = text.slice(start).replace(/[)"”'\].,;:!?…]+$/u, '');
  const last = text.at(-1) ?? '';
  const after = ',;:'.includes(last) ? COMMA : '.!?…'.includes(last) ? STOP : SPACE;
  return { cores: core === '' ? [] : [{ text: core, start, kept: true }], kept: true, prefixed: false, after };
}

function meaningOf(tail: string): number {
  if (/[.!?…]/u.test(tail)) return STOP;
  if (/[,;:]/u.test(tail)) return COMMA;
  return tail === '' ? SPACE : OTHER;
}
