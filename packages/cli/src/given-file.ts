// A text file that was named on the command line. Throws VanbanError: usage (not there, a folder), permission-denied.
//   await readGiven('out/cv-266.json')
import { readFile } from 'node:fs/promises';
import { asVanbanError, VanbanError } from '@vanban/contract';

const WRONG_NAME: { readonly [code: string]: string } = {
  ENOENT: 'không có tệp này / no such file',
  ENOTDIR: 'không có tệp này / no such file',
  EISDIR: 'là thư mục, hãy nêu tên tệp / a folder, name a file',
};

export function readGiven(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why = WRONG_NAME[error.code ?? ''];
    throw why ? new VanbanError('usage', `${path}: ${why}`) : asVanbanError(error);
  });
}
