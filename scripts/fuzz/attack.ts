// A target by its name, started.
import type { Attack } from './target.ts';
import { TARGETS } from './targets/index.ts';

export async function attack(name: string): Promise<Attack> {
  const target = TARGETS.find((one) => one.name === name);
  if (!target) throw new Error(`no target ${name}; there are ${TARGETS.map((one) => one.name).join(', ')}`);
  return target.start();
}
