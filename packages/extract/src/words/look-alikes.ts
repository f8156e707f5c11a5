// Which two-syllable words are other words once their marks are gone?
// Invariant: a word of this list is only itself; the same letters without marks may be any of them.
//   "các cơ quan liên quan | cung cấp" and "cơ quan công an cùng cấp", "cơ sở lưu trú" and "lưu trữ", "cần bổ sung" and "cán bộ"
// Collected from the syllable pairs of public administrative texts that fold to a phrase of the word lists and are at least a thirtieth as frequent.

export const LOOK_ALIKES: ReadonlySet<string> = new Set([
  ...[
    'cung cấp',
    'cùng cấp',
    'lưu trú',
    'lưu trữ',
    'cán bộ',
    'cần bổ',
    'phân bố',
    'phân bổ',
    'truyền thống',
    'truyền thông',
    'công đoàn',
    'công đoạn',
  ],
  ...[
    'công nhân',
    'công nhận',
    'quân đội',
    'quan đối',
    'bí thư',
    'bị thu',
    'trưởng ban',
    'trưởng bản',
    'cửa hàng',
    'của hàng',
    'chỉ tiêu',
    'chi tiêu',
  ],
  ...['cơ bản', 'có bản', 'báo về', 'bảo vệ', 'thi công', 'thì công', 'dân quân', 'dân quận', 'đưa vào', 'dựa vào', 'ban đầu', 'bán đấu', 'thị ủy'],
  ...['thì ủy', 'thuế tỉnh', 'thuế tính', 'củng cố', 'cũng có', 'từ đó', 'tự do', 'nhận được', 'nhân được', 'được sự', 'được sử', 'cơ thể', 'có thể'],
  ...['sở ngành', 'số ngành', 'trong tỉnh', 'trong tình', 'chủ trong', 'chú trọng', 'trường các', 'trưởng các', 'quần chúng', 'quân chủng'],
]);
