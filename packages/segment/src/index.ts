export { DOCUMENT_TYPES, type DocumentType, typeOfCode, typeOfTitle } from './document-types.ts';
export * as phrase from './phrases.ts';
export { foldEvenly, isCapitals, type Row, rowsOf, rowsWithin } from './row.ts';
export { segment } from './segment.ts';
