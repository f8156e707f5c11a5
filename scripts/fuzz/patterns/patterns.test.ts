import { describe, expect, it } from 'vitest';
import { collect } from './collect.ts';
import { literalsIn } from './literals.ts';
import { pumpsOf } from './pumps.ts';

describe('literalsIn', () => {
  it('finds expressions with their flags and lines', () => {
    const code = 'const A = /x[/"]+$/u;\n// no /comment/ and "no /string/"\nif (/\\/y/gu.test(a / b)) return /z/;\n';
    expect(literalsIn(code)).toEqual([
      { source: 'x[/"]+$', flags: 'u', line: 1 },
      { source: '\\/y', flags: 'gu', line: 3 },
      { source: 'z', flags: '', line: 3 },
    ]);
  });

  it.each(['const a = b / c / d;', "const s = '/x/';", 'const t = `/x/`;', '/* /x/ */'])('finds none in %s', (code) => {
    expect(literalsIn(code)).toEqual([]);
  });
});

describe('pumpsOf', () => {
  it('repeats what the expression repeats, behind what stands before it, and its beginnings', () => {
    const pumps = pumpsOf('hạn [.,]{0,40}$', 'u');
    expect(pumps).toContainEqual({ head: 'hạn ', piece: '.' });
    expect(pumps).toContainEqual({ head: '', piece: '.' });
    expect(pumps).toContainEqual({ head: '', piece: 'hạn ' });
    expect(pumps).not.toContainEqual({ head: 'hạn ', piece: 'a' });
  });
});

describe('collect', () => {
  it('holds only expressions that can be built, literal and built ones', async () => {
    const found = await collect(['deadlines', 'extract']);
    for (const { source, flags } of found) expect(() => new RegExp(source, flags)).not.toThrow();
    expect(found.length).toBeGreaterThan(200);
    expect(found.some(({ place }) => place === 'built')).toBe(true);
  });
});
