export * from './borders.ts';
export * from './letters.ts';
export * from './measure.ts';
export * from './syllables.ts';
export * from './tones.ts';
