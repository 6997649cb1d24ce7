import type { Expression, Localized, RuleSource } from '@mocua/contract';
import type { DurationRule } from '@mocua/engine/working-time';

/** How the clock goes on after a pause: the paused time is added, everything counts afresh, or nothing changes. */
export type ResumePolicy = 'extend' | 'restart' | 'keep';

/**
 * Rules of time and reception of one procedure version: versioned configuration with source and effective date, never
 * constants in code. A rule whose source was not checked against the gazette says `verified: false`.
 */
export interface ProcedureRules {
  readonly schemaVersion: 1;
  readonly reception: ReceptionRule;
  readonly clock: ClockRule;
  readonly forwarding: ForwardingRule;
  readonly supplement: SupplementRule;
  readonly edit: EditRule;
  readonly withdrawal: WithdrawalRule;
  readonly extension: ExtensionRule;
  /** Grounds on which a step of the process may ask for a pause of the clock, by the name it uses. Default: none. */
  readonly pauses?: Readonly<Record<string, PauseRule>>;
}

/**
 * Time that the law does not count while somebody else has to act, for example while the tax office assesses what is
 * due. The process asks; the outer life cycle stops and restarts the clock, on this ground and on no other.
 */
export interface PauseRule {
  /** What is waited for, in words people see. */
  readonly ground: Localized;
  /** Who is waited for: another agency, or the applicant who has to pay. */
  readonly cause: 'other-agency' | 'payment';
  readonly resume: ResumePolicy;
  readonly source: RuleSource;
}

/** @legal NĐ 118/2025 Điều 17(2) */
export interface ReceptionRule {
  /** Time in which the one-stop answers an online filing. */
  readonly limit: DurationRule;
  /** Clock minutes (not working minutes) after which an unanswered filing raises an alert. */
  readonly alertAfterMinutes: number;
  readonly alertSource: RuleSource;
  /**
   * Whether the slip of reception is made out always, or on request only, as where the result is given at once. Default
   * `always`.
   *
   * @legal NĐ 118/2025 Điều 17(4)
   */
  readonly slip?: 'always' | 'on-request';
}

/** @legal NĐ 118/2025 Điều 17(3), amended by NĐ 309/2026 */
export interface ClockRule {
  readonly startEvent: 'received' | 'arrived-at-competent-unit';
  readonly startSource: RuleSource;
  /** Null when the law sets no time limit; then the dossier has no due date. */
  readonly duration: DurationRule | ConditionalDuration | null;
}

/** A time limit that depends on the answers, for example on an area: the first condition that holds decides. */
export interface ConditionalDuration {
  readonly choose: readonly { readonly when: Expression; readonly duration: DurationRule }[];
  readonly otherwise: DurationRule;
}

/** The rules as they hold for one dossier: its answers have chosen the time limit. */
export type SettledRules = Omit<ProcedureRules, 'clock'> & {
  readonly clock: Omit<ClockRule, 'duration'> & { readonly duration: DurationRule | null };
};

/** @legal NĐ 118/2025 Điều 18 */
export interface ForwardingRule {
  readonly electronic: 'at-once';
  /** Local time `HH:mm` after which paper received at a counter is forwarded the next working day. Starts no clock. */
  readonly paperCutoff: string;
  readonly source: RuleSource;
}

/** @legal NĐ 118/2025 Điều 16(3), 19(5) */
export interface SupplementRule {
  /** Time from reception in which the appraisal may ask; later it needs a ground in sector law. */
  readonly askWithin: DurationRule;
  /** Time the applicant has to answer; unanswered, the one-stop closes the dossier. */
  readonly answerWithin: DurationRule;
  readonly resume: ResumePolicy;
  readonly resumeSource: RuleSource;
  /** Number of requests from which on a ground must be given. */
  readonly groundFromRequest: number;
  readonly groundSource: RuleSource;
}

/** @legal NĐ 118/2025 Điều 21 */
export interface EditRule {
  readonly allowedUntil: 'decision' | 'reception' | 'never';
  /** What an edit after reception does to the clock; the law is silent. */
  readonly clockEffect: 'keep' | 'restart';
  readonly source: RuleSource;
}

/** @legal NĐ 118/2025 Điều 21 */
export interface WithdrawalRule {
  readonly allowedUntil: 'decision' | 'reception';
  readonly source: RuleSource;
}

/** @legal NĐ 118/2025 Điều 19(6) */
export interface ExtensionRule {
  readonly times: number;
  /** How long before the due date it must be asked for; a later request is possible but flagged. */
  readonly askBefore: DurationRule;
  readonly source: RuleSource;
}
