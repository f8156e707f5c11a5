// Every rule keeps its own promises: it reads its examples and leaves its counter-examples.
import { describe, expect, test } from 'vitest';
import { notationOf, RULES, readDeadlines } from './index.ts';

const context = { issuedOn: '2025-03-10' };

for (const [index, rule] of RULES.entries()) {
  describe(`${rule.id} (${index})`, () => {
    test.each(Object.entries(rule.reads))('reads “%s”', (phrase, expected) => {
      const found = readDeadlines(phrase, context);
      expect(found.map(notationOf)).toEqual([expected]);
      expect(found[0]?.rules).toContain(rule.id);
    });
    test.each(rule.leaves)('leaves “%s”', (phrase) => {
      expect(readDeadlines(phrase, context).filter(({ rules }) => rules.includes(rule.id))).toEqual([]);
    });
  });
}
