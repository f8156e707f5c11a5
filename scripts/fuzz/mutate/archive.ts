// Damage to a ZIP of XML parts (Word files): tags lost, doubled, nested and renamed, values changed, parts taken away; or the archive's own bytes.
// Invariant: the parts are packed again, so that most damage reaches the XML reader.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from '../random.ts';
import { mutateBytes } from './bytes.ts';
import { mutateText } from './text.ts';

export function mutateArchive(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  if (random.once(12)) return mutateBytes(bytes, random, other);
  const parts = Object.entries(unzipSync(bytes));
  const at = random.int(parts.length);
  const [name, data] = parts[at] as [string, Uint8Array];
  if (random.once(15)) return zipSync(Object.fromEntries(parts.toSpliced(at, 1)));
  if (random.once(15)) return zipSync(Object.fromEntries([...parts, [`${'../'.repeat(random.int(4))}${name}`, data]]));
  const xml = changedXml(strFromU8(data), random);
  return zipSync(Object.fromEntries(parts.with(at, [name, strToU8(xml)])));
}

const VALUES = ['', '-1', '0', '1', '9', '99999999999', 'NaN', '&#0;', '&amp;', 'x'.repeat(500), '%1.%2.%3.%4.%5.%6.%7.%8.%9.', '%0', '1e9'];

function changedXml(xml: string, random: Random): string {
  let text = xml;
  for (let left = 1 + random.int(5); left > 0; left--) text = changedOnce(text, random);
  return text;
}

/** Mostly whole elements, so that the result still is XML; once in thirty a tag alone. */
function changedOnce(xml: string, random: Random): string {
  const tags = [...xml.matchAll(/<[^/?!][^>]*>/gu)];
  if (tags.length === 0) return xml;
  const found = random.pick(tags);
  const [start, tag] = [found.index, found[0]];
  if (random.once(30)) return xml.slice(0, start) + random.pick(['', tag + tag, '</w:p>', '<w:tbl>']) + xml.slice(start + tag.length);
  const end = endOf(xml, start, tag);
  const element = xml.slice(start, end);
  const by = changedElement(element, tag, random, () => elementAt(xml, random.pick(tags)));
  return xml.slice(0, start) + by + xml.slice(end);
}

function changedElement(element: string, tag: string, random: Random, other: () => string): string {
  const name = nameOf(tag);
  switch (random.int(7)) {
    case 0:
      return '';
    case 1:
      return element.length > 2000 ? element + element : element.repeat(1 + random.int(random.pick([3, 3, 500])));
    case 2:
      return other();
    case 3:
      return element.replace(/"[^"]*"/u, `"${random.pick(VALUES)}"`);
    case 4: {
      const depth = 1 + random.int(random.pick([3, 30, 4000]));
      return `<${name}>`.repeat(depth) + element + `</${name}>`.repeat(depth);
    }
    case 5:
      return `<w:p><w:r><w:t>${escaped(mutateText('Điều 1. Giao Sở Tài chính', random))}</w:t></w:r></w:p>${element}`;
    default: {
      const renamed = random.pick(['w:p', 'w:tbl', 'w:tr', 'w:tc', 'w:t', 'w:numPr', 'w:gridSpan', 'w:vMerge', 'w:sdt', 'w:br', 'w:tab']);
      return tag.endsWith('/>')
        ? element.replace(name, renamed)
        : element.replace(name, renamed).replace(new RegExp(`</${name}>$`, 'u'), `</${renamed}>`);
    }
  }
}

const elementAt = (xml: string, { index, 0: tag }: RegExpExecArray): string => xml.slice(index, endOf(xml, index, tag)).slice(0, 20_000);

const nameOf = (tag: string): string => /^<([\w:]+)/u.exec(tag)?.[1] ?? 'w:p';

/** Behind the element's own end tag. */
function endOf(xml: string, start: number, tag: string): number {
  if (tag.endsWith('/>')) return start + tag.length;
  let depth = 0;
  for (const match of xml.slice(start).matchAll(new RegExp(`<(/?)${nameOf(tag)}(?=[\\s>/])[^>]*?(/?)>`, 'gu'))) {
    if (match[2] === '/') continue;
    depth += match[1] === '/' ? -1 : 1;
    if (depth === 0) return start + match.index + match[0].length;
  }
  return xml.length;
}

/** XML has no control characters and no halves of pairs. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
