// Does a name that was read from a scan begin with a surname, and which one?
//   withSurname('Nguyen Văn Mẫu') → "Nguyễn Văn Mẫu"   withSurname('Trúc Mẫu') → null: its surname was not read
// Only for scans: typed names are left as they are. About a hundred surnames cover nearly everybody who signs.
import { fold } from '@vanban/text';

const SURNAMES =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Trương Mai Đào Hà Cao Lương Lưu Tô Tạ Thái Châu Chu Quách Từ Tống Vương Triệu Phùng Kiều Lâm La Lò Lù Giàng Vàng Thào Hạng Sùng Má Lầu Cư Hầu Nông Bế Ma Lộc Lành Hứa Vi Quan Cầm Bạc Tòng Lường Điêu Đèo Mạc Khổng Khúc Kim Thạch Sơn Danh Lục Âu Ứng Văn Đồng Đàm Bàn Phó Tăng Nghiêm Thân Ninh Nhữ Viên Ông Ung Tôn Trang Tiêu Cù Doãn Giang Hán Hàn Hồng Lại Liêu Lữ Mã Ngọ Nhâm Phí Quản Sái Sầm Thi Thiều Tiết Trà Uông Vừ Xa Y K H Siu Ksor Rmah Nay Rah Kpă Niê Ayun Rơ Bá Bành Cái Cấn Cung Diệp Đậu Đổng Đới Giáp Hoa Khương Lã Lăng Mẫn Mông Nghi Nhan Phương Quế Tào Thẩm Thang Tiếp Vi Xuân'.split(
    ' ',
  );

const KNOWN = new Set(SURNAMES);
const BY_FOLD = Map.groupBy(KNOWN, (surname) => fold(surname));

export function withSurname(name: string): string | null {
  const [first = '', ...rest] = name.split(' ');
  if (KNOWN.has(first)) return name;
  const same = BY_FOLD.get(fold(first)) ?? [];
  return same.length === 1 ? [same[0], ...rest].join(' ') : null;
}
