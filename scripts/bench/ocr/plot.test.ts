import { describe, expect, it } from 'vitest';
import { plot } from './plot.ts';

describe('plot', () => {
  const svg = plot([
    {
      title: 'CER %',
      groups: [
        {
          label: 'trang <1>',
          bars: [
            { program: 'vanban', value: 1 },
            { program: 'a & b', value: 4 },
          ],
        },
      ],
    },
    { title: 'pages a minute', groups: [{ label: 'G4', bars: [{ program: 'a & b', value: 12.34 }] }] },
  ]);

  it('draws bars to one scale in each panel, a program in one colour in all', () => {
    const bars = [...svg.matchAll(/width="([\d.]+)" height="16" fill="(#\w+)"/gu)].map(([, width, colour]) => [Number(width), colour]);
    expect(bars).toHaveLength(3);
    const [vanban, peer, other] = bars;
    expect(Number(peer?.[0]) / Number(vanban?.[0])).toBeCloseTo(4, 1);
    expect(peer?.[1]).toBe(other?.[1]);
    expect(peer?.[1]).not.toBe(vanban?.[1]);
  });

  it('writes figures and escapes words', () => {
    expect(svg).toContain('>12.3<');
    expect(svg).toContain('trang &#60;1&#62;');
    expect(svg).not.toContain('a & b');
  });
});
