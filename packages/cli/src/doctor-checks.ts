// What must be there for the program to work? One check a thing; each says what was found and, where it is wanting, what to do.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asVanbanError, ERRORS } from '@vanban/contract';
import { prepareWorkspace, takeIn, type Workspace, workspaceAt } from '@vanban/intake';
import { createPool, loadResult, restoringModel, workersFor } from '@vanban/pipeline';
import { openPlace, openSettings, type PlaceFlags, workspaceFolder } from './place.ts';

export interface Check {
  readonly state: 'good' | 'warn' | 'bad';
  readonly what: string;
  readonly found: string;
  readonly todo?: string;
}

const NODE = 26;
const DISK_GIGABYTES = 2;
const SAMPLE = fileURLToPath(new URL('../../../data/samples/bxd-266.pdf', import.meta.url));

export async function* runChecks(flags: PlaceFlags): AsyncGenerator<Check> {
  const workspace = workspaceAt(workspaceFolder(flags));
  yield nodeVersion();
  yield await guard('Cấu hình / settings', () => settings(flags));
  yield await guard('Nơi làm việc / workspace', () => writable(workspace));
  yield await guard('Hộp đến và work cùng ổ đĩa / inbox and work on one drive', () => oneDrive(workspace));
  yield await guard('Ổ đĩa trống / free disk', () => freeDisk(workspace));
  yield await guard('Bộ nhớ / memory', () => memory(flags));
  yield await guard('Mô hình khôi phục dấu / restoring model', () => model(flags));
  yield await guard('Bộ nhận dạng / recognition engine', () => engine(flags));
  yield await guard('LibreOffice (DOC, ODT, RTF)', () => office(flags));
  yield await guard('Đọc thử một trang / reads a test page', readSample);
}

/** A check that fails by an error says what the error table says. */
async function guard(what: string, check: () => Promise<Omit<Check, 'what'>>): Promise<Check> {
  try {
    return { what, ...(await check()) };
  } catch (thrown) {
    const error = asVanbanError(thrown);
    const { vi, en } = ERRORS[error.code];
    return { state: 'bad', what, found: `${vi.what} / ${en.what} ${error.detail}`.trim(), todo: `${vi.todo} / ${en.todo}` };
  }
}

function nodeVersion(): Check {
  const good = Number(process.versions.node.split('.')[0]) >= NODE;
  const found = `${process.versions.node}`;
  return good
    ? { state: 'good', what: 'Node.js', found }
    : { state: 'bad', what: 'Node.js', found, todo: `Cần Node ${NODE}; hãy chạy bằng / run it with: npx pnpm vanban …` };
}

async function settings(flags: PlaceFlags): Promise<Omit<Check, 'what'>> {
  const { maxPages, pageSeconds } = await openSettings(flags);
  return { state: 'good', found: `maxPages ${maxPages}, pageSeconds ${pageSeconds}` };
}

async function writable(workspace: Workspace): Promise<Omit<Check, 'what'>> {
  await prepareWorkspace(workspace.root);
  for (const folder of Object.values(workspace)) {
    const probe = join(folder, '.vanban-doctor.tmp');
    await writeFile(probe, 'x');
    await rm(probe);
  }
  return { state: 'good', found: workspace.root };
}

async function oneDrive({ inbox, work }: Workspace): Promise<Omit<Check, 'what'>> {
  const [a, b] = await Promise.all([stat(inbox), stat(work)]);
  if (a.dev === b.dev) return { state: 'good', found: 'có / yes' };
  return {
    state: 'bad',
    found: `${inbox} ≠ ${work}`,
    todo: 'Đặt cả nơi làm việc lên ổ của hộp đến / put the whole workspace on the drive of the inbox: --workspace',
  };
}

async function freeDisk({ root }: Workspace): Promise<Omit<Check, 'what'>> {
  const { bavail, bsize } = await statfs(root);
  const gigabytes = (bavail * bsize) / 2 ** 30;
  const found = `${gigabytes.toFixed(1)} GB`;
  return gigabytes >= DISK_GIGABYTES ? { state: 'good', found } : { state: 'warn', found, todo: 'Giải phóng dung lượng / free some space' };
}

