// The gazetteer of public bodies, read once from data/gazetteers: central bodies, departments and other bodies of a province, provinces.
// Invariant: read on first use and never changed; each file's first line names its columns.
//   gazetteer().bodies.find((body) => body.id === 'bo-xay-dung')?.name === 'Bộ Xây dựng'
import { readFileSync } from 'node:fs';

export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly short: readonly string[];
  /** First and last day; empty for "as far as documents go". */
  readonly from: string;
  readonly to: string;
}

export interface Gazetteer {
  readonly bodies: readonly Entry[];
  /** Bodies that every province has: departments, People's Committee, police … */
  readonly local: readonly Entry[];
  readonly provinces: readonly Entry[];
  /** What offices are for: "Văn hóa, Thể thao và Du lịch". */
  readonly fields: readonly string[];
  /** Short form inside a name → its words. */
  readonly shortForms: ReadonlyMap<string, string>;
}

let loaded: Gazetteer | null = null;

export function gazetteer(): Gazetteer {
  loaded ??= {
    bodies: entries('bodies.tsv'),
    local: [...entries('departments.tsv'), ...entries('local-bodies.tsv')],
    provinces: entries('provinces.tsv'),
    fields: entries('fields.tsv').map(({ name }) => name),
    shortForms: new Map(rows('short-forms.tsv').map((row) => [row.short ?? '', row.long ?? ''])),
  };
  return loaded;
}

function entries(file: string): Entry[] {
  return rows(file).map((row) => ({
    id: row.id ?? '',
    name: row.name ?? '',
    short: (row.short ?? '').split('|').filter(Boolean),
    from: row.from ?? '',
    to: row.to ?? '',
  }));
}

function rows(file: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(new URL(`../../../../data/gazetteers/${file}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((value, i) => [columns[i] ?? '', value])));
}
