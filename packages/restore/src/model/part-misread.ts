// Words that another engine glued together and misread, parted where its known readings and the language model see several syllables in one.
// Invariant: only blanks are added; every part is a form that engines are known to read; words that are readings themselves stay whole.
//   "théngtinvéc6" → "théng tin vé c6" (thông tin về cơ)   "kinhdoanhtam" → "kinh doanh tam"   not: "Microsoft", "Campuchia", "viéc", "H5N1"
// What each part should read is left to the model, which then sees them in their context.
import { hasMarks } from '@vanban/text';
import type { LanguageModel } from './language-model.ts';
import type { Readings } from './readings.ts';

const LONGEST_FORM = 8;
const SHORTEST_GLUED = 6;
/** Ways kept for each place to cut, likeliest first. */
const BEAM = 12;
/** Mean cost in nats for each part, reading and context together, up to which the parts make sense; words without any mark must make more. */
const [SENSE, SENSE_BARE] = [7, 6];
/** One character that may be a word: "ở" read as "@"; "n" is none. */
const LONE = /^(?:[à-ỹÀ-Ỹ@]|[yY])$/u;

interface Way {
  readonly cost: number;
  readonly v: number;
  readonly w: number;
  readonly start: number;
  readonly before: Way | null;
}

/** The parts of a glued word as they were read; null where it is none. */
export function misreadParts(word: string, readings: Readings, language: LanguageModel): string[] | null {
  if (word.length < SHORTEST_GLUED || !/\p{L}/u.test(word) || isName(word) || readings.chancesOf(word.toLowerCase()) !== null) return null;
  const ways: (readonly Way[])[] = [[{ cost: 0, v: 0, w: 0, start: 0, before: null }]];
  for (let end = 1; end <= word.length; end++) {
    const ending: Way[] = [];
    for (let start = Math.max(0, end - LONGEST_FORM); start < end; start++) {
      ending.push(...extended(ways[start] as readonly Way[], start, word.slice(start, end), readings, language));
    }
    ways[end] = ending.sort((a, b) => a.cost - b.cost).slice(0, BEAM);
  }
  const best = ways[word.length]?.[0];
  if (best === undefined) return null;
  const parts = unrolled(best, word);
  return parts.length > 1 && best.cost / parts.length <= (hasMarks(word) ? SENSE : SENSE_BARE) ? parts : null;
}

/** "Campuchia", "DANANG": written whole; not "VietNam", "hànghóa". */
const isName = (word: string): boolean => /^\p{Lu}/u.test(word) && !hasMarks(word) && !/\p{Ll}\p{Lu}/u.test(word);

function extended(ways: readonly Way[], start: number, part: string, readings: Readings, language: LanguageModel): Way[] {
  const chances = part.length > 1 || LONE.test(part) ? readings.chancesOf(part.toLowerCase()) : null;
  if (chances === null) return [];
  return ways.flatMap((before) =>
    [...chances].map(([id, chance]) => {
      const [uv, vw] = [language.pair(before.v, before.w), language.pair(before.w, id)];
      return { cost: before.cost - chance + language.cost(uv, before.w, vw, id), v: before.w, w: id, start, before };
    }),
  );
}

function unrolled(last: Way, word: string): string[] {
  const parts: string[] = [];
  let end = word.length;
  for (let way: Way | null = last; way?.before; way = way.before) {
    parts.unshift(word.slice(way.start, end));
    end = way.start;
  }
  return parts;
}
