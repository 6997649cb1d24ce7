import { Injectable } from '@nestjs/common';
import type { DraftHandover, DraftId, HandedDraftView } from '@mocua/contract';
import { DraftAccess } from '@mocua/server/dossier';
import {
  hashOfSecret,
  newCounterCode,
  newSecretToken,
  normaliseRegistrationCode,
} from '@mocua/server/identity';
import { DeviceStore } from '@mocua/server/identity';
import { type CitizenActor, Clock, Config, newId, type OfficerActor, problem } from '@mocua/server/kernel';
import { requireKiosk } from '../domain/at-kiosk';
import { handoverTimes } from '../domain/handover-times';
import { HandoverStore } from '../persistence/handover.store';
import { HandedDrafts } from './handed-drafts';

/** A form begun at a machine goes on elsewhere: on the person's own phone, or at a counter of the place. */
@Injectable()
export class HandOverDraft {
  constructor(
    private readonly handovers: HandoverStore,
    private readonly drafts: DraftAccess,
    private readonly devices: DeviceStore,
    private readonly handed: HandedDrafts,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `kiosk.only-there`, `draft.not-found`, `draft.already-submitted` */
  async execute(actor: CitizenActor, draftId: DraftId): Promise<DraftHandover> {
    const device = await this.devices.find(requireKiosk(actor));
    if (device === null) throw problem('kiosk.only-there');
    await this.drafts.requireOpen(actor, draftId);
    const now = this.clock.now();
    const [phoneCode, counterCode] = [newSecretToken(), newCounterCode()];
    const times = handoverTimes(now);
    const hashes = {
      phone: hashOfSecret(phoneCode),
      counter: hashOfSecret(normaliseRegistrationCode(counterCode)),
    };
    const handover = {
      handoverId: newId<string>(now),
      draftId,
      partyId: actor.partyId,
      unitId: device.unitId,
    };
    await this.handovers.insert({ ...handover, ...times }, hashes, now);
    const url = `${this.config.publicOrigin}/kiosk/dien-thoai#t=${phoneCode}`;
    return { url, counterCode, expiresAt: times.phoneUntil.toISOString() };
  }

  /** On the phone of the same person, once. @throws Problem `handover.not-found` */
  async open(actor: CitizenActor, code: string): Promise<DraftId> {
    const draftId = await this.handovers.openOnPhone(hashOfSecret(code), actor.partyId, this.clock.now());
    if (draftId === null) throw problem('handover.not-found');
    return draftId;
  }

  /** At a counter of the unit where the machine stands; the look is recorded. @throws Problem `handover.not-found` */
  async readAtCounter(actor: OfficerActor, code: string): Promise<HandedDraftView> {
    const { assignment } = actor;
    if (assignment === null) throw problem('session.assignment-required');
    const hash = hashOfSecret(normaliseRegistrationCode(code));
    const draftId = await this.handovers.findAtCounter(hash, assignment.unitId, this.clock.now());
    if (draftId === null) throw problem('handover.not-found');
    return this.handed.read(draftId);
  }
}
