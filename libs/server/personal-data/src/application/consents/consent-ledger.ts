import { createHash } from 'node:crypto';
import type { Clock } from '@mocua/server/kernel';
import { newId, problem } from '@mocua/server/kernel';
import type { PurposeCode, PurposeVersion } from '../../domain/purposes/purpose';
import type { ConsentEntry, ConsentRows } from '../../persistence/consent-rows';
import type { ProcessingPurposes } from '../processing-purposes';

/** A purpose that needs consent, with the person's last word on it. */
export interface ConsentStanding {
  readonly purpose: PurposeVersion;
  /** Null when the person never decided; nothing is ever taken for a yes. */
  readonly latest: ConsentEntry | null;
  /** A yes to the text that is in force now. */
  readonly given: boolean;
}

export interface ConsentDecision {
  readonly partyId: string;
  readonly decidedBy: string;
  readonly purpose: PurposeCode;
  /** Version of the text the person was shown. */
  readonly textVersion: number;
  readonly decision: ConsentEntry['decision'];
  readonly method: ConsentEntry['method'];
}

/**
 * What people agreed to, and what they took back. Entries are only added; the last one counts, from its time on.
 *
 * @legal Luật 91/2025 Điều 9, 10; NĐ 356/2025 Điều 6
 */
export class ConsentLedger {
  constructor(
    private readonly rows: ConsentRows,
    private readonly purposes: ProcessingPurposes,
    private readonly clock: Clock,
  ) {}

  async standingOf(partyId: string): Promise<ConsentStanding[]> {
    const latest = new Map((await this.rows.latestOf(partyId)).map((entry) => [entry.purpose, entry]));
    return this.purposes
      .inForce()
      .filter((purpose) => purpose.basis === 'consent')
      .map((purpose) => {
        const entry = latest.get(purpose.code) ?? null;
        const given = entry?.decision === 'given' && entry.textVersion === purpose.version;
        return { purpose, latest: entry, given };
      });
  }

  async historyOf(partyId: string): Promise<ConsentEntry[]> {
    return this.rows.historyOf(partyId);
  }

  /** The consent a processing may rest on now; null when there is none. */
  async find(partyId: string, purpose: PurposeCode): Promise<ConsentEntry | null> {
    const standing = await this.standingOf(partyId);
    const found = standing.find((each) => each.purpose.code === purpose);
    return found?.given === true ? found.latest : null;
  }

  /**
   * Which of these consents still carry what rests on them: not taken back since, even if given anew later, and given to the
   * text that is in force.
   */
  async stillHolding(consentIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (consentIds.length === 0) return new Set();
    const entries = await this.rows.notTakenBack([...new Set(consentIds)]);
    return new Set(
      entries
        .filter(({ purpose, textVersion }) => this.purposes.find(purpose)?.version === textVersion)
        .map((entry) => entry.consentId),
    );
  }

  /**
   * Adds a decision. Withdrawing needs nothing that giving does not, and what was done before stays lawful.
   *
   * @throws Problem `privacy.not-a-choice` for a purpose that rests on law, `privacy.text-changed` when the person agreed to
   *   other words than those in force
   */
  async decide(decision: ConsentDecision): Promise<ConsentEntry> {
    const { partyId, decidedBy, method, textVersion } = decision;
    const purpose = this.purposes.find(decision.purpose);
    if (purpose?.basis !== 'consent') throw problem('privacy.not-a-choice');
    if (decision.decision === 'given' && purpose.version !== textVersion)
      throw problem('privacy.text-changed');
    const entry: ConsentEntry = {
      consentId: newId(this.clock.now()),
      partyId,
      decidedBy,
      purpose: purpose.code,
      textVersion,
      textHash: createHash('sha256').update(purpose.text.vi).digest('hex'),
      decision: decision.decision,
      method,
      at: this.clock.iso(),
    };
    await this.rows.append(entry);
    return entry;
  }
}
