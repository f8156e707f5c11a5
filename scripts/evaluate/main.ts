// pnpm evaluate WHAT …: measures a part of the product against truths that the user gives.
// Example: pnpm evaluate restore pairs.tsv
import { evaluateRecords } from './records.ts';
import { evaluateRestore } from './restore.ts';
import { evaluateText } from './text.ts';

const PARTS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  restore: evaluateRestore,
  text: evaluateText,
  records: evaluateRecords,
};

const [part = '', ...args] = process.argv.slice(2);
const evaluate = PARTS[part];
if (evaluate) await evaluate(args);
else {
  process.stderr.write('pnpm evaluate restore [--origin ocr|text|text-layer] [--model FOLDER] [FILE.tsv | TRUTH.txt:READ.txt …]\n');
  process.stderr.write('pnpm evaluate text TRUTH.txt READ.txt\n');
  process.stderr.write('pnpm evaluate records GOLD_FOLDER RECORD_FOLDER\n');
  process.exitCode = 2;
}
