// Verbs of office work, folded: what 'thường xuyên' and 'hằng năm' must stand beside to tell how often something is to be done.
// Invariant: first words of verb phrases only; nouns that share the spelling are kept out by what stands before.
const VERBS =
  'bao cao|gui|tong hop|danh gia|ra soat|to chuc|cap nhat|kiem tra|xay dung|trinh|cong bo|lap|tien hanh|thong ke|so ket|tong ket|theo doi|don doc|giam sat|ban hanh|' +
  'phoi hop|chu tri|tham muu|de xuat|thuc hien|trien khai|hop|giao ban|kiem diem|thong bao|cong khai|bo tri|phan bo|quan triet|tuyen truyen|pho bien|boi duong|dao tao|' +
  'ho tro|huong dan|lanh dao|chi dao|quan ly|quan li|nam bat|nam tinh hinh|nam chac|bao dam|dam bao|trao doi|cung cap|bao ve|tang cuong|chu dong|doi chieu|hoc tap|kiem ke|' +
  'phan tich|xem xet|nghien cuu|phai|co trach nhiem|day manh|bao duong|duy tri|thong tin|tiep nhan|doi thoai|tiep cong dan|tiep xuc|phat hien|xu ly|xu li|khao sat|dieu tra|thanh tra|' +
  'bam sat|dang tai|nhac nho|lay y kien|ve sinh|tuan tra|kiem soat|giao duc|dong vien|khuyen khich|quan tam|cham lo|ren luyen|trau doi|nang cao|doi moi|cai tien|hoan thien|' +
  'bo sung|dieu chinh|sao luu|luu tru|bao tri|van hanh|kiem nghiem|quan trac|giu|lien he|gap go|tham|chia se|tiep tuc|truc|phan cong|dien tap|tap huan|kien toan|thay doi|tap trung|canh bao|du bao';

const VERB_NEXT = new RegExp(
  `^ ?(?:tu )?(?:,? ?(?:va )?(?:lien tuc|khong ngung(?: nghi)?|kip thoi|chu dong|dinh ky|dot xuat|chat che|nghiem tuc|day du|tot|co hieu qua) ?,? ?(?:va )?){0,3}(?:(?:moi|cac|nhung) [\\p{L} ]{2,30}? )?(?:${VERBS})(?![\\p{L}])`,
  'u',
);

/** True where an action begins at the head of these folded words. */
export const beginsAction = (folded: string): boolean => VERB_NEXT.test(folded);
