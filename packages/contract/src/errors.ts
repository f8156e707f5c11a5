// Everything that can go wrong, in one table: code → whether trying again may help, the command's exit code, and what to say.
// A failure is thrown once as VanbanError; a person reads `describe(error)`: Vietnamese first, then English.
// Expected imperfection (a page hard to read) is a warning in the record, not an error.

interface ErrorKind {
  /** True where the same input may pass later (disk full, file still being written, worker killed). */
  readonly retry: boolean;
  /** Exit code of the command when this is the worst that happened. */
  readonly exit: number;
  readonly vi: { readonly what: string; readonly todo: string };
  readonly en: { readonly what: string; readonly todo: string };
}

const kind = (retry: boolean, exit: number, vi: [string, string], en: [string, string]): ErrorKind => ({
  retry,
  exit,
  vi: { what: vi[0], todo: vi[1] },
  en: { what: en[0], todo: en[1] },
});

/** Exit codes: 2 wrong use, 3 bad input, 4 the surroundings (disk, permissions), 5 a fault of the program, 6 some files failed. */
export const ERRORS = {
  'input-empty': kind(
    false,
    3,
    ['Tệp rỗng (0 byte).', 'Hãy quét hoặc sao chép lại tài liệu rồi thả vào hộp đến.'],
    ['The file is empty (0 bytes).', 'Scan or copy the document again and drop it in.'],
  ),
  'input-unsupported': kind(
    false,
    3,
    ['Không nhận ra loại tệp này.', 'Hãy dùng PDF, ảnh, Word hoặc TXT; nếu là loại khác, hãy xuất ra PDF trước.'],
    ['This kind of file is not supported.', 'Use PDF, pictures, Word or TXT; export anything else to PDF first.'],
  ),
  'input-damaged': kind(
    false,
    3,
    ['Tệp bị hỏng hoặc bị cắt cụt, không đọc được.', 'Hãy mở thử tệp trên máy; nếu không mở được, hãy quét hoặc tải lại.'],
    ['The file is damaged or cut short and cannot be read.', 'Try to open it in a viewer; if that fails, scan or download it again.'],
  ),
  'input-password': kind(
    false,
    3,
    ['Tệp có mật khẩu mở.', 'Hãy bỏ mật khẩu (in ra PDF mới) hoặc ghi mật khẩu vào passwords.txt trong hộp đến, rồi thử lại.'],
    ['The file needs a password to open.', 'Remove the password (print to a new PDF) or put it in passwords.txt in the inbox, then try again.'],
  ),
  'input-office-password': kind(
    false,
    3,
    [
      'Tệp Word (hoặc tệp văn phòng khác) có mật khẩu mở.',
      'Hãy ghi mật khẩu vào passwords.txt trong hộp đến rồi thử lại (DOCX, DOC, ODT), hoặc mở bằng Word, bỏ mật khẩu, lưu lại rồi thả lại.',
    ],
    [
      'The Word (or other office) file needs a password to open.',
      'Put it in passwords.txt in the inbox and try again (DOCX, DOC, ODT), or open the file in Word, save it without the password and drop it in again.',
    ],
  ),
  'converter-missing': kind(
    false,
    4,
    [
      'Tệp DOC, ODT, RTF cần có LibreOffice để đọc, nhưng máy chưa cài.',
      'Hãy cài LibreOffice (https://vi.libreoffice.org, hoặc: apt-get install libreoffice-writer-nogui) rồi chạy: npx pnpm vanban retry; hoặc lưu tệp thành PDF hay DOCX rồi thả lại.',
    ],
    [
      'DOC, ODT and RTF files are read by LibreOffice, which is not installed.',
      'Install LibreOffice (https://www.libreoffice.org, or: apt-get install libreoffice-writer-nogui), then run: npx pnpm vanban retry; or save the file as PDF or DOCX and drop it in again.',
    ],
  ),
  'archive-limit': kind(
    false,
    3,
    [
      'Tệp nén (hoặc thư điện tử) chứa quá nhiều tệp, quá nhiều lớp hoặc bung ra quá lớn.',
      'Nếu tin được nguồn gửi, hãy tự giải nén rồi thả từng văn bản vào hộp đến.',
    ],
    [
      'The archive (or e-mail) holds too many files, too many layers, or unpacks to too much.',
      'If you trust where it came from, unpack it yourself and drop in its documents.',
    ],
  ),
  'members-failed': kind(
    false,
    3,
    [
      'Một số tệp bên trong không đọc được; những tệp khác đã có kết quả.',
      'Hãy xem tên từng tệp dưới đây, xử lý rồi thả riêng tệp đó hoặc thả lại cả tệp này.',
    ],
    [
      'Some of the files inside could not be read; the others have their results.',
      'See the names below; drop in those files alone, or this one again.',
    ],
  ),
  'no-documents': kind(
    false,
    3,
    ['Bên trong không có văn bản nào.', 'Hãy mở tệp xem có gì; nếu cần, hãy thả từng văn bản vào hộp đến.'],
    ['There is no document inside.', 'Open it and look; drop in its documents one by one if there are any.'],
  ),
  'input-too-many-pages': kind(
    false,
    3,
    ['Tài liệu có quá nhiều trang.', 'Hãy tách tài liệu, hoặc tăng giới hạn maxPages trong cấu hình.'],
    ['The document has too many pages.', 'Split it, or raise maxPages in the settings.'],
  ),
  'input-too-large': kind(
    false,
    3,
    ['Tệp quá lớn.', 'Hãy tách tệp hoặc quét ở độ phân giải thấp hơn, hoặc tăng maxBytes.'],
    ['The file is too large.', 'Split it or scan at a lower resolution, or raise maxBytes.'],
  ),
  'input-too-many-pixels': kind(
    false,
    3,
    ['Ảnh trang có quá nhiều điểm ảnh.', 'Hãy quét ở 200–300 dpi, hoặc tăng maxPixels.'],
    ['A page image has too many pixels.', 'Scan at 200–300 dpi, or raise maxPixels.'],
  ),
  'input-vanished': kind(
    false,
    3,
    ['Tệp không còn ở đó khi bắt đầu đọc.', 'Hãy thả lại tệp.'],
    ['The file was gone when its turn came.', 'Drop it in again.'],
  ),
  'input-changed': kind(
    true,
    3,
    ['Tệp bị thay đổi trong khi đang đọc.', 'Hãy đợi chép xong rồi thả lại.'],
    ['The file changed while it was being read.', 'Wait until it is completely copied, then drop it in again.'],
  ),
  'input-link': kind(
    false,
    3,
    ['Đây là liên kết (symbolic link), không phải tệp.', 'Hãy chép chính tệp đó vào hộp đến.'],
    ['This is a symbolic link, not a file.', 'Copy the file itself into the inbox.'],
  ),
  'page-failed': kind(
    true,
    5,
    ['Không đọc được một trang.', 'Hãy xem trang đó; nếu cần, quét lại riêng trang ấy.'],
    ['A page could not be read.', 'Look at that page; scan it again if needed.'],
  ),
  'page-timeout': kind(
    true,
    5,
    ['Một trang mất quá nhiều thời gian nên bị dừng.', 'Hãy quét lại trang đó, hoặc tăng pageSeconds.'],
    ['A page took too long and was stopped.', 'Scan that page again, or raise pageSeconds.'],
  ),
  'worker-died': kind(
    true,
    5,
    ['Tiến trình xử lý bị ngắt giữa chừng (thường do thiếu bộ nhớ).', 'Hãy giảm số tiến trình (workers) hoặc thêm bộ nhớ.'],
    ['The process that read this page died (usually out of memory).', 'Lower the number of workers or add memory.'],
  ),
  'disk-full': kind(
    true,
    4,
    ['Ổ đĩa đã đầy.', 'Hãy giải phóng dung lượng; công việc sẽ tự tiếp tục, không mất gì.'],
    ['The disk is full.', 'Free some space; work goes on by itself and nothing is lost.'],
  ),
  'permission-denied': kind(
    true,
    4,
    ['Không có quyền đọc hoặc ghi.', 'Hãy kiểm tra quyền của thư mục và tệp.'],
    ['No permission to read or write.', 'Check the permissions of the folder and the file.'],
  ),
  'folder-missing': kind(
    true,
    4,
    ['Không thấy thư mục.', 'Hãy kiểm tra đường dẫn hoặc ổ mạng.'],
    ['The folder is not there.', 'Check the path or the network drive.'],
  ),
  'store-damaged': kind(
    true,
    4,
    ['Dữ liệu trung gian bị hỏng; phần đó sẽ được làm lại.', 'Hãy kiểm tra ổ đĩa nếu lỗi lặp lại.'],
    ['An intermediate result was damaged; that step is done again.', 'Check the disk if this repeats.'],
  ),
  'engine-missing': kind(
    false,
    4,
    ['Thiếu thành phần nhận dạng chữ hoặc mô hình.', 'Hãy chạy: npx pnpm vanban doctor'],
    ['A recognition engine or model is missing.', 'Run: npx pnpm vanban doctor'],
  ),
  'redis-unavailable': kind(
    true,
    4,
    ['Không kết nối được Redis.', 'Hãy kiểm tra REDIS_URL và máy chủ Redis.'],
    ['Redis cannot be reached.', 'Check REDIS_URL and the Redis server.'],
  ),
  'version-mixed': kind(
    true,
    4,
    [
      'Các tiến trình làm chung không cùng phiên bản hoặc cấu hình.',
      'Hãy dùng cùng phiên bản, cùng cấu hình ở mọi nơi rồi khởi động lại; không mất gì.',
    ],
    ['Processes that work together differ in version or settings.', 'Use the same version and settings everywhere and restart; nothing is lost.'],
  ),
  'settings-invalid': kind(
    false,
    2,
    ['Cấu hình không hợp lệ.', 'Hãy sửa giá trị nêu trên.'],
    ['The settings are not valid.', 'Correct the value named above.'],
  ),
  usage: kind(false, 2, ['Lệnh không đúng.', 'Hãy chạy lại với --help.'], ['The command was used wrongly.', 'Run it with --help.']),
  'record-invalid': kind(
    false,
    5,
    ['Kết quả không đúng quy cách nên không được xuất ra.', 'Đây là lỗi của chương trình; hãy báo cho người phụ trách kèm tệp này.'],
    ['The result broke the record format and was not published.', 'This is a fault of the program; report it with this file.'],
  ),
  internal: kind(
    true,
    5,
    ['Lỗi không lường trước của chương trình.', 'Hãy thử lại; nếu lặp lại, hãy báo cho người phụ trách kèm tệp này.'],
    ['An unexpected fault of the program.', 'Try again; if it repeats, report it with this file.'],
  ),
} as const satisfies { readonly [code: string]: ErrorKind };

