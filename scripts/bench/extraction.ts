// Do segmentation and extraction take time of the text's length? The shipped sample letters are set one behind another until they fill 1, 10, 100 and
// 1,000 pages; CPU time of one process, after a first run that loads the word lists.
//   pnpm bench extraction [--pages 1,10,100,1000] [--times 3]
// The last column is the time of a page against that of the line above: 1 is linear.
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { extract } from '@vanban/extract';
import { readingOfText } from '@vanban/pages';
import { compose } from '@vanban/restore';
import { segment } from '@vanban/segment';

const { values } = parseArgs({ options: { pages: { type: 'string', default: '1,10,100,1000' }, times: { type: 'string', default: '3' } } });
/** Rows of a printed page. */
const PAGE_ROWS = 40;
const SAMPLES = fileURLToPath(new URL('../../data/samples/', import.meta.url));

const names = (await readdir(SAMPLES)).filter((name) => name.endsWith('.txt')).sort();
const rows = (await Promise.all(names.map((name) => readFile(`${SAMPLES}${name}`, 'utf8')))).join('\n\n').split('\n');

measure(1);
let before: number | null = null;
process.stdout.write('pages   tasks  segment ms  extract ms  ms a page  against the line above\n');
for (const pages of values.pages.split(',').map(Number)) {
  const runs = Array.from({ length: Number(values.times) }, () => measure(pages)).sort((a, b) => a.total - b.total);
  const best = runs[0] as ReturnType<typeof measure>;
  const page = best.total / pages;
  const ratio = before === null ? '' : (page / before).toFixed(2);
  before = page;
  process.stdout.write(
    `${String(pages).padStart(5)} ${String(best.tasks).padStart(7)} ${best.segment.toFixed(1).padStart(11)} ${best.extract.toFixed(1).padStart(11)} ${page.toFixed(2).padStart(10)}  ${ratio}\n`,
  );
}

/** CPU milliseconds of both steps on a text of so many pages. */
function measure(pages: number): { segment: number; extract: number; total: number; tasks: number } {
  const text = Array.from({ length: pages }, (_, page) =>
    Array.from({ length: PAGE_ROWS }, (_, row) => rows[(page * PAGE_ROWS + row) % rows.length]).join('\n'),
  );
  const reading = compose(readingOfText(text.join('\f')));
  const start = process.cpuUsage();
  const parts = segment(reading);
  const middle = process.cpuUsage(start);
  const { tasks } = extract(reading, parts, { fileName: null });
  const end = process.cpuUsage(start);
  const [first, total] = [middle, end].map(({ user, system }) => (user + system) / 1000) as [number, number];
  return { segment: first, extract: total - first, total, tasks: tasks.length };
}
