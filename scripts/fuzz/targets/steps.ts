// What a job of the queue says, on a store of which one file is damaged → the step is done as on a sound store, or refused; nothing is written elsewhere.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { VanbanError } from '@vanban/contract';
import { loadResult, loadSettings, type Place, runStage, type StageName } from '@vanban/pipeline';
import { STAGES } from '@vanban/pipeline/fake-stages';
import { stepOf } from '@vanban/queue';
import { addDocument, addSourceBytes, openStore } from '@vanban/store';
import { mutateBytes } from '../mutate/bytes.ts';
import { mutateJson } from '../mutate/json.ts';
import { mutateText } from '../mutate/text.ts';
import type { Random } from '../random.ts';
import { inFolder } from '../seeds/folder.ts';
import { holds, type Target } from '../target.ts';

const ORDER: readonly StageName[] = ['inspect', 'ocr', 'restore', 'segment', 'extract', 'publish'];
const PAGES = 2;
const ODD_IDS = ['', '..', '../../..', '/etc', 'a'.repeat(64), 'A'.repeat(64), '\0', '__proto__', 'x'.repeat(5000)];

interface Trial {
  readonly stage: StageName;
  readonly data: unknown;
  /** Which file of the store is damaged, and what is in it now (Latin-1); null: it is sound. */
  readonly file: number;
  readonly content: string | null;
}

export const steps: Target = {
  name: 'steps',
  what: 'jobs of the queue on a damaged store → done or refused',
  async start() {
    const store = await openStore(await inFolder('store'));
    const place: Place = { store, settings: loadSettings(), stages: STAGES };
    const { id, bytes } = await addSourceBytes(store, Buffer.from('một\nhai'));
    await addDocument(store, { id, fileName: 'a.txt', bytes, receivedAt: '2026-11-21T08:00:00Z' });
    const record = await recordOf(place, id);
    const sound = contentsOf(dirname(store.folder));
    // The bytes of a source are checked by the stages of the product, which are not these.
    const files = [...sound.keys()].filter((path) => path.startsWith(store.folder) && !path.startsWith(join(store.folder, 'sources'))).sort();
    return {
      make: (random) => Buffer.from(JSON.stringify(trialOf(id, files, sound, random))),
      async check(input) {
        const { stage, data, file, content } = JSON.parse(Buffer.from(input).toString()) as Trial;
        const path = files[file] as string;
        if (content !== null) writeFileSync(path, Buffer.from(content, 'latin1'));
        try {
          const outcome = await runJob(place, stage, data);
          if (!path.endsWith('document.json')) holds((await recordOf(place, id)) === record, 'the damaged store gives another record');
          return outcome;
        } finally {
          checkPlaces(store.folder, sound);
        }
      },
    };
  },
};

function trialOf(id: string, files: readonly string[], sound: ReadonlyMap<string, Buffer>, random: Random): Trial {
  const stage = random.pick(ORDER);
  const data = { documentId: random.once(6) ? random.pick(ODD_IDS) : id, page: stage === 'ocr' ? random.int(PAGES + 2) : 0 };
  const file = random.int(files.length);
  const bytes = sound.get(files[file] as string) as Buffer;
  const damaged = random.once(2) ? mutateBytes(bytes, random) : Buffer.from(mutateText(bytes.toString('latin1'), random), 'latin1');
  const content = random.once(4) ? null : Buffer.from(damaged).toString('latin1');
  return { stage, data: random.once(6) ? mutateJson(data, random) : data, file, content };
}

async function runJob(place: Place, stage: StageName, data: unknown): Promise<string> {
  const step = stepOf(stage, data);
  if (step === null) throw new VanbanError('input-unsupported', 'no step');
  if (step.page > PAGES) throw new VanbanError('page-failed', 'no such page', { page: step.page });
  return (await runStage(place, step)).cached ? 'found' : 'made';
}

/** All steps in their order, again where a damaged file was found and taken away; the record as it is read from the store. */
async function recordOf(place: Place, documentId: string): Promise<string> {
  for (let left = ORDER.length; ; left--) {
    try {
      return await runAll(place, documentId);
    } catch (thrown) {
      if (left === 0 || !(thrown instanceof VanbanError && thrown.code === 'store-damaged')) throw thrown;
    }
  }
}

async function runAll(place: Place, documentId: string): Promise<string> {
  for (const stage of ORDER) {
    const pages = stage === 'ocr' ? Array.from({ length: PAGES }, (_, index) => index + 1) : [0];
    for (const page of pages) await runStage(place, { documentId, stage, page });
  }
  return JSON.stringify((await loadResult(place, { documentId, stage: 'publish', page: 0 })).value);
}

/** Makes the store whole again. Artefacts may have been added; nothing else, and nothing beside the store. */
function checkPlaces(store: string, sound: ReadonlyMap<string, Buffer>): void {
  const found = [...contentsOf(dirname(store)).keys()].filter((path) => !sound.has(path) && !path.startsWith(join(store, 'artefacts')));
  for (const [path, bytes] of sound) writeFileSync(path, bytes);
  holds(found.length === 0, `written: ${found}`);
}

const contentsOf = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path)]),
  );
