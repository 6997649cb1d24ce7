import { Injectable } from '@nestjs/common';
import type { decideConsent, getPrivacy, InputOf, PurposeView, ResponseOf } from '@mocua/contract';
import type { CitizenActor } from '@mocua/server/kernel';
import { problem } from '@mocua/server/kernel';
import {
  ConsentLedger,
  dataCategories,
  ProcessingPurposes,
  purposeCodes,
  type PurposeVersion,
} from '@mocua/server/personal-data';

/** For what data is processed, and where the person has a choice. */
@Injectable()
export class PrivacyChoices {
  constructor(
    private readonly purposes: ProcessingPurposes,
    private readonly consents: ConsentLedger,
  ) {}

  async of(actor: CitizenActor): Promise<ResponseOf<typeof getPrivacy>> {
    const standing = await this.consents.standingOf(actor.actingFor);
    return {
      byLaw: this.purposes
        .inForce()
        .filter((purpose) => purpose.basis === 'law')
        .map(viewOf),
      byChoice: standing.map(({ purpose, given, latest }) => ({
        purpose: viewOf(purpose),
        given,
        decidedAt: latest?.at ?? null,
      })),
    };
  }

  /** @throws Problem `privacy.not-a-choice`, `privacy.text-changed` */
  async decide(
    actor: CitizenActor,
    { body }: InputOf<typeof decideConsent>,
  ): Promise<ResponseOf<typeof getPrivacy>> {
    const purpose = purposeCodes.find((code) => code === body.purpose);
    if (purpose === undefined) throw problem('privacy.not-a-choice');
    await this.consents.decide({
      partyId: actor.actingFor,
      decidedBy: actor.partyId,
      purpose,
      textVersion: body.textVersion,
      decision: body.decision,
      method: actor.atKiosk === undefined ? 'portal' : 'kiosk',
    });
    return this.of(actor);
  }
}

function viewOf(purpose: PurposeVersion): PurposeView {
  const { code, version, basis, legalBasis, effectiveFrom, sensitive, title, text, keptFor } = purpose;
  const data = purpose.categories.map((category) => ({ ...dataCategories[category] }));
  return { code, version, basis, legalBasis, effectiveFrom, sensitive, title, text, keptFor, data };
}
