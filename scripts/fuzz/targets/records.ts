// Records that something spoilt → refused with a reason; those that pass are shown and exported without a fall.
import { Record as ContractRecord, VanbanError } from '@vanban/contract';
import { deadlineEvents, taskRows, tasksCsv } from '@vanban/export';
import { readingOfText } from '@vanban/pages';
import { mutateBytes } from '../mutate/bytes.ts';
import { mutateJson } from '../mutate/json.ts';
import { letterTexts } from '../seeds/letters.ts';
import type { Target } from '../target.ts';
import { recordOf } from './letter.ts';

export const records: Target = {
  name: 'records',
  what: 'record files → accepted or refused, exported',
  async start() {
    const sound = await Promise.all(letterTexts().map((text) => recordOf(readingOfText(text), 'text/plain')));
    return {
      make: (random) => {
        const json = Buffer.from(JSON.stringify(mutateJson(random.pick(sound), random)) ?? 'null');
        return random.once(10) ? mutateBytes(json, random) : json;
      },
      check: async (input) => readRecord(Buffer.from(input).toString()),
    };
  },
};

function readRecord(text: string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new VanbanError('input-damaged', String(error));
  }
  const parsed = ContractRecord.safeParse(value);
  if (!parsed.success) throw new VanbanError('record-invalid', parsed.error.issues[0]?.message ?? '');
  taskRows(parsed.data);
  tasksCsv([parsed.data]);
  deadlineEvents(parsed.data);
  return 'accepted';
}
