// Any input → pages: what is in each file, read where it can be, else as a picture.
export * from './cleanup/index.ts';
export { readPictures } from './embedded.ts';
export type { PageImage } from './image.ts';
export { guessDpi } from './image.ts';
export { mergeLayer } from './layer/merge.ts';
export { findLibreOffice } from './office/libreoffice.ts';
export { openSource } from './open.ts';
export { makeScratchFolder } from './scratch-folder.ts';
export type { EmbeddedPicture, ImagePage, Limits, PageContent, ReadPage, SourceDocument, SourceOptions } from './source.ts';
export { DEFAULT_LIMITS } from './source.ts';
export type { TextOptions } from './text/plain.ts';
export { readingOfText } from './text/plain.ts';
