// Which fixed phrases of an administrative document does a row hold?
// All tests look at folded text (no marks, lower case), so "KÍNH GỬI", "Kính gừi" and "Kinh gui" are one.
//   isMotto('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM')   isAddressing('Kính gửi: Bộ Nội vụ')   not: 'kính gửi kèm theo' inside a sentence
// It does not know where on the page a row stands; head.ts and foot.ts do.
import { isCapitals, type Row } from './row.ts';

const MOTTOS = ['cong hoa xa hoi chu nghia viet nam', 'doc lap - tu do - hanh phuc', 'dang cong san viet nam'];

/** Quốc hiệu, Tiêu ngữ or the Party's name, also with several letters misread. */
export function isMotto(row: Row): boolean {
  if (row.text.length > 60) return false;
  return MOTTOS.some((motto) => likeness(row.folded, motto) > 0.62);
}

/** Share of common letter pairs of two short texts, 0…1. */
export function likeness(a: string, b: string): number {
  const [x, y] = [pairs(a), pairs(b)];
  if (x.size === 0 || y.size === 0) return 0;
  let common = 0;
  for (const pair of x) if (y.has(pair)) common++;
  return (2 * common) / (x.size + y.size);
}

function pairs(text: string): Set<string> {
  const letters = text.replace(/[^\p{L}\p{N}]+/gu, '');
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)));
}

/** "Số:" at the row's start or behind a few specks. */
export const NUMBER_LABEL = /^(?:[^\p{L}\p{N}]{1,6}|\p{L}\s){0,2}s[oea06]\s{0,3}[:.;]{1,2}\s{0,3}/u;

/** "Số: 15/QĐ-BNV", "Số 2449 -CV/ĐU", "S6: /UBND", "Số:". Not "Số lượng", not "số 5 phố Huế" inside a sentence. */
export const isNumberLine = (row: Row): boolean =>
  NUMBER_LABEL.test(row.folded) ||
  (/^S/u.test(row.text) && /^s[o06]\s{1,3}[\p{N}.…/-]/u.test(row.folded) && /[-–/]\s{0,2}\p{Lu}/u.test(row.text) && row.text.length < 60);

/** "Hà Nội, ngày 15 tháng 01 năm 2025", "Lào Cai, ngày tháng năm 2026". Not a sentence or a citation that tells a date. */
export const isDateLine = (row: Row): boolean =>
  row.text.length < 90 &&
  /^(?:[^\d,;]{0,40}[,;.]?\s{0,3})?ng[ao]?[yv](?=[^\p{L}]|[lio]\d).{0,14}th[aá]ng.{0,14}n[aă]m[\s\p{N}.…_]{0,9}$/u.test(row.folded) &&
  !/\s(?:so|cua|tu|den)\s/u.test(row.folded.slice(0, 45));

/** "V/v …", also read as "Viv", "Vlv", "V⁄v"; "Về việc …". */
export const isSubjectLine = (row: Row): boolean => /^(?:v\s?[/⁄il1|]\s?v\s|v\s?[/⁄|]\s?v|v\s?[/⁄]\s|ve viec\s)/u.test(row.folded);

export const isAddressing = (row: Row): boolean =>
  /^k[ií]nh\s+(?:g[uư][iỉ]|chuyen|trinh)\s{0,3}[:;.-]/u.test(row.folded) ||
  /^kinh gui\s*$/u.test(row.folded) ||
  (/^kinh gui\s/u.test(row.folded) && row.text.startsWith('K')) ||
  (row.text.length < 14 && row.text.startsWith('K') && likeness(row.folded, 'kinh gui') > 0.5);

/** "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:", the addressing of a công điện. */
export const isTelegramAddressing = (row: Row): boolean => /(?:^|\s)dien\s{0,2}:$/u.test(row.folded) && /\p{Lu}{2}/u.test(row.text);

/** "Nơi nhận:", also with letters misread ("Nơi nhân", "Nơi ai b"). */
export const isRecipients = (row: Row): boolean =>
  /^noi\s{0,2}nh[ae]n\s{0,3}(?:[:;.,-]|$)/u.test(row.folded) ||
  /^noi nhan\s/u.test(row.folded) ||
  /^\p{L}{0,5}oi\s?nh[ae]n\s{0,2}[:;.]?$/u.test(row.folded) ||
  (row.text.length < 14 && /^n[oơ][iíì]\s/iu.test(row.text) && likeness(row.folded, 'noi nhan') > 0.35 && row.lineStart);

/** "- Lưu: VT, VP." at the end of Nơi nhận. */
export const isFiling = (row: Row): boolean => /^[-–—+*•.]?\s{0,2}luu\s{0,2}(?:[:;.]|vt|van|vp|ho so|[a-z]{2,4},)/u.test(row.folded);

/** "QUYẾT ĐỊNH:", "QUYẾT NGHỊ:" between the grounds and the articles. */
export const isEnacting = (row: Row): boolean => /^(?:nay )?(?:quyet dinh|quyet nghi)\s{0,2}:?$/u.test(spacedOut(row.folded)) && isCapitals(row.text);

/** "Q U Y Ế T  Đ Ị N H" → "quyet dinh"; other text as it is. */
export function spacedOut(folded: string): string {
  if (!/^(?:\p{L} ){3}/u.test(folded)) return folded;
  return folded
    .split(/\s{2,}/u)
    .map((word) => word.replaceAll(' ', ''))
    .join(' ');
}

