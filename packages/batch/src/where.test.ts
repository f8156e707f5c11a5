import type { Record } from '@vanban/contract';
import { describe, expect, it } from 'vitest';
import { parseWhere } from './where.ts';

const record = {
  pages: [{ confidence: 0.95 }, { confidence: 0.8 }],
  tasks: [{ review: ['owner-missing'] }],
  source: { pageCount: 2, fileName: 'cv.pdf', receivedAt: '2026-11-21T08:00:00Z' },
  document: { type: { code: 'CV' }, number: null, issuer: null, issuedOn: '2025-01-15' },
  review: ['pages-missing'],
} as unknown as Record;

describe('parseWhere', () => {
  it.each([
    ['confidence<0.9', true],
    ['confidence>=0.9', false],
    ['tasks=1 and pages<=2', true],
    ['type = CV', true],
    ['type!=CV', false],
    ['issuedOn>=2025-01-01 and issuedOn<2025-02-01', true],
    ['issuedOn=2025-01', true],
    ['issuedOn<=2025', true],
    ['receivedAt<=2026-11-21', true],
    ['receivedAt=2026-11-21', true],
    ['receivedAt>2026-11-21', false],
    ['receivedAt>=2026-11-21T09:00:00Z', false],
    ['number=15/UBND', false],
    ['number!=15/UBND', true],
    ['review=pages-missing', true],
    ['review=owner-missing', true],
    ['review=other', false],
  ])('%s is %s', (where, expected) => {
    expect(parseWhere(where)(record)).toBe(expected);
  });

  it.each([
    'confidence',
    '<0.9',
    'colour=red',
    '',
    'confidence<0,9',
    'tasks=many',
    'receivedAt>=yesterday',
    'issuedOn=31/01/2025',
    'issuedOn=2025-02-30',
  ])('refuses “%s”', (where) => {
    expect(() => parseWhere(where)).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});
