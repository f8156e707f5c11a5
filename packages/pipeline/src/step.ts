// How is one stage run on one document or one page, knowing only ids? Inputs come from the store, the result goes there, and what is there
// already is not done again. This is all that a child process or a queue's worker needs.
//   await runStage({ store, settings, stages }, { documentId, stage: 'ocr', page: 3 });
//   await runStage({ store, settings, stages }, { documentId, stage: 'segment', page: 0 });
// It does not order the steps: where an input is missing it throws `store-damaged`, and the caller makes the input first.
import { VanbanError } from '@vanban/contract';
import {
  type Artefact,
  type ArtefactHead,
  artefactKey,
  convertedPath,
  type DocumentEntry,
  peekArtefact,
  readArtefact,
  readDocument,
  type Store,
  sourcePath,
  writeArtefact,
} from '@vanban/store';
import type { Settings } from './settings.ts';
import type { Artefacts, Inputs, Job, Stage, StageName, Stages } from './stage.ts';

/** Where to work, and with what. */
export interface Place {
  readonly store: Store;
  readonly settings: Settings;
  readonly stages: Stages;
}

export interface Step {
  readonly documentId: string;
  readonly stage: StageName;
  /** 1-based; 0 for a stage that takes the whole document. */
  readonly page: number;
}

export interface StepResult {
  readonly key: string;
  readonly digest: string;
  /** True where it was in the store already. */
  readonly cached: boolean;
  /** True where the step was given up before and something stands in for its result. */
  readonly failed: boolean;
}

export interface FoundStep {
  /** Under which the result is or will be. */
  readonly key: string;
  /** Null where it is not there yet. */
  readonly head: ArtefactHead | null;
}

export async function runStage(place: Place, step: Step): Promise<StepResult> {
  const view = viewDocument(place, step.documentId);
  const found = await view.find(step.stage, step.page);
  if (found.head) return { key: found.key, ...found.head, cached: true };
  const stage = place.stages[step.stage] as Stage;
  const value = await stage.run(await view.inputs(stage), await view.job(step.page));
  const digest = await writeArtefact(place.store, { stage: step.stage, key: found.key }, value);
  return { key: found.key, digest, cached: false, failed: false };
}

/** Throws `store-damaged` where its inputs are not there. */
export const findStep = (place: Place, step: Step): Promise<FoundStep> => viewDocument(place, step.documentId).find(step.stage, step.page);

/** The result of a step that was done. Throws `store-damaged` where it is not there (any more). */
export const loadResult = <N extends StageName>(place: Place, step: Step & { readonly stage: N }): Promise<Artefact<Artefacts[N]>> =>
  viewDocument(place, step.documentId).load(step.stage, step.page);

/** What is there of one document at this moment; what was looked up once is remembered, so a view is not kept over a change. */
interface DocumentView {
  find(stage: StageName, page: number): Promise<FoundStep>;
  load<N extends StageName>(stage: N, page: number): Promise<Artefact<Artefacts[N]>>;
  inputs(stage: Stage): Promise<Inputs>;
  job(page: number): Promise<Job>;
}

export function viewDocument(place: Place, documentId: string): DocumentView {
  const { store, settings, stages } = place;
  const found = new Map<string, Promise<FoundStep>>();
  const entry = once(() => entryOf(place, documentId));
  const pageCount = once(async () => (await load('inspect', 0)).value.pageCount);
  const versions = Object.fromEntries(Object.values(stages).map((stage) => [stage.name, stage.version]));

  async function job(page: number): Promise<Job> {
    const { fileName, bytes, receivedAt, container } = await entry();
    const path = sourcePath(store, documentId);
    return { documentId, path, convertedFile: convertedPath(store, documentId), fileName, bytes, receivedAt, container, page, settings, versions };
  }

  function find(stage: StageName, page: number): Promise<FoundStep> {
    const name = `${stage} ${page}`;
    const known = found.get(name) ?? seek(stages[stage] as Stage, page);
    found.set(name, known);
    return known;
  }

  async function seek(stage: Stage, page: number): Promise<FoundStep> {
    const inputs = [documentId];
    for (const need of stage.needs) for (const number of await pagesOf(need)) inputs.push((await headOf(need, number)).digest);
    const dependsOn = [page, stage.dependsOn?.(await job(page)) ?? null];
    const key = artefactKey({ stage: stage.name, version: stage.version, inputs, dependsOn });
    return { key, head: await peekArtefact(store, { stage: stage.name, key }) };
  }

  async function headOf(stage: StageName, page: number): Promise<ArtefactHead> {
    const { head } = await find(stage, page);
    if (head === null) throw missing(documentId, stage, page);
    return head;
  }

  async function load<N extends StageName>(stage: N, page: number): Promise<Artefact<Artefacts[N]>> {
    const { key } = await find(stage, page);
    const artefact = await readArtefact<Artefacts[N]>(store, { stage, key });
    if (artefact === null) throw missing(documentId, stage, page);
    return artefact;
  }

  async function inputs(stage: Stage): Promise<Inputs> {
    const given: { [name: string]: unknown } = {};
    for (const need of stage.needs) {
      const values: unknown[] = [];
      for (const number of await pagesOf(need)) values.push((await load(need, number)).value);
      given[need] = stages[need].scope === 'page' ? values : values[0];
    }
    return given as unknown as Inputs;
  }

  /** 0 for a stage on the whole document, else the numbers of all pages. */
  async function pagesOf(stage: StageName): Promise<number[]> {
    if (stages[stage].scope === 'document') return [0];
    return Array.from({ length: await pageCount() }, (_, index) => index + 1);
  }

  return { find, load, inputs, job };
}

export async function entryOf(place: Place, documentId: string): Promise<DocumentEntry> {
  const entry = await readDocument(place.store, documentId);
  if (entry === null) throw new VanbanError('store-damaged', `no entry for document ${documentId}`);
  return entry;
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}

const missing = (documentId: string, stage: StageName, page: number): VanbanError =>
  new VanbanError('store-damaged', `${stage} of ${documentId}${page ? ` page ${page}` : ''} is not there`);