/** "Căn cứ Luật …", "Xét đề nghị …", "Theo đề nghị của …". */
export const isGroundsOpener = (row: Row): boolean =>
  /^(?:can cu|xet de nghi|theo de nghi|xet to trinh|xet thay|sau khi xem xet|thuc hien|tren co so)\s/u.test(row.folded) && /^\p{Lu}/u.test(row.text);

/** Rows that open the body of a letter. A hint only. */
export const isBodyOpener = (row: Row): boolean =>
  /^\p{Lu}/u.test(row.text) &&
  /^(?:thuc hien|can cu|de |ngay |tai (?:phien hop|cuoc hop|hoi nghi|buoi) |theo |trong |xet |lien quan|tra loi|tiep theo|tiep tuc|nham |tren co so|vua qua|hien nay|qua |sau khi|nhan duoc|thoi gian|phuc dap|hoi |truoc |duoc su|uy ban nhan dan.{3,60}nhan duoc|(?:so|bo|cuc|chi cuc|phong|van phong|ubnd|tong cuc|ban|cong ty)\s.{3,60}\s(?:nhan duoc|tiep nhan|co y kien|ban hanh|da co)\s|trien khai|tiep nhan|de nghi|kinh )/u.test(
    row.folded,
  );

/** TM. KT. TL. TUQ. Q. and the Party's T/M K/T T/L before a title in capitals. */
export const isAuthority = (row: Row): boolean =>
  row.text.length < 90 &&
  /^(?:TM|KT|TL|TUQ|TLQ|Q|T\s?\/\s?M|K\s?\/\s?T|T\s?\/\s?L|T\/U|TH)\s?[.,:/]?\s?[.,]?\s{0,2}\p{Lu}{2}/u.test(row.text) &&
  /^(?:tm|kt|tl|tuq|tlq|q|t\s?\/\s?m|k\s?\/\s?t|t\s?\/\s?l|th)\s?[.,:/\s]/u.test(row.folded);

const POSITIONS =
  /^(?:q\. ?|quyen )?(?:pho |thu )?(?:chu tich|chu nhiem|bo truong|thu truong|truong|thong doc|tong giam doc|giam doc|thu tuong|tong bi thu|bi thu|thuong truc|chanh|cuc truong|tong cuc truong|tong thanh tra|vien truong|tong kiem toan|vu truong|chi cuc truong|hieu truong|hieu pho|tong bien tap|tu lenh|chinh uy|uy vien|nguoi dai dien|ke toan truong|phong|trung tuong|chu toa|thu ky|nguoi lap|thuong vu|chi huy truong|doi truong|pho|ban |dai dien)/u;

/** "CHỦ TỊCH", "PHÓ GIÁM ĐỐC", also with a name after it. In capitals, short. */
export const isPosition = (row: Row): boolean => {
  const head = row.text.match(/^[\p{Lu}\s.,&-]{4,}/u)?.[0] ?? '';
  return row.text.length < 80 && head.trim().length >= 4 && POSITIONS.test(row.folded);
};

const DEGREES =
  /^(?:(?:PGS|GS|TS|ThS|BS|KS|Ths|CN|LS|BSCKII|BSCKI|CKI|CKII|Đại tá|Thượng tá|Trung tá|Thiếu tướng|Trung tướng|Đại tướng)\s?\.?\s?){1,3}/u;

/** "PGS.TS. Trần Văn Mẫu," → "Trần Văn Mẫu", specks in front left out too. */
export const withoutDegrees = (name: string): string =>
  name
    .replace(/^[^\p{L}]+/u, '')
    .replace(DEGREES, '')
    .replace(/(?<![.,\s])[.,\s]+$/u, '');

/** A person's name: two to six capitalised syllables ("Nguyễn Văn An", "PGS.TS. Trần B"). Not "Phòng Tài chính". */
export const isPersonName = (row: Row): boolean => {
  const bare = withoutDegrees(row.text);
  return /^(?:[YHK]|\p{Lu}[\p{Ll}’']{1,7})(?:\s\p{Lu}[\p{Ll}’']{0,8}){1,5}$/u.test(bare) || /^\p{Lu}{2,7}(?:\s\p{Lu}{1,8}){1,4}$/u.test(bare);
};

export const isCopyMark = (row: Row): boolean =>
  /^(?:sao ?y|sao luc|trich sao|sao y ban chinh|ban sao)(?:\s|$|;|:|,)/u.test(row.folded) && (isCapitals(row.text) || row.text.length < 30);

/** HỎA TỐC, KHẨN, MẬT, the receiver's ĐẾN stamp and its lines. */
export const isStamp = (row: Row): boolean =>
  row.role === 'stamp' ||
  row.role === 'note' ||
  (isCapitals(row.text) &&
    /^(?:hoa toc|thuong khan|khan|mat|toi mat|tuyet mat|hoa toc hen gio|luu hanh noi bo|xem xong tra lai|(?:\p{L}{0,4}ng )?van den|den)[.!]?$/u.test(
      row.folded,
    )) ||
  /^(?:den\s{1,3}(?:so|ngay)\s?:|chuyen\s?:|so den\s?:|so va ky hieu hs)/u.test(row.folded) ||
  /^(?:nguoi ky|email|co quan|thoi gian ky|ky boi|signature not verified|ngay ky)\s?:/u.test(row.folded);

/** "(Kèm theo Quyết định số …)", "(Ban hành kèm theo …". */
export const isIssuedWith = (row: Row): boolean => /^\(?\s?(?:ban hanh )?kem theo\s/u.test(row.folded) && /^[(KB]/u.test(row.text);
