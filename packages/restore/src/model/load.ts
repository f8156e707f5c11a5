// Brings the model's files into memory, once for a process.
// Invariant: a folder without vocabulary.json holds no model (null); a folder with damaged files is an error, never silence.
// Files and formats: data/models/restorer/README.md.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readGazetteer } from '../places/gazetteer.ts';
import { readLanguageModel } from './language-model.ts';
import type { Model } from './model.ts';
import { loadNet, WEIGHTS } from './net.ts';
import { readReadings } from './readings.ts';
import { readVocabulary } from './vocabulary.ts';

/** Where the product keeps its model. */
export const MODEL_FOLDER = fileURLToPath(new URL('../../../../data/models/restorer/', import.meta.url));

const PIECE = 2 ** 20;
const FILES = ['onnx/model_int8.onnx', `onnx/${WEIGHTS}`, 'vocabulary.json', 'lm.bin', 'readings-foreign.bin', 'readings-own.bin'] as const;

/** The model and a short name for exactly these files; null where the folder holds none. */
export async function loadModel(folder: string): Promise<{ readonly model: Model; readonly digest: string } | null> {
  const there = await access(join(folder, 'vocabulary.json')).then(
    () => true,
    () => false,
  );
  if (!there) return null;
  const vocabulary = await readVocabulary(folder);
  const [net, language, foreign, own, gazetteer, digest] = await Promise.all([
    loadNet(folder, vocabulary),
    readLanguageModel(join(folder, 'lm.bin')),
    readReadings(join(folder, 'readings-foreign.bin')),
    readReadings(join(folder, 'readings-own.bin')),
    readGazetteer(),
    digestOf(folder),
  ]);
  return { model: { vocabulary, net, language, readings: { foreign, own }, gazetteer }, digest };
}

/** Read piece by piece, so that the files are never in memory as a whole for this. */
async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of FILES) {
    for await (const piece of createReadStream(join(folder, name), { highWaterMark: PIECE })) hash.update(piece);
  }
  return hash.digest('hex').slice(0, 12);
}
