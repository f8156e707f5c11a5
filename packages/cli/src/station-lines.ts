// What the station's screen shows: the counts, what is in work with its pages and time left, and the last results.
//   stationLines(view, 80) → ['Chờ 3 · đang làm 2 · xong 12 · lỗi 1', '  cv-266.pdf  trang 2/5 ████░░░░  ~20 gi', …]
import type { WorkingFile } from '@vanban/intake';
import { bar, turning } from './time-left.ts';
import { cut, pad } from './width.ts';

export interface StationView {
  readonly inbox: string;
  readonly waiting: number;
  readonly working: readonly WorkingFile[];
  readonly done: number;
  readonly failed: number;
  /** Words for the time left of what is in work; '' where unknown. */
  readonly left: string;
  readonly problem: string | null;
}

const NAME_WIDTH = 36;
const BAR_WIDTH = 20;
const MOST_FILES = 8;

export function stationLines(view: StationView): string[] {
  const { waiting, working, done, failed } = view;
  const more = working.length - MOST_FILES;
  return [
    '',
    ...working.slice(0, MOST_FILES).map((file) => `  ${sayWorking(file, true)}`),
    ...(more > 0 ? [`  … +${more}`] : []),
    ...(view.problem ? [`! ${view.problem}`] : []),
    `${working.length > 0 ? `${turning()} ` : ''}Chờ / waiting ${waiting} · đang làm / in work ${working.length} · xong / done ${done} · lỗi / failed ${failed}${view.left ? ` · còn / left ${view.left}` : ''}`,
    working.length === 0 && waiting === 0 ? `Thả tệp vào / drop files into ${view.inbox} · Ctrl-C: dừng / stop` : 'Ctrl-C: dừng / stop',
  ];
}

export function sayWorking({ file, page, pages, stage }: WorkingFile, withBar = false): string {
  const name = withBar ? pad(cut(file, NAME_WIDTH), NAME_WIDTH) : file;
  if (pages === null) return `${name}  đang mở / opening`;
  if (page >= pages) return `${name}  ${STAGES[stage ?? 'ocr'] ?? ''}`;
  return `${name}  trang / page ${page + 1}/${pages}${withBar ? `  ${bar(page / pages, BAR_WIDTH)}` : ''}`;
}

/** What comes after the named stage. */
const STAGES: { readonly [done: string]: string } = {
  ocr: 'sửa chữ, dấu / restoring',
  restore: 'tách điều khoản / finding clauses',
  segment: 'tìm việc, hạn / finding tasks',
  extract: 'ghi kết quả / writing',
  publish: 'ghi kết quả / writing',
};
