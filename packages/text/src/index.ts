export * from './borders.ts';
export { composeMarks } from './legacy/compound.ts';
export { decodeLegacy, type Encoding, guessEncoding } from './legacy/decode.ts';
export { drawsCapitals, fontEncoding } from './legacy/fonts.ts';
export * from './letters.ts';
export * from './likely.ts';
export * from './measure.ts';
export * from './syllables.ts';
export * from './tones.ts';
