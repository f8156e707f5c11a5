import { expect, test } from 'vitest';
import { STAGES } from './fake/stages.ts';
import { differences, makeOf, printOf } from './make.ts';
import { loadSettings } from './settings.ts';
import type { Stage } from './stage.ts';

const settings = loadSettings();
const ocr = (version: string, dependsOn: unknown): typeof STAGES => ({
  ...STAGES,
  ocr: { ...(STAGES.ocr as Stage), version, dependsOn: () => dependsOn } as typeof STAGES.ocr,
});
const make = (stages: typeof STAGES, flags = {}) => makeOf({ stages, settings: loadSettings({ flags }) });

test('the same stages and settings have one print, whatever does not decide a result', () => {
  expect(printOf(makeOf({ stages: STAGES, settings }))).toBe(printOf(make(STAGES, { pageSeconds: 7, workers: 3 })));
  expect(differences(make(STAGES), make(STAGES, { pageSeconds: 7 }))).toEqual([]);
});

test('what differs is said, once', () => {
  const [here, there] = [make(ocr('2', { engine: 'wasm', rereading: true })), make(ocr('1', { engine: 'native', rereading: true }))];
  expect(printOf(here)).not.toBe(printOf(there));
  expect(differences(here, there)).toEqual(['ocr: version "1", here "2"', 'ocr: engine "native", here "wasm"']);
});

test('another model is another make', () => {
  expect(differences(make(ocr('1', 'model a')), make(ocr('1', null)))).toEqual(['ocr: depends on null, here "model a"']);
});
