// How are failed files tried again? They go back to where they lay in the inbox, and their reasons are removed; the station does the rest.
//   await retryFailed(workspace)                → ['sub/cv.pdf']
//   await retryFailed(workspace, ['sub/cv.pdf'])  only this one; see isNamed
import { rm } from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import type { VanbanError } from '@vanban/contract';
import { typed } from '@vanban/store';
import { findFiles } from './find-files.ts';
import { moveSource, reasonFor } from './place-results.ts';
import type { Workspace } from './workspace.ts';

export async function retryFailed(
  workspace: Workspace,
  only: readonly string[] = [],
  onProblem: (error: VanbanError) => void = () => {},
): Promise<string[]> {
  const back: string[] = [];
  for await (const { relative } of findFiles(workspace.failed, onProblem)) {
    if (only.length > 0 && !only.some((name) => isNamed(workspace, relative, name))) continue;
    await moveSource(join(workspace.failed, relative), workspace.inbox, relative);
    await typed(() => rm(reasonFor(join(workspace.failed, relative)), { force: true }));
    back.push(relative);
  }
  return back;
}

/** A failed file is named by its path, its place in failed/, its name, or its name without the ending; composed or decomposed. */
export function isNamed({ failed }: Workspace, relative: string, name: string): boolean {
  const { base, name: stem } = parse(relative);
  return [join(failed, relative), relative, base, stem].some((one) => [name, resolve(name)].some((given) => one.normalize() === given.normalize()));
}
