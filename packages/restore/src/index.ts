// OCR repair and lost diacritics; the document's text frozen.
export { compose } from './compose.ts';
export { type RestoredText, restoreText } from './restore-text.ts';
export { createRestorer, type Restorer, type RestorerOptions } from './restorer.ts';
