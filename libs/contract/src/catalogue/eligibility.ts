import type { Expression, Localized } from '../eform/form-definition';

/**
 * One condition a person must meet to use a procedure, as `eligibility` of a package holds it. `when` sees the facts of
 * {@link personFacts} by name and nothing else; a fact that is not known decides nothing.
 */
export interface EligibilityRule {
  /** `[a-z][a-z0-9-]*`, unique in the procedure. */
  readonly id: string;
  /** True or false. */
  readonly when: Expression;
  /** Said when it holds: "Bạn từ đủ 18 tuổi." */
  readonly met: Localized;
  /** Said when it does not: what is missing, and what the person can do. */
  readonly lacking: Localized;
}

export type PersonFactType = 'integer' | 'boolean' | 'choice';

interface FactBase {
  readonly question: Localized;
  readonly hint: Localized | null;
}
/** A question about a person, and the kind of its answer. */
export type PersonFactDefinition =
  | (FactBase & { readonly type: 'integer'; readonly min: number; readonly max: number })
  | (FactBase & { readonly type: 'boolean' })
  | (FactBase & { readonly type: 'choice'; readonly options: Readonly<Record<string, Localized>> });

/* @__NO_SIDE_EFFECTS__ */
function yesNo(
  vi: string,
  en: string,
  hint: Localized | null = null,
): PersonFactDefinition & { type: 'boolean' } {
  return { type: 'boolean', question: { vi, en }, hint };
}

/**
 * Everything that may be asked to find out what a person qualifies for. Closed, so that no procedure can ask for more; no
 * name, number or address is among them. Written in the order in which they are natural to ask.
 */
