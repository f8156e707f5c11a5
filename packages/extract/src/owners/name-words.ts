// The small words inside and behind names: what a name keeps, what ends it, what only describes it.
// Invariant: data only.
import { type Lexicon, lexicon, phrases } from '../words/lexicon.ts';

/** Belong to the name although they look like verbs or ends. */
export const KEPT: Lexicon = lexicon([
  ...[
    'thông tấn , báo chí',
    'giáo dục và đào tạo',
    'phát thanh , truyền hình',
    'phát thanh - truyền hình',
    'báo chí , truyền thông',
    'chuyên môn , nghiệp vụ',
    'tham mưu , giúp việc',
    'tham gia bảo vệ an ninh trật tự',
    'tham gia bảo vệ an ninh , trật tự',
  ],
  ...phrases(`thông tin đại chúng, giáo dục thường xuyên, ở trung ương và địa phương, trung ương và địa phương, thuộc phạm vi quản lý, thuộc quyền quản lý, thuộc thẩm quyền quản lý, thuộc lĩnh vực quản lý, thuộc địa bàn quản lý, thuộc trách nhiệm quản lý, mới thành lập, có liên quan, liên quan, liên quan đến, liên quan tới, có thẩm quyền, trực thuộc, thuộc, của, trên địa bàn, trên toàn quốc, trên phạm vi, trong tỉnh, trong ngành, trong toàn, trong cả nước, trong hệ thống, trong khối, trong khu, trong phạm vi, trong huyện, trong xã, trong và ngoài, ở địa phương, ở nước ngoài, ở trong nước, tại việt nam, tại nước ngoài,
    ở trung ương, ở cơ sở, ở cấp, ở các, tại địa phương, tại trung ương, tại cơ sở, tại địa bàn, tại các, đóng trên địa bàn, được chỉ định, được ủy quyền, được cấp phép, được thành lập, được lựa chọn, chỉ đạo trung ương, tổ chức đảng, chức năng, chuyên trách, trực tiếp quản lý, quản lý trực tiếp,
    phụ trách, dự án đầu tư xây dựng, dự án đầu tư, chuyên môn, nghiệp vụ, cùng cấp, các cấp, quản lý hành chính, về trật tự xã hội, về trật tự, về ma túy, có nhu cầu, có chức năng, tiến hành tố tụng, thường trực, trong nước, kiểm soát nghề cá, ngoài công lập, ngoài nhà nước, nêu trên, nói trên, kể trên, có tên trên, trong lĩnh vực`),
]);
/** Says how far a body's duty goes: no part of its name. */
export const WITHIN_DUTIES = lexicon(
  phrases(
    'trong phạm vi chức năng, trong phạm vi nhiệm vụ, trong phạm vi quyền hạn, trong phạm vi thẩm quyền, trong phạm vi trách nhiệm, trong phạm vi quản lý',
  ),
);
/** Behind a dash: what the body is for the work. "Sở A - thường trực kế hoạch" */
export const ROLES = lexicon(
  phrases('thường trực, cơ quan thường trực, cơ quan chủ trì, cơ quan đầu mối, đơn vị chủ trì, đơn vị đầu mối, đầu mối, chủ trì'),
);
export const SPECIALISED = lexicon(phrases('chuyên trách, chuyên môn, sự nghiệp, nghiệp vụ'));
export const JOINED = lexicon(
  phrases('ngoài nước, ngoài công lập, truyền thông, công nghệ, môi trường, đào tạo, phát triển, xã hội, trẻ em, du lịch, dân vận, chống'),
);
export const PLACED = lexicon(phrases('cấp, công tác, cốt cán'));
export const RELATIVE = lexicon(phrases('chưa, đã, dã, đang, mà, được, bị, không, hiện, còn'));
/** What a main verb phrase may begin with behind a relative clause: behind "đã", "chưa", "không" only what orders, behind "được" any. */
export const STRONG_MAIN = lexicon(
  phrases(
    'khẩn trương, phải, cần, có trách nhiệm, chịu trách nhiệm, nghiêm túc, chủ động, tích cực, kịp thời, tiếp tục, tập trung, thường xuyên, sớm, nhanh chóng',
  ),
);
export const MAIN = lexicon(
  phrases(
    'khẩn trương, phải, cần, có trách nhiệm, chịu trách nhiệm, nghiêm túc, chủ động, chủ trì, phối hợp, tích cực, kịp thời, tiếp tục, thực hiện, tổ chức, triển khai, tập trung, thường xuyên, rà soát, báo cáo, tổng hợp, gửi, căn cứ',
  ),
);
/** Behind "nơi …" the sentence goes on with these. */
export const PLACE_ENDS = lexicon(
  phrases(
    'có trách nhiệm, chịu trách nhiệm, có nhiệm vụ, chủ trì, phối hợp, phải, khẩn trương, chủ động, kịp thời, nghiêm túc, thường xuyên, tiếp tục, tổ chức thực hiện',
  ),
);
/** "có" that says what the body must do, not what it has. */
export const DUTY = lexicon(
  phrases(
    'có trách nhiệm, có quyền, có thể, có hiệu lực, có nhiệm vụ, có nghĩa vụ, có ý kiến, có văn bản, có báo cáo, có kế hoạch, có giải pháp, có biện pháp, chủ trì, phối hợp, làm đầu mối, làm rõ, làm tốt, tổ chức triển khai, tổ chức thực hiện',
  ),
);
export const ENDS = lexicon(
  phrases(
    'để, khi, nếu, mà, thì, là, mời, bắt đầu, đã, đang, sẽ, chưa, không, phải, cần, với, cho, đến, tới, từ, bằng, nhằm, trước, sau, ngay, vào, như, về, bị, gồm, do, qua, tại, ở, trên, trong, theo, được, căn cứ, hiện, vẫn, còn, nêu, tự, cùng, có, gửi, nộp, cử, tăng, bám, hết, hoặc, đưa, mở, giữ, xin, lấy, nên, biết, luôn, cũng, đều, khẩn trương, phương án, kế hoạch, dự thảo, hồ sơ, danh sách, việc, tình hình, ý kiến, đề án, kinh phí, số liệu, danh mục, văn bản, kết quả, nội dung, nhận thấy, nhận được, cho rằng, cho biết, thấy, thống nhất, đồng ý, ủng hộ, mong, muốn, nhấn mạnh, khẳng định, cho hay, kết luận, nhận định, nhất trí, chấp thuận, nói, chỉ, cũng, lại, vừa, ra, đi, trúng, đồng loạt, vui lòng, giúp, ước, chịu, nơi, nào, ký, xét, chậm, xuất cấp, tặng, tạm, thẳng thắn, thường, vốn, vẫn, từng, rút, bị, kính, xin, trân trọng, hoan nghênh, đánh giá, tiếp tục, phúc đáp, trả lời, kính báo cáo, xin ý kiến, nhận thức, quyết nghị, ghi nhận, biểu dương, đánh giá cao',
  ),
);
export const DANGLING = lexicon(phrases('và, hoặc, của, các'));

/** Occupations that are as often what the body is told to do. */
export const ALSO_WORK = lexicon(
  phrases(
    'thực hiện, tổ chức, nghiên cứu, cung cấp, tham mưu, kiểm tra, thanh tra, xử lý, thẩm định, phối hợp, tham gia, đăng ký, cấp, quyết định, phát triển, giám sát, hỗ trợ, tuyên truyền, xây dựng, tiếp nhận, công bố, kiểm soát, tổng hợp, lắp đặt, chủ trì, điều hành, vận hành, làm',
  ),
);
