// A record from its JSON file, checked. Throws VanbanError: usage (no such file, no record at all), input-damaged (JSON that breaks off),
// record-invalid (a record with a fault).
import { Record, reasonOf, VanbanError } from '@vanban/contract';
import { readGiven } from './given-file.ts';

export async function readRecord(path: string): Promise<Record> {
  const value = recordIn(await readGiven(path), path);
  if (value === null)
    throw new VanbanError('usage', `${path}: không phải bản ghi; hãy nêu tệp .json trong out / no record; name a .json file of the folder out`);
  const parsed = Record.safeParse(value);
  if (!parsed.success)
    throw new VanbanError('record-invalid', `${path}: ${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`);
  return parsed.data;
}

/** Null for what does not even say that it is a record: a PDF, another program's JSON. */
function recordIn(text: string, path: string): object | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'schemaVersion' in value ? value : null;
  } catch (error) {
    throw new VanbanError('input-damaged', `${path}: ${reasonOf(error)}`);
  }
}
