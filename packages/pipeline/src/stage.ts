// What is a stage? A name, a version, what it needs, and one function from values to a value. Every way of running (in this process, in a
// child process, as a job of a queue) runs the same stages, and their results meet only in the store.
//   defineStage({ name: 'segment', version: '1', scope: 'document', lane: 'documents', needs: ['restore'], run: ({ restore }) => segment(restore) })
// Change a stage's version whenever the same inputs may give another result: it, and what depends on it, is then done again.
import type { Container, Extraction, PageReading, Reading, Record, Segmentation, Warning } from '@vanban/contract';
import type { Settings } from './settings.ts';

/** What a first look at the source told. */
export interface Inspection {
  readonly mediaType: string;
  readonly pageCount: number;
  readonly warnings: readonly Warning[];
}

/** What each stage makes. */
export interface Artefacts {
  readonly inspect: Inspection;
  /** Of one page. */
  readonly ocr: PageReading;
  readonly restore: Reading;
  readonly segment: Segmentation;
  readonly extract: Extraction;
  readonly publish: Record;
}

export type StageName = keyof Artefacts;

/** What each stage is given of the others: of `ocr`, all pages in order. */
export interface Inputs extends Omit<Artefacts, 'ocr' | 'publish'> {
  readonly ocr: readonly PageReading[];
}

/** The document, and the page where the stage's scope is a page. */
export interface Job {
  readonly documentId: string;
  /** Where the source's bytes are; checked against the id when they are opened. */
  readonly path: string;
  /** Where the source is kept as another program converted it; not there until that was needed. */
  readonly convertedFile?: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly receivedAt: string;
  /** What it was taken out of. */
  readonly container?: Container | undefined;
  /** 1-based; 0 where the scope is the document. */
  readonly page: number;
  readonly settings: Settings;
  /** Names and versions of all stages, for the record. */
  readonly versions: Readonly<{ [stage: string]: string }>;
}

export interface Stage<N extends StageName = StageName, Need extends keyof Inputs = keyof Inputs> {
  readonly name: N;
  readonly version: string;
  readonly scope: 'document' | 'page';
  /** Which group of processes runs it: those that hold an OCR engine, or those that hold the restoring model. */
  readonly lane: 'pages' | 'documents';
  readonly needs: readonly Need[];
  /** What else decides the result: settings, a model's digest, the file's name. Part of the artefact's key; must be plain JSON. */
  dependsOn?(job: Job): unknown;
  /** Pure but for what it reads of the source. Throws VanbanError. */
  run(inputs: Pick<Inputs, Need>, job: Job): Artefacts[N] | Promise<Artefacts[N]>;
  /** Loads what its first run would load (a model), while others are at work. */
  warm?(settings: Settings): Promise<void>;
  /** Frees what it kept between runs (an engine, an open file). */
  close?(): Promise<void>;
}

export type Stages = { readonly [N in StageName]: Stage<N> };

export function defineStage<N extends StageName, Need extends keyof Inputs>(stage: Stage<N, Need>): Stage<N> {
  return stage as unknown as Stage<N>;
}
