import type { LocalizedText } from '../kernel/scalars';

/**
 * Where a stored paper comes from. `result`: an agency issued it here; `component`: an officer made the file from a paper;
 * `own`: the person uploaded it, and nobody has checked it; `national`: taken over from the national store, with a seal that
 * was checked; `national-unsealed`: from there too, but nothing proves who issued it.
 */
export const paperSources = ['result', 'component', 'own', 'national', 'national-unsealed'] as const;
export type PaperSource = (typeof paperSources)[number];

/** Whether an agency answers for a paper; only then is using it again reuse in the sense of the national index. */
export function isVouchedFor(source: PaperSource): boolean {
  return source !== 'own' && source !== 'national-unsealed';
}

/** Kinds of paper as people tell them apart. National codes of paper types are not read yet, so these are our own. */
export const paperKinds = [
  'identity',
  'birth',
  'birth-proof',
  'marriage',
  'death',
  'guardianship',
  'authorisation',
  'residence',
  'disability',
  'poor-household',
  'land',
  'practice-certificate',
  'degree',
  'medical',
  'contract',
  'copy-from-register',
  'certified-copy',
  'other',
] as const;
export type PaperKind = (typeof paperKinds)[number];

export const paperKindNames: Readonly<Record<PaperKind, LocalizedText>> = {
  identity: { vi: 'Thẻ căn cước, hộ chiếu', en: 'Identity card or passport' },
  birth: { vi: 'Giấy khai sinh', en: 'Birth certificate' },
  'birth-proof': { vi: 'Giấy chứng sinh', en: 'Proof of birth' },
  marriage: { vi: 'Giấy kết hôn, giấy độc thân', en: 'Marriage or single-status certificate' },
  death: { vi: 'Giấy chứng tử', en: 'Death certificate' },
  guardianship: { vi: 'Giấy tờ giám hộ, nuôi dưỡng', en: 'Guardianship or care paper' },
  authorisation: { vi: 'Giấy ủy quyền', en: 'Power of attorney' },
  residence: { vi: 'Giấy tờ về cư trú', en: 'Residence paper' },
  disability: { vi: 'Giấy xác nhận khuyết tật', en: 'Disability certificate' },
  'poor-household': { vi: 'Giấy chứng nhận hộ nghèo', en: 'Poor-household certificate' },
  land: { vi: 'Giấy tờ nhà, đất', en: 'Land or house paper' },
  'practice-certificate': { vi: 'Chứng chỉ hành nghề', en: 'Practice certificate' },
  degree: { vi: 'Bằng cấp', en: 'Degree' },
  medical: { vi: 'Giấy tờ y tế', en: 'Medical paper' },
  contract: { vi: 'Hợp đồng', en: 'Contract' },
  'copy-from-register': { vi: 'Bản sao từ sổ gốc', en: 'Copy from the original register' },
  'certified-copy': { vi: 'Bản sao chứng thực', en: 'Certified copy' },
  other: { vi: 'Giấy tờ khác', en: 'Another paper' },
};

/** How a stored paper stands today. A superseded one may still be used, an expired or revoked one may not. */
export const paperStandings = ['valid', 'superseded', 'expired', 'revoked'] as const;
export type PaperStanding = (typeof paperStandings)[number];
