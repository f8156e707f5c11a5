// The words by which a Vietnamese directive gives work: what it may begin with, who gives it, and what only surrounds it.
// Invariant: data only; every list is compared without marks where it has two syllables or more (lexicon.ts).
//   "khẩn trương rà soát" begins with an ADVERB, "rà soát" is an ACTION, "đề nghị" hands the work to whoever is named next.
// Collected from the words that follow "có trách nhiệm", "khẩn trương", "chủ động", "tiếp tục" in public administrative texts.
import { lexicon, phrases } from './lexicon.ts';

/** Hands work to the body that follows: "giao Sở A làm", "đề nghị các đơn vị gửi". Not "giao dịch", "yêu cầu kỹ thuật" (see NOT_VERBS). */
export const ASSIGN = lexicon(
  phrases(`giao, giao cho, yên cầu, giao nhiệm vụ cho, đề nghị, kính đề nghị, trân trọng đề nghị, yêu cầu, phân công, phân công cho, giao trách nhiệm cho, ủy quyền cho,
    đề xuất giao, kính mời, điện khẩn, lưu ý, thống nhất giao, đồng ý giao, nhất trí giao, quyết định giao, kiến nghị`),
);

/** A directs, B does: "chỉ đạo các cơ quan rà soát". The one who is directed leads. */
export const DIRECT = lexicon(
  phrases(`chỉ đạo, lãnh đạo và chỉ đạo, quan tâm chỉ đạo, tiếp tục chỉ đạo, tập trung chỉ đạo, tăng cường chỉ đạo, chỉ đạo và đôn đốc, chỉ đạo và hướng dẫn, kịp thời chỉ đạo,
    trực tiếp chỉ đạo, khẩn trương chỉ đạo, chủ động chỉ đạo, phối hợp chỉ đạo, có trách nhiệm chỉ đạo, chịu trách nhiệm chỉ đạo, phải chỉ đạo, cần chỉ đạo, nghiêm túc chỉ đạo, thường xuyên chỉ đạo, có ý kiến chỉ đạo, có văn bản chỉ đạo, xem xét chỉ đạo, xem xét và chỉ đạo, sớm chỉ đạo, sớm có chỉ đạo, có chỉ đạo, tổ chức chỉ đạo`),
);

/** Says that a duty follows: "phải", "cần", "có trách nhiệm". */
export const MODAL = lexicon(
  phrases(`phải, cần, cần phải, đều phải, có trách nhiệm, chịu trách nhiệm, có nhiệm vụ, có nghĩa vụ, được giao, được phân công, chủ trì, đồng chủ trì, làm đầu mối, làm nòng cốt, là đầu mối, là cơ quan đầu mối, là cơ quan thường trực, là thường trực, là đơn vị đầu mối, là cơ quan chủ trì, là đơn vị chủ trì,
    không được, nghiêm cấm, tuyệt đối không, căn cứ, tự, cùng, chịu trách nhiệm chính, được yêu cầu, phải có trách nhiệm, cần có, phải có`),
);

/** How the work is to be done; a verb phrase may begin with it. Words of haste are no deadline. */
export const ADVERB = lexicon(
  phrases(`khẩn trương, chủ động, tích cực, kịp thời, nghiêm túc, kiên trì, tiếp tục, tập trung, thường xuyên, sớm, nhanh chóng, trực tiếp, quan tâm, tăng cường, đẩy mạnh, ưu tiên, chú trọng, chú ý, kiên quyết, cương quyết,
    quyết liệt, cùng với, thực sự, phối hợp, phối hợp chặt chẽ, định kỳ, hằng năm, hàng năm, hằng tháng, hàng tháng, hằng quý, hàng quý, hằng tuần, hàng tuần, hằng ngày, hàng ngày, ngay, nỗ lực, phấn đấu,
    chậm nhất, bằng mọi biện pháp, nghiêm chỉnh, gương mẫu, tiên phong, mạnh dạn, sẵn sàng, cơ bản, đồng thời, cùng nhau, luôn, vận dụng, dành, tận dụng, quyết tâm, bước đầu, xem xét, đôn đốc, kịp thời có, liên tục, vui lòng`),
);

