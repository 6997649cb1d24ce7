import type { AnswerValue, Localized, RegisterClaim, RegisterName } from '@mocua/contract';

/** Whom a register is asked about; only what the register needs to tell one from another. */
export type RegisterSubject =
  | {
      readonly register: 'population';
      readonly personalId: string;
      readonly fullName: string;
      /** ISO date. */
      readonly birthDate: string;
    }
  | { readonly register: 'enterprise'; readonly code: string };

export interface RegisterQuestion {
  readonly subject: RegisterSubject;
  /** Number of the look-up; repetitions carry the same. */
  readonly requestId: string;
  readonly procedureCode: string;
  /** Facts that a form takes; nothing else comes back. */
  readonly claims: readonly RegisterClaim[];
}

export interface RegisterFound {
  readonly facts: Readonly<Partial<Record<RegisterClaim, AnswerValue>>>;
  /** The register as people know it. */
  readonly source: Localized;
}

/** A register could not be asked, or gave nothing that can be understood; asking again later may help. */
export class RegisterDown extends Error {
  constructor(
    readonly register: RegisterName,
    options?: ErrorOptions,
  ) {
    super(`The register ${register} could not be asked.`, options);
    this.name = 'RegisterDown';
  }
}

/** What the state knows already, wherever that is. Never asked inside a transaction. */
export abstract class RegisterFacts {
  /**
   * @returns null when the register knows nobody of that kind
   * @throws RegisterDown
   */
  abstract find(question: RegisterQuestion): Promise<RegisterFound | null>;
}

/** The registers as people know them. */
export const registerTitles: Readonly<Record<RegisterName, Localized>> = {
  population: { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'the national population register' },
  enterprise: {
    vi: 'Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp',
    en: 'the national enterprise register',
  },
};
