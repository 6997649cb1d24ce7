import { define, type ProblemDefinition } from './problem-definition';

/** Problems of those who file and follow dossiers. Texts never hold personal data. */
export const problemsOfPeople = {
  'draft.not-found': define(
    'not-found',
    ['Không còn bản nháp này.', 'Hãy mở “Hồ sơ của tôi” để xem những bản nháp còn giữ.'],
    ['This draft is no longer there.', 'Open “My dossiers” to see the drafts that are kept.'],
  ),
  'draft.stale': define(
    'conflict',
    ['Bản nháp này vừa được sửa ở máy khác.', 'Hãy so hai bản rồi chọn bản muốn giữ. Chưa mất gì cả.'],
    [
      'This draft was just changed on another device.',
      'Compare both versions and choose one. Nothing is lost.',
    ],
  ),
  'draft.already-submitted': define(
    'conflict',
    ['Bản nháp này đã được nộp thành hồ sơ.', 'Hãy xem hồ sơ trong mục Hồ sơ của tôi.'],
    ['This draft has already been filed.', 'See the dossier under “My dossiers”.'],
  ),
  'register.nothing-to-check': define(
    'conflict',
    [
      'Không có dữ liệu nào cần kiểm tra lại.',
      'Kết quả hỏi lại đã được ghi, hoặc lúc nộp đã lấy được dữ liệu. Hãy tải lại trang để xem.',
    ],
    [
      'There is nothing left to check.',
      'The outcome is recorded already, or the data was there at the filing. Reload the page to see it.',
    ],
  ),
  'register.waiting': define(
    'unavailable',
    [
      'Đang chưa lấy được dữ liệu từ {register}.',
      'Bản khai của bạn đã được giữ. Hãy quay lại nộp sau ít phút: thủ tục này cần dữ liệu ấy.',
    ],
    [
      'The data of {register} could not be fetched yet.',
      'Your draft is kept. Come back in a few minutes: this procedure needs the data.',
    ],
  ),
  'eform.invalid': define(
    'invalid',
    ['Tờ khai còn mục chưa đúng.', 'Hãy sửa những mục được đánh dấu.'],
    ['The form has items that are not right.', 'Correct the marked items.'],
  ),
  'attachment.missing': define(
    'invalid',
    ['Còn thiếu giấy tờ bắt buộc.', 'Hãy chụp hoặc chọn ảnh của giấy tờ được đánh dấu.'],
    ['A required paper is missing.', 'Photograph or choose the marked paper.'],
  ),
  'attachment.not-found': define(
    'not-found',
    ['Không còn tệp này.', 'Hãy mở lại trang để xem những tệp còn giữ.'],
    ['This file is no longer there.', 'Open the page again to see the files that are kept.'],
  ),
  'attachment.type-refused': define(
    'unsupported-media',
    ['Cổng chỉ nhận ảnh chụp (JPG, PNG) hoặc tệp PDF.', 'Hãy chụp ảnh giấy tờ rồi chọn ảnh đó.'],
    ['The portal takes only photos (JPG, PNG) and PDF files.', 'Take a photo of the paper and choose it.'],
  ),
  'attachment.too-large': define(
    'too-large',
    [
      'Ảnh hoặc tệp này nặng hơn {limitMb} MB.',
      'Hãy chụp lại với cỡ ảnh nhỏ hơn, hoặc chia tệp PDF làm nhiều phần.',
    ],
    [
      'This image or file is larger than {limitMb} MB.',
      'Take the photo in a smaller size, or split the PDF.',
    ],
  ),
  'attachment.empty': define(
    'invalid',
    ['Tệp này trống, không có gì bên trong.', 'Hãy chọn tệp khác, hoặc chụp lại.'],
    ['This file is empty.', 'Choose another file, or take the photo again.'],
  ),
  'attachment.interrupted': define(
    'malformed',
    ['Mạng bị ngắt khi đang gửi tệp.', 'Hãy gửi lại tệp này. Các tệp khác vẫn còn.'],
    ['The connection broke while the file was sent.', 'Send this file again. The others are kept.'],
  ),
  'attachment.unknown-component': define(
    'invalid',
    ['Thủ tục này không cần loại giấy tờ đó.', 'Hãy mở lại trang rồi chọn lại.'],
    ['The procedure needs no such paper.', 'Open the page again and choose anew.'],
  ),
  'attachment.too-many': define(
    'invalid',
    ['Đã đủ số tệp cho giấy tờ này ({limit}).', 'Hãy xóa bớt tệp rồi tải lên lại.'],
    ['This paper already has its {limit} files.', 'Remove a file and upload again.'],
  ),
  'dossier.not-found': define(
    'not-found',
    [
      'Không tìm thấy hồ sơ, hoặc bạn không được xem hồ sơ này.',
      'Hãy kiểm tra lại mã, hoặc xem trong danh sách của bạn.',
    ],
    ['The dossier was not found, or you may not see it.', 'Check the code, or look in your list.'],
  ),
  'dossier.stale': define(
    'conflict',
    [
      'Hồ sơ vừa có thay đổi sau khi bạn mở trang.',
      'Hãy xem trạng thái mới bên dưới rồi gửi lại. Những gì bạn nhập vẫn còn.',
    ],
    [
      'The dossier changed after you opened the page.',
      'See the new state below, then send again. What you typed is kept.',
    ],
  ),
  'dossier.wrong-state': define(
    'conflict',
    ['Lúc này hồ sơ không làm được việc đó nữa.', 'Hãy mở lại trang để xem bây giờ làm được gì.'],
    ['This can no longer be done with the dossier.', 'Open the page again to see what can be done now.'],
  ),
  'supplement.already-open': define(
    'conflict',
    ['Đang có một yêu cầu bổ sung chưa xong.', 'Hãy đợi người nộp trả lời, hoặc xác nhận yêu cầu đang mở.'],
    ['A supplement request is still open.', 'Wait for the answer, or confirm the open request.'],
  ),
  'supplement.ground-required': define(
    'invalid',
    [
      'Yêu cầu bổ sung lần hai hoặc quá 3 ngày làm việc phải ghi căn cứ.',
      'Hãy ghi căn cứ theo pháp luật chuyên ngành.',
    ],
    ['A second request, or one after three working days, needs a ground.', 'Write the ground in sector law.'],
  ),
  'supplement.unknown-item': define(
    'invalid',
    ['Mục yêu cầu bổ sung không có trong hồ sơ.', 'Hãy chọn lại mục trong danh sách.'],
    ['The requested item is not part of the dossier.', 'Choose the item from the list again.'],
  ),
  'supplement.not-open': define(
    'conflict',
    ['Yêu cầu bổ sung này đã khép lại.', 'Hãy mở lại trang hồ sơ để xem cơ quan đã làm đến đâu.'],
    ['This supplement request is closed.', 'Open the dossier again to see where it stands.'],
  ),
  'supplement.not-asked': define(
    'invalid',
    ['Mục này không được yêu cầu bổ sung.', 'Chỉ sửa những mục cơ quan đã yêu cầu.'],
    ['This item was not asked for.', 'Change only what the agency asked for.'],
  ),
  'supplement.incomplete': define(
    'invalid',
    ['Chưa bổ sung đủ các mục được yêu cầu.', 'Hãy hoàn thành những mục được đánh dấu.'],
    ['Not everything that was asked for is there.', 'Complete the marked items.'],
  ),
  'tracking.not-found': define(
    'not-found',
    [
      'Không có hồ sơ nào khớp với mã và mã PIN này.',
      'Hãy xem lại từng chữ của mã và mã PIN in trên giấy biên nhận.',
    ],
    [
      'No dossier matches this code and PIN.',
      'Check every letter of the code and PIN printed on the receipt.',
    ],
  ),
  'handover.not-found': define(
    'not-found',
    [
      'Mã chuyển tờ khai này không đúng, đã dùng hoặc đã hết hạn.',
      'Hãy xem lại mã, hoặc lấy mã mới tại máy.',
    ],
    ['This hand-over code is wrong, used or expired.', 'Check the code, or get a new one at the kiosk.'],
  ),
  'payment.nothing-due': define(
    'conflict',
    ['Hồ sơ này hiện không có khoản nào phải nộp.', 'Hãy tải lại trang để xem tình trạng mới nhất.'],
    ['Nothing has to be paid for this dossier now.', 'Reload the page to see how it stands.'],
  ),
  'payment.platform-unavailable': define(
    'unavailable',
    [
      'Cổng thanh toán đang tạm ngừng. Tiền của bạn chưa bị trừ.',
      'Hãy thử lại sau ít phút, hoặc xem nơi nộp tiền mặt ghi trên trang nộp tiền.',
    ],
    [
      'The payment platform does not answer. No money was taken.',
      'Try again in a few minutes, or see on the payment page where cash is taken.',
    ],
  ),
  'payment.before-reception': define(
    'conflict',
    [
      'Hồ sơ này chưa nộp phí, lệ phí.',
      'Hãy chờ người nộp trả tiền trực tuyến, hoặc thu tại quầy rồi tiếp nhận.',
    ],
    [
      'This dossier has not been paid for.',
      'Wait for the payment, or take it at the cash desk, then receive it.',
    ],
  ),
  'payment.before-result': define(
    'conflict',
    [
      'Hồ sơ này còn tiền phải nộp trước khi trả kết quả.',
      'Hãy thu tiền tại quầy, hoặc chờ người nộp trả trực tuyến.',
    ],
    [
      'Something has to be paid before the result is handed over.',
      'Take it at the cash desk, or wait for the payment.',
    ],
  ),
  'payment.not-refundable': define(
    'conflict',
    [
      'Khoản này không hoàn được: không có tiền nộp thừa, hoặc đã hoàn rồi.',
      'Chỉ hoàn tiền nộp thừa, hoặc tiền của hồ sơ đã từ chối, đã rút, đã dừng.',
    ],
    [
      'This cannot be refunded: nothing was paid too much, or it was refunded before.',
      'Only what was paid too much, or for a refused, withdrawn or closed dossier, is refunded.',
    ],
  ),
  'payment.not-found': define(
    'not-found',
    ['Không tìm thấy khoản tiền này.', 'Hãy kiểm tra mã, hoặc tải lại danh sách.'],
    ['There is no such payment.', 'Check the code, or reload the list.'],
  ),
  'payment.no-cash-desk': define(
    'conflict',
    [
      'Đơn vị này hôm nay không thu tiền mặt.',
      'Hãy mời người nộp trả trực tuyến, hoặc nhờ quản trị mở quầy thu.',
    ],
    [
      'This unit takes no cash today.',
      'Ask the person to pay online, or have the administrator open a cash desk.',
    ],
  ),
  'payment.desk-rule-refused': define(
    'invalid',
    [
      'Chưa đặt được quầy thu như vậy.',
      'Hãy chọn ngày từ mai, và đơn vị giữ tiền có quầy thu riêng ngày đó.',
    ],
    [
      'The cash desk cannot be set like this.',
      'Choose a day from tomorrow on, and a keeper that has its own desk on that day.',
    ],
  ),
  'payment.no-grounds': define(
    'conflict',
    [
      'Thủ tục này không có căn cứ nào để yêu cầu nộp thêm tiền.',
      'Hãy giải quyết tiếp; nếu quy định có khoản thu, báo quản trị bổ sung vào thủ tục.',
    ],
    [
      'This procedure has no ground on which money may be asked for.',
      'Go on with the work; if the rules have one, tell the administrator to add it.',
    ],
  ),
  'payment.ground-closed': define(
    'conflict',
    [
      'Hiện không yêu cầu nộp tiền theo căn cứ này được.',
      'Hãy tải lại trang, xem lý do ở căn cứ đó hoặc chọn căn cứ khác.',
    ],
    [
      'Money cannot be asked for on this ground now.',
      'Reload, read why beside the ground, or choose another one.',
    ],
  ),
  'payment.document-needed': define(
    'invalid',
    [
      'Căn cứ này cần số và ngày của văn bản ghi số tiền.',
      'Hãy ghi số, ngày văn bản; ngày không sau hôm nay.',
    ],
    [
      'This ground needs the number and date of the document that states the amount.',
      'Write both; the date may not be after today.',
    ],
  ),
  'payment.asked-otherwise': define(
    'conflict',
    [
      'Số tiền này khác số tính được hoặc ngoài mức của căn cứ.',
      'Hãy tải lại trang, xem số tiền và mức cho phép rồi gửi lại.',
    ],
    [
      'This amount is not what is computed, or outside the bounds of the ground.',
      'Reload, look at the amount and its bounds, then send again.',
    ],
  ),
  'payment.already-paid': define(
    'conflict',
    [
      'Người nộp đã trả, hoặc tiền đang về; không thu hồi yêu cầu được nữa.',
      'Hãy chờ hồ sơ ghi nhận tiền rồi làm tiếp; tiền thừa sẽ được hoàn.',
    ],
    [
      'Something was paid already or is on its way; the request stands.',
      'Wait until the dossier shows it; what is too much goes back.',
    ],
  ),
  'payment.asked-elsewhere': define(
    'forbidden',
    ['Khoản này do đơn vị khác yêu cầu nộp.', 'Hãy báo đơn vị đã yêu cầu; chỉ đơn vị ấy thu hồi được.'],
    ['Another unit asked for this money.', 'Tell that unit; only it can take the request back.'],
  ),
  'payment.reason-needed': define(
    'invalid',
    ['Số đếm được khác số đã gửi.', 'Hãy ghi lý do chênh lệch rồi xác nhận lại.'],
    ['What was counted is not what was sent.', 'Write why it differs, then acknowledge again.'],
  ),
  'payment.amount-changed': define(
    'conflict',
    ['Số tiền phải nộp đã thay đổi.', 'Hãy tải lại trang, xem số tiền mới rồi thu.'],
    ['The amount to pay has changed.', 'Reload, look at the new amount, then take the money.'],
  ),
  'payment.day-closed': define(
    'conflict',
    ['Quầy thu đã khóa sổ hôm nay.', 'Hãy để khoản này sang ngày mai, hoặc mời người nộp trả trực tuyến.'],
    ['The cash desk was closed for today.', 'Take it tomorrow, or ask the person to pay online.'],
  ),
  'payment.resolved': define(
    'conflict',
    ['Khoản này đã có người xử lý.', 'Hãy tải lại danh sách để xem ai đã xử lý.'],
    ['Somebody settled this before.', 'Reload the list to see who did.'],
  ),
} as const satisfies Record<string, ProblemDefinition>;
