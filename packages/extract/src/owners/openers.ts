// With what may a sentence begin before it comes to its point?
// Invariant: data only.
//   GROUNDS "Căn cứ …", "Ngày 05/02/2024 …"   ADVERBIALS "Để …", "Nếu …", "Định kỳ …"   LINKING "Đồng thời", "Trong đó"
import { lexicon, phrases } from '../words/lexicon.ts';

/** Tell what happened or how things stand; only a named giver behind them gives work. */
export const HISTORY = lexicon(
  phrases(
    'ngày, hồi, thời gian qua, trong thời gian qua, vừa qua, hiện nay, trước tình hình, tuy nhiên, mặc dù, trong những năm, trong năm qua, những năm qua, trong các năm, từ đầu năm, đến nay, tính đến nay, qua theo dõi, qua kiểm tra, qua rà soát, qua quá trình, qua công tác, qua nghiên cứu, qua báo cáo, qua phản ánh, qua nắm, qua xem xét, qua làm việc, qua khảo sát, qua thanh tra, qua giám sát, qua tổng hợp, qua thực tế, bên cạnh những, bên cạnh kết quả, bên cạnh các kết quả, được sự, trong suốt, do, vì, xét báo cáo, xét đề nghị, xét đề xuất, xét tờ trình, xét văn bản, xét công văn, xét kiến nghị',
  ),
);

/** Tell what another paper says: only those behind it who must do something are given work. */
export const CITATIONS = lexicon(
  phrases(
    'tại điều, tại khoản, tại điểm, tại nghị định, tại luật, tại thông tư, tại mục, tại công văn, tại văn bản, tại báo cáo, tại thông báo, tại quyết định, tại tờ trình, theo điều, theo khoản, theo điểm, theo nghị định, theo luật, theo thông tư, theo báo cáo, theo quy định tại, căn cứ điều, căn cứ khoản, căn cứ điểm, căn cứ nghị định, căn cứ luật, căn cứ thông tư, căn cứ quy định tại',
  ),
);

/** Recall on what the letter rests: in the opening of a letter only a named giver behind them gives work, in a clause a command may. */
export const GROUNDS = lexicon(
  phrases(`căn cứ, theo, tiếp theo, trả lời, phúc đáp, xét, xét đề nghị, liên quan, liên quan đến, qua, thực hiện chỉ đạo, thực hiện ý kiến, thực hiện công văn, thực hiện văn bản, thực hiện nghị quyết, thực hiện nghị định, thực hiện quyết định, thực hiện kế hoạch,
    thực hiện chương trình, thực hiện chỉ thị, thực hiện thông báo, thực hiện công điện, thực hiện luật, thực hiện chức năng, thực hiện thông tư, thực hiện kết luận, thực hiện hướng dẫn, thực hiện đề án, thực hiện các, thực hiện điều, thực hiện khoản, thực hiện nhiệm vụ,
    thực hiện quy định, thực hiện thư, thực hiện lời, sau khi xem xét, sau khi nghiên cứu, tiếp thu ý kiến, tiếp thu những, tiếp thu các, nhận được, nhận công điện, nhận văn bản, nhận công văn, tại, năm, từ, hưởng ứng, thi hành, tiếp nhận, trên cơ sở`),
);

/** Say when, why or in which case; a command may follow their comma. */
export const ADVERBIALS = lexicon(
  phrases(`để, nhằm, nếu, khi, trường hợp, trong trường hợp, đối với, riêng, riêng đối với, trong, trong quá trình, trong thời gian, trong thời hạn, trong vòng, trong khi, trước, trước khi, trước ngày, sau, sau khi, ngay sau khi, ngay sau, ngay khi, chậm nhất, định kỳ, hằng năm, hàng năm,
    hằng tháng, hàng tháng, hằng quý, hàng quý, hằng tuần, hàng tuần, hằng ngày, hàng ngày, từ, từ nay, từ ngày, đến, đến ngày, đến hết, với, cùng với, ngoài, ngoài ra, về, bên cạnh, nhận được, khi nhận được, bằng, quá, kể từ, vào, tùy, tùy theo, tại, thông qua, qua đó, tính đến, giai đoạn, quý, tháng, năm, ngày, căn cứ, trên cơ sở, theo, thời gian tới, trong thời gian tới`),
);

/** Between a name and its verb. */
export const INTERPOSED = lexicon(
  phrases(
    'theo, nhất là, đặc biệt là, trước hết là, căn cứ, trên cơ sở, trong, tại, với, từ, hằng năm, hàng năm, hằng tháng, hàng tháng, định kỳ, trước ngày, trước, sau khi, đến ngày, chậm nhất, khi, ngoài, ngoài việc, tùy, tùy theo, nếu, ngay sau khi, để, trong phạm vi, bằng, qua, thông qua, dựa',
  ),
);

