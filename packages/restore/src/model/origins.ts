// How did the text come about, as the net was told in training?
//   ORIGINS.own === 3
export const ORIGINS = { unknown: 0, digital: 1, foreign: 2, own: 3, bare: 4 } as const;
export type NetOrigin = (typeof ORIGINS)[keyof typeof ORIGINS];
