export { type BackfillEvent, backfill } from './backfill.ts';
export { compareRecords, isUnchanged, type RecordChange } from './compare.ts';
export { documentsAt } from './documents-at.ts';
export { type ExportFormat, exportRecords } from './export-records.ts';
export { doneDocuments, recordOf } from './records.ts';
export { type Reprocessed, type ReprocessOptions, reprocess } from './reprocess.ts';
export { type Finding, verify } from './verify.ts';
export { parseWhere, type Where } from './where.ts';
export { type WrittenRecord, writeRecords } from './write-records.ts';