/** Stress some of those named. */
export const STRESSED = lexicon(phrases('nhất là, đặc biệt là, đặc biệt, trước hết là, trong đó có'));

/** Link a sentence to the one before and say nothing themselves. */
export const LINKING = lexicon(
  phrases(
    'thứ nhất, thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ bảy, một là, hai là, ba là, bốn là, năm là, sáu là, bảy là, đồng thời, trong đó, bên cạnh đó, ngoài ra, cụ thể, cụ thể là, theo đó, trên cơ sở đó, từ đó, qua đó, mặt khác, song song đó, song song với đó, cùng với đó, do đó, do vậy, vì vậy, riêng, hơn nữa, tiếp đó, sau đó, và, thì',
  ),
);

/** A thing that is to be handed in. */
export const SENT = lexicon(phrases('gửi về, nộp về, gửi đến, gửi cho, nộp cho, nộp lên, gửi lên, gửi trước, gửi bằng, xin gửi, báo cáo về'));

/** Before the name of those whose work follows. */
export const ADDRESSES = lexicon([
  ...phrases(
    'đối với, riêng đối với, trách nhiệm của các bên là, trách nhiệm của, trách nhiệm chung của, nhiệm vụ chung của, nhiệm vụ của, về phía, phần việc của, về trách nhiệm của, trách nhiệm, nhiệm vụ, nhiệm vụ chủ yếu của, nhiệm vụ trọng tâm của, nhiệm vụ cụ thể của, nhiệm vụ chính của, trách nhiệm thực hiện của, trách nhiệm cụ thể của, trách nhiệm và nhiệm vụ của, nhiệm vụ giải pháp của, yêu cầu đối với, các yêu cầu đối với, quy định đối với, nghĩa vụ của, trách nhiệm và nghĩa vụ của, quyền và nghĩa vụ của, nhiệm vụ và quyền hạn của, trách nhiệm và quyền hạn của',
  ),
  'nhiệm vụ , quyền hạn của',
  'quyền , nghĩa vụ của',
  'trách nhiệm , quyền hạn của',
]);

/** How often or when, before a name or a verb. */
export const TIMES = lexicon(
  phrases(
    'định kỳ, hằng năm, hàng năm, hằng tháng, hàng tháng, hằng quý, hàng quý, hằng tuần, hàng tuần, hằng ngày, hàng ngày, thường xuyên, 6 tháng, 03 tháng, 06 tháng, 3 tháng, đột xuất, hoặc đột xuất, và đột xuất, hoặc khi có yêu cầu, khi có yêu cầu, hoặc theo yêu cầu',
  ),
);

/** What may still be said of a named kind in a heading. */
export const DESCRIBES = lexicon(
  phrases('có, được, kinh doanh, sản xuất, tham gia, quản lý, sử dụng, hoạt động, khai thác, làm, chưa, đã, đang, trong, trên, tại, ở, theo'),
);

/** A rule for a case, not a time or a matter. */
export const CONDITIONS = lexicon(phrases('nếu, khi, trường hợp, trong trường hợp, sau khi, trước khi, ngay khi'));

/** "Trường hợp giao cho Quỹ …": an assignment inside the case is only supposed. */
export const SUPPOSITIONS = lexicon(phrases('nếu, trường hợp, trong trường hợp'));

/** Behind "Để …," these go on with the purpose. */
export const AIMS = lexicon(
  phrases(
    'góp phần, đảm bảo, bảo đảm, nâng cao, đáp ứng, tạo, hạn chế, phục vụ, giảm, tăng, phát huy, giữ vững, thúc đẩy, hoàn thiện, tham mưu, tổng hợp, phát triển',
  ),
);

/** A duty that cannot be part of a name. */
export const DUTIES = lexicon(phrases('chịu trách nhiệm'));

/** What somebody must do himself, not what is to be done to him. */
export const OWN_DUTY = lexicon(
  phrases(
    'phải có báo cáo, phải báo cáo, phải gửi, phải nộp, phải lập, phải có văn bản, phải có kế hoạch, phải hoàn thành, phải thực hiện, phải tự, phải đăng ký, phải chủ động, phải xây dựng, có trách nhiệm, cần chủ động',
  ),
);

/** "Trong quá trình thi công | bảo đảm …": what is to be kept to while something goes on. */
export const KEEPS = lexicon(phrases('bảo đảm, đảm bảo, tuân thủ, chấp hành, thực hiện đúng, thực hiện nghiêm, tuyệt đối không'));
