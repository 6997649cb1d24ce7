import { Injectable } from '@nestjs/common';
import type { PartyId, ProfileFactKind } from '@mocua/contract';
import type { ProfileAnswer, ProfileAnswers, ProfileClaim } from '@mocua/engine/eform';
import { ProfileAnswerSource } from '@mocua/server/dossier';
import { Clock } from '@mocua/server/kernel';
import { ConsentLedger, SubjectVault } from '@mocua/server/personal-data';
import { basisOf, type FactRow, type FactWords, isVerified, mayFill } from '../domain/profile-fact';
import { FactRows } from '../persistence/fact-rows';

/** What the words of a fact answer, by the claim that a form asks for. */
const claims: Readonly<
  Record<ProfileFactKind, Readonly<Partial<Record<ProfileClaim, (words: FactWords) => string | undefined>>>>
> = {
  phone: { phone: ({ text }) => text },
  email: { email: ({ text }) => text },
  'permanent-address': { address: ({ text }) => text },
  'current-address': { currentAddress: ({ text }) => text },
  'bank-account': {
    accountNumber: ({ text }) => text,
    bankName: ({ bank }) => bank,
    accountHolder: ({ holder }) => holder,
  },
};

/** The facts with which the person lets forms be filled. Nothing is opened that they did not allow. */
@Injectable()
export class ApprovedFacts extends ProfileAnswerSource {
  constructor(
    private readonly rows: FactRows,
    private readonly vault: SubjectVault,
    private readonly consents: ConsentLedger,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async of(person: PartyId): Promise<ProfileAnswers> {
    const today = this.clock.today();
    const allowed = (await this.rows.ofOwner(person)).filter((fact) => mayFill(fact, today));
    // Nothing fills a form once the consent to keep it is taken back, though it stays until the person deletes it.
    if (allowed.length === 0 || (await this.consents.find(person, 'profile-facts')) === null) return {};
    const values = await this.vault.openMany(allowed.map((fact) => fact.valueId));
    return Object.fromEntries(
      allowed.flatMap((fact) => {
        const value = values.get(fact.valueId);
        if (value === undefined || value.erased || value.subjectId !== person) return [];
        return answersOf(fact, value.value as unknown as FactWords);
      }),
    );
  }
}

function answersOf(fact: FactRow, words: FactWords): [ProfileClaim, ProfileAnswer][] {
  const origin = {
    source: { vi: 'Hồ sơ của bạn', en: 'Your profile' },
    basis: basisOf(fact).vi,
    obtainedAt: fact.addedAt.toISOString(),
    verified: isVerified(fact),
  };
  return (Object.keys(claims[fact.kind]) as ProfileClaim[]).flatMap(
    (claim): [ProfileClaim, ProfileAnswer][] => {
      const said = claims[fact.kind][claim]?.(words);
      return said === undefined ? [] : [[claim, { value: said, ...origin }]];
    },
  );
}
