// Which long texts could lead an expression astray: long runs of the pieces that it is itself made of.
// Invariant: the same expression gives the same texts; each is a head, a piece to be repeated and a tail that nothing matches.
//   /hạn [^.]{0,40}$/ → "hạn a" again and again, " " again and again behind "hạn" …
// Pieces are read from the expression's own tree: every repeated part behind what stands before it, and every beginning of the whole.
import { type AST, RegExpParser } from '@eslint-community/regexpp';

export interface Pump {
  readonly head: string;
  readonly piece: string;
}

/** What ends each text: matched by nothing but negated classes and the dot. */
export const TAIL = '\u0001\n\u0001';

const MOST = 60;

export function pumpsOf(source: string, flags: string): Pump[] {
  const parser = new RegExpParser({ ecmaVersion: 2025 });
  const pattern = parser.parsePattern(source, undefined, undefined, { unicode: flags.includes('u'), unicodeSets: flags.includes('v') });
  const pumps = new Map<string, Pump>();
  const add = (head: string, piece: string): void => {
    if (piece !== '' && pumps.size < MOST) pumps.set(`${head}\u0000${piece}`, { head, piece });
  };
  for (const alternative of pattern.alternatives) fromAlternative(alternative, '', flags, add);
  for (const piece of [' ', '\n', '.', 'a', 'a ', '1', '(', '"']) add('', piece);
  return [...pumps.values()];
}

type Add = (head: string, piece: string) => void;

function fromAlternative(alternative: AST.Alternative, before: string, flags: string, add: Add): void {
  let head = before;
  for (const element of alternative.elements) {
    inElement(element, head, flags, add);
    head += sampleOf(element, flags);
    if (head !== before) {
      add('', head);
      add('', `${head} `);
    }
  }
}

function inElement(element: AST.Element, head: string, flags: string, add: Add): void {
  if (element.type === 'Quantifier') {
    if (element.max > 3)
      for (const piece of samplesOf(element.element, flags)) {
        add(head, piece);
        add('', piece);
      }
    inElement(element.element, head, flags, add);
  } else if ('alternatives' in element) for (const inner of element.alternatives) fromAlternative(inner, head, flags, add);
}

/** Several texts for a class, one for anything else. */
function samplesOf(element: AST.Element, flags: string): string[] {
  if (element.type !== 'CharacterClass' && element.type !== 'CharacterSet') return [sampleOf(element, flags)];
  return REPRESENTATIVES.filter((letter) => matches(element, flags, letter));
}

const REPRESENTATIVES = [' ', 'a', 'á', 'Á', 'A', '1', '.', '-', ',', ';', ':', '(', ')', '/', '_', '“', '\n', '…', '|', '~'];

function sampleOf(element: AST.Element, flags: string): string {
  switch (element.type) {
    case 'Character':
      return String.fromCodePoint(element.value);
    case 'CharacterClass':
    case 'CharacterSet':
      return REPRESENTATIVES.find((letter) => matches(element, flags, letter)) ?? '';
    case 'Quantifier':
      return sampleOf(element.element, flags).repeat(Math.max(1, Math.min(element.min, 20)));
    case 'Group':
    case 'CapturingGroup':
      return (element.alternatives[0]?.elements ?? []).map((part) => sampleOf(part, flags)).join('');
    default:
      return '';
  }
}

const matches = (element: AST.Node, flags: string, letter: string): boolean =>
  new RegExp(`^(?:${element.raw})$`, flags.replace(/[gy]/gu, '')).test(letter);
