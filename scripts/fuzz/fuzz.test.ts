// The first damaged inputs of every target pass, the same ones each time. `pnpm fuzz` goes on from there.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { inputOf, judge } from './attempt.ts';
import { randomOf } from './random.ts';
import type { Attack } from './target.ts';
import { TARGETS } from './targets/index.ts';

const INPUTS = 10;

describe.each(TARGETS)('$name: $what', (target) => {
  test(`holds for the first ${INPUTS} damaged inputs`, async () => {
    const attack = await target.start();
    for (let number = 0; number < INPUTS; number++) {
      const { fault } = await judge(attack, inputOf(attack, target.name, 1, number));
      expect(fault, `pnpm fuzz --target ${target.name} --seed 1, input ${number}`).toBeNull();
    }
  });

  test('makes the same input of the same number', async () => {
    const attack = await target.start();
    expect(inputOf(attack, target.name, 1, 3)).toEqual(inputOf(attack, target.name, 1, 3));
    expect(inputOf(attack, target.name, 1, 3)).not.toEqual(inputOf(attack, target.name, 1, 4));
  });
});

test('the command tries a batch in a process of its own and remembers how far it came', async () => {
  const out = await mkdtemp(join(tmpdir(), 'vanban-fuzz-test-'));
  const main = join(import.meta.dirname, 'main.ts');
  for (const next of [3, 6]) {
    await promisify(execFile)(process.execPath, [main, '--target', 'deadlines', '--batch', '3', '--turns', '1', '--out', out]);
    expect(JSON.parse(await readFile(join(out, 'state.json'), 'utf8')).targets.deadlines).toMatchObject({ next, tried: next, faults: 0 });
  }
  await rm(out, { recursive: true, force: true });
});

describe('judge', () => {
  const attack = (check: Attack['check']): Attack => ({ make: () => new Uint8Array(), check });

  test('takes anything but a typed refusal for a fault', async () => {
    const broken = await judge(
      attack(async () => {
        throw new TypeError('x is undefined');
      }),
      new Uint8Array(),
    );
    expect(broken.fault).toContain('x is undefined');
    expect(
      (
        await judge(
          attack(async () => 'read'),
          new Uint8Array(),
        )
      ).fault,
    ).toBeNull();
  });
});

test('chance repeats itself and reaches both ends', () => {
  const row = (seed: string): number[] => {
    const random = randomOf(seed);
    return Array.from({ length: 200 }, () => random.int(4));
  };
  expect(row('a')).toEqual(row('a'));
  expect(row('a')).not.toEqual(row('b'));
  expect([...new Set(row('a'))].sort()).toEqual([0, 1, 2, 3]);
});
