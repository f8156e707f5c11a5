// Would two processes find each other's results? Only where every stage has the same version and depends on the same settings and models: the
// keys of artefacts are made of them. A make is that, for all stages; its print is short enough to be a name.
//   makeOf(place)                       → { ocr: { version: '2', dependsOn: { engine: 'wasm', … } }, … }
//   printOf(makeOf(place))              → '5b1c9e0d77aa'
//   differences(mine, theirs)           → ['ocr: version 1, here 2', 'ocr: engine "native", here "wasm"']
// What a document brings along (its name, its size) is left out. It says nothing of settings that decide no key (times, numbers of processes).
import { digestOf } from '@vanban/store';
import type { Job } from './stage.ts';
import type { Place } from './step.ts';

export interface Make {
  readonly [stage: string]: { readonly version: string; readonly dependsOn: unknown };
}

const PRINT_LENGTH = 12;

export function makeOf({ stages, settings }: Pick<Place, 'stages' | 'settings'>): Make {
  const all = Object.values(stages);
  const versions = Object.fromEntries(all.map(({ name, version }) => [name, version]));
  const noDocument: Job = { documentId: '', path: '', fileName: '', bytes: 0, receivedAt: '', page: 0, settings, versions };
  return Object.fromEntries(all.map((stage) => [stage.name, { version: stage.version, dependsOn: stage.dependsOn?.(noDocument) ?? null }]));
}

export const printOf = (make: Make): string => digestOf(make).slice(0, PRINT_LENGTH);

/** What of `theirs` is not as it is `here`, in words; empty where they agree. */
export function differences(here: Make, theirs: Make): string[] {
  return Object.keys({ ...here, ...theirs }).flatMap((stage) => {
    const [mine, other] = [fieldsOf(here[stage]), fieldsOf(theirs[stage])];
    const names = Object.keys({ ...mine, ...other }).filter((name) => digestOf(mine[name]) !== digestOf(other[name]));
    // What follows from another stage's version is said there.
    return names.filter((name) => name !== 'versions').map((name) => `${stage}: ${name} ${say(other[name])}, here ${say(mine[name])}`);
  });
}

function fieldsOf(stage: Make[string] | undefined): { readonly [name: string]: unknown } {
  if (!stage) return { version: 'none' };
  const { version, dependsOn } = stage;
  const plain = dependsOn !== null && typeof dependsOn === 'object' && !Array.isArray(dependsOn);
  return { version, ...(plain ? dependsOn : { 'depends on': dependsOn }) };
}

const say = (value: unknown): string => JSON.stringify(value) ?? 'none';
