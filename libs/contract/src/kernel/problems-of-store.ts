import { define, type ProblemDefinition } from './problem-definition';

/** Problems about the papers that people keep. */
export const problemsOfStore = {
  'store.paper-not-found': define(
    'not-found',
    [
      'Không tìm thấy giấy tờ này, hoặc người chia sẻ đã dừng chia sẻ.',
      'Hãy mở lại Kho giấy tờ, hoặc tải giấy tờ lên từ máy của bạn.',
    ],
    [
      'There is no such paper, or its owner has stopped sharing it.',
      'Open your papers again, or upload the paper from your device.',
    ],
  ),
  'store.fact-not-found': define(
    'not-found',
    [
      'Không tìm thấy thông tin này, hoặc bạn đã thay bằng thông tin mới.',
      'Hãy tải lại trang Thông tin của tôi để xem thông tin đang dùng.',
    ],
    [
      'There is no such fact, or a newer one has taken its place.',
      'Load the page My information again to see what holds now.',
    ],
  ),
  'store.fact-hidden': define(
    'conflict',
    [
      'Thông tin này đang ẩn nên không điền vào tờ khai.',
      'Hãy bấm “Hiện lại” trước, rồi bấm “Cho điền sẵn”.',
    ],
    [
      'This fact is hidden, so no form is filled with it.',
      'Show it again first, then allow forms to be filled.',
    ],
  ),
  'store.paper-damaged': define(
    'conflict',
    [
      'Tệp này không còn giống tệp đã lưu, nên không dùng được.',
      'Hãy tải giấy tờ lên lại từ máy của bạn, hoặc gọi tổng đài nếu giấy do cơ quan cấp.',
    ],
    [
      'This file is no longer the one that was kept, so it cannot be used.',
      'Upload the paper again. If an agency issued it, call the hotline to get it anew.',
    ],
  ),
  'store.paper-expired': define(
    'conflict',
    [
      'Giấy tờ này đã hết hạn ngày {date}.',
      'Hãy chọn giấy tờ khác còn hạn, hoặc tải lên bản mới từ máy của bạn.',
    ],
    ['This paper ran out on {date}.', 'Choose one that is still valid, or upload a newer one.'],
  ),
  'store.paper-revoked': define(
    'conflict',
    [
      'Giấy tờ này đã bị thu hồi nên không dùng được nữa.',
      'Hãy chọn giấy tờ khác. Nếu bạn chưa rõ vì sao, hãy hỏi cơ quan đã cấp.',
    ],
    [
      'This paper was revoked and can no longer be used.',
      'Choose another one, or ask the agency that issued it.',
    ],
  ),
  'store.paper-there-already': define(
    'conflict',
    ['Giấy tờ này đã có trong hồ sơ.', 'Bạn không cần thêm lần nữa. Hãy bấm “Tiếp tục”.'],
    ['This paper is in the dossier already.', 'There is no need to add it again; go on.'],
  ),
  'store.not-own': define(
    'conflict',
    [
      'Giấy tờ do cơ quan cấp hoặc kiểm tra thì không xóa, không sửa được.',
      'Hãy bấm “Ẩn đi” nếu không muốn thấy nữa. Nếu thấy sai, hãy hỏi cơ quan đã cấp.',
    ],
    [
      'What an agency issued or checked can neither be deleted nor changed.',
      'Hide it if you do not want to see it. If it is wrong, ask the agency.',
    ],
  ),
  'store.full': define(
    'conflict',
    [
      'Kho của bạn đã đầy ({maxPapers} giấy tờ hoặc {maxMb} MB).',
      'Hãy xóa bớt giấy tờ bạn tự tải lên mà không cần nữa, rồi tải lên lại.',
    ],
    [
      'Your store is full ({maxPapers} papers or {maxMb} MB).',
      'Delete papers of your own that you no longer need, then upload again.',
    ],
  ),
  'store.dates-crossed': define(
    'invalid',
    ['Ngày hết hạn trước ngày cấp.', 'Hãy xem lại hai ngày này trên giấy tờ rồi sửa cho đúng.'],
    ['The paper ends before it was issued.', 'Look at both dates on the paper and correct them.'],
  ),
  'store.share-too-long': define(
    'invalid',
    [
      'Chỉ chia sẻ được từ hôm nay đến hết ngày {last}.',
      'Hãy chọn ngày gần hơn. Hết hạn, bạn có thể chia sẻ lại.',
    ],
    ['A share lasts from today until {last} at most.', 'Choose an earlier day. You can share again later.'],
  ),
  'store.share-not-found': define(
    'not-found',
    ['Lượt chia sẻ này không còn.', 'Hãy mở lại Kho giấy tờ. Nếu cần xem, hãy nhờ người đó chia sẻ lại.'],
    ['This share is no longer there.', 'Open your papers again, or ask the person to share anew.'],
  ),
  'store.unit-share-not-found': define(
    'not-found',
    [
      'Không có giấy tờ này trong phần chia sẻ với cơ quan của ông/bà.',
      'Hãy tải lại danh sách. Nếu còn cần xem, hãy đề nghị người đó chia sẻ lại.',
    ],
    [
      'No such paper is shared with your agency.',
      'Load the list again. If you still need it, ask the person to share it anew.',
    ],
  ),
  'store.unit-paper-unusable': define(
    'conflict',
    [
      'Giấy tờ này đã hết hạn, bị thu hồi hoặc tệp không còn nguyên vẹn nên không mở được.',
      'Hãy đề nghị người chia sẻ gửi bản khác còn dùng được.',
    ],
    [
      'This paper has run out, was revoked, or its file is no longer whole.',
      'Ask the person to share one that can still be used.',
    ],
  ),
  'store.not-a-result': define(
    'conflict',
    [
      'Chỉ thu hồi được kết quả mà cơ quan của ông/bà đã cấp.',
      'Hãy mở hồ sơ có kết quả cần thu hồi, do đơn vị của ông/bà giải quyết.',
    ],
    [
      'Only a result that your own agency issued can be revoked.',
      'Open the dossier with the result, handled by your unit.',
    ],
  ),
  'store.revoked-already': define(
    'conflict',
    [
      'Kết quả này đã bị thu hồi theo quyết định khác.',
      'Hãy tải lại trang để xem số quyết định và lý do đã ghi.',
    ],
    ['This result was revoked by another decision.', 'Load the page again to see its number and reason.'],
  ),
  'store.no-replacement': define(
    'invalid',
    [
      'Không tìm thấy kết quả thay thế của cùng người này.',
      'Hãy kiểm tra mã hồ sơ đã có kết quả, hoặc để trống nếu không có bản thay thế.',
    ],
    [
      'There is no such result of the same person to take its place.',
      'Check the code of the dossier, or leave it empty if nothing takes its place.',
    ],
  ),
  'store.national-down': define(
    'unavailable',
    [
      'Kho dữ liệu quốc gia chưa trả lời.',
      'Hãy thử lại sau ít phút. Giấy tờ trong kho của bạn ở đây vẫn dùng được.',
    ],
    [
      'The national store does not answer.',
      'Try again in a few minutes. The papers you have here work as before.',
    ],
  ),
  'store.national-no-number': define(
    'conflict',
    [
      'Chỉ tìm được giấy tờ của người có số định danh cá nhân.',
      'Hãy đăng nhập bằng VNeID của chính người đó rồi tìm lại.',
    ],
    [
      'Only papers of somebody with a personal number can be looked up.',
      'Sign in with the VNeID of that person and try again.',
    ],
  ),
  'store.national-forged': define(
    'conflict',
    [
      'Tệp nhận được không khớp với mô tả của Kho quốc gia, nên không lấy về.',
      'Hãy thử lại. Nếu vẫn vậy, hãy hỏi cơ quan đã cấp giấy tờ.',
    ],
    [
      'The file is not the one that the national store describes, so it was not kept.',
      'Try again. If it stays so, ask the agency that issued the paper.',
    ],
  ),
} as const satisfies Record<string, ProblemDefinition>;
