// A Reading of plain lines for this package's tests: one page, a word for each run of letters, every line a body line of its own block.
// Invariant: offsets are those of the text itself.
import type { DocumentFields, Reading } from '@vanban/contract';

export function plainTestReading(text: string): Reading {
  const spans = (pattern: RegExp) => Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
  const at = { page: 1, box: [0, 0, 1, 1] as [number, number, number, number] };
  const whole = { start: 0, end: text.length };
  return {
    text,
    pages: [{ number: 1, width: 9, height: 9, dpi: 0, origin: 'text', rotation: 0, skew: 0, blank: false, confidence: 1, span: whole }],
    lines: spans(/[^\n]+/gu).map((span, block) => ({ span, ...at, block, role: 'body' })),
    words: spans(/\S+/gu).map((span) => ({ span, ...at, confidence: 1 })),
    tables: [],
    repairs: [],
    warnings: [],
  };
}

/** Metadata of a document of 20 November 2025 that has nothing but what is given. */
export const testFields = (fields: Partial<DocumentFields>): DocumentFields => ({
  number: null,
  type: null,
  subject: null,
  issuer: null,
  place: null,
  issuedOn: '2025-11-20',
  addressees: [],
  copiedTo: [],
  signatory: null,
  references: [],
  ...fields,
});
