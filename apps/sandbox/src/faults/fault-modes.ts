/**
 * Parts of the sandbox that can be made to fail. An area that ends in `-out` is what the sandbox sends to the portal by
 * itself (`deliver`); any other is the first part of the path that is asked for.
 */
export const faultAreas = [
  'vneid',
  'sso',
  'messages',
  'messages-out',
  'zalo',
  'zalo-out',
  'card-reader',
  'scanner',
  'printer',
  'dvcqg',
  'dvcqg-out',
  'lgsp',
  'lgsp-out',
  'payment',
  'payment-out',
  'post',
  'post-out',
  'signing',
  'signing-out',
  'sector',
  'sector-out',
  'qlvb',
  'qlvb-out',
] as const;
export type FaultArea = (typeof faultAreas)[number];

/** Whether the request had its effect over here although the caller may not learn of it. */
export type Effect = 'none' | 'once' | 'twice';

/**
 * Every way to fail.
 *
 * - without effect: `down` (503), `error` (500), `bad-gateway` (502, a page of the gateway), `gateway-timeout` (504),
 *   `throttled` (429 with `Retry-After`), `unauthorised` (401), `html` (200 and a page of maintenance), `redirect`
 *   (302 to a metadata address), `hang` (never an answer), `cut` (closed), `reset` (RST), `expired-certificate`
 * - with its effect, and an answer that is no use: `reply-lost` (RST), `reply-hang` (never), `reply-failed` (502),
 *   `truncated` (closed half-way), `cut-json` (half a document, said to be whole), `empty` (200, nothing),
 *   `wrong-charset` (windows-1258), `broken-text` (bytes that are no UTF-8), `poison` (JSON of another shape),
 *   `flood` (an answer without end)
 * - with its effect, and the right answer: `slow` (late), `drip` (in small pieces), `duplicate` (the request arrives
 *   twice), `late-duplicate` (once more after the next request), `reorder` (only after the next request)
 */
export const faultModes = {
  down: { effect: 'none', name: 'ngừng (503)' },
  error: { effect: 'none', name: 'lỗi máy chủ (500)' },
  'bad-gateway': { effect: 'none', name: 'cổng trung gian báo lỗi (502)' },
  'gateway-timeout': { effect: 'none', name: 'cổng trung gian hết giờ (504)' },
  throttled: { effect: 'none', name: 'quá nhiều yêu cầu (429)' },
  unauthorised: { effect: 'none', name: 'không nhận mã truy cập (401)' },
  html: { effect: 'none', name: 'trả trang web thay cho dữ liệu' },
  redirect: { effect: 'none', name: 'chuyển hướng sang địa chỉ nội bộ' },
  hang: { effect: 'none', name: 'treo' },
  cut: { effect: 'none', name: 'cắt kết nối' },
  reset: { effect: 'none', name: 'đặt lại kết nối' },
  'expired-certificate': { effect: 'none', name: 'chứng thư hết hạn' },
  'reply-lost': { effect: 'once', name: 'đã làm nhưng mất câu trả lời' },
  'reply-hang': { effect: 'once', name: 'đã làm nhưng không trả lời' },
  'reply-failed': { effect: 'once', name: 'đã làm nhưng báo lỗi (502)' },
  truncated: { effect: 'once', name: 'câu trả lời đứt giữa chừng' },
  'cut-json': { effect: 'once', name: 'JSON thiếu nửa sau' },
  empty: { effect: 'once', name: 'câu trả lời rỗng' },
  'wrong-charset': { effect: 'once', name: 'sai bảng mã (windows-1258)' },
  'broken-text': { effect: 'once', name: 'chữ hỏng' },
  poison: { effect: 'once', name: 'JSON sai cấu trúc' },
  flood: { effect: 'once', name: 'câu trả lời không dứt' },
  slow: { effect: 'once', name: 'chậm' },
  drip: { effect: 'once', name: 'nhỏ giọt' },
  duplicate: { effect: 'twice', name: 'nhận hai lần' },
  'late-duplicate': { effect: 'twice', name: 'nhận lại lần nữa sau yêu cầu kế tiếp' },
  reorder: { effect: 'once', name: 'đảo thứ tự' },
} as const satisfies Readonly<Record<string, { effect: Effect; name: string }>>;
export type FaultMode = keyof typeof faultModes;

export const faultModeNames = Object.keys(faultModes) as readonly FaultMode[];

export interface FaultStep {
  /** `ok` lets requests through, so that a script can say "twice well, then down". */
  readonly mode: FaultMode | 'ok';
  /** How many requests the step lasts; null until changed. */
  readonly times: number | null;
  /** Delay of `slow`, between the pieces of `drip`, and the longest a held request or a late duplicate waits; milliseconds. */
  readonly delayMs: number;
  /** Only requests whose path and body hold these texts; the others take the next step that fits. */
  readonly only?: { readonly path?: string; readonly body?: string };
}