/** What can be done. Two syllables or more: may stand anywhere a verb phrase begins. */
export const ACTION = lexicon(
  phrases(`áp dụng, ban hành, bám sát, báo cáo, bảo đảm, đảm bảo, bảo vệ, bãi bỏ, bàn giao, biên soạn, biểu dương, bố trí, bồi dưỡng, bồi thường, bổ sung, bổ nhiệm, cải cách, cải thiện, cải tiến, cam kết, cắm mốc,
    cân đối, cảnh báo, cắt giảm, cập nhật, chăm lo, chăm sóc, chấm dứt, chấn chỉnh, chấp hành, chỉnh sửa, chỉnh lý, chi trả, chia sẻ, chuẩn bị, chuẩn hóa, chuyển đổi, chuyển giao, chứng thực, công bố, công khai,
    công nhận, củng cố, cung cấp, cung ứng, cụ thể hóa, cử cán bộ, cử người, cử đại diện, dự báo, dự kiến, dự trù, dự trữ, duy trì, duy tu, đánh giá, đào tạo, đăng ký, đăng kí, đăng nhập, đăng tải, đầu tư, đẩy nhanh, đấu tranh,
    đề xuất, đề ra, điều chỉnh, điều hành, điều phối, điều tra, định hướng, đóng góp, đối chiếu, đối phó, đổi mới, đôn đốc, đơn giản hóa, đưa vào, đưa ra, gắn kết, giải quyết, giải trình, giải thích, giám sát,
    giao ban, giảm thiểu, giới thiệu, giữ gìn, giữ vững, giúp đỡ, góp phần, hạch toán, hạn chế, hỗ trợ, hoàn chỉnh, hoàn tất, hoàn thành, hoàn thiện, hoàn trả, họp bàn, huấn luyện, huy động, hướng dẫn, kê khai,
    kết nối, kết hợp, kêu gọi, mời gọi, cân nhắc, rút kinh nghiệm, xuất cấp, đẩy lùi, đa dạng hóa, thăm dò, tu bổ, tôn tạo, bảo tồn, trùng tu, cải tạo, chỉnh trang, vệ sinh, phun thuốc, điều tiết, cấp cứu, cứu hộ, sơ tán, di chuyển, tập kết, gieo trồng, thu hoạch, xuống giống, chống hạn, chống úng, đắp đê, gia cố, ký hợp đồng, nộp hồ sơ, nộp lại, gửi lại, lập lại, tạm ứng, giải đáp, đối thoại, tiếp xúc, tiếp dân, tiếp công dân, thẩm tra, tổng rà soát, truy thu, truy tố, khởi tố, điều động, chọn cử, luân chuyển, tinh giản, sáp nhập, hợp nhất, tách, cắt cử, phân giao, phân tách, tiết giảm, tiết chế, tăng tốc, tăng thời lượng, tăng thu, bứt phá, kiểm định, hiệu chuẩn, đo đạc, cắm biển, treo biển, treo cờ, trồng cây, trồng rừng, khoán, giao khoán, giao đất, giao rừng, cho thuê, cấp giấy phép, cấp chứng từ, cấp phép, gia hạn, thu phí, thu thuế, hoàn thuế, miễn giảm, giải trình, niêm phong, tịch thu, tạm giữ, bắt giữ, nghiêm cấm, cho phép, lưu ý, tìm nguồn, bổ trợ, trợ giúp, tương trợ, khuyến khích, động viên, cổ vũ, biểu dương, phê bình, phê phán, lên án, đình hoãn, nhắc nhở, chấn chỉnh, xin ý kiến, hỏi ý kiến, tham vấn, tư vấn, khai báo, khai thác, khảo sát, khắc phục, khen thưởng, khoanh vùng, khôi phục, khống chế, khuyến cáo, kiểm điểm, kiểm kê, kiểm soát, kiểm tra, kiện toàn, kiến nghị, ký kết, lãnh đạo, lắp đặt,
    lập danh sách, lập hồ sơ, lập kế hoạch, lập dự toán, lập báo cáo, lấy ý kiến, lấy mẫu, liên hệ, lồng ghép, lựa chọn, lưu giữ, lưu trữ, làm rõ, làm tốt, làm việc, làm thủ tục, mở rộng, mở lớp, nắm bắt, nắm chắc,
    nắm tình hình, nâng cao, nâng cấp, ngăn chặn, ngăn ngừa, nghiên cứu, nghiệm thu, nêu rõ, nhận diện, nhân rộng, niêm yết, nộp báo cáo, phản ánh, phản hồi, phát động, phát hành, phát hiện, phát huy, phát triển,
    phân bổ, phân cấp, phân công, phân loại, phân tích, phân luồng, phê duyệt, phổ biến, phòng ngừa, phòng chống, phục hồi, phục vụ, phô tô, quán triệt, quản lý, quản lí, quy hoạch, quyết toán, quyết định,
    rà soát, ra quân, sắp xếp, sản xuất, sàng lọc, sơ kết, soạn thảo, sửa chữa, sửa đổi, sử dụng, tái cấu trúc, tái sử dụng, tạm dừng, tạo điều kiện, tạo lập, tăng cường, tập hợp, tập huấn, tham dự, tham gia, tham mưu,
    thanh toán, thanh tra, tháo gỡ, thay thế, thành lập, thảo luận, thẩm định, thẩm tra, theo dõi, thể chế hóa, thi hành, thiết lập, thiết kế, thí điểm, thông báo, thông tin, thống kê, thống nhất, thực hiện, thực thi,
    thu gom, thu hồi, thu hút, thu thập, thúc đẩy, tiến hành, tiếp cận, tiếp nhận, tiếp thu, tiết kiệm, tích hợp, tìm hiểu, tìm kiếm, tính toán, tổ chức, tổng hợp, tổng kết, trang bị, trao đổi, tra cứu, triển khai,
    tri ân, trả lời, tu sửa, trang trí, trữ nước, bơm nước, kế thừa, thuyết minh rõ, thuyết minh làm rõ, tuyển quân, tạo thuận lợi, giảm lãi suất, giảm giá, cắt điện, phát tin, viết tin, viết bài, kiểm đếm, bắn pháo hiệu, neo đậu, ghi chép, nhắn tin, tuyển sinh, tuân thủ, túc trực, tuyên truyền, tuyển chọn, tuyển dụng, từ chối, ủng hộ, ứng dụng, ứng phó, ứng trực, vận động, vận hành, vinh danh, xác định, xác minh, xác nhận, xây dựng,
    xây mới, tái định cư, xem xét, xét duyệt, xử lý, xử lí, xử phạt, xúc tiến, yết giá, ngừng, dừng, trực ban, trực cấp cứu, huy động ngay, báo ngay, chuyển hồ sơ, gửi báo cáo, gửi văn bản, gửi hồ sơ, gửi ý kiến, gửi danh sách, gửi kết quả,
    có kế hoạch, có cam kết, có giải pháp, có biện pháp, có phương án, có văn bản, có báo cáo, có ý kiến, có hình thức, cho ý kiến, góp ý, tham gia ý kiến, trình ban hành, dẫn dắt, hình thành, thiết thực, làm chủ, cắt tỉa, di dời,
    giải phóng, giải ngân, nạo vét, lập lại, khơi thông, trồng, hợp tác, liên kết, quảng bá, xúc tác, khai giảng, tiêm phòng, tiêu hủy, tiêu độc, khử trùng, cách ly, điều trị, cứu chữa, thu dung, số hóa, mã hóa, xuất trình, thu xếp, đền bù, triệu tập, chỉ định, đính chính, thụ lý, hủy bỏ, bồi hoàn, phong tỏa, giải tỏa, khấu trừ, quy đổi, chứng minh, tuân theo, phân quyền, khởi công, bình xét, xét chọn, xét tặng, suy tôn, trấn áp, đấu nối, truy xuất, truy vết, tầm soát, dọn dẹp, chằng chống, soát xét, phản biện, cơ cấu lại, giám định, phủ sóng, lan tỏa, khơi dậy, chung tay, kích hoạt, đưa đón,
    đồng bộ, cấp phát, cấp giấy, cấp kinh phí, vận chuyển, tháo dỡ, cưỡng chế, truy quét, tuần tra, canh gác, bảo trì, bảo quản, bảo mật, cài đặt, mua sắm, đấu thầu, đấu giá, thanh lý, chi tiêu, trích lập, trích nộp,
    chốt, trưng tập, trưng dụng, sao gửi, sao lục, cử tối thiểu, cử một, đi đầu, đón tiếp, đón, thăm hỏi, tặng quà, tôn vinh, kỷ niệm, treo, thắp, viếng, hưởng ứng, phát sóng, đưa tin, mở chuyên mục, truyền thông, truyền tải, đối soát, ánh xạ, kiểm thử, đồng bộ hóa, siết chặt, uốn nắn, thắt chặt, truyền bá, phủ xanh, nhân lên, gìn giữ, lan truyền, luân phiên, truyền nhận, ký số, xác thực, gắn mã, dẫn chiếu, viện dẫn, hiệu chỉnh, đính kèm`),
);

