// Where does an operator's work live? One folder with four that people use (inbox, done, failed, out) and two for the program (work, store).
//   const workspace = await prepareWorkspace('/srv/vanban');   made where missing, with a page of instructions beside the inbox
import { join } from 'node:path';
import { createFileWhole, makeFolder, typed } from '@vanban/store';

export interface Workspace {
  readonly root: string;
  readonly inbox: string;
  readonly done: string;
  readonly failed: string;
  readonly out: string;
  /** Files that a station has taken and not yet brought to an end. */
  readonly work: string;
  readonly store: string;
}

export function workspaceAt(root: string): Workspace {
  const at = (name: string) => join(root, name);
  return { root, inbox: at('inbox'), done: at('done'), failed: at('failed'), out: at('out'), work: at('work'), store: at('store') };
}

/** Throws `permission-denied`, `disk-full`, `folder-missing`. */
export async function prepareWorkspace(root: string): Promise<Workspace> {
  const workspace = workspaceAt(root);
  await typed(async () => {
    for (const folder of Object.values(workspace)) await makeFolder(folder);
  });
  await createFileWhole(join(root, 'HUONG-DAN.txt'), GUIDE);
  return workspace;
}

const GUIDE = `HƯỚNG DẪN

1. Thả tệp quét hoặc ảnh chụp (PDF, TIFF, JPEG, PNG, HEIC), văn bản (DOCX, TXT; DOC, ODT, RTF nếu máy có LibreOffice),
   tệp nén ZIP hoặc thư điện tử (.eml, .msg) có văn bản đính kèm vào thư mục  inbox  (được phép có thư mục con).
2. Chờ vài giây. Kết quả nằm trong  out/TÊN.json ; tệp gốc được chuyển sang  done/NĂM-THÁNG .
   Tệp nén và thư: mỗi văn bản bên trong một kết quả, trong  out/TÊN.zip/ .
3. Tệp không đọc được nằm trong  failed , kèm  TÊN.error.txt  nói rõ lý do và cách xử lý.
   Sửa xong thì chạy  npx pnpm vanban retry  hoặc thả lại vào  inbox .
4. Tệp có mật khẩu: ghi mật khẩu vào  inbox/passwords.txt , mỗi dòng một mật khẩu.

Không xóa  work  và  store  khi chương trình đang chạy: đó là việc đang làm dở và kết quả trung gian.
Xem tình hình:  npx pnpm vanban status

GUIDE

1. Drop scans or photographs (PDF, TIFF, JPEG, PNG, HEIC), texts (DOCX, TXT; DOC, ODT, RTF where LibreOffice is installed),
   ZIP archives or e-mails (.eml, .msg) with documents attached into  inbox  (subfolders are fine).
2. Wait a few seconds. The result is  out/NAME.json ; the source moves to  done/YEAR-MONTH .
   Archives and e-mails: one result for each document inside, in  out/NAME.zip/ .
3. What cannot be read is in  failed  with  NAME.error.txt , which says why and what to do.
   Then run  npx pnpm vanban retry  or drop it in again.
4. Files with a password: put the password into  inbox/passwords.txt , one a line.

Do not delete  work  and  store  while the program runs. See how it stands:  npx pnpm vanban status
`;
