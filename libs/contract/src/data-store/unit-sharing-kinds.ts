import type { LocalizedText } from '../kernel/scalars';

/** What for a person shares a paper with an agency; `other` is said in their own words. */
export const unitSharePurposes = ['support', 'comparison', 'guidance', 'petition', 'other'] as const;
export type UnitSharePurposeKind = (typeof unitSharePurposes)[number];

export const unitSharePurposeNames: Readonly<Record<UnitSharePurposeKind, LocalizedText>> = {
  support: { vi: 'Xem xét hỗ trợ, trợ cấp cho tôi', en: 'To look into support or an allowance for me' },
  comparison: { vi: 'Đối chiếu thông tin của tôi', en: 'To compare what is known of me' },
  guidance: { vi: 'Hướng dẫn tôi làm thủ tục', en: 'To tell me how to go about a procedure' },
  petition: { vi: 'Xem xét kiến nghị, phản ánh của tôi', en: 'To look into my petition or complaint' },
  other: { vi: 'Việc khác', en: 'Something else' },
};

/**
 * How a share with an agency stands. `consent-withdrawn`: the person took back the consent it rests on; `unit-closed`: the
 * agency is no more, and its successor sees nothing unless the person shares anew.
 */
export const unitShareStates = ['open', 'ended', 'run-out', 'consent-withdrawn', 'unit-closed'] as const;
export type UnitShareState = (typeof unitShareStates)[number];
