// Works on a stream of items, several at a time, and yields each result when it is there (not in the order of the items).
//   for await (const result of inParallel(files, 4, readFile)) …
// At most `width` items are taken ahead, so the stream may be longer than memory. The first failure ends it.

export async function* inParallel<T, R>(items: AsyncIterable<T>, width: number, work: (item: T) => Promise<R>): AsyncGenerator<R> {
  const finished: R[] = [];
  const failures: unknown[] = [];
  const running = new Set<Promise<void>>();
  function* drain(): Generator<R> {
    yield* finished.splice(0);
    if (failures.length > 0) throw failures[0];
  }
  for await (const item of items) {
    const job: Promise<void> = work(item)
      .then(
        (result) => void finished.push(result),
        (error: unknown) => void failures.push(error),
      )
      .finally(() => running.delete(job));
    running.add(job);
    if (running.size >= width) await Promise.race(running);
    yield* drain();
  }
  while (running.size > 0) {
    await Promise.race(running);
    yield* drain();
  }
  yield* drain();
}
