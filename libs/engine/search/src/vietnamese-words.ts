import type { Thesaurus, ThesaurusEntry } from './thesaurus';

/*
 * Words of the language, not queries: what people say, and the official words it stands for. In a line `;` parts what is said,
 * `|` parts alternatives, and `+` joins phrases that must both occur in a procedure.
 */

const shortForms: readonly (readonly [say: string, means: string])[] = [
  [
    'ĐKKD',
    'đăng ký kinh doanh | đăng ký hộ kinh doanh | đăng ký thành lập hộ kinh doanh | đăng ký doanh nghiệp',
  ],
  ['HKD', 'hộ kinh doanh'],
  ['ĐKDN', 'đăng ký doanh nghiệp'],
  ['DN', 'doanh nghiệp'],
  ['TNHH', 'trách nhiệm hữu hạn'],
  ['HTX', 'hợp tác xã'],
  ['GCN', 'giấy chứng nhận'],
  ['GXN', 'giấy xác nhận'],
  ['GP', 'giấy phép'],
  ['GPXD', 'giấy phép xây dựng'],
  ['GPLX', 'giấy phép lái xe'],
  ['GPKD', 'giấy phép kinh doanh | hộ kinh doanh'],
  ['GKS', 'giấy khai sinh'],
  ['KS', 'khai sinh'],
  ['KT', 'khai tử'],
  ['ĐK', 'đăng ký'],
  ['DK', 'đăng ký'],
  ['QSDĐ', 'quyền sử dụng đất'],
  ['QSD', 'quyền sử dụng'],
  ['QSH', 'quyền sở hữu'],
  ['GCNQSDĐ', 'giấy chứng nhận quyền sử dụng đất'],
  ['TSGLVĐ', 'tài sản gắn liền với đất'],
  ['VPĐKĐĐ', 'văn phòng đăng ký đất đai'],
  ['BPBĐ', 'biện pháp bảo đảm'],
  ['TTDL', 'thông tin, dữ liệu'],
  ['TT', 'thông tin | thủ tục'],
  ['BĐ', 'biến động'],
  ['CMĐ', 'chuyển mục đích'],
  ['BHYT', 'bảo hiểm y tế'],
  ['BHXH', 'bảo hiểm xã hội'],
  ['BHTN', 'bảo hiểm thất nghiệp | trợ cấp thất nghiệp'],
  ['BTXH', 'bảo trợ xã hội'],
  ['TGXH', 'trợ giúp xã hội'],
  ['TC', 'trợ cấp'],
  ['NKT', 'người khuyết tật | khuyết tật'],
  ['NCT', 'người cao tuổi'],
  ['CCCD', 'căn cước | căn cước công dân'],
  ['CMND', 'căn cước | chứng minh nhân dân'],
  ['CMT', 'căn cước | chứng minh thư'],
  ['CC', 'căn cước | công chứng'],
  ['LLTP', 'lý lịch tư pháp'],
  ['TTHN', 'tình trạng hôn nhân'],
  ['HN', 'hôn nhân'],
  ['KH', 'kết hôn'],
  ['HT', 'hộ tịch'],
  ['TL', 'trích lục'],
  ['KM', 'khuyến mại'],
  ['TB', 'thông báo'],
  ['CT', 'chứng thực'],
  ['SHK', 'sổ hộ khẩu | đăng ký thường trú'],
  ['HK', 'hộ khẩu | đăng ký thường trú'],
  ['TTR', 'thường trú'],
  ['KT3', 'tạm trú'],
  ['ATTP', 'an toàn thực phẩm'],
  ['VSATTP', 'an toàn thực phẩm'],
  ['PCCC', 'phòng cháy chữa cháy'],
  ['ANTT', 'an ninh trật tự'],
  ['GDĐT', 'giáo dục và đào tạo'],
  ['THCS', 'trung học cơ sở'],
  ['THPT', 'trung học phổ thông'],
  ['UBND', 'ủy ban nhân dân'],
  ['TTHC', 'thủ tục hành chính'],
  ['HC', 'hộ chiếu'],
  ['MTP', 'mai táng'],
  ['BS', 'bản sao'],
  ['BC', 'bản chính'],
  ['XN', 'xác nhận'],
];

