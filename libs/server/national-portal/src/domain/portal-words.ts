import type { EventType } from '@mocua/engine/dossier';

/** What a row of progress says, by event. An event without words is not told. */
export const progressWords: Readonly<Partial<Record<EventType, string>>> = {
  'dossier-submitted': 'Hồ sơ được nộp',
  'dossier-received': 'Bộ phận Một cửa tiếp nhận hồ sơ',
  'dossier-refused': 'Bộ phận Một cửa không tiếp nhận hồ sơ',
  'dossier-transferred': 'Chuyển hồ sơ đến cơ quan có thẩm quyền',
  'fee-assessed': 'Xác định phí, lệ phí',
  'payment-requested': 'Yêu cầu thực hiện nghĩa vụ tài chính',
  'payment-request-revoked': 'Thu hồi yêu cầu thực hiện nghĩa vụ tài chính',
  'payment-received': 'Đã nhận khoản nộp',
  'payment-refunded': 'Đã hoàn khoản nộp',
  'clock-paused': 'Tạm dừng tính thời hạn',
  'clock-resumed': 'Tiếp tục tính thời hạn',
  'process-started': 'Bắt đầu giải quyết hồ sơ',
  'supplement-requested': 'Yêu cầu bổ sung, hoàn thiện hồ sơ',
  'supplement-answered': 'Người nộp đã bổ sung hồ sơ',
  'supplement-confirmed': 'Xác nhận hồ sơ bổ sung đầy đủ',
  'supplement-insufficient': 'Hồ sơ bổ sung chưa đầy đủ',
  'supplement-lapsed': 'Dừng giải quyết do không bổ sung đúng hạn',
  'answers-edited': 'Người nộp sửa nội dung hồ sơ',
  'dossier-withdrawn': 'Người nộp rút hồ sơ',
  'task-completed': 'Hoàn thành bước xử lý',
  'dossier-completed': 'Đã có kết quả giải quyết',
  'result-posted': 'Đã giao kết quả cho bưu điện',
  'parcel-failed': 'Bưu điện chưa phát được kết quả',
  'result-returned': 'Đã trả kết quả',
};

/** Who acted, where it was no officer. */
export const applicantWord = 'Người nộp hồ sơ';
export const systemWord = 'Hệ thống';
