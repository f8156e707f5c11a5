// Which pages are measured, and what is printed on them? NAME.txt beside NAME.pdf is the transcription of the whole file, NAME.p2.txt of page 2.
// INDEX.tsv in the same folder may say more of each: columns `file`, `page` (empty: all pages), `kind` (colour, 1-bit, typeset fax …), `body lines` ("9-26,40-44").
//   samplesIn('scans') → [{ name: 'cv-266', page: null, kind: 'colour', body: ['Thực hiện …', …], … }]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Sample {
  /** File name without .pdf. */
  readonly name: string;
  readonly pdf: string;
  /** Only this page was transcribed; null for all. */
  readonly page: number | null;
  /** How it was scanned; `scan` where the index does not say. */
  readonly kind: string;
  readonly truth: string;
  /** Passages of running text in the truth (no header, signature or table); empty where the index does not say. */
  readonly body: readonly string[];
}

/** Pages of our own generator count by themselves: they show faults, not what offices send. */
export const isTypeset = ({ kind }: Sample): boolean => kind.startsWith('typeset');

export function samplesIn(folder: string): Sample[] {
  const index = readIndex(join(folder, 'INDEX.tsv'));
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      // cv-266.txt and cv-266.p2.txt, but not INDEX.tsv.
      const [, name = '', page = ''] = /^(.+?)(?:\.p(\d+))?\.txt$/u.exec(file) ?? [];
      const pdf = join(folder, `${name}.pdf`);
      if (!name || !existsSync(pdf)) return [];
      const truth = readFileSync(join(folder, file), 'utf8');
      const { kind = 'scan', body = '' } = index.get(`${name}:${page}`) ?? {};
      return [{ name, pdf, page: page ? Number(page) : null, kind, truth, body: passagesOf(truth, body) }];
    });
}

function readIndex(path: string): Map<string, { kind: string; body: string }> {
  if (!existsSync(path)) return new Map();
  const [head = [], ...rows] = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const at = (row: readonly string[], column: string): string => row[head.indexOf(column)] ?? '';
  return new Map(rows.map((row) => [`${at(row, 'file')}:${at(row, 'page')}`, { kind: at(row, 'kind'), body: at(row, 'body lines') }]));
}

/** `ranges`: 1-based lines of the truth, both ends included, such as "9-26,40-44". */
function passagesOf(truth: string, ranges: string): string[] {
  const lines = truth.split('\n');
  return ranges.split(',').flatMap((range) => {
    const [first = 0, last = 0] = range.split('-').map(Number);
    return first > 0 ? [lines.slice(first - 1, last).join('\n')] : [];
  });
}
