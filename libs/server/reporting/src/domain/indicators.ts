import type { Measure } from './measures';
import type { Month } from './month';

/** Something that is reported, and where its definition comes from. */
export interface Indicator {
  /** Our name; what the other side calls it is the adapter's matter. */
  readonly code: string;
  readonly name: string;
  /**
   * - `count`: what happened in the month
   * - `stock`: what stood at its end, all months before taken together: `counted` less `less`
   * - `share`: `counted` out of `of`, both of the month
   */
  readonly kind: 'count' | 'stock' | 'share';
  readonly counted: Measure;
  readonly less?: Measure;
  readonly of?: Measure;
  readonly source: string;
  /** Whether the text of the source was compared with its publication. */
  readonly verified: boolean;
}

/** Indicators as they hold from a month on. */
export interface IndicatorSet {
  readonly version: number;
  readonly effectiveFrom: Month;
  readonly indicators: readonly Indicator[];
}

const periodic = 'TT 02/2017/TT-VPCP biểu 06a, 06b, mô tả công khai, chưa đối chiếu văn bản';
const index = 'Mô tả công thức tính chỉ số theo QĐ 766/QĐ-TTg, bản công khai, chưa đối chiếu văn bản';
const own = 'chỉ tiêu của tỉnh, đặt tạm';

const count = (code: string, name: string, counted: Measure, source: string): Indicator => ({
  ...{ code, name, kind: 'count', counted, source, verified: false },
});
const stock = (code: string, name: string, counted: Measure, less: Measure): Indicator => ({
  ...{ code, name, kind: 'stock', counted, less, source: periodic, verified: false },
});
const share = (code: string, name: string, counted: Measure, of: Measure): Indicator => ({
  ...{ code, name, kind: 'share', counted, of, source: index, verified: false },
});

/** All versions; what was reported under an older one is never counted anew under a newer. */
export const declaredIndicators: readonly IndicatorSet[] = [
  {
    version: 1,
    effectiveFrom: '2025-07',
    indicators: [
      count('received', 'Hồ sơ tiếp nhận trong kỳ', 'received', periodic),
      count('received-online', 'Tiếp nhận trực tuyến', 'received-online', periodic),
      count('received-counter', 'Tiếp nhận trực tiếp', 'received-counter', periodic),
      count('received-post', 'Tiếp nhận qua bưu chính', 'received-post', periodic),
      count('resolved', 'Hồ sơ đã giải quyết trong kỳ', 'resolved', periodic),
      count('resolved-on-time', 'Giải quyết đúng hạn ban đầu', 'resolved-on-time', periodic),
      count('resolved-late', 'Giải quyết quá hạn ban đầu', 'resolved-late', periodic),
      count(
        'resolved-late-by-original',
        'Quá hạn ban đầu nhưng trong hạn sau tạm dừng, gia hạn',
        'resolved-late-by-original',
        own,
      ),
      count('resolved-without-limit', 'Giải quyết, không quy định hạn', 'resolved-without-limit', own),
      count('refused', 'Từ chối tiếp nhận', 'refused', own),
      count('withdrawn', 'Người nộp rút hồ sơ', 'withdrawn', own),
      count('stopped', 'Dừng giải quyết', 'stopped', own),
      stock('open', 'Đang giải quyết cuối kỳ', 'received', 'ended'),
      stock('overdue', 'Đang giải quyết, quá hạn ban đầu', 'came-due', 'came-due-and-ended'),
      share('online-share', 'Tỷ lệ tiếp nhận trực tuyến', 'received-online', 'received'),
      share('on-time-share', 'Tỷ lệ giải quyết đúng hạn ban đầu', 'resolved-on-time', 'resolved'),
      share('digitised-share', 'Tỷ lệ hồ sơ có giấy tờ số hóa', 'digitised', 'received'),
      share('reused-share', 'Tỷ lệ hồ sơ tái sử dụng giấy tờ số', 'reused', 'received'),
      share('national-store-share', 'Tỷ lệ hồ sơ lấy từ kho quốc gia', 'from-national-store', 'received'),
      share('electronic-result-share', 'Tỷ lệ hồ sơ có kết quả điện tử', 'electronic-result', 'received'),
      share('verified-share', 'Tỷ lệ hồ sơ nộp bằng VNeID', 'verified-identity', 'received'),
      share('online-payment-share', 'Tỷ lệ thanh toán trực tuyến', 'paid-online', 'with-fee'),
      share('asked-again-share', 'Tỷ lệ yêu cầu bổ sung hơn một lần', 'asked-more-than-once', 'received'),
    ],
  },
];

/** The set that holds in a month; null for one before the first. */
export function indicatorsIn(sets: readonly IndicatorSet[], month: Month): IndicatorSet | null {
  const holding = sets.filter(({ effectiveFrom }) => effectiveFrom <= month);
  return holding.reduce<IndicatorSet | null>(
    (latest, each) => (latest === null || each.effectiveFrom > latest.effectiveFrom ? each : latest),
    null,
  );
}
