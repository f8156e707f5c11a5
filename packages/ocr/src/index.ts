export type { Engine, EngineLine, EngineWord, Segmentation } from './engine/engine.ts';
export { createWasmEngine } from './engine/wasm.ts';
export type { Recogniser, RecogniserOptions } from './recogniser.ts';
export { createRecogniser } from './recogniser.ts';
