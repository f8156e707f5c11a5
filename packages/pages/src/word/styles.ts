// What a Word file's styles say that matters for reading: the list a paragraph belongs to, capitals, fonts, a table's rules.
// Invariant: a style has what it says itself, else what the style it is based on says.
//   stylesOf(stylesXml).list('Heading1') → { list: '2', level: 0 }
import { elements, find, valueOf, wholeNumber, type XmlElement } from './xml.ts';

export interface ListPlace {
  readonly list: string;
  readonly level: number | null;
}

export interface Styles {
  /** The list of a paragraph style. */
  list(style: string | null): ListPlace | null;
  /** The first answer of a style or its ancestors to a question about its element. */
  ask<T>(style: string | null, question: (style: XmlElement) => T | null): T | null;
}

export function stylesOf(root: XmlElement | null): Styles {
  const byId = new Map(elements(root, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const ask = <T>(style: string | null, question: (style: XmlElement) => T | null): T | null => {
    let id = style;
    for (let depth = 0; id !== null && depth < 20; depth++) {
      const element = byId.get(id);
      const answer = element ? question(element) : null;
      if (answer !== null) return answer;
      id = valueOf(element, 'w:basedOn');
    }
    return null;
  };
  return { ask, list: (style) => ask(style, (element) => listOf(find(element, 'w:pPr'))) };
}

/** The list that paragraph properties name; list 0 means none. */
export function listOf(properties: XmlElement | null): ListPlace | null {
  const list = valueOf(properties, 'w:numPr', 'w:numId');
  if (list === null) return null;
  const level = valueOf(properties, 'w:numPr', 'w:ilvl');
  return { list, level: wholeNumber(level, 0, 8, null) };
}
