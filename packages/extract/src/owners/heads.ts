// Which words head the name of somebody who can be given work?
// Invariant: data only. A head in HEADS is one wherever it stands; one of SHORT_HEADS only with a capital inside a sentence or after "các", "những", "mỗi", …
//   "Sở Y tế", "các phòng chuyên môn", "Thủ trưởng đơn vị", "học viên"; not "phòng, chống", "tổ chức thực hiện", "trường hợp"
import { lexicon, phrases } from '../words/lexicon.ts';

/** Bodies, offices and persons by names that can hardly be anything else. */
export const HEADS = lexicon(
  phrases(`ủy ban, ủy ban nhân dân, ubnd, ubmttq, hđnd, hội đồng, hội đồng nhân dân, đảng ủy, đảng đoàn, đảng bộ, chi bộ, chi ủy, ban cán sự, ban cán sự đảng, ban thường vụ, ban chấp hành, ban chỉ đạo, ban chỉ huy, ban quản lý,
    ban giám đốc, ban giám hiệu, ban lãnh đạo, ban bí thư, ban tổ chức, ban tuyên giáo, ban dân vận, ban nội chính, ban kiểm tra, ban công tác, ban điều hành, ban soạn thảo, ban xây dựng đảng, ban đảng, bch, bcđ, btv, tiểu ban,
    tỉnh ủy, thành ủy, huyện ủy, quận ủy, thị ủy, quân ủy, cấp ủy, thường trực, bộ chính trị, văn phòng, vpcp, tổng cục, chi cục, học viện, trường học, trường đại học, đại học, bệnh viện, trung tâm, trung tâm y tế,
    kho bạc, ngân hàng, công an, quân khu, quân đội, bộ đội, bộ chỉ huy, bộ tư lệnh, tòa án, viện kiểm sát, mặt trận, mttq, liên đoàn, liên đoàn lao động, liên hiệp, liên minh, hiệp hội, đoàn thanh niên, hội phụ nữ, hội nông dân,
    hội cựu chiến binh, hội đoàn, tập đoàn, tổng công ty, công ty, doanh nghiệp, hợp tác xã, chi nhánh, cơ quan, đơn vị, cá nhân, địa phương, đoàn thể, chính quyền, nhà trường, cơ sở giáo dục, cơ sở y tế, cơ sở đào tạo, tổ đảng, tổ công tác, tổ giúp việc, tổ trưởng, tổ kiểm tra, tổ công nghệ số, tổ dân phố, tổ hỗ trợ, tổ thường trực, tổ bảo vệ an ninh, tổ an ninh,
    tổ liên ngành, đoàn kiểm tra, đoàn thanh tra, đoàn công tác, chủ đầu tư, chủ sở hữu, chủ hộ, chủ rừng, chủ phương tiện, chủ dự án, chủ cơ sở, nhà thầu, nhà đầu tư, nhà sản xuất, cổng thông tin điện tử, chính phủ, quốc hội,
    phòng chuyên môn, phòng chức năng, phòng giáo dục, phòng nông nghiệp, phòng tài chính, phòng nội vụ, phòng y tế, phòng văn hóa, phòng kinh tế, phòng tài nguyên, phòng tư pháp, phòng lao động, phòng quản lý, phòng kế hoạch, phòng ban,
    thủ trưởng, người đứng đầu, giám đốc, phó giám đốc, tổng giám đốc, phó tổng giám đốc, chủ tịch, phó chủ tịch, bộ trưởng, thứ trưởng, thủ tướng, phó thủ tướng, cục trưởng, phó cục trưởng, vụ trưởng, chi cục trưởng, tổng cục trưởng, trưởng phòng,
    trưởng ban, phó trưởng ban, chánh văn phòng, chánh thanh tra, chánh án, viện trưởng, hiệu trưởng, bí thư, phó bí thư, tổng bí thư, đồng chí, đ/c, chỉ huy trưởng, tư lệnh, chính ủy, kế toán trưởng, nhóm trưởng, đội trưởng, trạm trưởng, đội cấp cứu,
    thành viên, ủy viên, cán bộ, công chức, viên chức, người lao động, đảng viên, giáo viên, học viên, học sinh, sinh viên, giảng viên, người dân, nhân dân, hộ gia đình, hộ kinh doanh, người nộp thuế, người sử dụng lao động, người sử dụng,
    người sản xuất, người chăn nuôi, người phụ trách, người quản lý, lãnh đạo bộ, lãnh đạo sở, lãnh đạo cơ quan, lãnh đạo đơn vị, lãnh đạo ủy ban, lãnh đạo các, lãnh đạo phòng, lãnh đạo ban, tập thể, bộ phận, bộ phận một cửa, lực lượng, chuyên viên, nhân viên,
    đại biểu, thí sinh, nhân sự, giám đốc điều hành, phụ huynh, đội ngũ, báo cáo viên, tổ chức cá nhân, tổ chức đảng, tổ chức chính trị, tổ chức tín dụng, tổ chức hội, tổ chức đoàn, tổ chức công đoàn, công đoàn, hạt kiểm lâm, đội quản lý thị trường, cửa hàng,
    hội đồng tư vấn, các cấp, các ngành, thanh tra chính phủ, thanh tra bộ, thanh tra sở, thanh tra tỉnh, thanh tra huyện, kiểm toán nhà nước, đài truyền hình, đài phát thanh, báo và đài, báo và phát thanh, báo và ptth, cục thuế, chi cục thuế, thuế tỉnh, cục hải quan,
    tạp chí, nhà xuất bản, cơ quan báo chí, dntn, kbnn, bqlda, bql, ttyt, bvđk, nhnn, nhcsxh, bhxh, bđbp, vksnd, vksndtc, tand, tandtc, htx, btv, mttqvn, ubmttqvn, doanh nghiệp tư nhân, quân chủng, binh chủng, bộ tổng tham mưu, thành đoàn, tỉnh đoàn, huyện đoàn, trung ương đoàn, trung ương hội,
    hội đồng xét xử, hệ thống các, thương vụ, cơ quan thương vụ, hệ thống thương vụ, thanh tra xây dựng, thanh tra giao thông, thanh tra môi trường, cảnh sát giao thông, cảnh sát trật tự, cảnh sát môi trường, hội đồng phối hợp phổ biến, hội đồng phối hợp công tác phổ biến, ban kiểm soát, ban thanh tra nhân dân, chủ các, viện nghiên cứu, tư vấn giám sát, tư vấn thiết kế, thương nhân, xí nghiệp, trang trại, tổ hợp tác, phân hiệu, viettel, mobifone, vnpt, vinaphone, evn, tkv, petrolimex, agribank, vietcombank, vietinbank, bidv, tổng thanh tra, tổng kiểm toán, trại giam, trại tạm giam, nhà tạm giữ, cảnh sát biển, hải quân, chấp hành viên, kiểm sát viên, dân quân, thống kê tỉnh, thống kê thành phố, thuế thành phố, thuế cơ sở, ban soạn thảo, tổ biên tập, tổ soạn thảo, tổ giám sát, tổ chuyên gia, tổ thẩm định, tổ rà soát, ban quản trị, người đại diện, đại sứ quán, tổng lãnh sự quán, cơ quan đại diện,
    phó chánh thanh tra, phó chánh văn phòng, phó trưởng phòng, phó vụ trưởng, phó trưởng đoàn, trưởng thuế, trưởng thống kê, chủ nhiệm, đồn biên phòng, chủ nhiệm văn phòng, chủ nhiệm ủy ban, điện lực, thi hành án dân sự, kiểm lâm, biên phòng, tổ trưởng tổ, trưởng đoàn, trưởng các, trưởng công an, trưởng thôn, trưởng bản, bên mua, bên bán, bên mời thầu, các bên, ban ngành, sở ngành, bộ ngành, nhà máy, khách sạn, vptw, vtv, vov, ttxvn, thông tấn xã, báo đài, cộng đồng dân cư, cộng đồng, cảng vụ, nông trường, lâm trường, hội đồng thẩm định, ban tiếp công dân, trụ sở tiếp công dân, tổ tiếp công dân, bộ phận tiếp công dân, khu quản lý đường bộ, khu quản lý, khu đường bộ, khu bảo tồn, vườn quốc gia, khu di tích, khu điều trị, hợp tác xã, quỹ tín dụng, bưu điện, viễn thông, quản lý thị trường, hệ thống phân phối, đại lý thuế`),
);

