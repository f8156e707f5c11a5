export { type DocumentReading, readDocument } from './read-document.ts';