/** Single syllables and looser verbs that open a command ("Gửi báo cáo …", "Lập danh sách …") but stand inside names and nouns too often elsewhere. */
export const OPENING = lexicon(
  phrases(`đầu mối tiếp nhận, đầu mối tổng hợp, đầu mối theo dõi, đầu mối tham mưu, đầu mối phối hợp, họp, gửi, nộp, cử, lập, gắn, lấy, làm, đưa, mở, tạo, trình, thu, chi, cấp, chuyển, đặt, giữ, in, ghi, bám, bàn, bảo, báo, bắt buộc, bổ trí, chọn, chống, cho, chủ trì, có, coi, công bố, dán, dành, dùng, điền,
    đề cao, đề nghị, giảm, giảng, góp, gọi, hỗ trợ, kéo, khai, khoanh, khởi công, khuyến khích, kiểm, ký, làm đầu mối, lên, mời, mua, nắm, nâng, nêu, ngăn, nhận, nhập, phát, phân, phát huy, phối hợp, quét, quản,
    sửa, sao, tăng, tham mưu, thay, thuê, tổ chức, tính, tìm, trao, trả, tránh, triệt để, trồng, tự, ưu tiên, vào, viết, vận dụng, xác lập, xin, xem, xét, xóa, xuất, yêu cầu, phấn đấu, sẵn sàng, chỉ đưa, chỉ thực hiện, chỉ tiến hành, chỉ sử dụng, chỉ tổ chức, chỉ cấp, chỉ khai thác, chỉ vận chuyển, chỉ tiếp nhận, không để, không ngừng, thi đua, ra sức, hạ, tháo, truy,
    tiếp, tiến tới, ra, giúp, tách, khoán, treo, phun, đắp, tổ, rút, bớt, cắt, dừng, dựng, giao nộp, tạm, từng bước, tham khảo, nhắc, lưu, ghép, nối, quay, chạy, đo, đếm, đóng, đọc, đăng, đổi, đi`),
);

