import { describe, expect, it } from 'vitest';
import { baselineOf } from './baseline.ts';

describe('baselineOf', () => {
  it('follows a line that is askew and is not moved by one wrong word', () => {
    const feet = [0, 100, 200, 300, 400, 500].map((x) => ({ x, y: 1000 + x / 100 }));
    const wrong = feet.map((foot, index) => (index === 2 ? { ...foot, y: 1030 } : foot));
    expect(baselineOf(feet)(600)).toBeCloseTo(1006);
    expect(baselineOf(wrong)(200)).toBeCloseTo(1002, 0);
  });
  it('is level for a single word', () => expect(baselineOf([{ x: 50, y: 70 }])(900)).toBe(70));
});
