import { Injectable } from '@nestjs/common';
import type { GivenUnitShare, InputOf, shareWithUnit, UnitShareId } from '@mocua/contract';
import { type CitizenActor, Clock, type IdempotencyRequest, namedId, problem } from '@mocua/server/kernel';
import { ConsentLedger, SubjectVault } from '@mocua/server/personal-data';
import { standingOf } from '../domain/stored-paper';
import type { UnitShare } from '../domain/unit-share';
import { UnitShareRows } from '../persistence/unit-share-rows';
import { GivenUnitShares } from './given-unit-shares';
import { PaperShelf } from './paper-shelf';
import { requireShareDay } from './share-day';
import { ShareableUnits } from './shareable-units';

/**
 * Lets the officers of one agency look at one paper for a time. It rests on the consent to share papers of the store, which
 * each share names: taken back, none of them opens any more, and giving consent anew wakes none of them.
 *
 * @legal Luật 91/2025 Điều 9, 10; NĐ 356/2025 Điều 6
 */
@Injectable()
export class ShareWithUnit {
  constructor(
    private readonly shelf: PaperShelf,
    private readonly units: ShareableUnits,
    private readonly shares: UnitShareRows,
    private readonly consents: ConsentLedger,
    private readonly vault: SubjectVault,
    private readonly given: GivenUnitShares,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem `store.paper-not-found`, `store.paper-expired`, `store.paper-revoked`, `store.share-too-long`,
   *   `unit.not-found`, `privacy.consent-needed`
   */
  async share(
    actor: CitizenActor,
    { params, body }: InputOf<typeof shareWithUnit>,
    { scope, key, bodyHash }: IdempotencyRequest,
  ): Promise<GivenUnitShare> {
    const today = this.clock.today();
    const { owner, paperId } = await this.requireUsable(actor, params.paperId, today);
    requireShareDay(body.until, today);
    const { unitId } = await this.units.require(body.unitId);
    const consent = await this.consents.find(owner, 'store-sharing');
    if (consent === null) throw problem('privacy.consent-needed');
    const shareId = namedId<UnitShareId>('unit-share', `${scope}/${key}/${bodyHash.toString('hex')}`);
    const known = await this.shares.find(shareId);
    if (known !== null) return this.viewOf(known);
    const purpose = await this.vault.put(owner, 'stored-share', { ...body.purpose });
    const share: UnitShare = {
      ...{ shareId, paperId, owner, sharedBy: actor.partyId, unitId },
      ...{ purposeValueId: purpose.valueId, consentId: consent.consentId },
      ...{ sharedAt: this.clock.now(), until: body.until, endedAt: null },
    };
    await this.shares.insert(share);
    return this.viewOf((await this.shares.find(shareId)) ?? share);
  }

  /** @throws Problem `store.share-not-found` */
  async end(actor: CitizenActor, shareId: UnitShareId): Promise<Record<string, never>> {
    if (!(await this.shares.end(shareId, actor.actingFor, this.clock.now())))
      throw problem('store.share-not-found');
    return {};
  }

  /** A paper of the person that an officer could open: nobody is asked to look at what cannot be used. */
  private async requireUsable(actor: CitizenActor, paperId: string, today: string) {
    const paper = await this.shelf.require(actor.actingFor, paperId);
    const standing = standingOf(paper, today);
    if (standing === 'revoked') throw problem('store.paper-revoked');
    if (standing === 'expired')
      throw problem('store.paper-expired', {
        date: (paper.details.validUntil ?? '').split('-').reverse().join('/'),
      });
    return paper;
  }

  private async viewOf(share: UnitShare): Promise<GivenUnitShare> {
    const [view] = await this.given.viewsOf([share]);
    if (view === undefined) throw problem('store.share-not-found');
    return view;
  }
}
