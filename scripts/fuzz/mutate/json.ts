// Damage to a record: values of the same kind and of others, spans that point elsewhere, branches lost, doubled or put into each other.
// Invariant: the input is not changed; the result is plain data, as JSON.parse gives it.
import type { Random } from '../random.ts';
import { mutateText } from './text.ts';

const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  'x',
  'Điều 1.'.normalize('NFD'),
  [],
  {},
  [[]],
  { start: 5, end: 2 },
  { start: -1, end: 1e9 },
];

export function mutateJson(value: unknown, random: Random): unknown {
  let result = value;
  const isGentle = random.int(3) > 0;
  for (let left = 1 + random.int(isGentle ? 3 : 5); left > 0; left--) {
    const paths = [...pathsIn(result, [])];
    const path = random.pick(paths);
    if (isGentle) result = replaced(result, path, near(at(result, path), random), false);
    else result = replaced(result, path, random.once(3) ? at(result, random.pick(paths)) : random.pick(VALUES), random.once(8));
  }
  return result;
}

/** A value of the same kind, which most readers' first look lets pass. */
function near(value: unknown, random: Random): unknown {
  if (typeof value === 'number') return random.pick([value + 1, value - 1, value * 2, value / 2, 0, 1, Math.round(value)]);
  if (typeof value === 'string') return mutateText(value, random);
  if (typeof value === 'boolean') return !value;
  if (!Array.isArray(value) || value.length === 0) return value;
  const index = random.int(value.length);
  return random.pick([value.toSpliced(index, 1), value.toSpliced(index, 0, value[index]), value.toReversed()]);
}

function* pathsIn(value: unknown, path: readonly string[]): Generator<readonly string[]> {
  yield path;
  if (value === null || typeof value !== 'object') return;
  for (const [key, part] of Object.entries(value)) yield* pathsIn(part, [...path, key]);
}

const at = (value: unknown, path: readonly string[]): unknown =>
  structuredClone(path.reduce<unknown>((part, key) => (part as Record<string, unknown> | null)?.[key], value));

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown, drop: boolean): unknown {
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const branch = copy as Record<string, unknown>;
  if (drop && rest.length === 0) delete branch[key];
  else branch[key] = replaced(branch[key], rest, by, drop);
  return copy;
}
