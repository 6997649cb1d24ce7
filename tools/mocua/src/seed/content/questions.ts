import { type DemoPage, question, to } from './page-parts';

export const questions: readonly DemoPage[] = [
  question(
    'filing',
    'nop-khi-nao',
    [
      'Tôi nộp hồ sơ vào buổi tối hoặc ngày nghỉ được không?',
      'Được. Thời hạn tiếp nhận tính từ giờ làm việc tiếp theo.',
    ],
    [
      'Can I file in the evening or on a holiday?',
      'Yes. The time for reception counts from the next working hour.',
    ],
  ),
  question(
    'filing',
    'dung-giua-chung',
    [
      'Đang khai thì có việc phải dừng, có mất không?',
      'Không. Mỗi mục bạn nhập được lưu lại. Mở “Hồ sơ của tôi”, phần “Bản nháp”, rồi bấm “Làm tiếp”, trên máy khác cũng được.',
    ],
    [
      'I have to stop in the middle of a form. Is it lost?',
      'No. Everything you type is saved. Open “My dossiers”, find it under drafts and go on, on another device too.',
    ],
  ),
  question(
    'filing',
    'nop-nham',
    [
      'Tôi nộp nhầm hoặc khai sai thì làm sao?',
      'Mở hồ sơ, bấm “Sửa tờ khai” hoặc “Rút hồ sơ”. Bạn sửa hoặc rút được cho đến khi có quyết định.',
    ],
    [
      'I filed by mistake, or something is wrong in it. What now?',
      'Open the dossier and change the form or withdraw it. You can do so until the decision.',
    ],
  ),
  question(
    'filing',
    'nop-cho-nguoi-khac',
    [
      'Tôi nộp thay cho cha mẹ được không?',
      'Được, khi cơ quan đã ghi nhận bạn là người đại diện.',
      to('/huong-dan/lam-thay-nguoi-khac', 'Xem cách làm thay người khác'),
    ],
    [
      'Can I file for my parents?',
      'Yes, once the agency has recorded you as acting for them.',
      to('/huong-dan/lam-thay-nguoi-khac', 'How to act for somebody'),
    ],
  ),
  question(
    'filing',
    'nop-o-xa',
    [
      'Tôi ở nơi khác, có phải về quê nộp không?',
      'Nhiều thủ tục nhận hồ sơ ở bất kỳ Bộ phận Một cửa nào trong tỉnh. Trang của thủ tục ghi rõ điều này.',
    ],
    [
      'I live elsewhere. Must I go home to file?',
      'Many procedures are taken at any one-stop centre of the province. The page of the procedure says so.',
    ],
  ),
  question(
    'papers',
    'khong-phai-nop-lai',
    [
      'Vì sao cổng không hỏi giấy tờ tôi đã có trong VNeID?',
      'Thông tin nhà nước đã có thì không hỏi lại. Bạn chỉ cần kiểm tra xem có đúng không.',
    ],
    [
      'Why does the portal not ask for papers that are in VNeID?',
      'What the state already has is not asked for again. You only check that it is right.',
    ],
  ),
  question(
    'papers',
    'anh-bi-mo',
    [
      'Cơ quan báo ảnh bị mờ, tôi làm gì?',
      'Chụp lại ở chỗ sáng rồi gửi phần bổ sung. Không phải nộp lại cả hồ sơ.',
      to('/huong-dan/chup-anh-giay-to', 'Cách chụp ảnh giấy tờ'),
    ],
    [
      'The agency says my photo is blurred. What now?',
      'Take it again in good light and send it. You need not file everything again.',
      to('/huong-dan/chup-anh-giay-to', 'How to photograph papers'),
    ],
  ),
  question(
    'papers',
    'ten-don-vi-cu',
    [
      'Giấy tờ của tôi ghi tên xã, huyện cũ. Có phải đổi không?',
      'Không phải đổi. Giấy tờ cũ còn hạn vẫn dùng được. Trong tờ khai, bạn gõ tên cũ cũng tìm thấy tên mới.',
    ],
    [
      'My papers name the old commune or district. Must I change them?',
      'No. Old papers stay valid. In forms, typing the old name finds the new one.',
    ],
  ),
  question(
    'fee',
    'biet-phi-o-dau',
    [
      'Phải nộp bao nhiêu tiền?',
      'Trang của mỗi thủ tục ghi phí trước khi bạn bắt đầu. Ngoài số đó, không ai được thu thêm.',
    ],
    ['How much must I pay?', 'The page of each procedure says so before you begin. Nobody may take more.'],
  ),
  question(
    'fee',
    'duoc-mien-phi',
    ['Ai được miễn phí?', 'Tùy từng thủ tục. Trang thủ tục nêu rõ ai được miễn, giảm và cần giấy tờ gì.'],
    [
      'Who pays nothing?',
      'It depends on the procedure. Its page says who is exempt and which paper shows it.',
    ],
  ),
  question(
    'following',
    'bao-lau-tra-loi',
    [
      'Nộp rồi bao lâu có người trả lời?',
      'Trong 8 giờ làm việc, cơ quan phải tiếp nhận, yêu cầu bổ sung, hoặc nêu lý do không nhận.',
    ],
    [
      'How soon does somebody answer?',
      'Within 8 working hours the agency receives the dossier, asks for something, or says why not.',
    ],
  ),
  question(
    'following',
    'hen-tra-thay-doi',
    [
      'Vì sao ngày hẹn trả thay đổi?',
      'Thời gian chờ bạn bổ sung không tính vào hạn. Bấm “Vì sao là ngày này?” ở trang hồ sơ để xem cách tính.',
    ],
    [
      'Why did the due date change?',
      'The time in which you add something does not count. The page of the dossier explains the date.',
    ],
  ),
  question(
    'following',
    'mat-bien-nhan',
    [
      'Tôi mất biên nhận thì tra cứu thế nào?',
      'Đăng nhập, mở “Hồ sơ của tôi”, chọn hồ sơ, rồi “Xem biên nhận”. Không đăng nhập được thì đến quầy với căn cước.',
    ],
    [
      'I lost my receipt. How do I track the dossier?',
      'Sign in, open “My dossiers”, choose the dossier, then its receipt. Or come to the counter with your identity card.',
    ],
  ),
  question(
    'result',
    'nhan-ket-qua-o-dau',
    ['Nhận kết quả ở đâu?', 'Tải về ở mục “Kết quả”, hoặc nhận tại Bộ phận Một cửa nơi tiếp nhận hồ sơ.'],
    ['Where do I get the result?', 'Download it under “Results”, or collect it at the one-stop centre.'],
  ),
  question(
    'result',
    'ket-qua-dien-tu',
    [
      'Kết quả tải về có giá trị không?',
      'Có. Tệp có chữ ký số của cơ quan. Bạn in ra để xem cho tiện, còn tệp gốc mới là bản có giá trị.',
    ],
    [
      'Is the downloaded result valid?',
      'Yes. The file carries the signature of the agency. A print is for reading; the file is the original.',
    ],
  ),
  question(
    'account',
    'chua-co-vneid',
    [
      'Tôi chưa có VNeID thì sao?',
      'Bạn vẫn nộp trực tiếp được. Hãy mang căn cước đến Bộ phận Một cửa gần nhất.',
    ],
    ['I have no VNeID. What now?', 'You can file in person: bring your identity card to a one-stop centre.'],
  ),
  question(
    'account',
    'dang-nhap-la',
    [
      'Tôi thấy lần đăng nhập lạ thì làm gì?',
      'Mở “Tài khoản”, bấm “Đăng xuất máy này” ở máy lạ, đổi mật khẩu VNeID, rồi gọi đường dây nóng.',
    ],
    [
      'I see a sign-in that was not me. What now?',
      'Open “Account”, sign that device out, change your VNeID password, then call the hotline.',
    ],
  ),
  question(
    'help',
    'ai-xem-du-lieu',
    [
      'Ai xem được dữ liệu của tôi?',
      'Chỉ cán bộ giải quyết hồ sơ của bạn. Mỗi lần xem đều được ghi lại, bạn thấy ở trang “Tài khoản”.',
    ],
    [
      'Who can see my data?',
      'Only the officers who work on your dossier. Every look is recorded, and you see it on the page “Account”.',
    ],
  ),
  question(
    'help',
    'chu-nho-qua',
    [
      'Chữ nhỏ quá, tôi không đọc được.',
      'Bấm “Hiển thị” ở đầu trang để chọn chữ to đến gấp đôi, hoặc chữ đen trên nền trắng.',
    ],
    [
      'The letters are too small for me.',
      'Press “Display” at the top of the page: text goes up to twice its size, or black on white.',
    ],
  ),
  question(
    'help',
    'khong-biet-lam',
    [
      'Tôi không biết dùng máy, ai giúp?',
      'Gọi đường dây nóng 1900 0099, hoặc đến Bộ phận Một cửa. Cán bộ sẽ làm cùng bạn.',
      to('tel:19000099', 'Gọi 1900 0099'),
    ],
    [
      'I do not know how to use this. Who helps?',
      'Call the hotline 1900 0099, or come to a one-stop centre. An officer does it with you.',
      to('tel:19000099', 'Call 1900 0099'),
    ],
  ),
];
