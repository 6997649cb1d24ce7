import { define, type ProblemDefinition } from './problem-definition';

/** Problems of officers, administrators and machines. Texts never hold personal data. */
export const problemsAtWork = {
  'unit.not-found': define(
    'invalid',
    ['Không có đơn vị này, hoặc đơn vị đã ngừng hoạt động.', 'Hãy chọn lại đơn vị trong danh sách.'],
    ['There is no such unit, or it has closed.', 'Choose the unit from the list again.'],
  ),
  'calendar.not-covered': define(
    'unavailable',
    [
      'Lịch làm việc chưa có cho ngày cần tính hạn ({date}).',
      'Hãy báo người quản trị bổ sung lịch làm việc.',
    ],
    ['The working calendar does not cover {date}.', 'Ask the administrator to add the calendar.'],
  ),
  'procedure.not-local': define(
    'conflict',
    [
      'Thủ tục này do hệ thống của bộ hoặc quốc gia giải quyết.',
      'Hãy hướng dẫn người dân theo trang hướng dẫn của thủ tục.',
    ],
    [
      'A system of a ministry or of the nation resolves this procedure.',
      'Guide the person by the page of the procedure.',
    ],
  ),
  'signature.not-needed': define(
    'conflict',
    ['Giấy tờ này không cần ký số từ xa.', 'Hãy tải lại trang để xem cách trả kết quả.'],
    ['This document needs no remote signature.', 'Reload the page to see how it is handed out.'],
  ),
  'signature.settled': define(
    'conflict',
    ['Giấy tờ này đã ký xong hoặc đang được ký.', 'Hãy tải lại trang để xem chữ ký hiện tại.'],
    ['This document is signed, or is being signed.', 'Reload the page to see its signature.'],
  ),
  'partner.unknown': define(
    'unauthenticated',
    ['Hệ thống gửi chưa chứng minh được mình là ai.', 'Hãy kiểm tra khóa kết nối đã cấp.'],
    ['The sending system did not prove who it is.', 'Check the connection key that was issued.'],
  ),
  'delivery.not-dead': define(
    'conflict',
    ['Thông điệp này đã được gửi lại hoặc đã gửi xong.', 'Hãy tải lại danh sách.'],
    ['This message is on its way again, or was delivered.', 'Reload the list.'],
  ),
  'dossier.external-code-taken': define(
    'conflict',
    ['Mã {code} đã có ở một hồ sơ khác.', 'Hãy tìm hồ sơ đó trong danh sách, hoặc sửa lại mã.'],
    ['Another dossier has the code {code}.', 'Look that dossier up in the list, or correct the code.'],
  ),
  'task.not-open': define(
    'conflict',
    ['Bước này đã được người khác hoàn thành.', 'Hãy tải lại trang để xem bước hiện tại.'],
    ['This step was completed by somebody else.', 'Reload to see the current step.'],
  ),
  'task.not-yours': define(
    'forbidden',
    [
      'Bước này không thuộc vai trò bạn đang chọn.',
      'Hãy đổi vai trò ở đầu trang nếu bạn được giao bước này.',
    ],
    ['This step does not belong to the role you act in.', 'Change the role at the top if the step is yours.'],
  ),
  'task.with-sector-system': define(
    'conflict',
    ['Bước này đang do {system} giải quyết.', 'Hãy chờ hệ thống đó trả kết quả; kết quả sẽ tự về hồ sơ này.'],
    ['This step is being done by {system}.', 'Wait for its result; it comes to this dossier by itself.'],
  ),
  'task.paper-needed': define(
    'invalid',
    [
      'Bước này đang do {system} giải quyết, nên cần văn bản của nơi đó.',
      'Hãy ghi số, ngày, cơ quan ban hành và lý do nhập tay.',
    ],
    [
      'This step is being done by {system}, so its paper is needed.',
      'Enter number, date and issuer of the paper, and why you enter it here.',
    ],
  ),
  'delivery.not-replayable': define(
    'conflict',
    [
      'Không gửi lại được tới nơi nhận này.',
      'Nơi nhận chưa được kết nối hoặc chưa rõ. Hãy báo người quản trị.',
    ],
    [
      'Nothing can be sent to this receiver again.',
      'It is not connected, or not known. Tell the administrator.',
    ],
  ),
  'report.not-found': define(
    'not-found',
    ['Không có báo cáo này.', 'Hãy mở lại danh sách báo cáo.'],
    ['There is no such report.', 'Open the list of reports again.'],
  ),
  'report.not-newest': define(
    'conflict',
    ['Kỳ này đã có bản mới hơn.', 'Hãy xem và phát hành bản mới nhất.'],
    ['There is a later version of this month.', 'Look at the newest version and release that one.'],
  ),
  'report.month-not-over': define(
    'conflict',
    ['Tháng này chưa kết thúc nên chưa lập được báo cáo.', 'Hãy chọn một tháng đã qua.'],
    ['This month has not ended, so there is no report of it yet.', 'Choose a month that is over.'],
  ),
  'report.not-counted-yet': define(
    'conflict',
    ['Hệ thống chưa đếm xong việc của tháng này.', 'Hãy chờ vài phút rồi bấm lại.'],
    ['Not everything of this month is counted yet.', 'Wait some minutes, then press again.'],
  ),
  'report.reason-needed': define(
    'invalid',
    ['Tháng này đã có báo cáo và số liệu nay khác đi.', 'Hãy ghi vì sao cần bản mới, ít nhất 10 ký tự.'],
    [
      'This month has a report, and its numbers are others now.',
      'Say in at least 10 characters why there is another version.',
    ],
  ),
  'report.no-indicators': define(
    'conflict',
    ['Tháng này chưa có bộ chỉ tiêu báo cáo nào áp dụng.', 'Hãy chọn một tháng sau đó.'],
    ['No set of indicators was in force in this month.', 'Choose a later month.'],
  ),
  'number.not-found': define(
    'not-found',
    ['Sổ số cấp tại chỗ của đơn vị không có số này.', 'Hãy tải lại danh sách.'],
    ['Your unit has no such number given here.', 'Reload the list.'],
  ),
  'number.given': define(
    'conflict',
    [
      'Số này đã cấp cho một văn bản khác trong năm {year}.',
      'Hãy xem sổ văn bản của đơn vị rồi ghi số kế tiếp.',
    ],
    [
      'Another document of {year} has this number.',
      'Look into the register of your unit, then enter the next number.',
    ],
  ),
  'task.with-document-system': define(
    'conflict',
    [
      'Văn bản này đang ở hệ thống quản lý văn bản.',
      'Hãy chờ số và bản phát hành; kết quả sẽ tự về hồ sơ này.',
    ],
    [
      'The document management system has this document.',
      'Wait for its number and the issued file; both come to this dossier by themselves.',
    ],
  ),
  'task.reason-needed': define(
    'invalid',
    [
      'Văn bản này phải lấy số ở hệ thống quản lý văn bản.',
      'Hãy ghi lý do cấp số tại chỗ, ít nhất 10 ký tự.',
    ],
    [
      'This document gets its number in the document management system.',
      'If you give the number here, say why in at least 10 characters.',
    ],
  ),
  'task.unknown-outcome': define(
    'invalid',
    ['Kết quả của bước không hợp lệ.', 'Hãy chọn lại kết quả trong danh sách.'],
    ['The outcome of the step is not valid.', 'Choose the outcome from the list.'],
  ),
  'task.comment-required': define(
    'invalid',
    ['Cần ghi ý kiến khi chọn kết quả này.', 'Hãy ghi rõ lý do.'],
    ['This outcome needs a comment.', 'Write the reason.'],
  ),
  'device.unknown-code': define(
    'not-found',
    ['Mã đăng ký thiết bị không đúng hoặc đã hết hạn.', 'Hãy xin mã mới từ người quản trị.'],
    ['The device registration code is wrong or has expired.', 'Ask the administrator for a new code.'],
  ),
  'device.not-found': define(
    'not-found',
    ['Không có thiết bị này.', 'Hãy tải lại danh sách thiết bị.'],
    ['There is no such device.', 'Reload the list of devices.'],
  ),
  'content.not-found': define(
    'not-found',
    ['Không có trang này, hoặc trang đã được gỡ xuống.', 'Hãy quay về danh sách để chọn trang khác.'],
    ['There is no such page, or it was withdrawn.', 'Go back to the list and choose another page.'],
  ),
  'content.stale': define(
    'conflict',
    [
      'Trang này vừa được người khác sửa.',
      'Hãy xem bản mới ở phần lịch sử, rồi lưu lại phần của mình; chữ đã gõ vẫn còn.',
    ],
    [
      'Somebody else has just changed this page.',
      'See the new version in its history, then save yours again; what you typed is kept.',
    ],
  ),
  'content.address-taken': define(
    'conflict',
    ['Địa chỉ này đã có trang khác dùng.', 'Hãy đặt địa chỉ khác, ví dụ thêm năm ở cuối.'],
    ['Another page has this address.', 'Choose another address, for example with the year at its end.'],
  ),
  'content.link-refused': define(
    'invalid',
    ['Có liên kết không dùng được.', 'Hãy sửa những liên kết được đánh dấu.'],
    ['A link cannot be used.', 'Correct the marked links.'],
  ),
  'content.nothing-to-publish': define(
    'conflict',
    ['Không có bản nháp nào để đăng.', 'Hãy sửa trang và lưu nháp trước.'],
    ['There is no draft to publish.', 'Change the page and save a draft first.'],
  ),
  'content.not-published': define(
    'conflict',
    ['Trang này chưa được đăng.', 'Hãy tải lại để xem trạng thái mới của trang.'],
    ['This page is not published.', 'Reload to see its new state.'],
  ),
  'clock.waiting-for-others': define(
    'conflict',
    [
      'Hồ sơ đang chờ nơi khác nên thời hạn đang tạm dừng.',
      'Hãy làm xong bước đang chờ, rồi gửi yêu cầu bổ sung.',
    ],
    [
      'The dossier waits for somebody else, and its clock stands still.',
      'Complete the step that waits, then send the supplement request.',
    ],
  ),
  'kiosk.only-there': define(
    'forbidden',
    ['Việc này chỉ làm được tại máy ở Bộ phận Một cửa.', 'Hãy đến máy, đăng nhập rồi làm lại.'],
    ['This can be done at a kiosk only.', 'Go to a kiosk, sign in there and try again.'],
  ),
  'kiosk.sign-in-not-found': define(
    'not-found',
    ['Mã đăng nhập này đã hết hạn hoặc đã dùng rồi.', 'Hãy lấy mã mới trên màn hình của máy rồi quét lại.'],
    ['This sign-in code has expired or was used.', 'Get a new code on the screen of the kiosk and scan it.'],
  ),
  'kiosk.card-reader-unavailable': define(
    'unavailable',
    ['Đầu đọc thẻ đang không hoạt động.', 'Hãy đăng nhập bằng điện thoại, hoặc bấm Gọi cán bộ.'],
    ['The card reader does not work now.', 'Sign in with your phone, or call an officer.'],
  ),
  'kiosk.scanner-unavailable': define(
    'unavailable',
    ['Máy quét đang không hoạt động.', 'Hãy chụp bằng điện thoại, hoặc nộp giấy tờ tại quầy.'],
    ['The scanner does not work now.', 'Take a photo with your phone, or hand the papers in at the counter.'],
  ),
  'kiosk.nothing-to-scan': define(
    'conflict',
    ['Chưa có giấy trong máy quét.', 'Hãy đặt giấy lên mặt kính, mặt có chữ úp xuống, rồi bấm quét lại.'],
    ['There is no paper in the scanner.', 'Put the paper on the glass, face down, and scan again.'],
  ),
  'kiosk.printer-unavailable': define(
    'unavailable',
    ['Máy in đang không hoạt động.', 'Hãy nhận bản điện tử bằng điện thoại, hoặc đến quầy trả kết quả.'],
    ['The printer does not work now.', 'Take the electronic copy on your phone, or go to the counter.'],
  ),
  'kiosk.call-not-found': define(
    'not-found',
    ['Cuộc gọi này đã kết thúc.', 'Hãy tải lại trang để xem những cuộc gọi đang chờ.'],
    ['This call has ended.', 'Reload the page to see the calls that are waiting.'],
  ),
  'record.not-found': define(
    'not-found',
    [
      'Chưa nhập thủ tục {code} từ cơ sở dữ liệu quốc gia.',
      'Hãy kiểm tra mã, hoặc nhập tệp của thủ tục này trước.',
    ],
    ['No national record of {code} was imported.', 'Check the code, or import the file first.'],
  ),
  'record.stale': define(
    'conflict',
    [
      'Nội dung của {code} đã khác với nội dung bạn vừa xem.',
      'Hãy tải lại trang, đọc lại các thay đổi rồi quyết định.',
    ],
    ['What is proposed for {code} is not what you read.', 'Reload, read the changes again, then decide.'],
  ),
  'record.decided': define(
    'conflict',
    ['Thủ tục {code} không còn gì chờ duyệt.', 'Hãy tải lại danh sách để xem ai đã quyết định.'],
    ['Nothing of {code} waits for a decision.', 'Reload the list to see what was decided.'],
  ),
} as const satisfies Record<string, ProblemDefinition>;
