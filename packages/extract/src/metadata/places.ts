// How is a place name written whose marks, blanks or apostrophes a scan lost?
//   writtenPlace("Đák R lắp") → "Đắk R'Lấp"   writtenPlace('Bình An') stays: several places are spelt alike without marks
// The gazetteer holds every commune, district and province since before July 2025. A name that it does not know stays as it was read.
import { readFileSync } from 'node:fs';
import { fold } from '@vanban/text';

let names: Map<string, Set<string>> | null = null;

export function writtenPlace(read: string): string {
  names ??= load();
  const known = names.get(keyOf(read));
  const same = [...(known ?? [])].find((name) => name.toLowerCase() === read.toLowerCase());
  return same ?? (known?.size === 1 ? ([...known][0] as string) : read);
}

const keyOf = (name: string): string => fold(name).replace(/[^\p{L}\p{N}]+/gu, '');

function load(): Map<string, Set<string>> {
  const byKey = new Map<string, Set<string>>();
  const text = readFileSync(new URL('../../../../data/gazetteers/places.tsv', import.meta.url), 'utf8');
  for (const line of text.split('\n')) {
    const name = line.split('\t')[0] ?? '';
    if (name === '') continue;
    const key = keyOf(name);
    byKey.set(key, (byKey.get(key) ?? new Set()).add(name));
  }
  return byKey;
}