const everyday: readonly (readonly [say: string, means: string])[] = [
  [
    'sổ đỏ; sổ hồng; bìa đỏ; bìa hồng; giấy đỏ; sổ nhà đất',
    'giấy chứng nhận quyền sử dụng đất | giấy chứng nhận + đất đai | giấy chứng nhận + quyền sử dụng đất',
  ],
  ['sổ đỏ; sổ hồng', 'biến động + đất | quyền sử dụng đất'],
  ['nhà đất', 'đất đai | quyền sử dụng đất | tài sản gắn liền với đất'],
  ['giấy tờ nhà đất; giấy tờ đất', 'giấy chứng nhận + đất đai | giấy chứng nhận quyền sử dụng đất'],
  ['chưa có sổ; chưa có giấy tờ', 'giấy chứng nhận + lần đầu'],
  ['công ty; doanh nghiệp; đơn vị', 'tổ chức đang'],
  ['mất; bị mất; thất lạc; rơi mất; làm lại; xin lại', 'cấp lại'],
  ['làm lại', 'đăng ký lại'],
  ['hỏng; rách; cũ nát; cũ; đổi mới', 'cấp đổi | đổi thẻ'],
  ['sửa; sửa đổi; chỉnh sửa; điều chỉnh; cập nhật; đính chính', 'thay đổi'],
  [
    'sửa; sửa sai; sai thông tin; sai ngày sinh; sai năm sinh; đính chính; đổi tên; đổi họ; đổi họ tên; sửa tên; tên đệm; ngày sinh; năm sinh; thay đổi họ tên',
    'cải chính + hộ tịch',
  ],
  ['giấy khai sinh', 'cải chính + hộ tịch'],
  ['họ tên; căn cước; chứng minh thư; số chứng minh; địa chỉ', 'thay đổi thông tin + đất'],
  ['sáp nhập xã; sáp nhập tỉnh', 'thay đổi + địa chỉ'],
  ['sạt lở; lở đất; xói lở', 'sạt lở'],
  ['mở; lập; mới mở; khởi nghiệp', 'thành lập'],
  [
    'bắt đầu kinh doanh; buôn bán; bán hàng; bán hàng online; mở cửa hàng; mở quán; quán ăn; quán cà phê; tiệm; tiệm tóc; cửa hàng; tạp hóa; sạp chợ; tiểu thương; giấy phép kinh doanh; đăng ký kinh doanh; kinh doanh cá thể; hộ cá thể; kinh doanh nhỏ lẻ; làm ăn',
    'thành lập hộ kinh doanh',
  ],
  [
    'mở công ty; lập công ty; doanh nghiệp; đăng ký doanh nghiệp; đăng ký kinh doanh',
    'thành lập công ty | thành lập doanh nghiệp | đăng ký doanh nghiệp',
  ],
  [
    'đóng cửa; nghỉ kinh doanh; ngừng kinh doanh; trả giấy phép; giải thể; nghỉ bán',
    'chấm dứt hoạt động + kinh doanh',
  ],
  [
    'khuyến mãi; giảm giá; hạ giá; tặng quà; quà tặng; ưu đãi; bốc thăm trúng thưởng; chương trình khuyến mãi; tri ân khách hàng; khách hàng',
    'khuyến mại',
  ],
  ['vệ sinh thực phẩm; vệ sinh an toàn thực phẩm', 'an toàn thực phẩm'],
  [
    'xây nhà; làm nhà; cất nhà; xây dựng nhà; sửa nhà; phép xây dựng; nhà cấp 4; xin phép xây dựng',
    'giấy phép xây dựng',
  ],
  [
    'sang tên; mua bán đất; bán đất; mua đất; mua nhà; cho đất; tặng đất; chia thừa kế; thừa kế đất',
    'chuyển nhượng + đất | tặng cho + đất',
  ],
  ['mua bán', 'chuyển nhượng'],
  ['tách sổ; tách sổ đỏ; chia đất; chia lô; cắt đất; chia thửa', 'tách thửa'],
  [
    'lên thổ cư; đất thổ cư; chuyển đất ruộng; đất ruộng; đất nông nghiệp; đất ở; đất vườn; chuyển đổi đất',
    'chuyển mục đích sử dụng đất',
  ],
  [
    'thế chấp; vay ngân hàng; vay vốn; cầm cố; cắm sổ; ngân hàng; vay tiền; thế chấp sổ đỏ; giao dịch bảo đảm; đăng ký thế chấp',
    'biện pháp bảo đảm',
  ],
  ['giải chấp; xóa thế chấp; trả nợ ngân hàng; rút sổ; tất toán', 'xóa đăng ký biện pháp bảo đảm'],
  [
    'hàng xóm; lấn đất; lấn chiếm; lấn ranh; ranh giới; kiện; kiện tụng; kiện đất; cãi nhau; mâu thuẫn; tranh giành; xích mích; ranh đất',
    'tranh chấp',
  ],
  [
    'tra cứu; hỏi; xem; xin thông tin; tìm hiểu; quy hoạch; xem quy hoạch; thông tin quy hoạch; thông tin thửa đất; bản đồ thửa đất; trích lục bản đồ; bản đồ địa chính',
    'cung cấp thông tin + đất đai',
  ],
  ['khai thác', 'cung cấp + dữ liệu'],
  [
    'sinh con; sinh em bé; em bé; đẻ con; con mới sinh; trẻ sơ sinh; bé mới sinh; mới sinh; mới đẻ; vợ sinh; giấy khai sinh; giấy chứng sinh; đặt tên con',
    'đăng ký khai sinh',
  ],
  ['trẻ sơ sinh; em bé; bé', 'trẻ em'],
  ['nhập hộ khẩu; nhập khẩu; sổ hộ khẩu; hộ khẩu; chuyển hộ khẩu; chuyển khẩu', 'thường trú'],
  ['ở trọ; thuê trọ; thuê nhà; khai báo tạm trú', 'tạm trú'],
  ['thẻ bảo hiểm; bảo hiểm; thẻ khám bệnh; khám chữa bệnh', 'bảo hiểm y tế'],
  [
    'cưới; lấy vợ; lấy chồng; cưới hỏi; làm đám cưới; đăng ký cưới; giấy kết hôn; hôn thú; giấy hôn thú; giấy đăng ký kết hôn',
    'đăng ký kết hôn',
  ],
  [
    'độc thân; giấy độc thân; xác nhận độc thân; chứng nhận độc thân; chưa vợ; chưa chồng',
    'tình trạng hôn nhân',
  ],
  [
    'qua đời; chết; mới mất; người nhà mất; người thân mất; từ trần; chứng tử; giấy chứng tử; báo tử; giấy khai tử',
    'khai tử',
  ],
  ['ma chay; đám tang; tang lễ; chôn cất; mai táng phí; tiền mai táng', 'mai táng'],
  ['nhận con; nhận cha; nhận bố; nhận mẹ; con ngoài giá thú; xác nhận huyết thống', 'nhận cha, mẹ, con'],
  ['mất giấy khai sinh; mất sổ hộ tịch', 'đăng ký lại khai sinh'],
  [
    'trích lục khai sinh; trích lục kết hôn; trích lục khai tử; bản sao giấy khai sinh; bản sao khai sinh; trích lục bản sao',
    'trích lục hộ tịch',
  ],
  ['sao lục; bản sao lưu; bằng tốt nghiệp; văn bằng; học bạ gốc; bản sao văn bằng', 'sổ gốc'],
  [
    'công chứng; sao y; sao y bản chính; photo; phô tô; đóng dấu; chứng bản sao; bằng cấp; bằng đại học',
    'chứng thực bản sao',
  ],
  ['công chứng chữ ký; xác nhận chữ ký; ký tên; giấy ủy quyền', 'chứng thực chữ ký'],
  ['công chứng', 'chứng thực'],
  [
    'tàn tật; người tàn tật; thương tật; giám định; giấy khuyết tật; sổ khuyết tật; giấy chứng nhận khuyết tật; hội đồng xác định',
    'mức độ khuyết tật',
  ],
  [
    'khuyết tật; người khuyết tật; tàn tật; khuyết tật nặng; mồ côi; trẻ mồ côi; đơn thân; bảo trợ xã hội; trợ giúp xã hội; trợ giúp; tiền trợ cấp; tiền hàng tháng; nuôi con một mình; nghèo đơn thân',
    'trợ cấp xã hội',
  ],
  [
    'người già; tuổi già; tiền người già; cao tuổi; người cao tuổi; trên 75 tuổi; tiền tuổi già; lương hưu xã hội',
    'hưu trí xã hội | người cao tuổi',
  ],
  ['một tháng; mỗi tháng', 'hàng tháng'],
  ['thất nghiệp; mất việc; nghỉ việc; mất việc làm; bảo hiểm thất nghiệp; bị sa thải', 'thất nghiệp'],
  ['hộ nghèo; sổ hộ nghèo; sổ nghèo; cận nghèo', 'hộ nghèo'],
  [
    'chứng minh thư; chứng minh nhân dân; căn cước công dân; thẻ căn cước công dân; giấy chứng minh',
    'căn cước',
  ],
  ['passport; đi nước ngoài; xuất cảnh; sổ thông hành', 'hộ chiếu'],
  ['tiền án; không tiền án; án tích; tiền sự; xin việc', 'lý lịch tư pháp'],
  ['bằng lái; bằng lái xe; giấy phép lái', 'giấy phép lái xe'],
  ['xin chuyển trường; đổi trường; chuyển lớp; đi học', 'chuyển trường'],
  ['điện thoại; gọi điện', 'viễn thông'],
  ['cùng lúc; một lần; trọn gói; gộp; kèm', 'liên thông'],
  ['trẻ nhỏ; con nhỏ; em bé', 'trẻ em'],
];

