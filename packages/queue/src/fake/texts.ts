// Documents of a stand for tests: made, taken in, queued, and held against an undisturbed run.
import { expect } from 'vitest';
import { loadRecord } from './load-record.ts';
import { type Stand, undisturbed } from './stand.ts';

/** `pages` lines each, all different. */
export const textsOf = (count: number, pages = 3): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`cv-${i}.txt`, Array.from({ length: pages }, (_, page) => `văn bản ${i} trang ${page + 1}`).join('\n')]),
  );

export async function takeAll(stand: Stand, texts: Readonly<Record<string, string>>): Promise<string[]> {
  const ids: string[] = [];
  for (const [name, text] of Object.entries(texts)) ids.push(await stand.take(name, text));
  return ids;
}

export const enqueueAll = (stand: Stand, ids: readonly string[]): Promise<boolean[]> => Promise.all(ids.map((id) => stand.queues.enqueue(id)));

/** Every document is done, with the very record that it gets when nothing goes wrong. */
export async function expectUndisturbed(stand: Stand, texts: Readonly<Record<string, string>>, ids: readonly string[]): Promise<void> {
  const wanted = await undisturbed(texts);
  expect(new Set(ids)).toEqual(new Set(wanted.keys()));
  for (const id of ids) {
    expect(await stand.entry(id)).toMatchObject({ state: 'done', missingPages: [] });
    expect(await loadRecord(stand.place, id)).toBe(wanted.get(id));
  }
}
