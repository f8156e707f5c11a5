// A record from its JSON file, checked. Throws VanbanError: usage (no such file), input-damaged (no JSON), record-invalid.
import { readFile } from 'node:fs/promises';
import { asVanbanError, Record, VanbanError } from '@vanban/contract';

export async function readRecord(path: string): Promise<Record> {
  const text = await readFile(path, 'utf8').catch((error) => {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? new VanbanError('usage', `${path}: không có tệp này / no such file`)
      : asVanbanError(error);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new VanbanError('input-damaged', `${path}: ${(error as Error).message}`);
  }
  const parsed = Record.safeParse(value);
  if (!parsed.success)
    throw new VanbanError('record-invalid', `${path}: ${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`);
  return parsed.data;
}
