import type { Clock } from '@mocua/server/kernel';
import { newId, problem } from '@mocua/server/kernel';
import type { PurposeCode } from '../../domain/purposes/purpose';
import type { LookupEntry, LookupOutcome, LookupRows } from '../../persistence/lookup-rows';
import type { AccessScope } from '../access-scope';
import type { ConsentLedger } from '../consents/consent-ledger';
import type { ProcessingPurposes } from '../processing-purposes';
import type { Readings } from '../readings';

/** A look-up that somebody wants to make. Who asks is taken from the access under way. */
export interface LookupToBegin {
  /** Register, for example `population`, `enterprise`, `land`, `vneid`. */
  readonly register: string;
  /** Default `register-lookup`. */
  readonly purpose?: PurposeCode;
  /** Party whose data is asked for. */
  readonly subjectId: string;
  /** Names of the facts that are asked for, as the form or the register calls them. */
  readonly items: readonly string[];
  readonly draftId?: string;
  readonly dossierId?: string;
}

/** Leave to ask a register. Only `finish` with `found` makes its values usable in a dossier. */
export interface LookupGrant {
  readonly lookupId: string;
  readonly basis: 'law' | 'consent';
  /** Articles, for the provenance of the values. */
  readonly legalBasis: string;
  /** Version of the notice that was in force, which people find on the privacy page. */
  readonly noticeVersion: number;
}

/**
 * The only way to a register: first the basis is recorded, then the register is asked, then the outcome is recorded. A value
 * without a recorded basis never reaches a dossier, see {@link requireGrounds}.
 *
 * @legal Luật 91/2025 Điều 9, 19; NĐ 118/2025 Điều 4(2a)
 */
export class LookupGrants {
  constructor(
    private readonly rows: LookupRows,
    private readonly purposes: ProcessingPurposes,
    private readonly consents: ConsentLedger,
    private readonly readings: Readings,
    private readonly access: AccessScope,
    private readonly clock: Clock,
  ) {}

  /**
   * Records on what basis the register will be asked. Call it before any request leaves.
   *
   * @throws Problem `privacy.no-basis` when no purpose of that name is in force, `privacy.consent-needed` when it rests on a
   *   consent that the person has not given or has withdrawn
   */
  async begin(wanted: LookupToBegin): Promise<LookupGrant> {
    const purpose = this.purposes.find(wanted.purpose ?? 'register-lookup');
    if (purpose === null) throw problem('privacy.no-basis');
    const consent =
      purpose.basis === 'consent' ? await this.consents.find(wanted.subjectId, purpose.code) : null;
    if (purpose.basis === 'consent' && consent === null) throw problem('privacy.consent-needed');
    const entry: LookupEntry = {
      lookupId: newId(this.clock.now()),
      register: wanted.register,
      purpose: purpose.code,
      purposeVersion: purpose.version,
      basis: purpose.basis,
      legalBasis: purpose.legalBasis,
      noticeVersion: purpose.version,
      consentId: consent?.consentId ?? null,
      subjectId: wanted.subjectId,
      requester: await this.access.current().reader(),
      draftId: wanted.draftId ?? null,
      dossierId: wanted.dossierId ?? null,
      items: wanted.items,
      begunAt: this.clock.iso(),
    };
    await this.rows.insert(entry);
    const { lookupId, basis, legalBasis, noticeVersion } = entry;
    return { lookupId, basis, legalBasis, noticeVersion };
  }

  /**
   * Records how it ended, and, where something was found, the reading that the person will see. Call it before a value of the
   * answer is shown or kept.
   */
  async finish(
    grant: Pick<LookupGrant, 'lookupId'>,
    subjectId: string,
    outcome: LookupOutcome,
  ): Promise<void> {
    if (outcome === 'found') await this.readings.note([subjectId], 'register');
    if (!(await this.rows.finish(grant.lookupId, outcome, this.clock.iso())))
      throw new Error('A look-up was finished twice, or never begun.');
  }

  /**
   * The guard in front of a dossier: every value that came out of a register names its look-up.
   *
   * @param lookupIds - one for each register value; undefined where a value names none
   * @throws Problem `privacy.value-without-basis`
   */
  async requireGrounds(lookupIds: readonly (string | undefined)[]): Promise<void> {
    if (lookupIds.length === 0) return;
    const named = [...new Set(lookupIds.filter((id) => id !== undefined))];
    const grounded = await this.rows.grounded(named);
    if (lookupIds.some((id) => id === undefined || !grounded.has(id)))
      throw problem('privacy.value-without-basis');
  }

  /** What registers were asked about a person, newest first. */
  of(subjectId: string, limit = 200): Promise<Record<string, unknown>[]> {
    return this.rows.of(subjectId, limit);
  }
}
