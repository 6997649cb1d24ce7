import type { SearchDocument } from '@mocua/engine/search';
import { seededRandom } from '../../../libs/engine/search/test/derived-queries';

const listed = (text: string): readonly string[] => text.split(';').map((part) => part.trim());

const actions = listed(
  'Cấp mới;Cấp;Cấp lại;Cấp đổi;Gia hạn;Điều chỉnh;Thu hồi;Đăng ký;Đăng ký thay đổi;Thông báo;Công nhận;Công nhận lại;Phê duyệt;Thẩm định;Chấp thuận;Xác nhận;Bổ nhiệm;Miễn nhiệm;Tạm ngừng;Chấm dứt;Chuyển nhượng;Kiểm tra;Đề nghị hỗ trợ;Hỗ trợ;Giải quyết;Thành lập;Sáp nhập;Giải thể;Cho phép hoạt động trở lại;Xét tặng',
);

/** Field of administration, agency, and what its procedures are about. */
const fields: readonly (readonly [field: string, agency: string, objects: string])[] = [
  [
    'Văn hóa',
    'Sở Văn hóa, Thể thao và Du lịch',
    'giấy phép kinh doanh dịch vụ karaoke;giấy phép kinh doanh dịch vụ vũ trường;giấy phép tổ chức biểu diễn nghệ thuật;giấy phép trưng bày triển lãm mỹ thuật;giấy phép phổ biến phim;thẻ hướng dẫn viên du lịch nội địa;thẻ hướng dẫn viên du lịch quốc tế;giấy phép kinh doanh dịch vụ lữ hành;lễ hội truyền thống;bảo vật quốc gia;di tích lịch sử văn hóa;câu lạc bộ thể thao cơ sở;cơ sở kinh doanh hoạt động thể thao môn bơi lội;cơ sở kinh doanh hoạt động thể thao môn yoga;thư viện tư nhân;danh hiệu nghệ nhân ưu tú;gia đình văn hóa;quảng cáo ngoài trời',
  ],
  [
    'Y tế',
    'Sở Y tế',
    'giấy phép hành nghề bác sĩ;giấy phép hành nghề điều dưỡng;giấy phép hoạt động phòng khám đa khoa;giấy phép hoạt động nhà hộ sinh;giấy chứng nhận đủ điều kiện kinh doanh dược;chứng chỉ hành nghề dược;số lưu hành thiết bị y tế;phiếu công bố mỹ phẩm;cơ sở đủ điều kiện tiêm chủng;cơ sở xét nghiệm sinh học;giấy chứng nhận lương y;bài thuốc gia truyền;an toàn sinh học phòng thí nghiệm;giấy khám sức khỏe lái xe;cơ sở khám bệnh nhân đạo;hóa chất diệt côn trùng',
  ],
  [
    'Nông nghiệp',
    'Sở Nông nghiệp và Môi trường',
    'giấy phép khai thác thủy sản;giấy chứng nhận đăng ký tàu cá;giấy phép kinh doanh thuốc bảo vệ thực vật;giấy phép khai thác nước dưới đất;giấy phép xả nước thải;giấy phép môi trường;báo cáo đánh giá tác động môi trường;giấy phép thăm dò khoáng sản;giấy phép khai thác khoáng sản;chứng chỉ hành nghề thú y;cơ sở an toàn dịch bệnh động vật;giống cây trồng;mã số vùng trồng;cơ sở nuôi trồng thủy sản;chuyển mục đích sử dụng rừng;trang trại chăn nuôi quy mô lớn;vệ sinh thú y;trồng rừng thay thế;chất thải nguy hại;đê điều',
  ],
  [
    'Giao thông vận tải',
    'Sở Xây dựng',
    'giấy phép kinh doanh vận tải bằng xe ô tô;phù hiệu xe tải;phù hiệu xe hợp đồng;giấy phép lái xe ô tô;giấy phép xe tập lái;đăng ký xe máy chuyên dùng;phương tiện thủy nội địa;bến khách ngang sông;cảng thủy nội địa;giấy phép thi công công trình đường bộ;giấy phép lưu hành xe quá khổ;tuyến vận tải hành khách cố định;cơ sở đào tạo lái xe;giấy chứng nhận giáo viên dạy thực hành lái xe;bến xe khách;trạm dừng nghỉ',
  ],
  [
    'Giáo dục và đào tạo',
    'Sở Giáo dục và Đào tạo',
    'trường mầm non tư thục;trường tiểu học;trường trung học phổ thông chuyên;trung tâm ngoại ngữ tin học;trung tâm giáo dục thường xuyên;nhóm trẻ độc lập;bằng tốt nghiệp trung học phổ thông;văn bằng do nước ngoài cấp;hoạt động tư vấn du học;học bổng cho học sinh dân tộc thiểu số;miễn giảm học phí;chế độ ăn trưa cho trẻ mẫu giáo;tuyển sinh lớp sáu;chuyển trường trung học cơ sở;phổ cập giáo dục xóa mù chữ;dạy thêm học thêm',
  ],
  [
    'Lao động',
    'Sở Nội vụ',
    'giấy phép lao động cho người nước ngoài;nội quy lao động;thỏa ước lao động tập thể;giấy phép hoạt động dịch vụ việc làm;giấy phép cho thuê lại lao động;hợp đồng lao động thực tập ở nước ngoài;trợ cấp tai nạn lao động;chế độ bệnh nghề nghiệp;trung tâm giáo dục nghề nghiệp;huấn luyện an toàn vệ sinh lao động;người có công với cách mạng;chế độ thân nhân liệt sĩ;chế độ thương binh;trợ cấp thờ cúng liệt sĩ;thẻ thân nhân;bảo hiểm thất nghiệp',
  ],
  [
    'Công Thương',
    'Sở Công Thương',
    'giấy phép bán buôn rượu;giấy phép bán lẻ thuốc lá;giấy phép sản xuất rượu thủ công;cửa hàng bán lẻ xăng dầu;giấy phép kinh doanh khí hóa lỏng;giấy phép hoạt động điện lực;giấy phép sử dụng vật liệu nổ công nghiệp;hoạt động bán hàng đa cấp;hội chợ triển lãm thương mại;văn phòng đại diện thương nhân nước ngoài;cụm công nghiệp;hóa chất hạn chế kinh doanh;an toàn đập hồ thủy điện;sản phẩm công nghiệp nông thôn tiêu biểu;chợ hạng ba;giấy chứng nhận xuất xứ hàng hóa',
  ],
  [
    'Xây dựng',
    'Sở Xây dựng',
    'chứng chỉ hành nghề kiến trúc;chứng chỉ năng lực hoạt động xây dựng;quy hoạch chi tiết khu đô thị;báo cáo nghiên cứu khả thi;nhà ở xã hội;nhà ở công vụ;giấy phép xây dựng công trình tôn giáo;giấy phép di dời công trình;giấy phép sửa chữa cải tạo nhà ở;chứng chỉ môi giới bất động sản;thiết kế kỹ thuật hạ tầng;giấy phép chặt hạ cây xanh;đấu nối thoát nước;nghiệm thu công trình;phá dỡ nhà chung cư;phòng cháy chữa cháy công trình',
  ],
  [
    'Khoa học và công nghệ',
    'Sở Khoa học và Công nghệ',
    'giấy phép tiến hành công việc bức xạ;tổ chức khoa học và công nghệ;hợp đồng chuyển giao công nghệ;nhãn hiệu tập thể;chỉ dẫn địa lý;kiểu dáng công nghiệp;giải thưởng chất lượng quốc gia;phương tiện đo kiểm định;công bố hợp chuẩn sản phẩm;doanh nghiệp công nghệ cao;giấy phép bưu chính;trạm thu phát sóng;trang thông tin điện tử tổng hợp;xuất bản bản tin;giấy phép in;trò chơi điện tử công cộng',
  ],
  [
    'Tài chính đầu tư',
    'Sở Tài chính',
    'giấy chứng nhận đăng ký đầu tư;công ty cổ phần;công ty hợp danh;doanh nghiệp tư nhân;hợp tác xã;liên hiệp hợp tác xã;địa điểm kinh doanh;chi nhánh công ty;văn phòng đại diện;quỹ hỗ trợ nông dân;kế hoạch lựa chọn nhà thầu;dự án đầu tư công;góp vốn mua cổ phần của nhà đầu tư nước ngoài;thanh lý tài sản công;giá dịch vụ;quỹ bảo lãnh tín dụng',
  ],
  [
    'Nội vụ',
    'Sở Nội vụ',
    'hội quần chúng;quỹ từ thiện;cơ sở tín ngưỡng;hoạt động tôn giáo tập trung;phong chức sắc tôn giáo;thi tuyển công chức;tuyển dụng viên chức;bằng khen Chủ tịch tỉnh;danh hiệu chiến sĩ thi đua;tài liệu lưu trữ lịch sử;thanh niên xung phong;đơn vị sự nghiệp công lập;khen thưởng đối ngoại;kỷ niệm chương;chứng chỉ hành nghề lưu trữ;đại hội nhiệm kỳ',
  ],
  [
    'Tư pháp',
    'Sở Tư pháp',
    'văn phòng công chứng;chứng chỉ hành nghề luật sư;tổ chức hành nghề luật sư;đấu giá viên;văn phòng thừa phát lại;giám định viên tư pháp;nuôi con nuôi trong nước;nuôi con nuôi có yếu tố nước ngoài;quốc tịch Việt Nam;trợ giúp pháp lý;hòa giải viên thương mại;quản tài viên;tư vấn pháp luật;báo cáo viên pháp luật;ghi chú ly hôn;giám hộ',
  ],
];

