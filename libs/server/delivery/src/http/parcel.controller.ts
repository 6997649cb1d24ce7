import { Controller } from '@nestjs/common';
import { getDossierParcel, getMyParcel, type InputOf, postCallback } from '@mocua/contract';
import { type CitizenActor, CurrentActor, Endpoint, Input, type OfficerActor } from '@mocua/server/kernel';
import { HearPost } from '../application/hear-post';
import { ReadParcel } from '../application/read-parcel';

/** Where a parcel is, for whoever may see its dossier; and what the post says by itself, which only its signature vouches for. */
@Controller()
export class ParcelController {
  constructor(
    private readonly reading: ReadParcel,
    private readonly hearing: HearPost,
  ) {}

  @Endpoint(getMyParcel)
  mine(@CurrentActor() actor: CitizenActor, @Input() { params }: InputOf<typeof getMyParcel>) {
    return this.reading.forCitizen(actor, params.dossierId);
  }

  @Endpoint(getDossierParcel)
  ofDossier(@CurrentActor() actor: OfficerActor, @Input() { params }: InputOf<typeof getDossierParcel>) {
    return this.reading.forOfficer(actor, params.dossierId);
  }

  @Endpoint(postCallback)
  callback(@Input() { body }: InputOf<typeof postCallback>) {
    return this.hearing.callback(body);
  }
}
