/** What a publisher must complete, each as: what is missing, and what that means for people or what to do. */
export const gapWords = {
  'field-missing': [
    'Chưa có lĩnh vực. Hãy ghi lĩnh vực để người dân tìm theo lĩnh vực.',
    'No field is given. Add it so that people can find the procedure by field.',
  ],
  'field-code-missing': ['Lĩnh vực chưa có mã.', 'The field has no code.'],
  'publisher-missing': ['Chưa ghi mã cơ quan công bố.', 'The code of the publishing agency is missing.'],
  'status-missing': [
    'Chưa ghi trạng thái. Hãy xác nhận thủ tục còn hiệu lực.',
    'No status is given. Confirm that the procedure is in force.',
  ],
  'steps-missing': ['Chưa có trình tự thực hiện.', 'The sequence of steps is missing.'],
  'step-empty': ['Có bước để trống.', 'A step is empty.'],
  'channels-missing': ['Chưa có cách thức thực hiện.', 'No way of filing is given.'],
  'channel-absent': [
    'Tệp không nói gì về cách nộp này. Hãy xác nhận là không nhận theo cách này, hay tệp ghi thiếu.',
    'The file does not mention this way of filing. Confirm that it is not offered, or add it.',
  ],
  'time-limit-missing': [
    'Cách nộp này chưa có thời hạn giải quyết.',
    'This way of filing has no time limit.',
  ],
  'time-empty': [
    'Thời hạn không ghi số. Hãy ghi số giờ hoặc số ngày để tính được ngày hẹn trả.',
    'The time limit has no number. Give hours or days so that a due date can be computed.',
  ],
  'time-in-words': [
    'Thời hạn ghi bằng chữ. Hãy ghi số để tính được ngày hẹn trả.',
    'The time limit is in words. Give a number so that a due date can be computed.',
  ],
  'time-range': [
    'Thời hạn là một khoảng. Hãy ghi rõ khi nào lấy số nào; ngày hẹn trả chỉ có một.',
    'The time limit is a range. Say when which end holds; there is one due date only.',
  ],
  'time-unit-missing': ['Thời hạn chưa ghi đơn vị tính.', 'The time limit has no unit.'],
  'day-unclear': [
    'Chỉ ghi “ngày”, không rõ là ngày làm việc hay ngày lịch. Hãy ghi rõ.',
    'It says “day” only: working day or calendar day? Say which.',
  ],
  'several-times': [
    'Có nhiều thời hạn. Hãy ghi điều kiện của từng thời hạn để hệ thống chọn được.',
    'There are several time limits. Say when which one holds so that the system can choose.',
  ],
  'fees-missing': [
    'Không ghi mức phí nào. Để trống không có nghĩa là miễn phí; hãy ghi 0 nếu không thu.',
    'No fee is given. Empty does not mean free; write 0 if nothing is charged.',
  ],
  'fee-code-missing': ['Mức phí, lệ phí chưa có mã.', 'The fee has no code.'],
  'fee-empty': [
    'Số tiền để trống. Để trống không có nghĩa là 0 đồng.',
    'The amount is empty. Empty is not zero.',
  ],
  'fee-in-words': [
    'Số tiền không phải số nguyên đồng. Hãy ghi một số để tính và thu được.',
    'The amount is not a plain number of đồng. Give a number so that it can be computed and paid.',
  ],
  'fee-frame': [
    'Chỉ ghi khung hoặc mức gần đúng. Hãy ghi cách xác định số tiền của từng hồ sơ.',
    'Only a frame or an approximate level is given. Say how the amount of one dossier is found.',
  ],
  'fee-unit-missing': ['Mức phí chưa ghi đơn vị.', 'The fee has no unit.'],
  'fee-unnamed': ['Mức phí không ghi là phí gì.', 'The fee does not say what it is for.'],
  'fee-repeated': [
    'Mức phí ghi hai lần trong cùng thời hạn.',
    'The fee is given twice under one time limit.',
  ],
  'fee-only-here': [
    'Mức phí này không có ở cách nộp khác. Hãy kiểm tra xem nơi kia có ghi thiếu không.',
    'This fee does not occur in another way of filing. Check whether it is missing there.',
  ],
  'components-missing': ['Chưa có thành phần hồ sơ.', 'No papers are given.'],
  'component-code-missing': ['Giấy tờ chưa có mã.', 'The paper has no code.'],
  'component-unnamed': ['Giấy tờ chưa có tên.', 'The paper has no name.'],
  'copies-missing': [
    'Chưa ghi số bản chính, bản sao. Để trống không có nghĩa là 0 bản.',
    'Neither originals nor copies are counted. Empty is not zero.',
  ],
  'copies-in-words': ['Số bản không phải số.', 'The number of copies is not a number.'],
  'form-name-missing': [
    'Là đơn hoặc tờ khai nhưng chưa ghi tên mẫu.',
    'It is a form to fill in, but the form is not named.',
  ],
  'form-file-missing': [
    'Có tên mẫu nhưng chưa có tệp mẫu để tải về.',
    'The form is named, but there is no file.',
  ],
  'form-not-link': [
    'Địa chỉ mẫu không phải địa chỉ web đầy đủ.',
    'The address of the form is no full web address.',
  ],
  'component-condition': [
    'Giấy tờ chỉ cần trong một số trường hợp. Hãy ghi điều kiện để không đòi thừa.',
    'The paper is needed in some cases only. Say when, so that nobody is asked for it in vain.',
  ],
  'component-alternatives': [
    'Một dòng ghi nhiều giấy tờ thay thế nhau. Hãy tách ra để người dân chọn một.',
    'One line names papers that replace each other. Separate them so that people choose one.',
  ],
  'cases-unclear': [
    'Có nhiều trường hợp nhưng không rõ là cộng thêm hay chọn một. Hãy ghi rõ.',
    'There are several cases; do they add up or is one chosen? Say which.',
  ],
  'case-unnamed': ['Trường hợp chưa có tên.', 'The case has no name.'],
  'audiences-missing': ['Chưa ghi đối tượng thực hiện.', 'It is not said who may apply.'],
  'results-missing': ['Chưa ghi kết quả thực hiện.', 'The result is missing.'],
  'result-code-missing': ['Kết quả chưa có mã.', 'The result has no code.'],
  'law-missing': ['Chưa có căn cứ pháp lý.', 'The legal basis is missing.'],
  'law-number-missing': ['Căn cứ pháp lý chưa có số, ký hiệu.', 'The legal basis has no number.'],
  'agencies-missing': ['Chưa ghi cơ quan thực hiện.', 'The agency is missing.'],
  'agency-code-missing': ['Cơ quan chưa có mã định danh.', 'The agency has no identifier.'],
  'requirements-empty': [
    'Yêu cầu, điều kiện để trống. Hãy ghi “Không” nếu không có.',
    'Requirements are empty. Write “none” if there are none.',
  ],
  'old-unit': [
    'Còn nhắc cấp huyện hoặc thị trấn, đã bỏ từ 01/7/2025. Hãy ghi nơi làm thay.',
    'It still names districts or townships, abolished on 2025-07-01. Name the place that took over.',
  ],
} as const satisfies Record<string, readonly [vi: string, en: string]>;

export type GapKind = keyof typeof gapWords;
export const gapKinds = Object.keys(gapWords) as readonly GapKind[];