export const personFacts = {
  isOrganisation: yesNo(
    'Bạn hỏi cho một doanh nghiệp, hợp tác xã hay tổ chức phải không?',
    'Are you asking for an enterprise, a cooperative or another organisation?',
    {
      vi: 'Nếu hỏi cho bản thân hoặc gia đình, chọn “Không”.',
      en: 'If it is for yourself or your family, choose “No”.',
    },
  ),
  age: {
    type: 'integer',
    min: 0,
    max: 130,
    question: { vi: 'Bạn bao nhiêu tuổi?', en: 'How old are you?' },
    hint: {
      vi: 'Tính đủ năm, đến hôm nay. Hỏi cho người khác thì ghi tuổi của người đó.',
      en: 'In full years, as of today. If you ask for somebody else, give their age.',
    },
  },
  isVietnameseCitizen: yesNo('Bạn có quốc tịch Việt Nam không?', 'Are you a Vietnamese citizen?'),
  residence: {
    type: 'choice',
    question: { vi: 'Bạn đang thường trú hoặc tạm trú ở đâu?', en: 'Where are you registered as living?' },
    hint: null,
    options: {
      'in-province': { vi: 'Trong tỉnh này', en: 'In this province' },
      'other-province': { vi: 'Ở tỉnh, thành phố khác', en: 'In another province or city' },
      abroad: { vi: 'Ở nước ngoài', en: 'Abroad' },
    },
  },
  livesInDifficultArea: yesNo(
    'Nơi bạn ở có thuộc xã, thôn đặc biệt khó khăn không?',
    'Do you live in a commune or village listed as extremely difficult?',
    {
      vi: 'Không rõ thì bỏ trống; Ủy ban nhân dân xã có danh sách.',
      en: 'Leave it open if you are not sure; the commune office has the list.',
    },
  ),
  isHouseholdHead: yesNo('Bạn có phải là chủ hộ không?', 'Are you the head of your household?'),
  householdWealth: {
    type: 'choice',
    question: { vi: 'Hộ của bạn thuộc diện nào?', en: 'How is your household classed?' },
    hint: {
      vi: 'Theo giấy chứng nhận hộ nghèo, hộ cận nghèo còn hạn.',
      en: 'By a valid certificate of a poor or near-poor household.',
    },
    options: {
      poor: { vi: 'Hộ nghèo', en: 'Poor household' },
      'near-poor': { vi: 'Hộ cận nghèo', en: 'Near-poor household' },
      other: { vi: 'Không thuộc hai diện trên', en: 'Neither of the two' },
    },
  },
  hasDisability: yesNo(
    'Bạn có khuyết tật về thể chất, trí tuệ hoặc giác quan không?',
    'Do you have a physical, mental or sensory disability?',
    {
      vi: 'Kể cả khi chưa có giấy xác nhận khuyết tật.',
      en: 'Also when you have no disability certificate yet.',
    },
  ),
  disabilityLevel: {
    type: 'choice',
    question: {
      vi: 'Giấy xác nhận khuyết tật của bạn ghi mức độ nào?',
      en: 'Which level does your disability certificate state?',
    },
    hint: null,
    options: {
      none: { vi: 'Chưa có giấy xác nhận', en: 'No certificate yet' },
      mild: { vi: 'Nhẹ', en: 'Mild' },
      severe: { vi: 'Nặng', en: 'Severe' },
      'very-severe': { vi: 'Đặc biệt nặng', en: 'Very severe' },
    },
  },
  hasPension: yesNo(
    'Bạn có lương hưu hoặc trợ cấp bảo hiểm xã hội hằng tháng không?',
    'Do you receive a pension or a monthly social insurance benefit?',
  ),
  hasMonthlyAllowance: yesNo(
    'Bạn đang nhận trợ cấp xã hội hằng tháng khác không?',
    'Do you already receive another monthly social allowance?',
  ),
  hasSupporter: yesNo(
    'Bạn có người có nghĩa vụ và khả năng phụng dưỡng, nuôi dưỡng không?',
    'Is there somebody who must and can support you?',
    {
      vi: 'Ví dụ con, cháu, cha mẹ còn khả năng chăm sóc.',
      en: 'For example children or parents who can care for you.',
    },
  ),
  hasChildWithoutBirthCertificate: yesNo(
    'Gia đình bạn có trẻ chưa được đăng ký khai sinh không?',
    'Is there a child in your family whose birth is not registered yet?',
  ),
  isChildsFamily: yesNo(
    'Bạn có phải là cha, mẹ, ông, bà hoặc người đang nuôi dưỡng trẻ không?',
    'Are you a parent, a grandparent or the person who brings the child up?',
  ),
  hasCivilStatusRecord: yesNo(
    'Việc hộ tịch của bạn (sinh, kết hôn, khai tử…) đã được đăng ký chưa?',
    'Is your civil status event (birth, marriage, death…) already registered?',
  ),
  lostOwnPaper: yesNo(
    'Bạn cần bản sao của một giấy tờ đã được cơ quan nhà nước cấp phải không?',
    'Do you need a copy of a paper that a state body once issued?',
  ),
  isPaperOwner: yesNo(
    'Giấy tờ đó là của bạn, của người ủy quyền cho bạn hoặc của người thân đã mất phải không?',
    'Is that paper yours, of somebody who authorised you, or of a relative who died?',
  ),
  hasOriginalPaper: yesNo(
    'Bạn có bản chính của giấy tờ cần sao không?',
    'Do you have the original of the paper to be copied?',
  ),
  ownsHouseholdBusiness: yesNo(
    'Bạn đang là chủ một hộ kinh doanh khác không?',
    'Do you already own a household business?',
  ),
  wantsBusiness: yesNo(
    'Bạn muốn bắt đầu kinh doanh, buôn bán phải không?',
    'Do you want to start a small business?',
  ),
  ownsLand: yesNo('Bạn đang sử dụng đất hoặc có nhà không?', 'Do you use land or own a house?'),
  hasLandCertificate: yesNo(
    'Đất, nhà đó đã có sổ (giấy chứng nhận quyền sử dụng đất) chưa?',
    'Is there already a land certificate for it?',
  ),
  isMortgaging: yesNo(
    'Bạn đang thế chấp hoặc xóa thế chấp nhà, đất đó phải không?',
    'Are you mortgaging it, or ending a mortgage?',
  ),
  hasLandDispute: yesNo(
    'Bạn có tranh chấp đất đai với người khác không?',
    'Do you have a dispute over land with somebody?',
  ),
  triedLocalMediation: yesNo(
    'Hai bên đã tự hòa giải hoặc hòa giải ở thôn, tổ dân phố mà chưa được phải không?',
    'Have you already tried to settle it between you or in the village, without success?',
  ),
} as const satisfies Readonly<Record<string, PersonFactDefinition>>;

/** Name of a fact about a person. */
export type PersonFactName = keyof typeof personFacts;

/** What a person told; left out or null is not known. */
export type PersonFacts = {
  readonly [name in PersonFactName]?: string | number | boolean | null;
};