export type ErrorCode = keyof typeof ERRORS;

/** The one error type of the program. `detail` says what exactly (a path, a limit, a library's words), in English. */
export class VanbanError extends Error {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly page: number | null;

  constructor(code: ErrorCode, detail = '', options: { readonly cause?: unknown; readonly page?: number } = {}) {
    super(`${code}: ${ERRORS[code].en.what}${detail ? ` ${detail}` : ''}`, { cause: options.cause });
    this.name = 'VanbanError';
    this.code = code;
    this.detail = detail;
    this.page = options.page ?? null;
  }

  get retry(): boolean {
    return ERRORS[this.code].retry;
  }

  get exit(): number {
    return ERRORS[this.code].exit;
  }
}

/** What a library said when it threw, whatever it threw. */
export const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

const SYSTEM_CODES: { readonly [code: string]: ErrorCode } = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'permission-denied',
  EPERM: 'permission-denied',
  EROFS: 'permission-denied',
  ENOENT: 'folder-missing',
  ECONNREFUSED: 'redis-unavailable',
};

/** Turns whatever was thrown into a VanbanError, by type and system code, never by message text. */
export function asVanbanError(thrown: unknown, fallback: ErrorCode = 'internal'): VanbanError {
  if (thrown instanceof VanbanError) return thrown;
  if (!(thrown instanceof Error)) return new VanbanError(fallback, String(thrown));
  const system = (thrown as NodeJS.ErrnoException).code;
  const code = (system === undefined ? undefined : SYSTEM_CODES[system]) ?? fallback;
  return new VanbanError(code, thrown.message, { cause: thrown });
}

/** The words an operator reads: Vietnamese, then English, what happened and what to do. Ends with a newline. */
export function describe(error: VanbanError): string {
  const { vi, en } = ERRORS[error.code];
  const page = error.page === null ? ['', ''] : [` (trang ${error.page})`, ` (page ${error.page})`];
  return [
    `${vi.what}${page[0]}`,
    `→ ${vi.todo}`,
    '',
    `${en.what}${page[1]}`,
    `→ ${en.todo}`,
    '',
    `Mã lỗi / code: ${error.code}`,
    ...(error.detail ? [`Chi tiết / detail: ${error.detail}`] : []),
    '',
  ].join('\n');
}

/** A plain object that survives JSON (between processes, in the store). */
export interface ErrorEntry {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly page: number | null;
}

export const toEntry = (error: VanbanError): ErrorEntry => ({ code: error.code, detail: error.detail, page: error.page });

export function fromEntry(entry: ErrorEntry): VanbanError {
  const code = entry.code in ERRORS ? entry.code : 'internal';
  return new VanbanError(code, entry.detail, entry.page === null ? {} : { page: entry.page });
}
