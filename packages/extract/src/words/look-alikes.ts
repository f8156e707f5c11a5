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
  ...['phần đầu', 'phần công', 'phận công', 'phần quyền', 'phần hội', 'bộ phần', 'tài khoản', 'có số', 'có sổ', 'có quan', 'có ban', 'có bán'],
  ...['gia có', 'giá có', 'giá cổ', 'cấp số', 'cấp sổ', 'cấp sơ', 'cấp bổ', 'tính toàn', 'trong độ', 'trong rừng', 'tư này', 'do đặc', 'ngày sau'],
  ...['làm chủ', 'lâm chủ', 'đội phó', 'làm trưởng', 'chỉ đào', 'chi đào', 'thức thi', 'vấn tại', 'viên dân', 'viên trở', 'động chi'],
  ...['từ bỏ', 'từ bộ', 'để ra', 'quá độ', 'quá năm', 'bàn về', 'bản về', 'họp ban', 'hợp bán', 'mua bản', 'cảm biến', 'ký sở', 'vụ an', 'vụ mua'],
  ...['đổi hình', 'trường bắn', 'vũ trường', 'các bến', 'các cặp', 'đầu nối', 'tư do', 'trình từ', 'hội thì', 'thời gian tối'],
  ...['dự trù', 'dự trữ', 'định chính', 'cùng có', 'chủ quan', 'bản giao', 'bản đăng', 'tiền tối', 'tư bổ', 'thủ đúng', 'thu đúng', 'lặp lại'],
  ...['phát tín', 'ghi nhãn', 'nhân thực', 'trang trải', 'cứ một', 'không dễ', 'gia cơ', 'giá cơ', 'đầu từ', 'theo đối', 'động chỉ', 'chỉnh phù'],
  ...['cứu hồ', 'nếu trên', 'tải các', 'tài các', 'thức đầy', 'tâm đúng', 'tàng thư', 'định kèm', 'bảo chi', 'thủ nghiêm', 'nhận tin', 'báo mất'],
  ...['người đàn', 'phái có', 'đảng tại', 'viên trường', 'quản khu', 'nhận điện', 'nhân điện', 'trường bán', 'của hãng', 'để rà', 'để xuất'],
  ...['để nghỉ', 'chỉ dựa', 'tiền phong', 'thành toàn', 'nhân sử', 'nhận sự', 'thanh viên', 'thức sử', 'trong tính', 'cập phát'],
]);