/** "Bộ Y tế", "các sở", "Phòng Nội vụ"; not "bộ máy", "phòng, chống", "đội hình". */
export const SHORT_HEADS = lexicon(
  phrases(
    'bộ, sở, ban, ngành, cục, vụ, viện, trường, phòng, đội, tổ, hội, đoàn, hạt, trạm, báo, đài, quỹ, tỉnh, huyện, quận, xã, phường, thị trấn, thị xã, thành phố, bên, hộ, ông, bà, thôn, bản, hãng, tổ chức, cấp, khối, cụm, chủ, người, trưởng, lãnh đạo, nhà, cơ sở, thanh tra, kiểm toán, vp, tt, công đoàn, thuế, hải quan, bảo hiểm xã hội',
  ),
);

/** "ngành | y tế": all who work in a field. Not "ngành nghề", "ngành đào tạo". */
export const SECTORS = lexicon(
  phrases(
    'giáo dục, y tế, công an, công thương, nông nghiệp, ngân hàng, thuế, hải quan, điện, than, giao thông, xây dựng, tài chính, văn hóa, du lịch, kiểm sát, tòa án, tư pháp, nội vụ, thông tin, đường sắt, hàng không',
  ),
);

/** Words before a head that make it a name of many. "các đồng chí", "mỗi trường trung học", "tất cả giáo viên" */
export const DETERMINERS = lexicon(phrases('các, những, mỗi, mọi, từng, tất cả, tất cả các, toàn thể, toàn bộ, một số, quý, tất cả mọi'));

