import { Injectable } from '@nestjs/common';
import type { PartyId } from '@mocua/contract';
import { StoreOfPerson } from '@mocua/server/data-store';
import { PersonHoldings } from '@mocua/server/dossier';
import { Clock } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { declaredArchivalRule, type ErasurePlan, planErasure } from '../domain/erasure-plan';

/** Erases a person as far as duties of law and of the archives allow. */
@Injectable()
export class PersonErasure {
  constructor(
    private readonly holdings: PersonHoldings,
    private readonly store: StoreOfPerson,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
  ) {}

  async plan(partyId: PartyId): Promise<ErasurePlan> {
    return planErasure(await this.holdings.of(partyId), declaredArchivalRule, this.clock.today());
  }

  /** Does what the plan of this moment says, and returns it. Safe to repeat. */
  async execute(partyId: PartyId): Promise<ErasurePlan> {
    const plan = await this.plan(partyId);
    await this.holdings.removeDrafts(partyId);
    await this.store.remove(partyId, plan.whole ? 'all' : 'own');
    if (plan.whole) await this.vault.erase(partyId);
    return plan;
  }
}