const scopes = listed(
  'đối với cá nhân;đối với tổ chức;đối với hộ gia đình;đối với doanh nghiệp có vốn đầu tư nước ngoài;đối với người Việt Nam định cư ở nước ngoài;thuộc thẩm quyền của cấp tỉnh;thuộc thẩm quyền của cấp xã;trong khu công nghiệp;tại vùng biên giới, hải đảo;do bị mất hoặc hỏng;do thay đổi tên;do thay đổi địa chỉ;do thay đổi người đại diện theo pháp luật;do hết thời hạn;trong trường hợp khẩn cấp;có yếu tố nước ngoài;theo chương trình mục tiêu quốc gia;cho đối tượng yếu thế;lần đầu;theo yêu cầu của cơ quan tiến hành tố tụng',
);

/** Procedures like those of a large catalogue: always the same ones for a number, no two with one name. */
export function generateProcedures(count: number): readonly SearchDocument[] {
  const random = seededRandom(20_251_122);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const named = new Map<string, SearchDocument>();
  for (let attempt = 0; named.size < count && attempt < count * 20; attempt += 1) {
    const [field, agency, objects] = pick(fields);
    const object = pick(listed(objects));
    const name = `${pick(actions)} ${object}${random() < 0.85 ? ` ${pick(scopes)}` : ''}`;
    if (named.has(name)) continue;
    named.set(name, {
      code: `${1 + (named.size % 3)}.${String(100_000 + named.size)}`,
      name,
      fields: [field],
      units: [agency],
      audience: ['citizen'],
      lifeEvents: [],
      context: [`Quyết định về ${object}`, `Đơn đề nghị ${object}`],
    });
  }
  return [...named.values()];
}

export interface GeneratedQuery {
  readonly text: string;
  readonly code: string;
}

/** Parts of the names, as people would type them: some words in a row left out at either end. */
export function generateQueries(
  documents: readonly SearchDocument[],
  count: number,
): readonly GeneratedQuery[] {
  const random = seededRandom(7);
  const queries: GeneratedQuery[] = [];
  const step = Math.max(1, Math.floor(documents.length / count));
  for (let at = 0; at < documents.length && queries.length < count; at += step) {
    const document = documents[at];
    const words = document?.name.split(' ') ?? [];
    const begin = words.length > 7 && random() < 0.3 ? 1 : 0;
    const end = words.length > 9 && random() < 0.3 ? words.length - 1 : words.length;
    queries.push({ text: words.slice(begin, end).join(' '), code: document?.code ?? '' });
  }
  return queries;
}
