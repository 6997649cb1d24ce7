import type { RuleSource } from '@mocua/contract';
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
}

/** @legal NĐ 118/2025 Điều 17(2) */
export interface ReceptionRule {
  /** Time in which the one-stop answers an online filing. */
  readonly limit: DurationRule;
  /** Clock minutes (not working minutes) after which an unanswered filing raises an alert. */
  readonly alertAfterMinutes: number;
  readonly alertSource: RuleSource;
}

/** @legal NĐ 118/2025 Điều 17(3), amended by NĐ 309/2026 */
export interface ClockRule {
  readonly startEvent: 'received' | 'arrived-at-competent-unit';
  readonly startSource: RuleSource;
  readonly duration: DurationRule;
}

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
