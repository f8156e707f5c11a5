import { describe, expect, it } from 'vitest';
import { beforeOf, COMMA, chunkOf, HYPHEN, LINE, OTHER, SPACE, STOP } from './tokens.ts';

/** Tokens of a line as [core, what stands before, kept]. */
function tokensOf(line: string): [string, number, boolean][] {
  let before: number = LINE;
  return line.split(' ').flatMap((text) => {
    const chunk = chunkOf(text);
    const { befores, after } = beforeOf(chunk, before);
    before = after;
    return chunk.cores.map((core, i): [string, number, boolean] => [core.text, befores[i] as number, core.kept]);
  });
}

describe('chunkOf', () => {
  it.each(['30/6', '1.250', '57-NQ/TW', 'a@b.vn', 'UBND-VX', 'https://moj.gov.vn', '(12)', '16,8%'])('keeps %s', (text) =>
    expect(chunkOf(text).kept).toBe(true),
  );
  it.each(['s6', '1a', 'd6i', 'ngu@i', '@', 'kinh-tế', '(khoa', 'công,nghệ'])('does not keep %s', (text) => expect(chunkOf(text).kept).toBe(false));
  it('finds cores where they stand', () => {
    expect(chunkOf('(khoa-học),').cores).toEqual([
      { text: 'khoa', start: 1, kept: false },
      { text: 'học', start: 6, kept: false },
    ]);
    expect(chunkOf('d¢t').cores).toEqual([{ text: 'd¢t', start: 0, kept: false }]);
    expect(chunkOf('s@,').cores).toEqual([{ text: 's@', start: 0, kept: false }]);
    expect(chunkOf('“…”').cores).toEqual([]);
  });
});

describe('words beside measures', () => {
  it.each<[string, [string, boolean][]]>([
    [
      'dong/m3,',
      [
        ['dong', false],
        ['m3', true],
      ],
    ],
    [
      '10%/nam',
      [
        ['10', true],
        ['nam', false],
      ],
    ],
    ['(d6ng/01', [['(d6ng/01'.slice(1), true]]],
    ['km/h2', [['km/h2', true]]],
    ['57-nq/tw', [['57-nq/tw', true]]],
    ['24/7', [['24/7', true]]],
  ])('%s', (text, cores) => expect(chunkOf(text).cores.map((core) => [core.text, core.kept])).toEqual(cores));
});

describe('beforeOf', () => {
  it('tells what stands before each token', () => {
    expect(tokensOf('ngày 5/6, về (việc) xã. Sở-ngành – tỉnh')).toEqual([
      ['ngày', LINE, false],
      ['5/6', SPACE, true],
      ['về', COMMA, false],
      ['việc', OTHER, false],
      ['xã', OTHER, false],
      ['Sở', STOP, false],
      ['ngành', HYPHEN, false],
      ['tỉnh', OTHER, false],
    ]);
  });
  it('leaves the beginning of a line standing behind a bullet', () => expect(tokensOf('- Sở Y')[0]).toEqual(['Sở', LINE, false]));
});
