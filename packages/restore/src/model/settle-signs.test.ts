import { describe, expect, it } from 'vitest';
import type { Decision } from './decide.ts';
import type { FlowToken } from './flow.ts';
import { languageModelOf } from './language-model.ts';
import { settleSigns } from './settle-signs.ts';
import { languageModelFrom, vocabulary } from './test-model.ts';
import { HYPHEN, SPACE } from './tokens.ts';

const language = languageModelOf(
  languageModelFrom([
    { pair: ['nghị', 'quyết'], cost: 1 },
    { pair: ['quyết', 'của'], cost: 4 },
    { pair: ['nhân', 'dân'], cost: 1 },
    { pair: ['dân', 'hiện'], cost: 3 },
  ]),
);

/** Tokens of a text whose hyphens part two tokens of one word. */
function settled(text: string): string {
  const tokens = text.split(/[ -]/u).map((core, i): FlowToken => {
    const before = text.split(/(?=[ -])/u)[i]?.startsWith('-') ? HYPHEN : SPACE;
    return { core, before, kept: /^\p{Nd}+$/u.test(core), start: 0, others: [], confidence: 1, abbreviated: false };
  });
  const decisions = tokens.map((): Decision => ({ text: null, sure: 1, alternatives: [] }));
  return settleSigns(tokens, decisions, vocabulary, language)
    .map((decision, i) => `${tokens[i]?.before === HYPHEN && !decision.apart ? '-' : ' '}${decision.text ?? tokens[i]?.core}`)
    .join('')
    .trim();
}

describe('settleSigns', () => {
  it.each([
    ['nghị-quyết của', 'nghị quyết của'],
    ['nhân dân-nghị quyết', 'nhân dân-nghị quyết'],
    ['nhân dân-hiện', 'nhân dân hiện'],
    ['Nhân Dân-Hiện', 'Nhân Dân-Hiện'],
    ['hoa-glei', 'hoa-glei'],
    ['hoa-Glei', 'hoa-Glei'],
  ])('hyphens: %s → %s', (from, to) => expect(settled(from)).toBe(to));
});
