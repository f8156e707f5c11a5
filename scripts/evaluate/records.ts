// pnpm evaluate records GOLD_FOLDER RECORD_FOLDER: F1 of every part of the records, file by file and together.
// A gold file NAME.json is scored against the record NAME.json; a missing record finds nothing.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NO_FIELDS } from '@vanban/contract';
import {
  addRecordScores,
  f1,
  type Gold,
  MEASURES,
  NO_RECORD_SCORE,
  precision,
  type RecordScore,
  recall,
  type Scored,
  scoreRecord,
} from '@vanban/evaluation';

const NOTHING: Scored = { document: NO_FIELDS, text: '', clauses: [], tasks: [] };

export async function evaluateRecords(args: readonly string[]): Promise<void> {
  const [goldFolder, recordFolder] = args;
  if (goldFolder === undefined || recordFolder === undefined) throw new Error('two folders are needed: gold and records');
  let total: RecordScore = NO_RECORD_SCORE;
  for (const name of (await readdir(goldFolder)).filter((file) => file.endsWith('.json')).sort()) {
    const gold = JSON.parse(await readFile(join(goldFolder, name), 'utf8')) as Gold;
    const score = scoreRecord(gold, await readRecord(join(recordFolder, name)));
    total = addRecordScores(total, score);
    print(name, score);
  }
  print('together', total);
  for (const measure of MEASURES) {
    const tally = total[measure];
    process.stdout.write(
      `${measure.padEnd(9)} F1 ${f1(tally).toFixed(4)}  precision ${precision(tally).toFixed(4)}  recall ${recall(tally).toFixed(4)}  (gold ${tally.gold}, found ${tally.found})\n`,
    );
  }
}

async function readRecord(path: string): Promise<Scored> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? NOTHING : (JSON.parse(text) as Scored);
}

function print(name: string, score: RecordScore): void {
  process.stdout.write(`${name.padEnd(44)} ${MEASURES.map((measure) => `${measure} ${f1(score[measure]).toFixed(3)}`).join('  ')}\n`);
}
