import { Injectable } from '@nestjs/common';
import type { PartyId, ProfileFactKind } from '@mocua/contract';
import type { ProfileAnswers, ProfileClaim } from '@mocua/engine/eform';
import { ProfileAnswerSource } from '@mocua/server/dossier';
import { Clock } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { basisOf, type FactWords, isVerified, mayFill } from '../domain/profile-fact';
import { FactRows } from '../persistence/fact-rows';

const claims: Partial<Record<ProfileFactKind, ProfileClaim>> = {
  phone: 'phone',
  email: 'email',
  'current-address': 'currentAddress',
};

/** The facts with which the person lets forms be filled. Nothing is opened that they did not allow. */
@Injectable()
export class ApprovedFacts extends ProfileAnswerSource {
  constructor(
    private readonly rows: FactRows,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async of(person: PartyId): Promise<ProfileAnswers> {
    const today = this.clock.today();
    const allowed = (await this.rows.ofOwner(person)).filter(
      (fact) => claims[fact.kind] !== undefined && mayFill(fact, today),
    );
    if (allowed.length === 0) return {};
    const values = await this.vault.openMany(allowed.map((fact) => fact.valueId));
    return Object.fromEntries(
      allowed.flatMap((fact) => {
        const value = values.get(fact.valueId);
        const claim = claims[fact.kind];
        if (claim === undefined || value === undefined || value.erased || value.subjectId !== person)
          return [];
        const answer = {
          value: (value.value as unknown as FactWords).text,
          source: { vi: 'Hồ sơ của bạn', en: 'Your profile' },
          basis: basisOf(fact).vi,
          obtainedAt: fact.addedAt.toISOString(),
          verified: isVerified(fact),
        };
        return [[claim, answer]];
      }),
    );
  }
}
