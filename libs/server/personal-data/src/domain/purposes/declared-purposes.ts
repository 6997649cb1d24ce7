import type { PurposeVersion } from './purpose';

const decree = 'Luật 91/2025/QH15 Điều 19(1)(c)';
const read = { reference: 'bản đọc 11/2026, chưa đối chiếu Công báo', verified: false };
const asLong = {
  vi: 'Theo thời hạn lưu trữ của hồ sơ.',
  en: 'As long as the dossier must be kept in the archives.',
};
const untilWithdrawn = {
  vi: 'Đến khi bạn rút lại sự đồng ý.',
  en: 'Until you withdraw your consent.',
};

/**
 * Why this province processes personal data. A change of law or of words is a new version with its date, never an edit.
 *
 * @legal Luật 91/2025 Điều 9, 10, 19; NĐ 356/2025 Điều 6
 */
export const declaredPurposes: readonly PurposeVersion[] = [
  {
    code: 'procedure-handling',
    version: 1,
    effectiveFrom: '2026-01-01',
    basis: 'law',
    legalBasis: `${decree}; NĐ 118/2025/NĐ-CP`,
    source: read,
    categories: ['name', 'identity', 'answers', 'papers', 'handling', 'fee', 'documents'],
    sensitive: true,
    title: { vi: 'Giải quyết thủ tục hành chính', en: 'Handling administrative procedures' },
    text: {
      vi: 'Cơ quan dùng thông tin trong hồ sơ để giải quyết thủ tục bạn yêu cầu. Luật giao việc này cho cơ quan, nên không hỏi sự đồng ý.',
      en: 'The agency uses what is in a dossier to handle the procedure you asked for. The law gives it this task, so consent is not asked for.',
    },
    keptFor: asLong,
  },
  {
    code: 'identity-prefill',
    version: 1,
    effectiveFrom: '2026-01-01',
    basis: 'law',
    legalBasis: `${decree}; NĐ 69/2024/NĐ-CP, sửa đổi bởi NĐ 169/2025/NĐ-CP và NĐ 320/2026/NĐ-CP`,
    source: read,
    categories: ['name', 'identity'],
    sensitive: true,
    title: { vi: 'Điền sẵn tờ khai từ căn cước', en: 'Filling forms in from the identity' },
    text: {
      vi: 'Thông tin trong VNeID hoặc thẻ căn cước được điền sẵn vào tờ khai để bạn không phải viết lại. Bạn xem và sửa trước khi nộp. Tờ khai không nộp sẽ bị xóa.',
      en: 'Data of VNeID or of the identity card is filled into the form so that you need not write it again. You see and correct it before filing. A form that is not filed is deleted.',
    },
    keptFor: {
      vi: '30 ngày nếu không nộp; nộp rồi thì theo hồ sơ.',
      en: '30 days when it is not filed, else as the dossier.',
    },
  },
  {
    code: 'register-lookup',
    version: 1,
    effectiveFrom: '2026-08-05',
    basis: 'law',
    legalBasis: `${decree}; NĐ 118/2025/NĐ-CP Điều 4(2a), sửa đổi bởi NĐ 309/2026/NĐ-CP`,
    source: read,
    categories: ['name', 'identity', 'register'],
    sensitive: true,
    title: {
      vi: 'Tra cứu cơ sở dữ liệu thay cho giấy tờ',
      en: 'Looking data up instead of asking for papers',
    },
    text: {
      vi: 'Cơ quan lấy thông tin đã có trong cơ sở dữ liệu quốc gia, chuyên ngành để bạn không phải nộp lại giấy tờ. Mỗi lần tra cứu đều ghi lại để bạn xem.',
      en: 'The agency takes what is already in a register so that you need not hand papers in again. Every look-up is recorded where you can see it.',
    },
    keptFor: asLong,
  },
  {
    code: 'notices',
    version: 1,
    effectiveFrom: '2026-01-01',
    basis: 'law',
    legalBasis: `${decree}; NĐ 118/2025/NĐ-CP Điều 17`,
    source: read,
    categories: ['name', 'identity'],
    sensitive: false,
    title: { vi: 'Báo tin về hồ sơ', en: 'Notices about a dossier' },
    text: {
      vi: 'Số điện thoại, thư điện tử được dùng để báo kết quả và việc bạn cần làm. Bạn tắt tin nhắn, thư trong mục Cài đặt; Cổng vẫn giữ đủ thông báo.',
      en: 'Phone and e-mail are used to tell you of results and of what to do. You can turn messages off in the settings; the portal keeps them all.',
    },
    keptFor: asLong,
  },
  {
    code: 'statistics',
    version: 1,
    effectiveFrom: '2026-01-01',
    basis: 'law',
    legalBasis: `${decree}; NĐ 118/2025/NĐ-CP Điều 29–34`,
    source: read,
    categories: ['handling'],
    sensitive: false,
    title: { vi: 'Đánh giá, thống kê việc giải quyết', en: 'Statistics of how dossiers are handled' },
    text: {
      vi: 'Số lượng và thời gian giải quyết hồ sơ được tổng hợp để đánh giá cơ quan. Bản tổng hợp không có tên ai.',
      en: 'Numbers and durations are added up to assess the agencies. The sums name nobody.',
    },
    keptFor: asLong,
  },
  {
    code: 'service-news',
    version: 1,
    effectiveFrom: '2026-01-01',
    basis: 'consent',
    legalBasis: 'Luật 91/2025/QH15 Điều 9',
    source: read,
    categories: ['name', 'identity'],
    sensitive: false,
    title: { vi: 'Tin về dịch vụ mới', en: 'News about services' },
    text: {
      vi: 'Tôi đồng ý nhận tin về dịch vụ công mới qua tin nhắn và thư điện tử.',
      en: 'I agree to get news about new public services by text message and e-mail.',
    },
    keptFor: untilWithdrawn,
  },
  {
    code: 'satisfaction-survey',
    version: 1,
    effectiveFrom: '2026-01-01',
    basis: 'consent',
    legalBasis: 'Luật 91/2025/QH15 Điều 9',
    source: read,
    categories: ['name', 'identity'],
    sensitive: false,
    title: { vi: 'Hỏi ý kiến sau khi xong hồ sơ', en: 'Asking for an opinion afterwards' },
    text: {
      vi: 'Tôi đồng ý để cơ quan liên hệ hỏi ý kiến sau khi hồ sơ xong. Không trả lời cũng không sao.',
      en: 'I agree that the agency asks for my opinion when a dossier is done. Not answering does no harm.',
    },
    keptFor: untilWithdrawn,
  },
  {
    code: 'store-sharing',
    version: 1,
    effectiveFrom: '2026-01-01',
    basis: 'consent',
    legalBasis: 'Luật 91/2025/QH15 Điều 9',
    source: read,
    categories: ['papers', 'documents'],
    sensitive: true,
    title: { vi: 'Chia sẻ giấy tờ trong Kho dữ liệu', en: 'Sharing papers of the data store' },
    text: {
      vi: 'Tôi đồng ý để cơ quan khác xem giấy tờ trong Kho dữ liệu của tôi khi tôi chọn chia sẻ. Giấy tờ có thể chứa dữ liệu nhạy cảm.',
      en: 'I agree that other agencies look at papers of my data store when I choose to share them. Papers may hold sensitive data.',
    },
    keptFor: untilWithdrawn,
  },
  {
    code: 'zalo-notices',
    version: 1,
    effectiveFrom: '2026-11-01',
    basis: 'consent',
    legalBasis: 'Luật 91/2025/QH15 Điều 9',
    source: read,
    categories: ['name', 'identity'],
    sensitive: false,
    title: { vi: 'Báo tin qua Zalo', en: 'Notices by Zalo' },
    text: {
      vi: 'Tôi đồng ý để cơ quan chuyển số điện thoại của tôi và mã hồ sơ cho Zalo để báo tin về hồ sơ.',
      en: 'I agree that the agency gives my telephone number and the codes of my dossiers to Zalo to send me notices.',
    },
    keptFor: untilWithdrawn,
  },
  {
    code: 'national-store',
    version: 1,
    effectiveFrom: '2026-11-01',
    basis: 'consent',
    legalBasis: 'Luật 91/2025/QH15 Điều 9; NĐ 118/2025/NĐ-CP Điều 19',
    source: read,
    categories: ['identity', 'papers'],
    sensitive: true,
    title: { vi: 'Tìm giấy tờ ở Kho dữ liệu quốc gia', en: 'Looking papers up in the national store' },
    text: {
      vi: 'Tôi đồng ý để Cổng gửi số định danh của tôi đến Kho dữ liệu điện tử quốc gia để tìm giấy tờ của tôi, mỗi khi tôi bấm tìm. Giấy tờ có thể chứa dữ liệu nhạy cảm.',
      en: 'I agree that the portal sends my personal number to the national electronic data store to find my papers, whenever I ask it to. Papers may hold sensitive data.',
    },
    keptFor: untilWithdrawn,
  },
  {
    code: 'profile-facts',
    version: 1,
    effectiveFrom: '2026-11-01',
    basis: 'consent',
    legalBasis: 'Luật 91/2025/QH15 Điều 9; NĐ 356/2025/NĐ-CP Điều 6',
    source: read,
    categories: ['profile'],
    // An account of a bank is sensitive by NĐ 356/2025 Điều 4.
    sensitive: true,
    title: { vi: 'Nhớ thông tin tôi tự lưu', en: 'Remembering what I keep about myself' },
    text: {
      vi: 'Tôi đồng ý để Cổng giữ thông tin tôi lưu ở mục Thông tin của tôi, và điền vào tờ khai mới khi tôi cho điền sẵn. Số tài khoản là dữ liệu nhạy cảm.',
      en: 'I agree that the portal keeps what I put under My information, and fills it into new forms when I allow that. An account number is sensitive data.',
    },
    keptFor: untilWithdrawn,
  },
];
