/** How a problem category is answered over HTTP. */
export const statusOf = {
  invalid: 422,
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'unsupported-media': 415,
  'too-many': 429,
  unavailable: 503,
  internal: 500,
} as const;
export type ProblemCategory = keyof typeof statusOf;

interface ProblemText {
  /** What happened, in one short sentence. `{name}` is replaced by a parameter. */
  readonly title: string;
  /** How to fix it. */
  readonly remedy: string;
}
interface ProblemDefinition {
  readonly category: ProblemCategory;
  readonly vi: ProblemText;
  readonly en: ProblemText;
}

/* @__NO_SIDE_EFFECTS__ */
function define(
  category: ProblemCategory,
  vi: readonly [string, string],
  en: readonly [string, string],
): ProblemDefinition {
  return { category, vi: { title: vi[0], remedy: vi[1] }, en: { title: en[0], remedy: en[1] } };
}

/** The one catalogue of problems: code, category, and both languages. Texts never hold personal data. */
export const problems = {
  'request.malformed': define(
    'malformed',
    [
      'Cổng chưa đọc được những gì bạn vừa gửi.',
      'Hãy mở lại trang này rồi gửi lần nữa. Những gì bạn đã nhập vẫn còn.',
    ],
    [
      'The portal could not read what you sent.',
      'Open this page again and send once more. What you typed is kept.',
    ],
  ),
  'request.invalid': define(
    'invalid',
    ['Có mục chưa đúng.', 'Hãy sửa những mục được đánh dấu rồi gửi lại.'],
    ['Some items are not right.', 'Correct the marked items and send again.'],
  ),
  'request.too-large': define(
    'too-large',
    ['Những gì bạn gửi quá dài hoặc quá nặng.', 'Hãy viết ngắn lại, hoặc chọn ảnh nhỏ hơn.'],
    ['What you sent is too long or too large.', 'Write less, or choose a smaller image.'],
  ),
  'request.unsupported-media': define(
    'unsupported-media',
    ['Cổng không nhận loại nội dung này.', 'Hãy mở trang của cổng và gửi lại từ đó.'],
    ['The portal does not take this kind of content.', 'Open the page of the portal and send from there.'],
  ),
  'request.not-found': define(
    'not-found',
    ['Không có địa chỉ này.', 'Hãy quay về trang chủ và tìm lại.'],
    ['There is nothing at this address.', 'Go back to the home page and look again.'],
  ),
  'request.idempotency-key-missing': define(
    'malformed',
    ['Lần gửi này chưa an toàn, có thể bị gửi hai lần.', 'Hãy mở lại trang này rồi gửi lại.'],
    ['This could have been sent twice, so it was not taken.', 'Open this page again and send once more.'],
  ),
  'request.idempotency-key-reused': define(
    'invalid',
    [
      'Nội dung này khác với lần bạn vừa gửi.',
      'Hãy mở lại trang để xem lần gửi trước đã đến chưa, rồi gửi lại nếu cần.',
    ],
    [
      'This is not the same as what you sent just before.',
      'Open the page again to see whether the first one arrived, then send again if needed.',
    ],
  ),
  'request.too-many': define(
    'too-many',
    ['Bạn vừa thử quá nhiều lần.', 'Hãy đợi {seconds} giây rồi thử lại.'],
    ['You tried too many times just now.', 'Wait {seconds} seconds and try again.'],
  ),
  'session.required': define(
    'unauthenticated',
    [
      'Bạn chưa đăng nhập, hoặc đã lâu không dùng nên cổng tự đăng xuất.',
      'Hãy đăng nhập lại. Những gì bạn đang nhập vẫn còn.',
    ],
    [
      'You are not signed in, or you were signed out after a long pause.',
      'Sign in again. What you typed is kept.',
    ],
  ),
  'session.csrf': define(
    'forbidden',
    ['Cổng chưa chắc lần gửi này là của bạn.', 'Hãy mở lại trang rồi làm lại.'],
    ['The portal is not sure that this came from you.', 'Open the page again and do it once more.'],
  ),
  'session.forbidden': define(
    'forbidden',
    ['Bạn không có quyền làm việc này.', 'Hãy chọn đúng vai trò, hoặc hỏi người quản trị đơn vị.'],
    ['You may not do this.', 'Choose the right role, or ask the administrator of your unit.'],
  ),
  'session.assignment-required': define(
    'forbidden',
    ['Chưa chọn vai trò đang làm việc.', 'Hãy chọn đơn vị và vai trò ở đầu trang.'],
    ['No acting role is chosen.', 'Choose unit and role at the top of the page.'],
  ),
  'session.login-failed': define(
    'unauthenticated',
    [
      'Đăng nhập chưa thành công.',
      'Hãy đăng nhập lại từ đầu. Nếu vẫn không được, hãy gọi đường dây nóng ở cuối trang.',
    ],
    [
      'Signing in did not succeed.',
      'Start signing in again. If it still fails, call the hotline at the foot of the page.',
    ],
  ),
  'session.no-role': define(
    'forbidden',
    [
      'Tài khoản này chưa được giao vai trò nào.',
      'Hãy đề nghị người quản trị đơn vị phân công, hoặc đăng nhập bằng tài khoản khác.',
    ],
    [
      'This account has not been given any role.',
      'Ask the administrator of your unit for a role, or sign in with another account.',
    ],
  ),
  'session.identity-provider-unavailable': define(
    'unavailable',
    [
      'Chưa nối được với nơi đăng nhập.',
      'Hãy thử lại sau ít phút. Cần gấp thì đến Bộ phận Một cửa gần nhất.',
    ],
    [
      'The place where you sign in does not answer.',
      'Try again in a few minutes, or visit the nearest one-stop centre.',
    ],
  ),
  'party.not-represented': define(
    'forbidden',
    [
      'Bạn chưa được ghi nhận là người đại diện của người này.',
      'Hãy chọn lại người mà bạn nộp thay, hoặc nộp cho chính mình.',
    ],
    [
      'You are not recorded as acting for this person.',
      'Choose again for whom you file, or file for yourself.',
    ],
  ),
  'procedure.not-found': define(
    'not-found',
    ['Không có thủ tục này.', 'Hãy tìm thủ tục theo tên ở trang chủ.'],
    ['There is no such procedure.', 'Look the procedure up by name on the home page.'],
  ),
  'procedure.organisation-only': define(
    'conflict',
    [
      'Bạn chưa nộp được thủ tục này với tư cách đang chọn.',
      'Thủ tục này dành cho tổ chức, doanh nghiệp. Hãy bấm vào tên bạn, chọn tổ chức bạn đại diện, rồi nộp lại.',
    ],
    [
      'You cannot file this procedure in the capacity you have chosen.',
      'It is for organisations. Choose your name at the top, choose the organisation you represent, then file again.',
    ],
  ),
  'procedure.person-only': define(
    'conflict',
    [
      'Tổ chức không nộp được thủ tục này.',
      'Thủ tục này dành cho cá nhân. Hãy bấm vào tên tổ chức, chọn tên của bạn, rồi nộp lại.',
    ],
    [
      'An organisation cannot file this procedure.',
      'It is for persons. Choose the name of the organisation at the top, choose your own name, then file again.',
    ],
  ),
  'procedure.not-online': define(
    'conflict',
    [
      'Thủ tục này không nhận hồ sơ qua cổng của tỉnh.',
      'Hãy nộp tại Cổng Dịch vụ công quốc gia hoặc Bộ phận Một cửa.',
    ],
    [
      'This procedure is not filed through the provincial portal.',
      'File it on the national portal or at a one-stop centre.',
    ],
  ),
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
  'document.not-found': define(
    'not-found',
    ['Chưa có giấy tờ này.', 'Hãy mở lại trang sau ít phút. Giấy tờ có ngay khi cơ quan ra quyết định.'],
    [
      'This document does not exist yet.',
      'Open the page again in a few minutes; documents are made right after the decision.',
    ],
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
  'system.unavailable': define(
    'unavailable',
    ['Cổng đang bận hoặc đang bảo trì.', 'Hãy thử lại sau ít phút. Những gì bạn nhập vẫn còn.'],
    ['The portal is busy or under maintenance.', 'Try again in a few minutes. What you typed is kept.'],
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
  'system.unexpected': define(
    'internal',
    [
      'Cổng đang gặp trục trặc. Không phải lỗi của bạn.',
      'Hãy thử lại. Nếu vẫn lỗi, gọi đường dây nóng và đọc mã {correlationId}.',
    ],
    [
      'Something went wrong on our side. It is not your fault.',
      'Try again. If it persists, call the hotline and read out the code {correlationId}.',
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
  'handover.not-found': define(
    'not-found',
    [
      'Mã chuyển tờ khai này không đúng, đã dùng hoặc đã hết hạn.',
      'Hãy xem lại mã, hoặc lấy mã mới tại máy.',
    ],
    ['This hand-over code is wrong, used or expired.', 'Check the code, or get a new one at the kiosk.'],
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

export type ProblemCode = keyof typeof problems;
export const problemCodes = /* @__PURE__ */ Object.keys(problems) as readonly ProblemCode[];

/** One problem at one field; `path` is a JSON pointer into the body or a form field id. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** RFC 9457 problem document. Clients branch on `code` only. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly fields: readonly FieldProblem[];
  readonly correlationId: string;
}

/** Fills `{name}` placeholders; a missing parameter leaves a dash, never a raw placeholder. */
export function fillText(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/gu, (_match, name: string) => String(params[name] ?? '–'));
}
