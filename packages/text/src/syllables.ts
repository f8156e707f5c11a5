// Is this word a Vietnamese syllable, and what is it made of?
// Invariant: case never matters; both tone placements (hòa, hoà) are accepted; a syllable closed by a stop (c, ch, p, t) bears sắc or nặng.
//   isSyllable('Nghiêng') === true   isSyllable('quyét') === false   isSyllable('cac') === false   isSyllable('kạc') === false
// It is grammar, not a dictionary: "ngoẹch" passes, names of other languages (Đắk, Kông) do not.
import { fold, stripMarks } from './letters.ts';
import { markedAt, type Tone, untone } from './marks.ts';

export interface Syllable {
  readonly onset: string;
  /** Vowels and final consonant without the tone, lower case: "uyên", "oa". */
  readonly rime: string;
  readonly tone: Tone;
}

const ONSETS = 'ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x';
const SPLIT = new RegExp(`^(${ONSETS})?(.+)$`, 'u');

const RIMES: ReadonlySet<string> = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
   e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu
   o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ooc oong
   ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơng ơp ơt
   u uc ui um un ung up ut ua uân uâng uât uây uê uêch uên uênh uêt uêu uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt uôc uôi uôm uôn uông uôt
   ư ưc ưi ưm ưn ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu y yt yêm yên yêng yêt yêu`.split(/\s+/u),
);
/** After qu the glide is written in the onset: quan, quốc, quỳnh, quyết. */
const AFTER_QU: ReadonlySet<string> = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eng eo et ê êch ên ênh êt êu
   i it ich in ơ ơi ơn ôc y ych yn ynh yt yên yêt yêu`.split(/\s+/u),
);
const BEFORE_Y = /^(?:|d|h|k|l|m|n|s|t|th|v)$/u;
const STOP = /(?:ch|[cpt])$/u;

/** True where the whole word is one orthographically valid syllable, in any case, NFC. */
export function isSyllable(word: string): boolean {
  const parts = parseSyllable(word);
  return parts !== null && placements(parts).includes(markedAt(word.toLowerCase()));
}

/** The parts of a syllable whose tone may stand on any of its vowels ("hòan"); null where no syllable can be made of it. */
export function parseSyllable(word: string): Syllable | null {
  const plain = untone(word.toLowerCase());
  if (plain === null) return null;
  const { letters, tone } = plain;
  if (letters.length > 7) return null;
  for (const [onset, rime] of splits(letters)) {
    if (agree(onset, rime) && (!STOP.test(rime) || tone === 'sắc' || tone === 'nặng')) return { onset, rime, tone };
  }
  return null;
}

/** Index of the letter that may bear the tone, the classic place (hòa, thủy) first. -1 for the level tone. */
export function placements({ onset, rime, tone }: Syllable): number[] {
  if (tone === 'ngang') return [-1];
  const vowels = (/^[aăâeêioôơuưy]+/u.exec(rime) as RegExpExecArray)[0];
  const open = vowels.length === rime.length;
  const at = onset.length;
  const hatted = Math.max(vowels.lastIndexOf('ơ'), vowels.search(/[ăâêô]/u), vowels.includes('ươ') ? -1 : vowels.indexOf('ư'));
  if (hatted >= 0) return [at + hatted];
  if (vowels.length === 1) return [at];
  if (vowels.length === 3) return [at + 1];
  if (!open) return [at + 1];
  return /^(?:oa|oe|uy)$/u.test(vowels) ? [at, at + 1] : [at];
}

/** "gin" may be gi + n or g + in, "giêng" is gi + iêng with one i: every way to cut that may hold, the likely one first. */
function splits(letters: string): [string, string][] {
  const cut = SPLIT.exec(letters);
  if (!cut) return letters === 'gi' ? [['g', 'i']] : [];
  const [onset, rime] = [cut[1] ?? '', cut[2] as string];
  if (onset === 'gi')
    return [
      [onset, rime],
      ['g', `i${rime}`],
    ];
  return [[onset, rime]];
}

function agree(onset: string, rime: string): boolean {
  if (onset === 'qu') return AFTER_QU.has(rime);
  if (!RIMES.has(rime)) return false;
  const front = /^[eêiy]/u.test(rime);
  if (/^(?:k|gh|ngh)$/u.test(onset)) return front;
  if (onset === 'c' || onset === 'ng') return !front;
  if (onset === 'g') return !front || rime.startsWith('i');
  if (/^yê/u.test(rime)) return onset === '';
  if (onset === '') return !/^iê/u.test(rime);
  if (rime === 'y') return BEFORE_Y.test(onset);
  return rime !== 'yt';
}

const BARE_FORMS: ReadonlySet<string> = new Set([...RIMES].map(stripMarks));
const BARE_AFTER_QU: ReadonlySet<string> = new Set([...AFTER_QU].map(stripMarks));

/** True where adding marks to the letters could make a syllable of the word: "cac", "vién", "Quyet", "dinh"; not "phap12", "office". Marks on it do not matter. */
export function isBareSyllable(word: string): boolean {
  const letters = fold(word);
  if (!/^[a-z]{1,7}$/u.test(letters)) return false;
  return splits(letters).some(([onset, rime]) => (onset === 'qu' ? BARE_AFTER_QU : BARE_FORMS).has(rime));
}
