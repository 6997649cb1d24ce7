import { Inject, Injectable, Optional } from '@nestjs/common';
import type { RegisterName } from '@mocua/contract';
import type { RegisterAnswer, RegisterAsked } from '@mocua/engine/eform';
import { PartyDirectory } from '@mocua/server/identity';
import { Clock, Logger } from '@mocua/server/kernel';
import { LookupGrants } from '@mocua/server/personal-data';
import {
  RegisterDown,
  RegisterFacts,
  type RegisterFound,
  type RegisterSubject,
  registerTitles,
} from '../../domain/register-facts';
import type { StoredDraft } from '../../persistence/draft-store';
import type { RegisterOutcome } from '../../persistence/register-data';

/** What came of asking one register. */
export interface AskedRegister {
  readonly outcome: RegisterOutcome;
  readonly answer: RegisterAnswer | null;
}

/** A person as they said it at a counter, where no e-identity speaks for them: the register itself compares the three. */
export type DeclaredPerson = Readonly<Partial<Record<'personalId' | 'fullName' | 'birthDate', string>>>;

/** Asks one register for one draft: basis first, then the register, then the outcome; never inside a transaction. */
@Injectable()
export class RegisterLookups {
  constructor(
    private readonly parties: PartyDirectory,
    private readonly grants: LookupGrants,
    @Optional() @Inject(RegisterFacts) private readonly registers: RegisterFacts | null,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** @throws Problem `privacy.no-basis`, `privacy.consent-needed` */
  async ask(
    draft: StoredDraft,
    asked: RegisterAsked,
    declared: DeclaredPerson | null = null,
  ): Promise<AskedRegister> {
    const { register, whenDown, claims } = asked;
    const about = await this.subjectOf(draft, register, declared);
    if (about === null || this.registers === null)
      return without({ register, state: 'not-asked', degradedMode: null, lookupId: null });
    const { draftId, procedureCode } = draft;
    const grant = await this.grants.begin({ register, subjectId: about.partyId, items: claims, draftId });
    const { lookupId } = grant;
    let found: RegisterFound | null;
    try {
      found = await this.registers.find({
        subject: about.subject,
        requestId: lookupId,
        procedureCode,
        claims,
      });
    } catch (error) {
      if (!(error instanceof RegisterDown)) throw error;
      this.logger.warn({ err: error, register, lookupId }, 'a register could not be asked');
      await this.grants.finish(grant, about.partyId, 'failed');
      return without({ register, state: 'down', degradedMode: whenDown, lookupId });
    }
    await this.grants.finish(grant, about.partyId, found === null ? 'not-found' : 'found');
    if (found === null) return without({ register, state: 'not-found', degradedMode: null, lookupId });
    const now = this.clock.now();
    const { validDays } = asked;
    return {
      outcome: { register, state: 'filled', degradedMode: null, lookupId },
      answer: {
        register,
        ...found,
        legalBasis: grant.legalBasis,
        lookupId,
        at: now.toISOString(),
        validUntil:
          validDays === null ? null : new Date(now.getTime() + validDays * 86_400_000).toISOString(),
      },
    };
  }

  /** The person who files, or the organisation on whose behalf; null where the register has nothing to say about them. */
  private async subjectOf(
    draft: StoredDraft,
    register: RegisterName,
    declared: DeclaredPerson | null,
  ): Promise<{ partyId: string; subject: RegisterSubject } | null> {
    if (register === 'enterprise') {
      if (draft.ground !== 'organisation') return null;
      const code = await this.parties.identifier(draft.owner, 'enterprise-code', 'tax-code');
      return code === null ? null : { partyId: draft.owner, subject: { register, code } };
    }
    const { personalId, fullName, birthDate } =
      declared ?? (await this.parties.claims(draft.submitter))?.values ?? {};
    if (personalId === undefined || fullName === undefined || birthDate === undefined) return null;
    return { partyId: draft.submitter, subject: { register, personalId, fullName, birthDate } };
  }
}

/** The register in words, for a problem. */
export function registerTitle(register: RegisterName): string {
  return registerTitles[register].vi;
}

function without(outcome: RegisterOutcome): AskedRegister {
  return { outcome, answer: null };
}
