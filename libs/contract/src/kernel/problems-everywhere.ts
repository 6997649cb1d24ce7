import { define, type ProblemDefinition } from './problem-definition';

/** Problems that any call can answer with, and those of what everybody sees. Texts never hold personal data. */
export const problemsEverywhere = {
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
  'document.not-found': define(
    'not-found',
    ['Chưa có giấy tờ này.', 'Hãy mở lại trang sau ít phút. Giấy tờ có ngay khi cơ quan ra quyết định.'],
    [
      'This document does not exist yet.',
      'Open the page again in a few minutes; documents are made right after the decision.',
    ],
  ),
  'document.awaits-signature': define(
    'conflict',
    ['Kết quả đang chờ lãnh đạo ký số.', 'Hãy xem lại sau. Kết quả được trao ngay khi ký xong.'],
    [
      'The result waits for its digital signature.',
      'Look again later; it is handed out as soon as it is signed.',
    ],
  ),
  'document.signature-broken': define(
    'unavailable',
    [
      'Chữ ký số trên giấy tờ này không còn đúng.',
      'Đừng dùng giấy này. Hãy gọi cơ quan giải quyết để được cấp lại.',
    ],
    ['The signature on this document does not hold.', 'Do not use it; call the agency for a new one.'],
  ),
  'system.unavailable': define(
    'unavailable',
    ['Cổng đang bận hoặc đang bảo trì.', 'Hãy thử lại sau ít phút. Những gì bạn nhập vẫn còn.'],
    ['The portal is busy or under maintenance.', 'Try again in a few minutes. What you typed is kept.'],
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
} as const satisfies Record<string, ProblemDefinition>;
