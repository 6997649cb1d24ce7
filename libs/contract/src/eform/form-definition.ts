/**
 * The e-form definition format, version 1. Plain data, immutable once published.
 * Expressions are FEEL text; they see the answers by field id and the facts of the filing.
 */
export interface FormDefinition {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly version: number;
  readonly title: Localized;
  readonly pages: readonly FormPage[];
  /** Every register that fields are filled from, with what holds while it cannot be asked. */
  readonly registers?: Readonly<Partial<Record<RegisterName, RegisterUse>>>;
}

export const registerNames = ['population', 'enterprise'] as const;
export type RegisterName = (typeof registerNames)[number];

/**
 * What a form does while a register is down: nobody files before it answers, people declare and officers verify later, or
 * papers are uploaded in its place.
 */
export const degradedModes = ['wait', 'manual', 'documents'] as const;
export type DegradedMode = (typeof degradedModes)[number];

export interface RegisterUse {
  readonly whenDown: DegradedMode;
  /** Codes of the components that stand in for the register; for `documents` only. */
  readonly components?: readonly string[];
  /** Days for which a value may be relied on. */
  readonly validDays?: number;
}

export interface Localized {
  readonly vi: string;
  readonly en: string;
}

/** FEEL source text. */
export type Expression = string;

export interface FormPage {
  readonly id: string;
  readonly title: Localized;
  readonly intro?: Localized;
  /** Whether the page is part of the journey; default: always. */
  readonly visible?: Expression;
  readonly sections: readonly FormSection[];
}

export interface FormSection {
  readonly id: string;
  readonly title?: Localized;
  readonly hint?: Localized;
  readonly visible?: Expression;
  /** A repeating section keeps its answers as a list of groups under its own id. */
  readonly repeat?: { readonly min: number; readonly max: number; readonly itemTitle: Localized };
  readonly fields: readonly FormField[];
}

interface FieldBase {
  /** Answer key: `[a-z][A-Za-z0-9]*`, unique in the form (in a repeating section: in the section). */
  readonly id: string;
  readonly label: Localized;
  readonly hint?: Localized;
  readonly required?: boolean | Expression;
  readonly visible?: Expression;
  /** The value is computed by the engine; a submitted value is refused. */
  readonly calculate?: Expression;
  readonly prefill?: FieldPrefill;
  /** Class of personal data, for masking and logging; default `basic`. */
  readonly dataClass?: 'none' | 'basic' | 'sensitive';
}

export type FieldPrefill = IdentityPrefill | RegisterPrefill | ProfilePrefill;

/** Claims of the signed-in person's e-identity. */
export const identityClaims = [
  'fullName',
  'birthDate',
  'personalId',
  'phone',
  'email',
  'address',
  'gender',
] as const;
export type IdentityClaim = (typeof identityClaims)[number];

/** Facts of the registers: of the person who files, or of the organisation on whose behalf somebody files. */
export const registerClaims = {
  population: [
    'fullName',
    'birthDate',
    'personalId',
    'gender',
    'address',
    'currentAddress',
    'ethnicGroup',
    'nationality',
    'homeTown',
    'fatherName',
    'motherName',
  ],
  enterprise: [
    'enterpriseName',
    'enterpriseCode',
    'taxCode',
    'headOffice',
    'representative',
    'charterCapital',
    'mainActivity',
  ],
} as const satisfies Readonly<Record<RegisterName, readonly string[]>>;
export type RegisterClaim = (typeof registerClaims)[RegisterName][number];

interface PrefillBase {
  /** Whether the person may change it; a changed value loses the state `verified`. */
  readonly editable: boolean;
}
export interface IdentityPrefill extends PrefillBase {
  readonly source: 'identity';
  readonly claim: IdentityClaim;
}
/** What people may keep about themselves and no identity says; it only ever fills what they allowed, as their own words. */
export const profileClaims = ['accountHolder', 'accountNumber', 'bankName'] as const;
export interface ProfilePrefill extends PrefillBase {
  readonly source: 'profile';
  readonly claim: (typeof profileClaims)[number];
}
export interface RegisterPrefill extends PrefillBase {
  readonly source: RegisterName;
  readonly claim: RegisterClaim;
  /** Claim of the identity that stands there until the register has answered. */
  readonly meanwhile?: IdentityClaim;
}

export interface ChoiceOption {
  readonly value: string;
  readonly label: Localized;
  readonly hint?: Localized;
}

export type FormField =
  | (FieldBase & {
      readonly type: 'text' | 'paragraph';
      readonly minLength?: number;
      readonly maxLength: number;
    })
  | (FieldBase & { readonly type: 'date'; readonly min?: Expression; readonly max?: Expression })
  | (FieldBase & { readonly type: 'integer'; readonly min?: number; readonly max?: number })
  /** A calendar year; written with its digits alone, never grouped. Default bounds 1900 and 2100. */
  | (FieldBase & { readonly type: 'year'; readonly min?: number; readonly max?: number })
  /** Integer đồng; never negative. */
  | (FieldBase & { readonly type: 'money'; readonly min?: number; readonly max?: number })
  /** A measured amount, for example an area; the unit of measurement is shown behind the number. */
  | (FieldBase & {
      readonly type: 'decimal';
      /** Most digits after the decimal sign, 1 to 4. */
      readonly decimals: number;
      readonly measure: Localized;
      readonly min?: number;
      readonly max?: number;
    })
  | (FieldBase & { readonly type: 'choice'; readonly options: readonly ChoiceOption[] })
  | (FieldBase & {
      readonly type: 'choices';
      readonly options: readonly ChoiceOption[];
      readonly minItems?: number;
      readonly maxItems?: number;
    })
  /** A statement to confirm; never pre-ticked. */
  | (FieldBase & { readonly type: 'confirmation' })
  | (FieldBase & { readonly type: 'personal-id' })
  | (FieldBase & { readonly type: 'phone' })
  | (FieldBase & { readonly type: 'email' })
  | (FieldBase & { readonly type: 'address' })
  /** An organisation unit of the province, chosen from the units that the filter names. */
  | (FieldBase & { readonly type: 'unit'; readonly filter: UnitFilter });

/**
 * Which units a form offers: keepers of original registers, one-stop centres, the people's committees with no other one
 * below them, or branches of provincial agencies (land registries).
 */
export type UnitFilter = 'register-keeper' | 'one-stop-centre' | 'local-committee' | 'branch';

export type FieldType = FormField['type'];

/** @legal NĐ 326/2026: place id and address code are nullable until the location database is connected. */
export interface AddressValue {
  readonly placeId?: string;
  readonly addressCode?: string;
  readonly wardCode?: string;
  /** Ward or commune as the person wrote or chose it; kept beside the code, and alone when no code is known. */
  readonly wardName?: string;
  /** House number, street, hamlet; the whole address when ward is absent. */
  readonly text: string;
}

export type AnswerValue = string | number | boolean | readonly string[] | AddressValue | null;
export type AnswerGroup = Readonly<Record<string, AnswerValue>>;
/** Answers by field id; a repeating section holds its groups under the section id. */
export type Answers = Readonly<Record<string, AnswerValue | readonly AnswerGroup[]>>;
