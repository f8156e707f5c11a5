// How is a name or title written that the page prints in capitals?
// The document's own running text decides first: "SỞ CÔNG THƯƠNG" is written as the body writes it. What the body does not have is set by
// Annex II of Nghị định 30/2020: place names capital in every syllable, kind and function words of bodies capital in the first.
//   'ỦY BAN NHÂN DÂN TỈNH LÀO CAI' → "Ủy ban nhân dân tỉnh Lào Cai"   'PHÓ CHỦ TỊCH' → "Phó Chủ tịch"
// Text that is not in capitals is left alone.
import { foldEvenly, isCapitals } from '@vanban/segment';

/** Written forms of common bodies, functions and provinces, longest first where one begins another. */
const WRITTEN =
  `Cộng hòa xã hội chủ nghĩa Việt Nam|Ủy ban Mặt trận Tổ quốc Việt Nam|Mặt trận Tổ quốc|Ủy ban nhân dân|Hội đồng nhân dân|Đoàn đại biểu Quốc hội|Quốc hội|Thủ tướng Chính phủ|Văn phòng Chính phủ|Chính phủ|Ban Chấp hành Trung ương|Ban Chấp hành|Ban Thường vụ|Ban Chỉ đạo|Ban Tổ chức|Ban Tuyên giáo và Dân vận|Ban Tuyên giáo|Ban Dân vận|Ban Nội chính|Ban Kinh tế|Ban Quản lý|Ủy ban Kiểm tra|Bộ Chính trị|Ban Bí thư|Trung ương Đảng|Trung ương|Tổng Bí thư|Công Thương|Công thương|Nông nghiệp và Phát triển nông thôn|Nông nghiệp và Môi trường|Tài nguyên và Môi trường|Khoa học và Công nghệ|Giáo dục và Đào tạo|Lao động - Thương binh và Xã hội|Lao động|Thương binh|Kế hoạch và Đầu tư|Thông tin và Truyền thông|Văn hóa, Thể thao và Du lịch|Văn hóa|Thể thao|Du lịch|Giao thông vận tải|Dân tộc và Tôn giáo|Nội vụ|Ngoại vụ|Ngoại giao|Quốc phòng|Công an|Tài chính|Tư pháp|Xây dựng|Y tế|Thanh tra|Kho bạc Nhà nước|Nhà nước|Ngân hàng|Bảo hiểm xã hội|Kiểm lâm|Thuế|Hải quan|Thống kê|Tòa án nhân dân|Viện kiểm sát nhân dân|Liên đoàn Lao động|Hội Nông dân|Hội Liên hiệp Phụ nữ|Đoàn Thanh niên|Đảng bộ|Đảng ủy|Đảng|Tỉnh ủy|Thành ủy|Huyện ủy|Thủ đô|Việt Nam|Chủ tịch|Phó Chủ tịch|Thứ trưởng|Bộ trưởng|Giám đốc|Phó Giám đốc|Chủ nhiệm|Bí thư|Chánh|Cục trưởng|Tổng cục trưởng|Trưởng phòng|Thường trực|Văn phòng|Y tế|Giám đốc|Thủ tướng|Thứ trưởng|An Giang|Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|Bình Phước|Bình Thuận|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hồ Chí Minh|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái`.split(
    '|',
  );

/** Kind words whose next syllable begins the body's own name. */
const KINDS =
  /(?<![\p{L}])((?:bộ|sở|cục|vụ|viện|phòng(?! chống)|(?<!ủy |uỷ )ban|trường|trung tâm|công ty|văn phòng|hội(?! đồng)|liên đoàn|thanh tra|chánh|phó|trưởng))\s(?!trưởng)(\p{Ll})/giu;

const PLACES =
  /(?<![\p{L}])(tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường)\s((?!ủy|nhân dân|đoàn|hội)[\p{L}’']+(?:[\s-][\p{L}’']+){0,3})/gu;

/** How far into the text the document's own spelling is looked for, in characters. */
const REACH = 100_000;

export interface Caser {
  /** A body's name. */
  name(capitals: string): string;
  /** A sentence-like title. */
  title(capitals: string): string;
}

