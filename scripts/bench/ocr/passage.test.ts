import { describe, expect, it } from 'vitest';
import { passageDistance } from './passage.ts';

const between = (passage: string, text: string): number => passageDistance([...passage], [...text]);

describe('passageDistance', () => {
  it('does not count what stands around the place', () => {
    expect(between('hai', 'một hai ba')).toBe(0);
    expect(between('hai', 'một hải ba')).toBe(1);
    expect(between('năm sáu', 'ba bốn nămsáu bảy')).toBe(1);
  });
  it('is the passage itself where nothing is like it', () => {
    expect(between('abc', 'xyz')).toBe(3);
    expect(between('abc', '')).toBe(3);
    expect(between('', 'abc')).toBe(0);
  });
});
