// Does a record keep the contract? The schema, and what a schema cannot say: every span lies in the text, every place on a page that is
// there, every repair holds what it says, the children of a clause lie inside it, and ids are unique.
//   checkRecord(record)   → the same record, its fields in the schema's order; throws `record-invalid` naming the first faults
import { type Clause, Record, type Span, VanbanError } from '@vanban/contract';

const NAMED_FAULTS = 5;

export function checkRecord(record: unknown): Record {
  const parsed = Record.safeParse(record);
  if (!parsed.success) throw invalid(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const faults = [...faultsOf(parsed.data)];
  if (faults.length > 0) throw invalid(faults);
  return parsed.data;
}

function* faultsOf(record: Record): Generator<string> {
  const { text, pages } = record;
  const numbers = new Set(pages.map((page) => page.number));
  for (const [path, value] of objectsIn(record, '')) {
    if (isSpan(value) && !(value.start <= value.end && value.end <= text.length)) yield `${path}: ${value.start}…${value.end} of ${text.length}`;
    if ('page' in value && typeof value.page === 'number' && 'box' in value && !numbers.has(value.page)) yield `${path}: no page ${value.page}`;
  }
  if (text !== text.normalize('NFC')) yield 'text: not NFC';
  for (const [i, { span, to }] of record.repairs.entries())
    if (text.slice(span.start, span.end) !== to) yield `repairs.${i}: the text does not hold it`;
  for (const clause of record.clauses) yield* outside(clause);
  yield* twice('clauses', [...idsOf(record.clauses)]);
  yield* twice(
    'tasks',
    record.tasks.map((task) => task.id),
  );
}

function* outside({ id, span, children }: Clause): Generator<string> {
  for (const child of children) {
    if (child.span.start < span.start || child.span.end > span.end) yield `clauses: ${child.id} is not inside ${id}`;
    yield* outside(child);
  }
}

function* idsOf(clauses: readonly Clause[]): Generator<string> {
  for (const clause of clauses) {
    yield clause.id;
    yield* idsOf(clause.children);
  }
}

function* twice(what: string, ids: readonly string[]): Generator<string> {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) yield `${what}: ${id} comes twice`;
    seen.add(id);
  }
}

function* objectsIn(value: unknown, path: string): Generator<[string, object]> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield [path, value];
  for (const [name, part] of Object.entries(value)) yield* objectsIn(part, path ? `${path}.${name}` : name);
}

const isSpan = (value: object): value is Span =>
  'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number';

const invalid = (faults: readonly string[]): VanbanError =>
  new VanbanError('record-invalid', faults.slice(0, NAMED_FAULTS).join('; ') + (faults.length > NAMED_FAULTS ? ` … (${faults.length})` : ''));
