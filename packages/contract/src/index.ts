export * from './errors.ts';
export * from './extraction.ts';
export * from './geometry.ts';
export * from './reading.ts';
export * from './record.ts';
export * from './segmentation.ts';
