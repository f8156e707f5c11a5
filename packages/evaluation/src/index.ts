export { align, distance } from './alignment.ts';
export type { Gold, GoldTask } from './gold.ts';
export { lineOf, sameClause, sameName } from './likeness.ts';
export { normalise, wordsOf } from './normal-form.ts';
export { addRecordScores, MEASURES, NO_RECORD_SCORE, type RecordScore, type Scored, scoreRecord } from './record-scores.ts';
export { addScores, barewords, type Claim, calibrationError, NO_SCORE, type RepairScore, rightWords, scoreRepair } from './repair-scores.ts';
export { f1, precision, recall, type Tally } from './tally.ts';
export { bagF1, type ErrorRates, errorRates } from './text-scores.ts';
