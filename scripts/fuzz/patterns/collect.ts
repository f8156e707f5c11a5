// All expressions of the packages that read Vietnamese text: literals from their files, built ones as their modules load.
// Invariant: each pair of source and flags once, with the first place where it stands.
import { readdirSync, readFileSync } from 'node:fs';
import { literalsIn } from './literals.ts';

export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** `package/file:line`, or `built` for what `new RegExp` made. */
  readonly place: string;
}

export async function collect(packages: readonly string[]): Promise<Expression[]> {
  const found = new Map<string, Expression>();
  const keep = (source: string, flags: string, place: string): void => {
    const key = `${flags}/${source}`;
    if (!found.has(key)) found.set(key, { source, flags, place });
  };
  for (const name of packages)
    for (const { file, code } of filesOf(name)) for (const one of literalsIn(code)) keep(one.source, one.flags, `${file}:${one.line}`);
  await recordBuilt(keep, packages);
  return [...found.values()];
}

function filesOf(name: string): { file: string; code: string }[] {
  const folder = new URL(`../../../packages/${name}/src/`, import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort()
    .map((file) => ({ file: `${name}/${file}`, code: readFileSync(new URL(file, folder), 'utf8') }));
}

/** Loads the packages with a RegExp that tells what is built. */
async function recordBuilt(keep: (source: string, flags: string, place: string) => void, packages: readonly string[]): Promise<void> {
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, [source, flags]: [string | RegExp, string?]) {
      const built = new target(source, flags);
      keep(built.source, built.flags, 'built');
      return built;
    },
  });
  try {
    for (const name of packages) await import(`@vanban/${name}`);
  } finally {
    globalThis.RegExp = original;
  }
}
