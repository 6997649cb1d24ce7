import { define, type ProblemDefinition } from './problem-definition';

/** Problems about personal data: consents, look-ups, requests about rights, breaches. */
export const problemsOfPrivacy = {
  'privacy.no-basis': define(
    'conflict',
    [
      'Chưa có căn cứ pháp lý để lấy thông tin này.',
      'Hãy nhập tay hoặc nộp giấy tờ; báo quản trị khai báo mục đích xử lý.',
    ],
    [
      'There is no recorded legal basis for fetching this data.',
      'Enter it by hand or attach the paper; ask the administrator to declare the purpose.',
    ],
  ),
  'privacy.consent-needed': define(
    'conflict',
    [
      'Cần sự đồng ý của người có thông tin.',
      'Hãy mời người đó mở mục Dữ liệu cá nhân, đọc và đồng ý; hoặc nhập tay, nộp giấy tờ.',
    ],
    [
      'The person has not agreed to this.',
      'They can agree under “Personal data”, or the data is entered by hand.',
    ],
  ),
  'privacy.value-without-basis': define(
    'conflict',
    [
      'Có thông tin điền sẵn không còn căn cứ sử dụng.',
      'Hãy xóa bản nháp này và bắt đầu lại, hoặc tự nhập các mục được điền sẵn.',
    ],
    [
      'Something that was filled in may no longer be used.',
      'Delete this draft and begin again, or enter the prefilled items yourself.',
    ],
  ),
  'privacy.not-a-choice': define(
    'conflict',
    ['Việc này cơ quan làm theo luật, không cần đồng ý.', 'Hãy tải lại trang để xem các mục được chọn.'],
    ['The agency does this by law, so there is nothing to choose.', 'Reload the page to see the choices.'],
  ),
  'privacy.text-changed': define(
    'conflict',
    ['Nội dung vừa được thay đổi.', 'Hãy tải lại trang, đọc nội dung mới rồi chọn lại.'],
    ['The text has just changed.', 'Reload the page, read the new text and choose again.'],
  ),
  'rights.not-found': define(
    'not-found',
    ['Không tìm thấy yêu cầu này.', 'Hãy mở lại danh sách yêu cầu.'],
    ['There is no such request.', 'Open the list of requests again.'],
  ),
  'rights.stale': define(
    'conflict',
    ['Yêu cầu này vừa được người khác xử lý.', 'Hãy tải lại trang rồi làm tiếp.'],
    ['Somebody has just dealt with this request.', 'Reload the page and go on.'],
  ),
  'rights.closed': define(
    'conflict',
    ['Yêu cầu này đã xong.', 'Hãy gửi yêu cầu mới nếu còn cần.'],
    ['This request is closed.', 'File a new one if needed.'],
  ),
  'rights.already-extended': define(
    'conflict',
    ['Yêu cầu này đã gia hạn một lần.', 'Hãy trả lời trước hạn hiện tại; luật chỉ cho gia hạn một lần.'],
    ['This request was extended once already.', 'Answer before the due date; the law allows one extension.'],
  ),
  'rights.ground-needed': define(
    'invalid',
    ['Chưa chọn lý do từ chối hoặc giữ lại.', 'Hãy chọn căn cứ để người yêu cầu biết vì sao.'],
    ['A refusal needs its ground.', 'Choose the ground, so that the person knows why.'],
  ),
  'rights.dossiers-open': define(
    'conflict',
    [
      'Chưa xóa hết được: còn hồ sơ đang giải quyết hoặc phải lưu trữ.',
      'Hãy chọn “Làm được một phần” và chọn căn cứ, để người yêu cầu biết phần nào giữ lại.',
    ],
    [
      'Not everything can be erased: dossiers are under way or must be archived.',
      'Choose “done in part” and the ground, so that the person knows what stays.',
    ],
  ),
  'breach.not-found': define(
    'not-found',
    ['Không tìm thấy vụ việc này.', 'Hãy mở lại sổ vi phạm.'],
    ['There is no such breach.', 'Open the register again.'],
  ),
  'breach.stale': define(
    'conflict',
    ['Vụ việc này vừa được ghi thêm.', 'Hãy tải lại trang rồi ghi tiếp.'],
    ['Something was just added to this breach.', 'Reload the page and go on.'],
  ),
} as const satisfies Record<string, ProblemDefinition>;