/** Begin like a head and are none. */
export const NOT_HEADS = lexicon(
  phrases(`bộ máy, bộ phận cấu thành, bộ chỉ số, bộ tiêu chí, bộ luật, bộ thủ tục, bộ câu hỏi, ban hành, ban đầu, tổ chức thực hiện, tổ chức triển khai, tổ chức thi hành, trường hợp, cấp bách, cấp thiết, hội nghị, hội thảo, hội thi, hội nhập, hội họp, đội hình,
    đoàn kết, báo cáo, báo động, phòng chống, phòng ngừa, phòng cháy, phòng thủ, phòng tránh, phòng thí nghiệm, phòng trừ, phòng họp, phòng dịch, cơ sở dữ liệu, cơ sở hạ tầng, cơ sở vật chất, cơ sở pháp lý, cơ sở đó, cơ sở để, cơ sở tổng hợp, chủ trương, chủ động, chủ trì,
    chủ đề, chủ yếu, chủ quyền, chủ thể, bên cạnh, bản chất, bản quyền, bản đồ, bản sao, bản vẽ, bản mềm, bản gốc, bản cứng, bản giấy, bản chính, bản nhận xét, quỹ đất, vụ việc, vụ án, vụ mùa, vụ đông, vụ xuân, viện trợ, viện phí, tỉnh táo, cấp phép,
    cấp giấy, cấp phát, cấp kinh phí, cấp độ, cấp học, cấp nước, khối lượng, đài thọ, đài tưởng niệm, hộ tịch, hộ khẩu, hộ chiếu, hộ chiếu vắc xin, trưởng thành, lãnh đạo chỉ đạo, thanh tra kiểm tra, người tiêu dùng biết, doanh nghiệp nhà nước đầu tư, trung ương đến, địa phương hóa,
    báo chí, đội ngũ trí thức, văn phòng phẩm, đơn vị tính, đơn vị hành chính, ngành nghề, nhà nước, nhà ở, bản án, cá nhân hóa, thuế suất, thuế thu nhập, thuế giá trị, hải quan điện tử, quý báu, bản thân, bảo hiểm xã hội tự nguyện, bảo hiểm xã hội bắt buộc, lực lượng sản xuất, thành phố thông minh, xã hội, tổ quốc, cụm công nghiệp, trường sa, trường kỳ, bên ngoài, bên trong, ông cha, nhà tài trợ chính, người ta, hội nhập quốc tế, đội mũ, tổ hợp, quỹ thời gian, phường hội, hộ sinh, hộ chăn, chủ nghĩa, chủ nhật, chủ quan`),
);

