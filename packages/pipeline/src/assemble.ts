// How does the record come together? From what each stage made, in the contract's own form; anchors are where the words of a span stand.
//   assembleRecord({ inspect, ocr, restore, segment, extract }, job)   → unchecked, see check-record.ts
// It finds nothing out itself.
import { anchorsOf, type Clause, type ClauseNode, type Page, type Reading, type Record, SCHEMA_VERSION, type Warning } from '@vanban/contract';
import { nameWarning } from './name-warning.ts';
import type { Inputs, Job } from './stage.ts';
import { VERSION } from './version.ts';

export function assembleRecord(inputs: Inputs, job: Job): Record {
  const { inspect, restore, segment, extract } = inputs;
  return {
    schemaVersion: SCHEMA_VERSION,
    id: job.documentId,
    source: {
      fileName: job.fileName,
      mediaType: inspect.mediaType,
      bytes: job.bytes,
      pageCount: inspect.pageCount,
      receivedAt: job.receivedAt,
      ...(job.container ? { container: job.container } : {}),
    },
    document: extract.document,
    pages: restore.pages.map(toPage),
    text: restore.text,
    clauses: segment.clauses.map((clause) => toClause(restore, clause)),
    tasks: [...extract.tasks],
    repairs: restore.repairs.map(({ alternatives, ...repair }) => ({ ...repair, ...(alternatives ? { alternatives: [...alternatives] } : {}) })),
    review: reviewOf(inputs),
    pipeline: {
      version: VERSION,
      stages: { ...job.versions },
      warnings: [...nameWarning(job.fileName, inputs.inspect.mediaType), ...warningsOf(inputs)],
    },
  };
}

function toPage({ number, width, height, dpi, origin, rotation, skew, blank, confidence }: Reading['pages'][number]): Page {
  return { number, width, height, dpi, origin, rotation, skew, blank, confidence };
}

function toClause(reading: Reading, { id, label, kind, heading, span, children }: ClauseNode): Clause {
  return { id, label, kind, heading, span, anchors: anchorsOf(reading, span), children: children.map((child) => toClause(reading, child)) };
}

/** Warnings that a person must act on, and what the record's `review` calls them. */
const TO_REVIEW: { readonly [code: string]: string } = {
  'page-failed': 'pages-missing',
  'restored-text-doubtful': 'restored-text-doubtful',
  'restorer-model-missing': 'restorer-model-missing',
};

function reviewOf(inputs: Inputs): string[] {
  const reasons = warningsOf(inputs).flatMap(({ code }) => TO_REVIEW[code] ?? []);
  return [...new Set([...inputs.extract.review, ...reasons])];
}

/** Each once, in the order of the stages: the restorer may hand on what the pages said. */
function warningsOf({ inspect, ocr, restore, segment, extract }: Inputs): Warning[] {
  const all = [inspect.warnings, ...ocr.map((page) => page.warnings), restore.warnings, segment.warnings, extract.warnings].flat();
  const seen = new Map(all.map(({ code, message, page }) => [JSON.stringify([code, message, page]), { code, message, page }]));
  return [...seen.values()];
}
