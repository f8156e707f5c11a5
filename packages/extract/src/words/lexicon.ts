// Does one of these phrases begin at this token, and how long is it?
// Invariant: the longest phrase wins; matching takes time of the phrase's length, whatever the size of the lexicon.
//   matchAt(tokenise('phối hợp với Sở Y tế'), 0, lexicon(['phối hợp', 'phối hợp với'])) === 3
// Phrases of two or more syllables match without marks (OCR loses them); a single syllable must have its own marks, because "cho", "chợ" and "chờ"
// are three words, and so must words that differ by their marks alone ("cung cấp", "cùng cấp": look-alikes.ts). Old and new tone placement (hóa, hoá) are
// the same.
import { fold, placeTones } from '@vanban/text';
import { LOOK_ALIKES } from './look-alikes.ts';
import type { Token } from './tokens.ts';

interface Node {
  readonly next: Map<string, Node>;
  /** How the phrases that end here are written, lower case; null where none ends. */
  forms: Set<string> | null;
}

export interface Lexicon {
  readonly root: Node;
  /** Single syllables, lower case. */
  readonly single: ReadonlySet<string>;
}

const node = (): Node => ({ next: new Map(), forms: null });

export function lexicon(phrases: Iterable<string>): Lexicon {
  const root = node();
  const single = new Set<string>();
  for (const phrase of phrases) {
    const parts = phrase.split(' ').map(fold);
    if (parts.length === 1) single.add(oldTones(phrase.toLowerCase()));
    else insert(root, parts, phrase.toLowerCase());
  }
  return { root, single };
}

/** Splits a list written as text: "ban hành, báo cáo" or one phrase a line. */
export function phrases(list: string): string[] {
  return list
    .split(/[,\n]/u)
    .map((phrase) => phrase.trim())
    .filter(Boolean);
}

/** Number of tokens of the longest phrase that begins at `index`; 0 where none does. */
export function matchAt(tokens: readonly Token[], index: number, words: Lexicon): number {
  const first = tokens[index];
  if (first === undefined) return 0;
  let found = words.single.has(oldTones(first.text.toLowerCase())) ? 1 : 0;
  let at: Node | undefined = words.root;
  for (let length = 1; at !== undefined; length++) {
    const token = tokens[index + length - 1];
    if (token === undefined) break;
    at = at.next.get(token.fold);
    if (at !== undefined && at.forms !== null && isSpelled(tokens, index, length, at.forms)) found = length;
  }
  return found;
}

/** False where the tokens are another word of the same letters; "cung cap" without marks may be either. */
function isSpelled(tokens: readonly Token[], index: number, length: number, forms: ReadonlySet<string>): boolean {
  if (length !== 2 && length !== 3) return true;
  const words = tokens
    .slice(index, index + length)
    .map(({ text }) => text)
    .join(' ')
    .toLowerCase();
  return !LOOK_ALIKES.has(words) || forms.has(words);
}

function insert(root: Node, parts: readonly string[], phrase: string): void {
  let at = root;
  for (const part of parts) {
    const next = at.next.get(part) ?? node();
    at.next.set(part, next);
    at = next;
  }
  at.forms ??= new Set();
  at.forms.add(phrase);
}

/** "hoá", "thuỷ", "uỷ" as "hóa", "thủy", "ủy": what a single syllable is compared by. */
function oldTones(syllable: string): string {
  return /[ou][àáảãạèéẻẽẹỳýỷỹỵ]$/u.test(syllable) ? placeTones(syllable) : syllable;
}
