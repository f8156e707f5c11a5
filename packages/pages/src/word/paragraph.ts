// The text of one Word paragraph as a reader sees it: runs put together, deleted and hidden text left out, the automatic number in front.
// Invariant: '\n' is a line break in the paragraph, '\f' a page break (set by hand, or where Word last broke the page).
//   a run in .VnTime comes out as { text, font: '.VnTime' } pieces and is decoded by the caller
import { symbolOf } from '../layer/symbols.ts';
import type { Numbering } from './numbering.ts';
import { listOf, type Styles } from './styles.ts';
import { elements, find, isOn, valueOf, type XmlElement } from './xml.ts';

export interface Run {
  readonly text: string;
  readonly font: string;
}

export interface Setting {
  readonly styles: Styles;
  readonly numbering: Numbering;
}

export function runsOf(paragraph: XmlElement, setting: Setting): Run[] {
  const properties = find(paragraph, 'w:pPr');
  const style = valueOf(properties, 'w:pStyle');
  const runs = collect(paragraph, { style, styles: setting.styles });
  const label = labelOf(properties, style, setting);
  const broken = isOn(properties, 'w:pageBreakBefore') ? [{ text: '\f', font: '' }] : [];
  const shown = runs.some((run) => run.text.trim() !== '');
  return [...broken, ...(shown && label !== '' ? [{ text: label + joint(label, runs), font: '' }] : []), ...runs];
}

/** A list may set no room behind its numbers ("1.Rà soát"); a point, a number or a sign that goes on with the label ("Điều 1" and ". Phạm vi") stays by it. */
const joint = (label: string, runs: readonly Run[]): string =>
  /\S$/u.test(label) && /^\p{L}/u.test(runs.find(({ text }) => text !== '')?.text ?? '') ? ' ' : '';

function labelOf(properties: XmlElement | null, style: string | null, { styles, numbering }: Setting): string {
  const own = listOf(properties);
  const place = own ?? styles.list(style);
  if (!place || place.list === '0') return '';
  const tied = own === null && style !== null ? numbering.levelOf(place.list, style) : null;
  return numbering.next(place.list, tied ?? place.level ?? 0);
}

interface Surroundings {
  readonly style: string | null;
  readonly styles: Styles;
}

/** What holds runs; what is not named here (deleted text, notes' marks, drawings) shows no text of the paragraph. */
const CONTAINERS = new Set([
  'w:p',
  'w:hyperlink',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:fldSimple',
  'w:customXml',
  'w:dir',
  'w:bdo',
]);

function collect(parent: XmlElement, around: Surroundings): Run[] {
  return elements(parent).flatMap((child) => {
    if (child.name === 'w:r') return runOf(child, around);
    return CONTAINERS.has(child.name) ? collect(child, around) : [];
  });
}

function runOf(run: XmlElement, { style, styles }: Surroundings): Run[] {
  const properties = find(run, 'w:rPr');
  if (isOn(properties, 'w:vanish')) return [];
  const character = valueOf(properties, 'w:rStyle');
  const fontOf = (element: XmlElement | null): string | null => find(element, 'w:rFonts')?.attributes['w:ascii'] ?? null;
  const fromStyle = (question: (properties: XmlElement | null) => string | null): string | null =>
    styles.ask(character, (one) => question(find(one, 'w:rPr'))) ?? styles.ask(style, (one) => question(find(one, 'w:rPr')));
  const font = fontOf(properties) ?? fromStyle(fontOf) ?? '';
  const capsOf = (element: XmlElement | null): string | null => (find(element, 'w:caps') ? String(isOn(element, 'w:caps')) : null);
  const caps = (capsOf(properties) ?? fromStyle(capsOf)) === 'true';
  return elements(run)
    .map((piece) => ({ text: pieceText(piece, font), font }))
    .filter((piece) => piece.text !== '')
    .map((piece) => (caps ? { ...piece, text: piece.text.toUpperCase() } : piece));
}

function pieceText(piece: XmlElement, font: string): string {
  if (piece.name === 'w:t')
    return [...piece.children.filter((child) => typeof child === 'string').join('')].map((letter) => symbolOf(letter, font)).join('');
  if (piece.name === 'w:tab' || piece.name === 'w:ptab') return '    ';
  if (piece.name === 'w:br') return piece.attributes['w:type'] === 'page' ? '\f' : '\n';
  if (piece.name === 'w:cr') return '\n';
  if (piece.name === 'w:lastRenderedPageBreak') return '\f';
  if (piece.name === 'w:noBreakHyphen') return '-';
  if (piece.name !== 'w:sym') return '';
  const code = Number.parseInt(piece.attributes['w:char'] ?? '', 16);
  return Number.isNaN(code) ? '' : symbolOf(String.fromCodePoint(code), piece.attributes['w:font'] ?? font);
}
