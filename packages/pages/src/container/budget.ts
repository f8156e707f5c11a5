// How much may come out of one container, all containers within it counted together? Looked at before and while it is unpacked.
//   const budget = createBudget({ maxBytes, packed: bytes.length }); budget.file(); budget.bytes(chunk.length)
// Scans hardly shrink when they are packed, text does by ten, a blank 1-bit page by fifty; bombs shrink by a thousand and more.
import { VanbanError } from '@vanban/contract';

export interface Budget {
  /** One more file. Throws `archive-limit`. */
  file(): void;
  /** So many bytes more. Throws `archive-limit`. */
  bytes(count: number): void;
  /** Throws `archive-limit` or `input-too-large` where a file says that it is larger than what is left. */
  expect(bytes: number): void;
}

export const MOST_FILES = 1000;
/** Containers within containers: an archive in an e-mail in an archive. */
export const MOST_LAYERS = 3;
const RATIO = 200;
/** Below this, the ratio says nothing. */
const SMALL = 100 * 2 ** 20;
const TOTAL = 4 * 2 ** 30;

export function createBudget({ maxBytes, packed }: { readonly maxBytes: number; readonly packed: number }): Budget {
  const most = Math.min(TOTAL, Math.max(SMALL, packed * RATIO));
  let [files, total] = [0, 0];
  const check = (sum: number): void => {
    if (sum > most) throw new VanbanError('archive-limit', `${packed} bytes unpack to more than ${most} bytes.`);
  };
  return {
    file() {
      if (++files > MOST_FILES) throw new VanbanError('archive-limit', `More than ${MOST_FILES} files.`);
    },
    bytes(count) {
      total += count;
      check(total);
    },
    expect(bytes) {
      check(total + bytes);
      if (bytes > maxBytes) throw new VanbanError('input-too-large', `${bytes} bytes, limit ${maxBytes}`);
    },
  };
}
