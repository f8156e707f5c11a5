// Takes the old text layer of a scan out of a page: what is written invisibly, and what is written before a picture that covers the page.
// Invariant: the page looks as before; text that can be seen stays, and so does everything that is no text.
//   removeOldLayer(document, page)
// Text in modes that clip is left alone.
import {
  decodePDFRawStream,
  PDFContentStream,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { IDENTITY, join, type Matrix } from '@vanban/pages/matrix';
import { type Operation, operationsIn } from './content.ts';
import { coverage, matrixOf } from './coverage.ts';

/** Share of the page that a picture must cover to hide what was written before it. */
const COVERED = 0.95;
/** Forms within forms are followed this far; deeper ones stay as they are. */
const DEEPEST_FORM = 4;
const SHOWS = new Set(['Tj', 'TJ', "'", '"']);
const INVISIBLE = '3';

interface State {
  readonly matrix: Matrix;
  readonly mode: string;
}

interface Scene {
  readonly document: PDFDocument;
  readonly box: ReturnType<PDFPage['getCropBox']>;
  readonly resources: PDFDict;
  readonly depth: number;
}

interface Step extends Operation, State {}

interface Cleaned {
  readonly content: string;
  /** Forms that had to be written anew, by their name in the resources. */
  readonly forms: ReadonlyMap<string, PDFRef>;
  readonly shows: boolean;
}

export function removeOldLayer(document: PDFDocument, page: PDFPage): void {
  const resources = page.node.Resources();
  const content = pageContent(document, page);
  if (!resources || content === null) return;
  const cleaned = clean(content, { document, box: page.getCropBox(), resources, depth: 0 }, { matrix: IDENTITY, mode: '0' }, false);
  if (!cleaned) return;
  page.node.set(PDFName.of('Contents'), document.context.register(document.context.flateStream(latin1Bytes(cleaned.content))));
  page.node.set(PDFName.of('Resources'), resourcesWith(resources, cleaned, document));
}

/** Null where nothing has to go. */
function clean(content: string, scene: Scene, state: State, covered: boolean): Cleaned | null {
  const steps = stepsOf(operationsIn(content), state);
  const last = covered ? steps.length : steps.findLastIndex((step) => step.operator === 'Do' && isCover(step, scene));
  const isHidden = (step: Step, index: number): boolean => step.mode === INVISIBLE || index < last;
  const forms = new Map<string, PDFRef>();
  for (const [index, step] of steps.entries()) {
    const form = step.operator === 'Do' ? cleanForm(step, scene, index < last) : null;
    if (form) forms.set(nameOf(step), form);
  }
  const shows = steps.some((step, index) => (SHOWS.has(step.operator) ? !isHidden(step, index) : step.operator === 'Do' && isForm(step, scene)));
  // A font that nothing is written in any more goes out of the resources, so it must not be chosen either.
  const goes = (step: Step, index: number): boolean => (SHOWS.has(step.operator) ? isHidden(step, index) : step.operator === 'Tf' && !shows);
  const cuts = steps.filter(goes);
  const wrote = cuts.some(({ operator }) => SHOWS.has(operator));
  return wrote || forms.size > 0 ? { content: without(content, cuts), forms, shows } : null;
}

function without(content: string, cuts: readonly Step[]): string {
  let [kept, at] = ['', 0];
  for (const step of cuts) {
    kept += content.slice(at, step.start) + remainderOf(step);
    at = step.end;
  }
  return kept + content.slice(at);
}

/** Each operation with the matrix and the text mode that hold for it. */
function stepsOf(operations: readonly Operation[], start: State): Step[] {
  const stack: State[] = [];
  let state = start;
  return operations.map((operation) => {
    if (operation.operator === 'q') stack.push(state);
    else if (operation.operator === 'Q') state = stack.pop() ?? start;
    else if (operation.operator === 'Tr') state = { ...state, mode: operation.operands.at(-1) ?? '0' };
    else if (operation.operator === 'cm') {
      const matrix = matrixOf(operation.operands);
      if (matrix) state = { ...state, matrix: join(state.matrix, matrix) };
    }
    return { ...operation, ...state };
  });
}

/** `'` and `"` also begin a line, and `"` sets the spacing: that much must stay for what is shown after them. */
function remainderOf({ operator, operands }: Step): string {
  if (operator === "'") return ' T* ';
  if (operator === '"') return ` ${operands[0]} Tw ${operands[1]} Tc T* `;
  return ' ';
}

const nameOf = ({ operands }: Step): string => (operands.at(-1) ?? '').replace(/^\//u, '');

function objectOf(step: Step, { resources }: Scene): PDFObject | undefined {
  return resources.lookupMaybe(PDFName.of('XObject'), PDFDict)?.lookup(PDFName.of(nameOf(step)));
}

const kindOf = (object: PDFObject | undefined): string =>
  object instanceof PDFStream ? String(object.dict.lookup(PDFName.of('Subtype')) ?? '') : '';
const isForm = (step: Step, scene: Scene): boolean => kindOf(objectOf(step, scene)) === '/Form';

/** A picture without holes over the whole page. */
function isCover(step: Step, scene: Scene): boolean {
  const object = objectOf(step, scene);
  if (kindOf(object) !== '/Image' || !(object instanceof PDFStream)) return false;
  const hasHoles = ['ImageMask', 'SMask', 'Mask'].some((key) => object.dict.has(PDFName.of(key)));
  return !hasHoles && coverage(step.matrix, scene.box) >= COVERED;
}

/** The form written anew, null where it stays. */
function cleanForm(step: Step, scene: Scene, covered: boolean): PDFRef | null {
  const form = objectOf(step, scene);
  if (kindOf(form) !== '/Form' || !(form instanceof PDFRawStream) || scene.depth >= DEEPEST_FORM) return null;
  const { context } = scene.document;
  const resources = form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? scene.resources;
  const own = matrixOf(String(form.dict.lookup(PDFName.of('Matrix')) ?? '').match(/[-+.\d]+/gu) ?? []) ?? IDENTITY;
  const state = { matrix: join(step.matrix, own), mode: step.mode };
  const cleaned = clean(contentOf(form) ?? '', { ...scene, resources, depth: scene.depth + 1 }, state, covered);
  if (!cleaned) return null;
  const copy = context.flateStream(latin1Bytes(cleaned.content));
  for (const [key, value] of form.dict.entries()) if (!/^\/(?:Length|Filter|DecodeParms)$/u.test(String(key))) copy.dict.set(key, value);
  copy.dict.set(PDFName.of('Resources'), resourcesWith(resources, cleaned, scene.document));
  return context.register(copy);
}

/** A copy of the resources with the new forms, without the fonts that nothing is written in any more. */
function resourcesWith(resources: PDFDict, { forms, shows }: Cleaned, document: PDFDocument): PDFDict {
  const copy = resources.clone(document.context);
  const objects = resources.lookupMaybe(PDFName.of('XObject'), PDFDict)?.clone(document.context);
  for (const [name, form] of forms) objects?.set(PDFName.of(name), form);
  if (objects) copy.set(PDFName.of('XObject'), objects);
  if (!shows) copy.delete(PDFName.of('Font'));
  return copy;
}

/** All content streams of the page as one; null where one of them cannot be decoded. */
export function pageContent(document: PDFDocument, page: PDFPage): string | null {
  const contents = page.node.Contents();
  const parts = contents instanceof PDFStream ? [contents] : (contents?.asArray() ?? []).map((part) => document.context.lookup(part));
  const texts = parts.map(contentOf);
  return texts.includes(null) ? null : texts.join('\n');
}

/** A stream's content, null where it cannot be decoded. */
export function contentOf(stream: PDFObject | undefined): string | null {
  try {
    if (stream instanceof PDFRawStream) return latin1Text(decodePDFRawStream(stream).decode());
    return stream instanceof PDFContentStream ? latin1Text(stream.getUnencodedContents()) : '';
  } catch {
    return null;
  }
}

const latin1Text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const latin1Bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
