import { define, type ProblemDefinition } from './problem-definition';

/** Problems of systems of other agencies, and of the officers who let them in. */
export const problemsOfAgencies = {
  'agency.token-required': define(
    'unauthenticated',
    ['Thiếu mã truy cập, hoặc mã đã hết hạn.', 'Hãy lấy mã truy cập mới rồi gửi lại.'],
    ['The access key is missing or has expired.', 'Get a new one, then send again.'],
  ),
  'agency.scope-missing': define(
    'forbidden',
    ['Hệ thống này chưa được cấp quyền {scope}.', 'Hãy đề nghị quản trị hệ thống của tỉnh cấp thêm quyền.'],
    ['This system was not granted {scope}.', 'Ask the administrator of the province for it.'],
  ),
  'agency.client-unknown': define(
    'unauthenticated',
    ['Mã hệ thống hoặc khóa bí mật không đúng.', 'Hãy kiểm tra lại, hoặc đề nghị cấp khóa mới.'],
    ['The client id or its secret is not right.', 'Check both, or ask for a new secret.'],
  ),
  'agency.grant-unsupported': define(
    'malformed',
    ['Cổng chỉ nhận grant_type=client_credentials.', 'Hãy sửa yêu cầu rồi gửi lại.'],
    ['Only grant_type=client_credentials is taken.', 'Correct the request and send it again.'],
  ),
  'agency.scope-not-granted': define(
    'malformed',
    [
      'Hệ thống xin quyền chưa được cấp.',
      'Hãy bỏ bớt quyền trong scope, hoặc đề nghị quản trị hệ thống cấp thêm.',
    ],
    ['A scope was asked for that was not granted.', 'Ask for less, or have the administrator grant it.'],
  ),
  'agency.dossier-not-found': define(
    'not-found',
    [
      'Không có hồ sơ này trong phạm vi được xem.',
      'Hãy kiểm tra mã hồ sơ và các thủ tục được cấp quyền xem.',
    ],
    ['There is no such dossier within reach.', 'Check the code and the procedures you were granted.'],
  ),
  'agency.external-code-reused': define(
    'conflict',
    ['Mã {code} đã dùng cho một hồ sơ khác.', 'Hãy dùng mã khác cho hồ sơ mới.'],
    ['The code {code} belongs to another filing.', 'Take another code for a new filing.'],
  ),
  'agency.client-not-found': define(
    'not-found',
    ['Không có hệ thống này trong danh sách.', 'Hãy tải lại danh sách rồi chọn lại.'],
    ['There is no such system in the list.', 'Reload the list and choose again.'],
  ),
  'agency.client-revoked': define(
    'conflict',
    ['Hệ thống này đã bị thu hồi quyền.', 'Hãy đăng ký lại nếu hệ thống cần kết nối tiếp.'],
    ['The access of this system was revoked.', 'Register it again if it has to connect.'],
  ),
  'agency.address-not-allowed': define(
    'invalid',
    [
      'Cổng không gửi được tin đến địa chỉ này.',
      'Hãy ghi địa chỉ https công khai, không có tên đăng nhập và mật khẩu.',
    ],
    ['Nothing can be sent to this address.', 'Give a public https address without user name and password.'],
  ),
  'agency.subscription-not-found': define(
    'not-found',
    ['Không có địa chỉ nhận tin này.', 'Hãy tải lại trang rồi chọn lại.'],
    ['There is no such subscription.', 'Reload the page and choose again.'],
  ),
  'agency.rotation-running': define(
    'conflict',
    [
      'Khóa ký của địa chỉ này vừa được đổi và khóa cũ còn đang dùng.',
      'Hãy chờ khóa cũ hết hạn, hoặc đổi và ngừng khóa cũ ngay.',
    ],
    [
      'The signing secret was just changed, and the former one still counts.',
      'Wait until it ends, or change it and end the former one at once.',
    ],
  ),
  'agency.rotation-over': define(
    'conflict',
    [
      'Lần đổi khóa này đã xong, khóa của lần đó không hiện lại.',
      'Hãy tải lại trang; nếu chưa có khóa mới thì đổi khóa lần nữa.',
    ],
    [
      'This exchange is over, and its secret is not shown again.',
      'Reload the page; if you have no new secret, exchange once more.',
    ],
  ),
  'agency.subscription-ended': define(
    'conflict',
    ['Địa chỉ nhận tin này đã ngừng.', 'Hãy thêm lại địa chỉ nhận tin rồi gửi.'],
    ['This subscription has ended.', 'Add the address again, then send.'],
  ),
  'agency.delivery-not-found': define(
    'not-found',
    ['Không có tin báo này trong nhật ký.', 'Hãy tải lại nhật ký; tin cũ hơn 90 ngày đã được xóa.'],
    ['There is no such delivery in the log.', 'Reload the log; what is older than 90 days was deleted.'],
  ),
} as const satisfies Record<string, ProblemDefinition>;
