// pnpm evaluate text TRUTH.txt READ.txt: error rates of one text as a JSON line.
import { readFile } from 'node:fs/promises';
import { bagF1, errorRates } from '@vanban/evaluation';

export async function evaluateText(args: readonly string[]): Promise<void> {
  const [truth, read] = await Promise.all(args.slice(0, 2).map((path) => readFile(path, 'utf8')));
  if (truth === undefined || read === undefined) throw new Error('two files are needed: the truth and what was read');
  process.stdout.write(`${JSON.stringify({ ...errorRates(truth, read), bagF1: bagF1(truth, read) })}\n`);
}
