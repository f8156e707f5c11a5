// Which files do the paths on the command line mean? A file is itself; a folder is every document in it and its subfolders.
//   await listInputs(['a.pdf', 'scans'])   → [{ path: 'a.pdf', relative: 'a.pdf', link: false }, { path: 'scans/x/b.pdf', relative: 'x/b.pdf', … }]
// What is not there is listed all the same, so that its failure is told with the others. A file that several paths mean counts once; in folders,
// what this program wrote in an earlier run is passed over.
import { stat } from 'node:fs/promises';
import { basename, join, parse, resolve } from 'node:path';
import type { VanbanError } from '@vanban/contract';
import { findFiles, isOwnResult } from '@vanban/intake';

export interface InputFile {
  readonly path: string;
  /** Where its result goes under the output folder. */
  readonly relative: string;
  /** A link inside a folder; links named on the command line are followed. */
  readonly link: boolean;
}

export async function listInputs(paths: readonly string[], onProblem: (error: VanbanError) => void): Promise<InputFile[]> {
  const inputs: InputFile[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (!isFolder) inputs.push({ path, relative: basename(path), link: false });
    else inputs.push(...(await documentsIn(path, onProblem)));
  }
  return withoutTwins(eachOnce(inputs));
}

async function documentsIn(folder: string, onProblem: (error: VanbanError) => void): Promise<InputFile[]> {
  const inputs: InputFile[] = [];
  for await (const { relative, link } of findFiles(folder, onProblem)) {
    const path = join(folder, relative);
    if (link || !(await isOwnResult(path))) inputs.push({ path, relative, link });
  }
  return inputs;
}

function eachOnce(inputs: readonly InputFile[]): InputFile[] {
  const seen = new Set<string>();
  return inputs.filter(({ path }) => seen.size < seen.add(resolve(path)).size);
}

/** Results of inputs that would have one name get ~2, ~3 … in the order in which they were given, whichever is done first. */
export function withoutTwins(inputs: readonly InputFile[]): InputFile[] {
  const counts = new Map<string, number>();
  return inputs.map((input) => {
    const { dir, name, ext } = parse(input.relative);
    const stem = join(dir, name).normalize('NFC');
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    return count === 1 ? input : { ...input, relative: join(dir, `${name}~${count}${ext}`) };
  });
}
