// Sentences → deadlines: each stands at its span, spans in order and apart, dates that the calendar has.
import { readDeadlines } from '@vanban/deadlines';
import { mutateText } from '../mutate/text.ts';
import { letterTexts } from '../seeds/letters.ts';
import { asBytes, asText, holds, type Target } from '../target.ts';

export const deadlines: Target = {
  name: 'deadlines',
  what: 'sentences → deadlines',
  async start() {
    const lines = letterTexts().flatMap((text) => text.split('\n').filter((line) => /\d/u.test(line)));
    return {
      make: (random) => asBytes(mutateText([random.pick(lines), random.pick(lines)].join('\n'), random, random.pick(lines))),
      check: async (input) => checkDeadlines(asText(input)),
    };
  },
};

function checkDeadlines(text: string): string {
  const found = readDeadlines(text, { issuedOn: text.length % 2 === 0 ? '2025-01-15' : null });
  let end = 0;
  for (const deadline of found) {
    holds(deadline.text === text.slice(deadline.span.start, deadline.span.end), `"${deadline.text}" does not stand at its span`);
    holds(deadline.span.start >= end && deadline.span.end > deadline.span.start, 'deadlines overlap');
    holds(deadline.confidence >= 0 && deadline.confidence <= 1, `confidence ${deadline.confidence}`);
    for (const date of datesOf(deadline)) holds(isDate(date), `the calendar has no ${date}`);
    end = deadline.span.end;
  }
  return found.length > 0 ? 'found' : 'none';
}

const datesOf = (deadline: object): string[] =>
  ['date', 'start', 'end'].flatMap((name) => {
    const value = (deadline as { readonly [name: string]: unknown })[name];
    return typeof value === 'string' ? [value] : [];
  });

const isDate = (date: string): boolean =>
  /^\d{4}-\d\d-\d\d/u.test(date) && new Date(`${date.slice(0, 10)}T00:00:00Z`).toISOString().startsWith(date.slice(0, 10));
