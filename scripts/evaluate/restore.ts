// pnpm evaluate restore [--origin ocr] [--model FOLDER] [SET …]: one table of what the restorer does to each set.
// Columns: words; right before; right after with the language model alone; right after; of the words of letters alone, case not
// counting; of the words that bear marks; harm (right words made wrong); words repaired and harmed; calibration error of the changes; words a second
// (of processor time, one thread).
// Sets: see test-sets.ts. Texts stand for themselves; lines are put on pages of fifty, so that the product's own judgement of a page decides how eager it is.
// The pages of a document are restored together; in a set without documents each page is by itself.
import { parseArgs } from 'node:util';
import type { Origin, PageReading, Reading } from '@vanban/contract';
import { addScores, barewords, type Claim, calibrationError, NO_SCORE, type RepairScore, rightWords, scoreRepair } from '@vanban/evaluation';
import { readingOfText } from '@vanban/pages';
import { createRestorer, type Restorer } from '@vanban/restore';
import { type Pair, readSets, type TestSet } from './test-sets.ts';

const LINES_A_PAGE = 50;
const ORIGINS: readonly Origin[] = ['ocr', 'text', 'text-layer'];

export async function evaluateRestore(args: readonly string[]): Promise<void> {
  const options = { origin: { type: 'string', default: 'text' }, model: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const origin = ORIGINS.find((known) => known === values.origin);
  if (origin === undefined) throw new Error(`--origin is one of ${ORIGINS.join(', ')}`);
  const model = values.model === undefined ? {} : { modelFolder: values.model };
  const [restorer, language] = [await createRestorer(model), await createRestorer({ ...model, languageModelOnly: true })];
  const rows = [];
  for (const set of await readSets(positionals)) {
    const [full, alone] = [await measure(set, restorer, origin), await measure(set, language, origin)];
    rows.push(rowOf(set.name, full, alone));
  }
  console.table(rows);
}

interface Measured {
  readonly score: RepairScore;
  readonly claims: readonly Claim[];
  readonly cpuSeconds: number;
}

async function measure(set: TestSet, restorer: Restorer, origin: Origin): Promise<Measured> {
  let score = NO_SCORE;
  const claims: Claim[] = [];
  let cpuSeconds = 0;
  for (const document of unitsOf(set)) {
    const pages = pagesOf(document, origin);
    const started = process.cpuUsage();
    const reading = await restorer.restore(pages);
    const used = process.cpuUsage(started);
    cpuSeconds += (used.user + used.system) / 1e6;
    const readings = document.length === 1 ? [reading] : byPair(reading);
    document.forEach(({ truth, read }, i) => {
      if (truth === '') return;
      const after = readings[i] as Reading;
      score = addScores(score, scoreRepair(truth, read, after.text));
      claims.push(...claimsOf(truth, after));
    });
  }
  return { score, claims, cpuSeconds };
}

/** What is restored at a time: a document, or a page of lines that belong to none. */
function unitsOf({ documents }: TestSet): readonly (readonly Pair[])[] {
  const [only = []] = documents;
  return documents.length > 1 ? documents : inPages(only);
}

const inPages = (pairs: readonly Pair[]): (readonly Pair[])[] =>
  pairs.flatMap((_, i) => (i % LINES_A_PAGE === 0 ? [pairs.slice(i, i + LINES_A_PAGE)] : []));

function pagesOf(document: readonly Pair[], origin: Origin): PageReading[] {
  const [only] = document;
  if (document.length === 1 && only) return asOrigin(readingOfText(only.read), origin);
  return asOrigin(
    inPages(document).map((pairs) =>
      onePage(
        pairs.flatMap(({ read }) => readingOfText(read)),
        origin,
      ),
    ),
    origin,
  );
}

const asOrigin = (pages: readonly PageReading[], origin: Origin): PageReading[] => pages.map((page, i) => ({ ...page, origin, number: i + 1 }));

/** Lines of many pairs as blocks of one page, one for each pair; an empty line is an empty block. */
function onePage(pages: readonly PageReading[], origin: Origin): PageReading {
  const blocks = pages.map((page) => page.blocks[0] ?? { kind: 'text' as const, role: 'body' as const, box: [0, 0, 0, 0] as const, lines: [] });
  return { ...(pages[0] as PageReading), number: 1, origin, blocks: blocks.map((block) => ({ ...block, box: [...block.box] })) } as PageReading;
}

/** The reading of a page of many blocks, cut into one for each block. */
function byPair(reading: Reading): Reading[] {
  const cut: Reading[] = [];
  for (const line of reading.lines) {
    const { start, end } = line.span;
    const repairs = reading.repairs.filter(({ span }) => span.start >= start && span.end <= end);
    cut[line.block] = {
      ...reading,
      text: reading.text.slice(start, end),
      repairs: repairs.map((repair) => ({ ...repair, span: { start: repair.span.start - start, end: repair.span.end - start } })),
    };
  }
  return cut;
}

/** For each repair: how sure it was, and whether all its words are right. */
function claimsOf(truth: string, after: Reading): Claim[] {
  const tokens = [...after.text.matchAll(/\S+/gu)]
    .filter((match) => /[\p{L}\p{N}]/u.test(match[0]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const right = rightWords(barewords(after.text), barewords(truth));
  return after.repairs.map(({ span, confidence }) => {
    const touched = tokens.flatMap((token, i) => (token.start < span.end && token.end > span.start ? [i] : []));
    return { confidence, held: touched.every((i) => right[i] === true) };
  });
}

function rowOf(name: string, { score, claims, cpuSeconds }: Measured, alone: Measured) {
  const percent = (part: number, whole: number) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(2));
  const rightBefore = score.words - score.wrongBefore;
  return {
    set: name,
    words: score.words,
    'before %': percent(rightBefore, score.words),
    'language model %': percent(alone.score.words - alone.score.wrongAfter, alone.score.words),
    'after %': percent(score.words - score.wrongAfter, score.words),
    'alphabetic %': percent(score.alphabeticRight, score.alphabetic),
    'marked %': percent(score.markedRight, score.marked),
    'harm %': percent(score.harmed, rightBefore),
    repaired: score.repaired,
    harmed: score.harmed,
    'calibration error': claims.length === 0 ? '–' : calibrationError(claims).toFixed(4),
    'words/s': Math.round(score.words / cpuSeconds),
  };
}