async function memory(flags: PlaceFlags): Promise<Omit<Check, 'what'>> {
  const { pages } = workersFor(await openSettings(flags));
  const megabytes = Math.round(process.availableMemory() / 2 ** 20);
  const found = `${megabytes} MB → ${pages} tiến trình đọc trang / processes that read pages`;
  return megabytes >= 1200 ? { state: 'good', found } : { state: 'warn', found, todo: 'Đóng bớt chương trình khác / close other programs' };
}

async function model(flags: PlaceFlags): Promise<Omit<Check, 'what'>> {
  const { folder } = restoringModel((await openSettings(flags)).modelFolder);
  if (folder) return { state: 'good', found: folder };
  return {
    state: 'warn',
    found: 'không có, chỉ dùng quy tắc / none, rules only',
    todo: 'Đặt mô hình vào data/models/restorer hoặc VANBAN_MODEL_FOLDER / put it there',
  };
}

/** tesseract.js is always there; the machine's own command is only faster. */
async function engine(flags: PlaceFlags): Promise<Omit<Check, 'what'>> {
  const { engine: chosen, tessdata } = await openSettings(flags);
  const languages = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
  const native = languages.status === 0 && /^vie$/mu.test(languages.stdout);
  if (chosen === 'native') {
    return native
      ? { state: 'good', found: 'tesseract (native)' }
      : { state: 'bad', found: 'VANBAN_ENGINE=native', todo: 'apt-get install tesseract-ocr tesseract-ocr-vie' };
  }
  const folder = /^List of available languages in "(.+?)\/?"/mu.exec(languages.stdout ?? '')?.[1];
  const smaller = folder === undefined || tessdata !== null ? '' : `; VANBAN_TESSDATA=${folder}: nhẹ hơn / cheaper`;
  return {
    state: 'good',
    found: native
      ? `tesseract.js; máy có tesseract, VANBAN_ENGINE=native sẽ nhanh hơn / the machine has tesseract: VANBAN_ENGINE=native is faster${smaller}`
      : 'tesseract.js; nhanh hơn nếu cài / faster with: apt-get install tesseract-ocr tesseract-ocr-vie, VANBAN_ENGINE=native',
  };
}

/** Only old Word files, OpenDocument and RTF need it. */
async function office(flags: PlaceFlags): Promise<Omit<Check, 'what'>> {
  const { officeProgram } = await openSettings(flags);
  const { findLibreOffice } = await import('@vanban/pages');
  const found = await findLibreOffice(officeProgram);
  if (found !== null) return { state: 'good', found };
  const { vi, en } = ERRORS['converter-missing'];
  return { state: 'warn', found: officeProgram ?? 'không có / none', todo: `${vi.todo} / ${en.todo}` };
}

/** The whole way of a page: file, picture, engine, language data, in a process of its own. */
async function readSample(): Promise<Omit<Check, 'what'>> {
  const folder = await mkdtemp(join(tmpdir(), 'vanban-doctor-'));
  const place = await openPlace({ workspace: folder });
  const pool = createPool({ size: 1, storeFolder: place.store.folder, settings: place.settings });
  try {
    const { entry } = await takeIn(place, SAMPLE, 'sample.pdf');
    const run = (stage: 'inspect' | 'ocr', page: number) =>
      pool.run({ documentId: entry.id, stage, page }, { seconds: place.settings.pageSeconds, order: 1 });
    await run('inspect', 0);
    await run('ocr', 1);
    const { value } = await loadResult(place, { documentId: entry.id, stage: 'ocr', page: 1 });
    const found = `${value.blocks.length} khối chữ / blocks, tin cậy / confidence ${Math.round(value.confidence * 100)} %`;
    return value.blocks.length > 0 && value.confidence > 0.5
      ? { state: 'good', found }
      : { state: 'bad', found, todo: 'Cài đặt lại / install again: npx pnpm install' };
  } finally {
    await pool.close();
    await rm(folder, { recursive: true, force: true });
  }
}