/** Words of a question that say nothing about what is looked for. */
const fillers =
  'thủ tục; hồ sơ; hướng dẫn; tôi muốn; em muốn; cho tôi hỏi; cho em hỏi; làm ơn; xin hỏi; xin; muốn; cần; làm; đi; để; ở đâu; tại đâu; chỗ nào; nơi nào; cơ quan nào; cần gì; cần những gì; cần giấy tờ gì; cần những giấy tờ gì; giấy tờ gì; làm giấy tờ gì; những giấy tờ gì; gồm những gì; gồm giấy tờ gì; như thế nào; thế nào; ra sao; làm sao; phải làm sao; bằng cách nào; cách; bao nhiêu; bao nhiêu tiền; hết bao nhiêu tiền; mất bao nhiêu tiền; bao nhiêu ngày; mất bao nhiêu ngày; bao lâu; mất bao lâu; trong bao lâu; khi nào; bao giờ; có phải; có được không; có bị; có bắt buộc; bắt buộc; có; không; được không; được; là gì; là; gì; ai được; ai; phải; cho; của; và; với; ở; tại; thì; mà; này; các; những; một trang; lệ phí; mất phí; online; qua mạng; trên mạng; điều kiện; được hưởng; bị phạt; quá hạn';

const placeKinds =
  'xã; phường; thị trấn; đặc khu; huyện; quận; thị xã; thành phố; tỉnh; tp; huyện đảo; thôn; bản; ấp; ủy ban nhân dân; ubnd';

const parted = (text: string, by: string): readonly string[] => text.split(by).map((part) => part.trim());

const entries = (lines: readonly (readonly [string, string])[]): readonly ThesaurusEntry[] =>
  lines.map(([say, means]) => ({
    say: parted(say, ';'),
    means: parted(means, '|').map((phrases) => parted(phrases, '+')),
  }));

/** The thesaurus of the portal. It knows no queries and no procedures. */
export function vietnameseThesaurus(): Thesaurus {
  return {
    shortForms: entries(shortForms),
    everyday: entries(everyday),
    fillers: parted(fillers, ';'),
    placeKinds: parted(placeKinds, ';'),
  };
}
