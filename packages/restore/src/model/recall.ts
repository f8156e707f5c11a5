// A document names the same things again: what the same letters were elsewhere in it weighs on what they are here.
// Invariant: a token's probabilities add up to 1; nothing of another document counts; where the form never stood elsewhere nothing changes.
//   "Thien" was Thiền eight times; the ninth, thiên .5 and Thiền .4 by itself, becomes Thiền
// Names are apart from other words (Ong in "Ong noi" is not ông) and from each other. It chooses nothing: decide.ts does.
import { NAME, type Option } from './candidates.ts';
import type { LanguageModel } from './language-model.ts';
import { KEEP, type Vocabulary } from './vocabulary.ts';

/** As often what a form is everywhere counts as seen before the document began; chosen with the weights in eagerness.ts. */
const BEFOREHAND = 8;
/** Nothing is rarer than this among words of the same letters, so that one sight of it proves little. */
const RAREST = 1e-4;

/** What was read for one form: letters without marks, as a word or as part of one name. */
interface Form {
  readonly chances: Map<number, number>;
  /** Sum of `chances`. */
  times: number;
  /** Probability of all its words together, whatever stands around them. */
  readonly usual: number;
}

export class Recall {
  readonly #vocabulary: Vocabulary;
  readonly #language: LanguageModel;
  readonly #forms = new Map<string, Form>();

  constructor({ vocabulary, language }: { readonly vocabulary: Vocabulary; readonly language: LanguageModel }) {
    this.#vocabulary = vocabulary;
    this.#language = language;
  }

  /** Takes in a page of tokens, then weighs their candidates by what this page and those before say, to the power of `weight`. */
  weigh(
    cores: readonly string[],
    options: readonly (readonly Option[])[],
    chances: readonly (readonly number[])[],
    weight: number,
  ): (readonly number[])[] {
    const forms = cores.map((core, i) => this.#formsOf(core, nameAround(cores, i), options[i] as readonly Option[]));
    forms.forEach((own, i) => {
      own.forEach((form, k) => {
        if (form !== null) add(form, options[i]?.[k]?.id as number, chances[i]?.[k] as number);
      });
    });
    return forms.map((own, i) => this.#weighed(own, options[i] as readonly Option[], chances[i] as readonly number[], weight));
  }

  #weighed(forms: readonly (Form | null)[], options: readonly Option[], chances: readonly number[], weight: number): readonly number[] {
    if (forms.length === 1) return chances;
    const scores = forms.map((form, k) => (chances[k] as number) * (form === null ? 1 : this.#ratio(form, k, forms, options, chances) ** weight));
    const total = scores.reduce((sum, score) => sum + score, 0);
    return scores.map((score) => score / total);
  }

  /** How much likelier a word is for its form in the rest of this document than everywhere. */
  #ratio(form: Form, k: number, forms: readonly (Form | null)[], options: readonly Option[], chances: readonly number[]): number {
    const id = options[k]?.id as number;
    let elsewhere = form.chances.get(id) as number;
    let times = form.times;
    forms.forEach((other, n) => {
      if (other !== form) return;
      times -= chances[n] as number;
      if (options[n]?.id === id) elsewhere -= chances[n] as number;
    });
    const usual = Math.max(RAREST, this.#frequency(id) / form.usual);
    return (Math.max(0, elsewhere) + BEFOREHAND * usual) / (Math.max(0, times) + BEFOREHAND) / usual;
  }

  /** The form that each candidate is a reading of; null for the rest of a torn word and for two words in one. */
  #formsOf(core: string, name: string, options: readonly Option[]): (Form | null)[] {
    return options.map(({ id, second, joins }) => {
      if (second > 0 || joins) return null;
      const letters = id === KEEP ? core.toLowerCase() : this.#vocabulary.bareOf(id);
      const known = this.#forms.get(letters + name);
      if (known) return known;
      const form: Form = { chances: new Map(), times: 0, usual: this.#usual(letters) };
      this.#forms.set(letters + name, form);
      return form;
    });
  }

  /** Letters that are no syllable without marks may also be a foreign word. */
  #usual(letters: string): number {
    const itself = this.#vocabulary.classOf(letters) === KEEP ? this.#frequency(KEEP) : 0;
    return this.#vocabulary.sharing(letters).reduce((sum, id) => sum + this.#frequency(id), itself) || 1;
  }

  #frequency(id: number): number {
    return Math.exp(-this.#language.alone(id));
  }
}

/** What tells names of the same letters apart: the other words of the name. Thanh of "Tan Thanh" is not Thanh of "An Thanh". */
function nameAround(cores: readonly string[], i: number): string {
  if (!NAME.test(cores[i] as string)) return '';
  const [before, after] = [cores[i - 1] ?? '', cores[i + 1] ?? ''].map((core) => (NAME.test(core) ? core : ''));
  return ` ${before}*${after}`;
}

function add(form: Form, id: number, chance: number): void {
  form.chances.set(id, (form.chances.get(id) ?? 0) + chance);
  form.times += chance;
}
