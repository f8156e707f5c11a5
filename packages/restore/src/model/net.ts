// The trained net: for each token the eight likeliest syllables in its context.
// Invariant: offline, one thread; a token's answer depends on at most OVERLAP tokens beyond its window, never on the order of calls.
// Windows of 192 tokens share 12 on each side; the answers of the shared ones are taken from the window where they stand further in.
import { basename, dirname, join, resolve } from 'node:path';
import { VanbanError } from '@vanban/contract';
import { AutoModel, env, Tensor } from '@xenova/transformers';
import type { NetOrigin } from './origins.ts';
import { readPacked } from './packed.ts';
import { FEATURES, type Vocabulary } from './vocabulary.ts';

interface NetInput {
  readonly core: string;
  /** What stands before the token, see tokens.ts. */
  readonly before: number;
}

export interface Guess {
  /** Classes, likeliest first, and their natural log probabilities. */
  readonly ids: readonly number[];
  readonly logps: readonly number[];
  /** 0 lower, 1 Title, 2 UPPER, 3 no letters. */
  readonly letterCase: number;
  /** The two likeliest classes of the second syllable where two were glued together, and their log probabilities; class 0 says that there is none. */
  readonly seconds: readonly number[];
  readonly secondLogps: readonly number[];
}

export interface Net {
  guess(tokens: readonly NetInput[], origin: NetOrigin): Promise<Guess[]>;
}

const WINDOW = 192;
const OVERLAP = 12;
/** The file of the graph's large constants, under the name by which the graph asks for them. */
export const WEIGHTS = 'weights.bin';
/** How many classes the graph gives for a token. */
const TOP = 8;
/** And how many for what may be glued to it. */
const TOP_SECOND = 2;

type Outputs = Readonly<Record<'top_ids' | 'top_logp' | 'case_logits' | 'second_ids' | 'second_logp', Tensor>>;

export async function loadNet(folder: string, vocabulary: Vocabulary): Promise<Net> {
  const path = resolve(folder);
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.localModelPath = dirname(path);
  const run = await loadModel(path).catch((cause: unknown) => {
    throw new VanbanError('engine-missing', `the restorer's net in ${path} cannot be loaded`, { cause });
  });
  return { guess: (tokens, origin) => guessAll(run, vocabulary, tokens, origin) };
}

async function loadModel(folder: string): Promise<(inputs: object) => Promise<Outputs>> {
  // Planning memory for each new length of a window costs more than it saves.
  const externalData = [{ path: WEIGHTS, data: await readPacked(join(folder, 'onnx', WEIGHTS)) }];
  const session_options = { intraOpNumThreads: 1, interOpNumThreads: 1, enableMemPattern: false, externalData };
  return (await AutoModel.from_pretrained(basename(folder), {
    local_files_only: true,
    dtype: 'int8',
    device: 'cpu',
    session_options,
  })) as unknown as (inputs: object) => Promise<Outputs>;
}

interface Window {
  /** Tokens that the net sees. */
  readonly from: number;
  readonly to: number;
  /** Tokens whose answers are taken. */
  readonly first: number;
  readonly last: number;
}

function windowsOver(count: number): Window[] {
  const step = WINDOW - 2 * OVERLAP;
  return Array.from({ length: Math.ceil(count / step) }, (_, i) => {
    const first = i * step;
    const last = Math.min(count, first + step);
    return { from: Math.max(0, first - OVERLAP), to: Math.min(count, last + OVERLAP), first, last };
  });
}

async function guessAll(
  run: (inputs: object) => Promise<Outputs>,
  vocabulary: Vocabulary,
  tokens: readonly NetInput[],
  origin: NetOrigin,
): Promise<Guess[]> {
  const guesses: Guess[] = [];
  for (const window of windowsOver(tokens.length)) {
    const guessAt = reader(await run(inputsFor(tokens.slice(window.from, window.to), vocabulary, origin)));
    for (let i = window.first; i < window.last; i++) guesses.push(guessAt(i - window.from));
  }
  return guesses;
}

/** The low words of 64-bit whole numbers, which these all are; every platform of the runtime is little-endian. */
const lowWords = (data: BigInt64Array): Int32Array => new Int32Array(data.buffer, data.byteOffset, data.length * 2);

function inputsFor(tokens: readonly NetInput[], vocabulary: Vocabulary, origin: NetOrigin) {
  const ids = new BigInt64Array(tokens.length * FEATURES);
  const types = new BigInt64Array(tokens.length);
  const [idWords, typeWords] = [lowWords(ids), lowWords(types)];
  tokens.forEach(({ core, before }, at) => {
    const features = vocabulary.features(core);
    for (let n = 0; n < FEATURES; n++) idWords[2 * (at * FEATURES + n)] = features[n] as number;
    typeWords[2 * at] = before + 8 * origin;
  });
  return {
    input_ids: new Tensor('int64', ids, [1, tokens.length, FEATURES]),
    token_type_ids: new Tensor('int64', types, [1, tokens.length]),
    attention_mask: new Tensor('int64', new BigInt64Array(tokens.length).fill(1n), [1, tokens.length]),
  };
}

/** Reads the outputs of one run without making big integers of them. */
function reader(outputs: Outputs): (at: number) => Guess {
  const floats = (name: keyof Outputs) => outputs[name].data as Float32Array;
  const words = (name: keyof Outputs) => lowWords(outputs[name].data as unknown as BigInt64Array);
  const [topIds, topLogps, cases, seconds, secondLogps] = [
    words('top_ids'),
    floats('top_logp'),
    floats('case_logits'),
    words('second_ids'),
    floats('second_logp'),
  ];
  return (at) => {
    const ids = new Array<number>(TOP);
    const logps = new Array<number>(TOP);
    for (let k = 0; k < TOP; k++) {
      ids[k] = topIds[2 * (at * TOP + k)] as number;
      logps[k] = topLogps[at * TOP + k] as number;
    }
    const [lower, title, upper] = [cases[at * 4] as number, cases[at * 4 + 1] as number, cases[at * 4 + 2] as number];
    const letterCase = upper > title && upper > lower ? 2 : title > lower ? 1 : 0;
    return {
      ids,
      logps,
      letterCase,
      seconds: [0, 1].map((k) => seconds[2 * (at * TOP_SECOND + k)] as number),
      secondLogps: [0, 1].map((k) => secondLogps[at * TOP_SECOND + k] as number),
    };
  };
}
