import type { LocalizedText } from '../kernel/scalars';

/**
 * Where a stored paper comes from. `result`: an agency issued it here; `component`: an officer made the file from a paper;
 * `own`: the person uploaded it, and nobody has checked it.
 */
export const paperSources = ['result', 'component', 'own'] as const;
export type PaperSource = (typeof paperSources)[number];

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
  other: { vi: 'Giấy tờ khác', en: 'Another paper' },
};

/** How a stored paper stands today. A superseded one may still be used, an expired or revoked one may not. */
export const paperStandings = ['valid', 'superseded', 'expired', 'revoked'] as const;
export type PaperStanding = (typeof paperStandings)[number];