/** @param text the document's text, whose own spelling is preferred */
export function caserOf(text: string): Caser {
  const head = text.slice(0, REACH);
  const folded = foldEvenly(head);
  return {
    name: (capitals) => (isCapitals(capitals) ? (ownSpelling(head, folded, capitals) ?? byRules(capitals)) : capitals),
    title: (capitals) => (isCapitals(capitals) ? titleByOwnWords(head, folded, capitals) : capitals),
  };
}

/** The same words elsewhere in the text, not in capitals. */
function ownSpelling(text: string, folded: string, capitals: string): string | null {
  const wanted = foldEvenly(capitals);
  for (let at = folded.indexOf(wanted), tries = 0; at >= 0 && tries < 40; at = folded.indexOf(wanted, at + 1), tries++) {
    const written = text.slice(at, at + wanted.length);
    if (!isCapitals(written) && /^\p{Lu}/u.test(written) && written.toLowerCase() === capitals.toLowerCase()) return written;
  }
  return null;
}

/** UBND, HĐND, BCĐ: words without a vowel, and the common ones with. */
const ABBREVIATION =
  /^(?:[^aeiouyAEIOUYàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]{2,}|UB|UBND|UBKT|UBMTTQ|UBTV|PTDTNT|GDTX|THPT|TNHH|XHCN)$/u;

function byRules(capitals: string): string {
  let written = capitals.replace(/\p{L}+/gu, (word) => (ABBREVIATION.test(word) ? word : word.toLowerCase()));
  for (const kind of ['thành phố', 'thị xã', 'thị trấn']) written = replaceFolded(written, kind);
  written = written.replace(PLACES, (_, kind: string, place: string) => `${kind} ${eachSyllable(place)}`);
  for (const form of WRITTEN) written = written.replaceAll(form.toLowerCase(), form);
  for (const form of WRITTEN) if (form.includes(' ')) written = replaceFolded(written, form);
  written = written.replace(/(?<=(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy )\p{Ll}+(?: \p{Ll}+){0,3}$/u, eachSyllable);
  written = written.replace(KINDS, (_, kind: string, letter: string) => `${kind} ${letter.toUpperCase()}`);
  written = written.replace(/(?<=\s)(?<!tổng |Tổng |chi |Chi )(?:sở|bộ|cục)(?=\s\p{Lu})/gu, (kind) => kind.slice(0, 1).toUpperCase() + kind.slice(1));
  return written.slice(0, 1).toUpperCase() + written.slice(1);
}

/** A form of two words or more also where capitals lost or changed a mark: "hội đòng nhân dân" → "Hội đồng nhân dân". */
function replaceFolded(text: string, form: string): string {
  const wanted = foldEvenly(form);
  const at = foldEvenly(text).indexOf(wanted);
  if (at < 0 || /\p{L}/u.test(text[at - 1] ?? '') || /\p{L}/u.test(text[at + wanted.length] ?? '')) return text;
  return text.slice(0, at) + form + text.slice(at + wanted.length);
}

const eachSyllable = (place: string): string => place.replace(/(?<![\p{L}’'])\p{Ll}/gu, (letter) => letter.toUpperCase());

/** Longest runs of words that the text writes itself keep that spelling; the rest goes lower case. */
function titleByOwnWords(text: string, folded: string, capitals: string): string {
  const words = capitals.replace(/\s+/gu, ' ').split(' ');
  const out: string[] = [];
  for (let i = 0; i < words.length; ) {
    let [taken, count] = [byRules(words[i] as string).toLowerCase(), 1];
    for (let size = Math.min(6, words.length - i); size > 1; size--) {
      const own = ownSpelling(text, folded, words.slice(i, i + size).join(' '));
      if (own === null) continue;
      [taken, count] = [own, size];
      break;
    }
    out.push(taken);
    i += count;
  }
  const written = out.join(' ').replace(PLACES, (_, kind: string, place: string) => `${kind} ${place}`);
  return written.slice(0, 1).toUpperCase() + written.slice(1);
}
