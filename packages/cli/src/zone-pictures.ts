// The pictures of handwriting that was not read, taken from the store: what a person must look at to fill in a number or a day.
// Invariant: pages whose result is no longer in the store have none; nothing is read or guessed here.
//   await writeZones(place, record, 'out/cd-34') → ['out/cd-34.tr1.number.png', 'out/cd-34.tr1.day.png']
import { writeFile } from 'node:fs/promises';
import type { Record } from '@vanban/contract';
import { loadResult, type Place } from '@vanban/pipeline';

/** `path` without an ending; returns the files written. */
export async function writeZones(place: Place, record: Record, path: string): Promise<string[]> {
  const files: string[] = [];
  for (const page of record.pages.filter(({ origin }) => origin === 'ocr')) {
    const read = await loadResult(place, { documentId: record.id, stage: 'ocr', page: page.number }).catch(() => null);
    for (const { kind, picture } of read?.value.zones ?? []) {
      const file = `${path}.tr${page.number}.${kind}.png`;
      await writeFile(file, Buffer.from(picture, 'base64'));
      files.push(file);
    }
  }
  return files;
}

/** The fields of the document that somebody should look at: "number: number-unreadable  tr.1 [210, 260, 330, 310]". */
export function sayFields(record: Record): string[] {
  return Object.entries(record.document.evidence ?? {})
    .filter(([, { review }]) => review.length > 0)
    .map(([name, { review, anchors }]) =>
      `${name}: ${review.join(', ')}  ${anchors.map(({ page, box }) => `tr.${page} [${box.join(', ')}]`).join(' ')}`.trimEnd(),
    );
}
