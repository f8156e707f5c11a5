// Where results go, as named on the command line: a folder, or nothing yet. Looked at before any work is done.
//   await checkOutFolder('ket-qua')   throws `usage` where a file has that name
import { stat } from 'node:fs/promises';
import { asVanbanError, VanbanError } from '@vanban/contract';

export async function checkOutFolder(path: string): Promise<void> {
  const stats = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error.code === 'ENOTDIR' ? isFile(path) : asVanbanError(error);
  });
  if (stats && !stats.isDirectory()) throw isFile(path);
}

const isFile = (path: string): VanbanError => new VanbanError('usage', `--out ${path}: là tệp, không phải thư mục / a file, not a folder`);
