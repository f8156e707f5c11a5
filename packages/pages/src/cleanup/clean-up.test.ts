import type { Box } from '@vanban/contract';
import { describe, expect, test } from 'vitest';
import type { PageImage } from '../image.ts';
import { cleanUp } from './clean-up.ts';
import { findComponents } from './components.ts';
import { inkOf } from './ink.ts';
import { bodyOn, drawSheet, type Pen } from './sheet.fixture.ts';
import { quarterTurn } from './turn.ts';

/** Sheets need not be whole pages to be askew or dirty. */
const SHORT = { height: 1700 };

const letter = (pen: Pen): void => {
  bodyOn(pen);
  bodyOn(pen, 1100);
};

/** The smallest box around all ink. */
function inkBox(image: PageImage): Box {
  const { boxes, count } = findComponents(inkOf(image), image.width, image.height);
  const at = (k: number): number[] => Array.from({ length: count }, (_, c) => boxes[c * 4 + k] as number);
  return [Math.min(...at(0)), Math.min(...at(1)), Math.max(...at(2)), Math.max(...at(3))];
}

describe('a straight page', () => {
  test('stays as it is and keeps its places', () => {
    const clean = cleanUp(drawSheet(letter));
    expect(clean).toMatchObject({ rotation: 0, rotationCertain: true, blank: false, width: 1654, height: 2339, steps: ['colour'] });
    expect(Math.abs(clean.skew)).toBeLessThanOrEqual(0.1);
    expect(clean.toPage([10, 20, 30, 40])).toEqual([10, 20, 30, 40]);
  });

  test('at 300 dpi is read at 200, boxes come back at 300', () => {
    const clean = cleanUp(drawSheet((pen) => bodyOn(pen, 800, 90), { width: 2480, height: 3508, dpi: 300 }));
    expect([clean.image.width, clean.image.height, Math.round(clean.image.dpi)]).toEqual([1653, 2339, 200]);
    expect(clean.steps).toContain('scale');
    const [x0, y0, x1, y1] = clean.toPage([100, 200, 300, 400]);
    for (const [got, wanted] of [
      [x0, 150],
      [y0, 300],
      [x1, 450],
      [y1, 600],
    ] as const)
      expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1);
  });
});

describe('skew', () => {
  test.each([1.35, -0.6, 3.2, -6.5])('of %f° is found and removed', (skew) => {
    const clean = cleanUp(drawSheet(letter, { skew, ...SHORT }));
    expect(Math.abs(clean.skew - skew)).toBeLessThanOrEqual(0.1);
    expect(clean.steps).toContain('straighten');
    const again = cleanUp(clean.image);
    expect(Math.abs(again.skew)).toBeLessThanOrEqual(0.1);
  });
});

describe('orientation', () => {
  const upright = drawSheet(letter, { skew: 0.8, ...SHORT });
  test.each([90, 180, 270] as const)('a page stored turned needs %i° to stand upright', (turn) => {
    const stored = quarterTurn(upright, ((360 - turn) % 360) as 90 | 180 | 270);
    const clean = cleanUp(stored);
    expect(clean).toMatchObject({ rotation: turn, rotationCertain: true, width: 1654, height: 1700 });
    expect(Math.abs(clean.skew - 0.8)).toBeLessThanOrEqual(0.1);
    // The ink's box, mapped back, is the ink's box of the upright picture.
    const [got, wanted] = [clean.toPage(inkBox(clean.image)), inkBox(cleanUp(upright, { without: ['straighten'] }).image)];
    for (let k = 0; k < 4; k++) expect(Math.abs((got[k] as number) - (wanted[k] as number))).toBeLessThanOrEqual(32);
  });

  test('is left to others where too little is printed to tell', () => {
    const clean = cleanUp(drawSheet((pen) => pen.text('1', 800, 600)));
    expect(clean.rotation).toBe(0);
    expect(clean.rotationCertain).toBe(false);
  });
});

describe('what stands on the page', () => {
  test('an empty page with dust is blank', () => {
    const dust = (pen: Pen): void => {
      for (let i = 0; i < 60; i++) pen.fill((i * 271) % 1654, (i * 577) % 2339, 2, 2, '#333');
    };
    expect(cleanUp(drawSheet(dust)).blank).toBe(true);
  });

  test('a page with one short line is not blank', () => {
    expect(cleanUp(drawSheet((pen) => pen.text('Phụ lục 1', 800, 600))).blank).toBe(false);
  });

  test('a seal fades, the name under it stays, and the red ink is handed out', () => {
    const clean = cleanUp(
      drawSheet((pen) => {
        bodyOn(pen);
        pen.seal(1100, 1500, 140);
        pen.text('Nguyễn Văn An', 980, 1510, { face: 'bold' });
      }),
    );
    const { image } = clean;
    const ring = image.data[1500 * image.width + 960] as number;
    expect(ring).toBeGreaterThan(225);
    const name = inkOf(image).subarray(1480 * image.width, 1512 * image.width);
    expect(name.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(1500);
    expect(clean.red).not.toBeNull();
    expect(clean.red?.data[1500 * image.width + 960]).toBeLessThan(100);
  });
});

describe('dirt and light', () => {
  const specks = (count: number) => (pen: Pen) => {
    letter(pen);
    for (let i = 0; i < count; i++) pen.fill((i * 7919) % 1650, (i * 104_729) % 1690, 2, 2, '#000');
  };

  test('a rain of specks is erased, a few are left', () => {
    expect(cleanUp(drawSheet(specks(3000), SHORT)).steps).toContain('specks');
    expect(cleanUp(drawSheet(specks(250), SHORT)).steps).not.toContain('specks');
  });

  test('the shadow of a lid is erased, print stays', () => {
    const clean = cleanUp(
      drawSheet((pen) => {
        letter(pen);
        pen.fill(0, 0, 40, 2339, '#222');
      }),
    );
    expect(clean.steps).toContain('edges');
    expect(inkBox(clean.image)[0]).toBeGreaterThan(200);
  });

  test('uneven light is levelled, even light is not touched', () => {
    const dark = drawSheet((pen) => {
      for (let x = 0; x < 1654; x += 2) pen.fill(x, 0, 2, 2339, `rgb(${[0, 0, 0].map(() => Math.round(255 - (x / 1654) * 120)).join()})`);
      letter(pen);
    });
    const clean = cleanUp(dark);
    expect(clean.steps).toContain('level');
    expect(clean.image.data[100 * clean.image.width + 1600]).toBeGreaterThan(240);
    expect(cleanUp(drawSheet(letter, { paper: '#ddd' })).steps).not.toContain('level');
  });

  test('every step can be switched off', () => {
    const all = ['colour', 'scale', 'straighten', 'turn', 'level', 'edges', 'specks'] as const;
    expect(cleanUp(drawSheet(specks(3000), { skew: 2, ...SHORT }), { without: all }).steps).toEqual([]);
  });
});
