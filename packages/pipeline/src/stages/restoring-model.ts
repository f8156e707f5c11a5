// Which model restores, and is it the same as last time? Its digest is made from names and sizes of its files and the content of the small
// ones (configuration, manifest), not from the weights: cheap enough to ask at every step, and a new model always has a new manifest.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from '@vanban/store';

const SHIPPED = fileURLToPath(new URL('../../../../data/models/restorer', import.meta.url));
const SMALL = 64 * 1024;

export interface RestoringModel {
  /** Null: there is none, rules only. */
  readonly folder: string | null;
  readonly digest: string | null;
}

const known = new Map<string | null, RestoringModel>();

/** `given`: a folder, or null for the shipped one. Looked up once for each folder and process. */
export function restoringModel(given: string | null): RestoringModel {
  const found = known.get(given) ?? look(given ?? (existsSync(SHIPPED) ? SHIPPED : null));
  known.set(given, found);
  return found;
}

const look = (folder: string | null): RestoringModel => ({ folder, digest: folder === null ? null : digestOf(filesIn(folder)) });

function filesIn(folder: string): [string, string][] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names.flatMap((name): [string, string][] => {
    const path = join(folder, name);
    const found = statSync(path);
    if (!found.isFile()) return [];
    return [[name, found.size <= SMALL ? readFileSync(path, 'utf8') : String(found.size)]];
  });
}
