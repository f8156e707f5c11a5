// pnpm bench NAME [ARG…]: one of the benchmarks of this folder. Each prints what it compares with and a ratio; none is a test.
const BENCHES: { readonly [name: string]: string } = {
  ingest: './ingest.ts',
  queue: './queue.ts',
  workers: './workers.ts',
  reprocess: './reprocess.ts',
  soak: './soak.ts',
  ocr: './ocr.ts',
  extraction: './extraction.ts',
};

const [name = ''] = process.argv.splice(2, 1);
const module = BENCHES[name];
if (!module) {
  console.error(`pnpm bench ${Object.keys(BENCHES).join(' | ')}`);
  process.exit(2);
}
await import(module);