/** Look like one of the above but are parts of nouns: "giao thông", "yêu cầu kỹ thuật", "tổ chức đảng", "báo cáo viên". They end no name and open no command. */
export const NOT_VERBS = lexicon(
  phrases(`thay mặt, cần thiết, quy hoạch đô thị, quy hoạch sử dụng, quy hoạch xây dựng, quy hoạch tổng thể, quy hoạch chi tiết, quy hoạch phân khu, quy hoạch chung, cử nhân, trình độ, trình tự, quản đốc, bảo hiểm xã hội, bảo hiểm y tế, bảo hiểm thất nghiệp, lãnh đạo cơ quan, lãnh đạo đơn vị, lãnh đạo sở, lãnh đạo bộ, lãnh đạo ủy ban, lãnh đạo phòng, giao thông, giao ban, giao dịch, giao lưu, giao diện, tổ chức đảng, tổ chức chính trị, tổ chức xã hội, tổ chức đoàn thể, tổ chức hội, tổ chức tín dụng, tổ chức cơ sở đảng, tổ chức thành viên, báo cáo viên, phát thanh, phát ngôn,
    thông tin và truyền thông, thông tin điện tử, quản lý thị trường, quản lý nhà nước, quản lý dự án, quản lý rừng, quản lý khu, quản lý thuế, chỉ đạo trung ương, kiểm tra trung ương, kiểm tra đảng ủy, kiểm tra tỉnh ủy, tổ chức trung ương,
    chỉ huy, thanh tra bộ, thanh tra tỉnh, thanh tra chính phủ, kiểm toán nhà nước, kiểm dịch, thi hành án, giám định y khoa, giám định tư pháp, giám định viên, xây dựng đảng, phát triển nông thôn, đào tạo nghề, bảo vệ thực vật, bảo vệ môi trường,
    công khai minh bạch, chủ tịch, chủ nhiệm, chủ đầu tư, chủ sở hữu, chủ rừng, cấp ủy, cấp xã, cấp huyện, cấp tỉnh, cấp trung ương, cấp bộ, cấp cơ sở, cấp phòng, cấp sở, cấp trên, cấp dưới, có liên quan, có thẩm quyền,
    thu nhập, chi nhánh, chi bộ, chi cục, chi hội, chi đoàn, chi phí, công bố thông tin, xuất khẩu, nhập khẩu, làm việc tại, khai thác khoáng sản, dịch vụ, đầu tư công, đầu tư nước ngoài, phối hợp với nhau, hợp tác xã, quyết định này, thông báo này, báo cáo này, kế hoạch này, chỉ thị này`),
);
