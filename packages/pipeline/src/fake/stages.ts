// Stages for tests of the machinery: they read a source whose lines are pages, and do to a page what it says.
//   text…        that is the page           HANG      never comes back        CRASH   kills its process
//   EAT          takes all memory           DIE-ONCE  kills its process the first time only (a file beside the source remembers)
//   BAD          throws page-failed         DISK      throws disk-full while the file `full` stands beside the store
// Every run of a page is written down in runs.log beside the store, so that tests can count them.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_FIELDS, type PageReading, type Reading, VanbanError } from '@vanban/contract';
import { assembleRecord } from '../assemble.ts';
import { checkRecord } from '../check-record.ts';
import { defineStage, type Job, type Stages } from '../stage.ts';

const beside = ({ path }: Job, name: string): string => join(path, '..', '..', '..', '..', name);
const linesOf = (job: Job): string[] => readFileSync(job.path, 'utf8').trimEnd().split('\n');

const note = (job: Job, what: string): void => appendFileSync(beside(job, 'runs.log'), `${what} ${job.fileName} ${job.page}\n`);

const pageOf = (text: string, number: number): PageReading => ({
  number,
  width: text.length,
  height: 1,
  dpi: 0,
  origin: 'text',
  rotation: 0,
  skew: 0,
  blank: false,
  confidence: 1,
  blocks: [
    {
      kind: 'text',
      role: 'body',
      box: [0, 0, text.length, 1],
      lines: [{ box: [0, 0, text.length, 1], words: [{ text, box: [0, 0, text.length, 1], confidence: 1 }] }],
    },
  ],
  warnings: [],
});

async function act(word: string, job: Job): Promise<void> {
  if (word === 'HANG') for (;;);
  if (word === 'CRASH') process.kill(process.pid, 'SIGKILL');
  if (word === 'EAT') await eat();
  if (word === 'BAD') throw new VanbanError('page-failed', 'as told', { page: job.page });
  if (word === 'DISK' && existsSync(beside(job, 'full'))) throw new VanbanError('disk-full', 'as told');
  if (word === 'DIE-ONCE' && !existsSync(beside(job, 'died'))) {
    writeFileSync(beside(job, 'died'), '');
    process.kill(process.pid, 'SIGKILL');
  }
  if (word === 'SLOW') await new Promise((resolve) => setTimeout(resolve, 200));
}

async function eat(): Promise<never> {
  const kept: Buffer[] = [];
  for (;;) {
    kept.push(Buffer.alloc(50 * 2 ** 20, kept.length));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function freeze(pages: readonly PageReading[]): Reading {
  const texts = pages.map((page) => (page.blocks[0]?.kind === 'text' ? (page.blocks[0].lines[0]?.words[0]?.text ?? '') : ''));
  let at = 0;
  const spans = texts.map((text) => {
    const span = { start: at, end: at + text.length };
    at = span.end + 2;
    return span;
  });
  return {
    text: texts.join('\n\n'),
    pages: pages.map((page, i) => ({ ...page, span: spans[i] as { start: number; end: number } })),
    lines: [],
    words: pages.map((page, i) => ({
      span: spans[i] as { start: number; end: number },
      page: page.number,
      box: [0, 0, page.width, 1],
      confidence: 1,
    })),
    tables: [],
    repairs: [],
    warnings: [],
  };
}

export const STAGES: Stages = {
  inspect: defineStage({
    name: 'inspect',
    version: 'fake',
    scope: 'document',
    lane: 'pages',
    needs: [],
    run(_inputs, job) {
      note(job, 'inspect');
      if (job.bytes === 0) throw new VanbanError('input-empty');
      return { mediaType: 'text/plain', pageCount: linesOf(job).length, warnings: [] };
    },
  }),
  ocr: defineStage({
    name: 'ocr',
    version: 'fake',
    scope: 'page',
    lane: 'pages',
    needs: [],
    async run(_inputs, job) {
      note(job, 'ocr');
      const text = linesOf(job)[job.page - 1] as string;
      await act(text.split(' ')[0] as string, job);
      return pageOf(text, job.page);
    },
  }),
  restore: defineStage({ name: 'restore', version: 'fake', scope: 'document', lane: 'documents', needs: ['ocr'], run: ({ ocr }) => freeze(ocr) }),
  segment: defineStage({
    name: 'segment',
    version: 'fake',
    scope: 'document',
    lane: 'documents',
    needs: ['restore'],
    run: () => ({ parts: [], segments: [], clauses: [], warnings: [] }),
  }),
  extract: defineStage({
    name: 'extract',
    version: 'fake',
    scope: 'document',
    lane: 'documents',
    needs: ['restore', 'segment'],
    run: () => ({ document: NO_FIELDS, tasks: [], review: [], warnings: [] }),
  }),
  publish: defineStage({
    name: 'publish',
    version: 'fake',
    scope: 'document',
    lane: 'documents',
    needs: ['inspect', 'ocr', 'restore', 'segment', 'extract'],
    dependsOn: ({ versions }) => ({ versions }),
    run: (inputs, job) => checkRecord(assembleRecord(inputs, job)),
  }),
};
