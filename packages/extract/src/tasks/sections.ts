// Can this part of the document hold tasks, judging by its headings and by what it is?
// Invariant: decided from headings and document type alone; the sentences are not read.
//   "KẾT QUẢ ĐẠT ĐƯỢC" no      "Mục đích, yêu cầu" no      "NHIỆM VỤ CỤ THỂ THỜI GIAN TỚI" yes      a form ("Mẫu 01") no
import type { ClauseNode } from '@vanban/contract';
import { fold } from '@vanban/text';

/** none: nothing here is a task. duties: only what bodies are told to do. named: only what somebody named does. all: any command counts. */
export type Reach = 'none' | 'duties' | 'named' | 'all';

const PAST =
  /(?:tinh hinh,? (?:va )?ket qua|ket qua (?:dat duoc|phat trien|kinh te|san xuat|hoat dong|giai ngan|thuc hien|trien khai|cong tac|noi bat|kiem tra|ra soat|giam sat|thanh tra|khao sat)|tinh hinh (?:chung|thuc hien|to chuc|trien khai|dich|kinh te)|ton tai|han che|(?<!(?:thao go|giai quyet|khac phuc|xu ly)(?: cac| nhung)? )(?<!(?:thao go|giai quyet|khac phuc|xu ly)(?: cac| nhung)? kho khan,? )(?:kho khan|vuong mac)|nguyen nhan|danh gia (?:chung|tinh hinh|ket qua)|bai hoc kinh nghiem|uu diem|khuyet diem|thuc trang|su can thiet|boi canh)/u;
// Below what a report tells of the past only a title that looks ahead begins work: "Nhiệm vụ tháng tới"; not "Một số công tác trọng tâm".
const AHEAD =
  /(?:de nghi (?:bo|so|ubnd|uy ban|chinh phu|thu tuong|cac|hdnd|hoi dong|quoc hoi|tinh|cuc) |phuong huong|thoi gian toi|toi$|tiep theo|de xuat|kien nghi|ke hoach (?:thang|quy|nam|6|9))/u;
// In a report: "A. Thực hiện nhiệm vụ công tác tháng 02"; not "Triển khai nhiệm vụ thời gian tới", "Tiếp tục thực hiện …".
const DONE =
  /^(?:[a-zivx\d]{1,4}[.)] ?)?(?:viec )?(?:thuc hien|trien khai)(?: thuc hien)? (?:cac )?(?:nhiem vu|cong tac|ke hoach|chuong trinh)(?!.*(?:toi|tiep theo|ke hoach cong tac))/u;
const FRAME =
  /^(?:muc dich|(?:(?:cac|mot so) )?chi tieu(?= (?:chu yeu|cu the|phan dau)|$| ?[:,.;])|yeu cau(?=$| ?[:,.;]| chung| ve| doi voi| ky thuat| cu the)|muc tieu|quan diem|nguyen tac|pham vi|doi tuong|giai thich tu ngu|can cu(?=$| ?[:,.;]$| (?:phap ly|xay dung|lap|de|va|ban hanh)(?: |$))|co so phap ly|thoi gian|dia diem|thanh phan|dieu kien|tieu chuan|tieu chi|ho so|thu tuc|hieu luc|cac tu viet tat|chuc nang|vi tri|co cau to chuc|che do lam viec|quyen han)/u;
const COMING =
  /(?:de nghi (?:bo|so|ubnd|uy ban|chinh phu|thu tuong|cac|hdnd|hoi dong|quoc hoi|tinh|cuc) |phuong huong|nhiem vu|giai phap|ke hoach|de xuat|kien nghi|cong tac trong tam|thoi gian toi|to chuc thuc hien|trach nhiem)/u;
const DUTIES = /(?:trach nhiem|to chuc thuc hien|dieu khoan thi hanh|nhiem vu|phan cong)/u;

/** In a notice "Về tình hình kinh tế - xã hội": the matter that was concluded on; not "Tình hình kinh tế - xã hội". */
const isConcludedOn = (heading: string): boolean => /^(?:[a-zivx\d]{1,4}[.)-]+ ?)?ve (?:tinh hinh|ket qua)(?: |$)/u.test(heading);

const tellsPast = (heading: string, report: boolean): boolean =>
  PAST.test(heading) || /^(?:[ivx\d]{1,4}[.)] ?)?tinh hinh /u.test(heading) || (report && DONE.test(heading));

/** "Mục đích, yêu cầu": a title whose own clauses hold no work. */
export const isFrame = (title: string): boolean => /^(?:[ivx\d]{1,4}[.)] ?)?muc (?:dich|tieu)/u.test(fold(title));

/** What the clause may hold, given its title and what its parent may hold. `report`: the document tells what was done. `letter`: its principles may be told to those who keep them. */
export function reachOf(node: ClauseNode, title: string | null, parent: Reach, report: boolean, letter = false): Reach {
  if (node.kind === 'attachment') return attachmentReach(node);
  const heading = fold(title ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (heading === '') return parent;
  if (/quyen han/u.test(heading) && parent === 'duties') return 'none';
  const past = tellsPast(heading, report);
  const named = parent === 'none' ? 'none' : 'named';
  if (report && parent === 'none' && node.id.includes('.') && !AHEAD.test(heading)) return 'none';
  if (COMING.test(heading) && !past) return parent === 'duties' && !DUTIES.test(heading) ? 'duties' : 'all';
  if (!past && letter && /^(?:nguyen tac|yeu cau(?=$| ?[:,.;]| chung| cu the))/u.test(heading)) return named;
  if (past && !report && isConcludedOn(heading)) return named;
  if (past || FRAME.test(heading)) return 'none';
  if (/^(?:[ivx\d]{1,4}[.)] ?)?(?:nguon )?kinh phi(?: |$)/u.test(heading)) return named;
  return report && parent === 'none' ? 'none' : parent;
}

/** Forms and lists hold none; regulations hold the duties that they lay on bodies. */
function attachmentReach(node: ClauseNode): Reach {
  const name = fold(`${node.id} ${node.heading ?? ''}`);
  const title = fold(node.heading ?? node.label);
  if (
    /^(?:mau|bieu|bang (?:tieu chi|diem|cham diem))(?: |$)/u.test(name) ||
    /^bang (?:tieu chi|diem|cham diem)/u.test(title) ||
    /danh sach/u.test(name)
  )
    return 'none';
  return [name, title].some((words) => /^(?:quy dinh|quy che|noi quy|dieu le|quy trinh)(?: |$)/u.test(words)) ? 'duties' : 'all';
}
