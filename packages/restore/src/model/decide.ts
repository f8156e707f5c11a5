// Change the word or leave it?
// Invariant: the likeliest reading wins, but a change below `accept` is not made; what stands carries its own probability.
//   decide('viéc', [viéc .01, việc .98, …]) → "việc", sure 0.98, alternatives ["viếc"]
import { fold, isSyllable } from '@vanban/text';
import { LABEL, NAME, NUMBER, type Option, type Token } from './candidates.ts';
import type { Eagerness } from './eagerness.ts';
import { dress } from './letter-case.ts';

export interface Decision {
  /** The new core; null where it stays; '' where it belongs to the token before. */
  readonly text: string | null;
  readonly sure: number;
  readonly alternatives: readonly string[];
  /** What decided, where it was not the model. */
  readonly by?: string;
  /** The hyphen before it was none. */
  readonly apart?: boolean;
}

type Caution = Pick<Eagerness, 'accept' | 'acceptNames'>;

/** A number becomes a word ("6" → "ở") only from here on: of 510 numbers in misread lines none did at .8, three at .5; of 4,172 in other text none at .5. */
const SURE_OF_NUMBER = 0.85;
/** The same for a letter by itself on a page that is nearly right. */
const SURE_OF_LETTER = 0.95;
/** Letters (not marks) of which our own OCR is this sure stand so in print, misspelt or not ("Ngiệp vụ"): three of four such changes in 18 scans were misprints. */
const CLEAR = 0.9;
/** Readings less likely than this are not worth telling. */
const WORTH_TELLING = 0.01;

/** What stands there, and the reader's own confidence in it, 0…1; 1 where it gave none. */
type Read = Pick<Token, 'core' | 'confidence'>;

export function decide(token: Read, options: readonly Option[], chances: readonly number[], letterCase: number, eagerness: Caution): Decision {
  const { core } = token;
  const order = options.map((_, i) => i).sort((a, b) => (chances[b] as number) - (chances[a] as number));
  const best = order[0] as number;
  const chosen = best !== 0 && (chances[best] as number) >= proofFor(token, options[best] as Option, eagerness) ? best : 0;
  const written = (i: number): string => writing(core, options[i] as Option, letterCase);
  const alternatives = order.filter((i) => i !== chosen && (chances[i] as number) >= WORTH_TELLING && (options[i] as Option).text !== '').slice(0, 3);
  return {
    text: (options[chosen] as Option).text === null ? null : written(chosen),
    sure: chances[chosen] as number,
    alternatives: alternatives.map(written),
  };
}

/** A syllable that stands as a name would ("Lan", "Diệm"), or whose letters would change ("xã" to "xây"), is seldom misread. */
function proofFor({ core, confidence }: Read, { text }: Option, { accept, acceptNames }: Caution): number {
  if (NUMBER.test(core)) return SURE_OF_NUMBER;
  if (LABEL.test(core)) return accept > 0 ? SURE_OF_LETTER : accept;
  if (accept >= acceptNames) return accept;
  if (text && fold(text).replace(' ', '') !== fold(core) && confidence >= CLEAR && confidence < 1) return Number.POSITIVE_INFINITY;
  return isSyllable(core) && (NAME.test(core) || fold(core) !== fold(text ?? '')) ? acceptNames : accept;
}

function writing(core: string, { text }: Option, letterCase: number): string {
  if (text === null) return core;
  const [first = '', ...rest] = text.split(' ');
  const upper = core === core.toUpperCase() && /\p{L}{2}/u.test(core);
  return [dress(first, core, letterCase), ...rest.map((word) => (upper ? word.toUpperCase() : word))].join(' ').trim();
}
