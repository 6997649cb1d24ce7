import { Controller } from '@nestjs/common';
import { type InputOf, kioskTrack, trackDossier } from '@mocua/contract';
import { Endpoint, Input } from '@mocua/server/kernel';
import { TrackDossier } from '../application/track-dossier';

/** Progress by code and PIN, on the portal and on a kiosk. */
@Controller()
export class TrackingController {
  constructor(private readonly tracking: TrackDossier) {}

  @Endpoint(trackDossier)
  track(@Input() { body }: InputOf<typeof trackDossier>) {
    return this.tracking.execute(body.code, body.pin);
  }

  @Endpoint(kioskTrack)
  trackAtKiosk(@Input() { body }: InputOf<typeof kioskTrack>) {
    return 'qr' in body ? this.tracking.executeQr(body.qr) : this.tracking.execute(body.code, body.pin);
  }
}