/** Kinds of bodies that lists of many run through: "các sở, ban, ngành", "UBND các huyện, thị xã". Such a list is one name. */
export const LEVELS = lexicon(
  phrases(`bộ, ban, ngành, sở, phòng, cơ quan, đơn vị, tổ chức, cá nhân, địa phương, huyện, thị xã, thành phố, thành, thị, tỉnh, quận, xã, phường, thị trấn, đặc khu, đoàn thể, doanh nghiệp, cục, vụ, viện, trường, cấp, hiệp hội, hội, cơ sở, hộ gia đình,
    hộ kinh doanh, hộ, tập đoàn, tổng công ty, công ty, lực lượng, thôn, bản, xóm, làng, khối phố, tổ dân phố, khu phố, khu dân cư, công chức, viên chức, người lao động, chi bộ, đảng bộ, cấp ủy, tổ chức đảng, chi ủy, chính quyền, đơn vị sự nghiệp, hợp tác xã, nhà thầu, xí nghiệp, nhà máy, trang trại, trường học, thương nhân, tổ hợp tác, khách sạn, siêu thị, bến xe, phòng khám, trạm y tế, nhà thuốc, chủ tàu, mầm non, phổ thông, cao đẳng, trung cấp, đại học, giáo dục nghề nghiệp, giáo dục thường xuyên, tiểu học, trung học cơ sở, trung học phổ thông, thcs, thpt, khu công nghiệp, khu chế xuất, khu công nghệ cao, khu kinh tế, cụm công nghiệp, chủ phương tiện, ngân hàng,
    ban ngành, học viện, bệnh viện, trung tâm, nhà trường, đơn vị trực thuộc, chi cục, đơn vị lực lượng vũ trang, tổ chức chính trị, tổ chức xã hội, các cấp, các ngành, ông, bà, người dân, ấp, buôn, khóm, tổ`),
);

/** What a body of a kind does for its living; after a general head it belongs to the name: "cơ sở sản xuất, kinh doanh hóa chất". */
export const OCCUPATIONS = lexicon(
  phrases(`sản xuất, kinh doanh, sử dụng, bảo quản, khai thác, chế biến, cung cấp, cung ứng, xuất khẩu, nhập khẩu, hoạt động, quản lý, quản lí, tham mưu, giúp việc, chuyên trách, thử nghiệm, nghiên cứu, đào tạo, thực hiện, tư vấn, thi công, vận tải,
    phụ trách, trực thuộc, thuộc, có, làm, tham gia, chăn nuôi, giết mổ, mua bán, phân phối, bán, đầu tư, vận hành, điều hành, thụ hưởng, chức năng, bán lẻ, kiểm định, giám định, thi hành, hành nghề, xây dựng, công bố, tiếp nhận, cấp, thanh tra, kiểm tra,
    đóng, đứng chân, cư trú, công tác, làm việc, đăng ký, quyết định, chủ quản, chủ trì, phối hợp, tổ chức, vi phạm, giáo dục, kiểm soát, phục vụ, lưu giữ, tàng trữ, vận chuyển, trồng, nuôi, trồng trọt, biểu diễn, sở hữu, đại diện, bảo vệ, lắp đặt, gây, phát thải, điều tra, xử lý, thẩm định, thông tin, hành chính, tổng hợp, kế hoạch, hỗ trợ, tuyên truyền, xúc tiến, phát triển, giám sát, tiếp công dân, quan trắc, cấp cứu, khuyến nông, ứng dụng, chuyển giao, phòng chống, truyền thông, báo chí, dự báo`),
);

/** Heads so general that what follows may describe them. */
export const GENERAL = lexicon(
  phrases(
    'cơ quan, đơn vị, tổ chức, cá nhân, doanh nghiệp, cơ sở, người, cán bộ, bộ phận, lực lượng, trường, hộ, công ty, nhà, địa phương, bên, đội, tổ, ban, đoàn, giáo viên, hộ gia đình, hợp tác xã, phòng, hội, người quản lý, chủ, cửa hàng, giám đốc, nhân sự, công chức, trung tâm, vụ, cục, chi cục, viện, trạm, hạt, hội đồng, tổ công tác, ban quản lý',
  ),
);
