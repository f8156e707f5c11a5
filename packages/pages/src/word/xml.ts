// XML → a tree of elements. Office files are plain, well-formed XML without document types.
// Invariant: nothing is looked up outside the text: no entities but the five of XML, no external files.
//   parseXml('<w:t>Kính gửi</w:t>') → { name: 'w:t', attributes: {}, children: ['Kính gửi'] }
import { reasonOf, VanbanError } from '@vanban/contract';
import { SaxesParser } from 'saxes';

export interface XmlElement {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly (XmlElement | string)[];
}

type Open = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] };

/** Deeper trees are not office documents. */
const DEPTH = 400;

export function parseXml(bytes: Uint8Array): XmlElement {
  const root: Open = { name: '', attributes: {}, children: [] };
  const stack: Open[] = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes: attributes as Record<string, string>, children: [] };
    stack.at(-1)?.children.push(element);
    stack.push(element);
    if (stack.length > DEPTH) throw new VanbanError('input-damaged', 'The document is nested too deeply.');
  });
  parser.on('closetag', () => stack.pop());
  parser.on('text', (text) => stack.at(-1)?.children.push(text));
  try {
    parser.write(new TextDecoder().decode(bytes)).close();
  } catch (cause) {
    throw cause instanceof VanbanError ? cause : new VanbanError('input-damaged', reasonOf(cause), { cause });
  }
  return root.children.find((child) => typeof child !== 'string') ?? root;
}

export function elements(parent: XmlElement | null | undefined, name?: string): XmlElement[] {
  const all = (parent?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string');
  return name === undefined ? all : all.filter((child) => child.name === name);
}

/** The element that a path of names leads to. */
export function find(parent: XmlElement | null | undefined, ...path: readonly string[]): XmlElement | null {
  let at = parent ?? null;
  for (const name of path) at = elements(at, name)[0] ?? null;
  return at;
}

/** The `w:val` of the element that a path leads to. */
export const valueOf = (parent: XmlElement | null | undefined, ...path: readonly string[]): string | null =>
  find(parent, ...path)?.attributes['w:val'] ?? null;

/** What an attribute counts, if it is a whole number in `least…most`: "3" → 3; "%0", "1e9", "-1", null → `otherwise`. */
export function wholeNumber<T>(value: string | null | undefined, least: number, most: number, otherwise: T): number | T {
  const number = /^\d{1,10}$/u.test(value ?? '') ? Number(value) : Number.NaN;
  return number >= least && number <= most ? number : otherwise;
}

/** A switch like `<w:b/>`: on unless it says otherwise. */
export function isOn(parent: XmlElement | null | undefined, ...path: readonly string[]): boolean {
  const found = find(parent, ...path);
  return found !== null && !/^(?:0|false|off|none)$/u.test(found.attributes['w:val'] ?? '');
}
