// When do two names, clause ids or deadlines mean the same?
// Invariant: case, punctuation and tone placement never matter; names agree from 0.8 of their words on.
//   sameName('các đồng chí Bộ trưởng', 'Bộ trưởng') === true   sameClause('Phụ lục I.Điều 4.1', 'Quy định.Điều 4.1') === true
import type { Deadline } from '@vanban/contract';
import { normalise } from './normal-form.ts';
import { countCommon } from './text-scores.ts';

/** "các đồng chí Bộ trưởng", "giao Sở Y tế"; not "Giao thông". */
const ADDRESS = /^(?:các đồng chí|đồng chí|giao|đề nghị|yêu cầu|cho)\s+/u;
/** How an attached part is called before its own labels: "Phụ lục 1.", "Quy định kèm theo." */
const PART = /^(?:phụ lục|quy định|quy chế|kế hoạch|chương trình|đề án|danh mục|mẫu|biểu|phân công|quy trình|hướng dẫn|điều lệ|bảng)[^.]*(?:\.|$)/u;

export function keyOf(text: string): string {
  return normalise(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/-]+/gu, ' ')
    .trim();
}

export const tokensOf = (text: string): string[] => keyOf(text).split(' ').filter(Boolean);

/** Agreement of words whatever their order, 0…1. */
export function wordF1(a: string, b: string): number {
  const [x, y] = [tokensOf(a), tokensOf(b)];
  if (x.length === 0 || y.length === 0) return x.length === y.length ? 1 : 0;
  return (2 * countCommon(x, y)) / (x.length + y.length);
}

export function sameName(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => keyOf(name).replace(ADDRESS, '')) as [string, string];
  return x === y || wordF1(x, y) >= 0.8;
}

/** Items of running text count as their block: III.2.e.(1) is III.2.e. */
export const blockOf = (id: string): string =>
  id
    .split('.')
    .filter((part) => !part.startsWith('('))
    .join('.');

/** What an attached part is called is not scored. */
export const sameClause = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (id: string): string => id.toLowerCase().replace(PART, '');

/** The one-line form of a deadline. */
export function lineOf(deadline: Deadline | null): string | null {
  if (deadline === null) return null;
  switch (deadline.kind) {
    case 'date':
      return `${deadline.bound}:${deadline.date}`;
    case 'period':
      return `within:${deadline.start}/${deadline.end}`;
    case 'recurring':
      return `every:${sortedRule(deadline.rrule)}`;
    case 'relative':
      return `after:${deadline.duration}/${deadline.from}`;
    case 'continuous':
      return 'continuous';
  }
}

/** The gold form with its rule's parts in the same order. */
export const sortedLine = (line: string | null): string | null => (line?.startsWith('every:') ? `every:${sortedRule(line.slice(6))}` : line);

function sortedRule(rule: string): string {
  const parts = rule.replace(/^RRULE:/u, '').split(';');
  return parts
    .filter((part) => part !== '' && part !== 'INTERVAL=1')
    .sort()
    .join(';');
}
