// Which documents are meant? A small language over records, for --where:
//   confidence<0.9      tasks=0      type=CV      issuedOn>=2025-01-01      review=pages-missing      confidence<0.9 and type=TB
// Conditions are joined by "and". Numbers and days compare by order (a day, month or year stands for all times within it), everything else as
// text. An unknown field, a broken condition, or a value that is no number or day where one is due throws `usage`.
import { type Record, VanbanError } from '@vanban/contract';
import { checkDay, compareDay } from './day.ts';

export type Where = (record: Record) => boolean;

type Value = string | number | null | readonly string[];

/** Lowest mean confidence of a page: the page that is hardest to trust decides. */
const lowestPage = (record: Record): number => record.pages.reduce((lowest, page) => Math.min(lowest, page.confidence), 1);

const FIELDS: { readonly [name: string]: (record: Record) => Value } = {
  confidence: lowestPage,
  tasks: (record) => record.tasks.length,
  pages: (record) => record.source.pageCount,
  type: (record) => record.document.type?.code ?? null,
  number: (record) => record.document.number,
  issuer: (record) => record.document.issuer?.name ?? null,
  issuedOn: (record) => record.document.issuedOn,
  receivedAt: (record) => record.source.receivedAt,
  fileName: (record) => record.source.fileName,
  review: (record) => [...(record.review ?? []), ...record.tasks.flatMap((task) => task.review)],
};

const COMPARE: { readonly [operator: string]: (order: number) => boolean } = {
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '=': (order) => order === 0,
};

const NUMBERS: ReadonlySet<string> = new Set(['confidence', 'tasks', 'pages']);
const DAYS: ReadonlySet<string> = new Set(['issuedOn', 'receivedAt']);

export function parseWhere(text: string): Where {
  const conditions = text.split(/\s+and\s+/u).map(parseCondition);
  return (record) => conditions.every((condition) => condition(record));
}

function parseCondition(text: string): Where {
  // "confidence<0.9", "type = CV"; not "confidence" or "<0.9".
  const match = /^\s*(\p{L}+)\s*(<=|>=|!=|<|>|=)\s*(\S.*?)\s*$/u.exec(text);
  const field = match ? FIELDS[match[1] as string] : undefined;
  if (!match || !field) throw new VanbanError('usage', `--where "${text}": FIELD<VALUE; fields: ${Object.keys(FIELDS).join(', ')}`);
  const [, name, operator, wanted] = match as unknown as readonly [string, string, string, string];
  checkValue(text, name, wanted);
  const compare = COMPARE[operator] as (order: number) => boolean;
  const order = DAYS.has(name) ? compareDay : compareText;
  return (record) => holds(field(record), wanted, { compare, order, negated: operator === '!=' });
}

function checkValue(condition: string, name: string, wanted: string): void {
  if (DAYS.has(name)) checkDay(wanted, name);
  if (NUMBERS.has(name) && Number.isNaN(Number(wanted)))
    throw new VanbanError('usage', `--where "${condition}": ${wanted} không phải số / is no number`);
}

const compareText = (value: string, wanted: string): number => (value < wanted ? -1 : value > wanted ? 1 : 0);

interface Test {
  readonly compare: (order: number) => boolean;
  readonly order: (value: string, wanted: string) => number;
  readonly negated: boolean;
}

function holds(value: Value, wanted: string, { compare, order, negated }: Test): boolean {
  if (value === null) return negated;
  if (typeof value === 'number') return compare(value - Number(wanted));
  if (typeof value === 'string') return compare(order(value, wanted));
  return value.includes(wanted) !== negated;
}
