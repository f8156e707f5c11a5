// Which commands are there? Their names and one line about each, in the order of the help; what each does is loaded when it is called.
//   { name: 'show', description: '…', load: () => import('./commands/show.ts') }
import type { MakeCommand } from './command.ts';

export interface ListedCommand {
  readonly name: string;
  /** Vietnamese first, then English. */
  readonly description: string;
  readonly load: () => Promise<MakeCommand>;
}

export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'ingest',
    description: 'đọc tệp hoặc thư mục, ghi NAME.json cho từng tệp / read files or folders, write NAME.json for each',
    load: async () => (await import('./commands/ingest.ts')).ingestCommand,
  },
  {
    name: 'watch',
    description: 'trạm: theo dõi hộp đến và xử lý tệp thả vào / the station: watches the inbox',
    load: async () => (await import('./commands/watch.ts')).watchCommand,
  },
  {
    name: 'status',
    description: 'tình hình: chờ, đang làm, xong, lỗi / what is waiting, in work, done, failed',
    load: async () => (await import('./commands/status.ts')).statusCommand,
  },
  {
    name: 'retry',
    description: 'đưa tệp không đọc được trở lại hộp đến / put failed files back into the inbox',
    load: async () => (await import('./commands/retry.ts')).retryCommand,
  },
  {
    name: 'resume',
    description: 'xếp lại vào hàng đợi những văn bản chưa xong / queue again what is not done',
    load: async () => (await import('./commands/resume.ts')).resumeCommand,
  },
  {
    name: 'show',
    description: 'xem bản ghi: văn bản và bảng việc / show a record: the document and its tasks',
    load: async () => (await import('./commands/show.ts')).showCommand,
  },
  {
    name: 'explain',
    description: 'vì sao một việc được đọc như vậy, và nó nằm ở đâu trên trang / why a task was read as it was, and where it stands',
    load: async () => (await import('./commands/explain.ts')).explainCommand,
  },
  {
    name: 'restore',
    description: 'trả dấu, sửa lỗi nhận dạng cho một văn bản / restore lost marks and misread letters of a text',
    load: async () => (await import('./commands/restore.ts')).restoreCommand,
  },
  {
    name: 'export',
    description: 'xuất bản ghi / export records: NDJSON, CSV, lịch / calendar, PDF tìm kiếm được / searchable PDF',
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  {
    name: 'deliver',
    description: 'gửi các bản ghi đang chờ tới hệ thống theo dõi / send waiting records to the trackers named in WORKSPACE/endpoints.json',
    load: async () => (await import('./commands/deliver.ts')).deliverCommand,
  },
  {
    name: 'reprocess',
    description: 'làm lại các bản ghi sau khi cập nhật / make records again after an update',
    load: async () => (await import('./commands/reprocess.ts')).reprocessCommand,
  },
  {
    name: 'backfill',
    description: 'đọc cả kho lưu trữ, không di chuyển tệp / read a whole archive without moving its files',
    load: async () => (await import('./commands/backfill.ts')).backfillCommand,
  },
  {
    name: 'verify',
    description: 'kiểm tra toàn bộ kho / check the whole store: digests, records, orphans',
    load: async () => (await import('./commands/verify.ts')).verifyCommand,
  },
  {
    name: 'doctor',
    description: 'kiểm tra cài đặt, nói rõ thiếu gì / check the installation and say what is missing',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
];
