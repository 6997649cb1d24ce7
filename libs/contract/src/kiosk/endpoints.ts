import { device, endpoint, publicAccess } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const activateKiosk = endpoint<typeof schemas.activateKioskSchemas>({
  name: 'activateKiosk',
  method: 'POST',
  path: '/kiosk/activation',
  summary: 'Turns this browser into a registered kiosk',
  access: publicAccess,
  problems: ['device.unknown-code'],
});
export const getKiosk = endpoint<typeof schemas.getKioskSchemas>({
  name: 'getKiosk',
  method: 'GET',
  path: '/kiosk/device',
  summary: 'Settings of this kiosk',
  access: device,
  problems: [],
});
export const kioskHeartbeat = endpoint<typeof schemas.kioskHeartbeatSchemas>({
  name: 'kioskHeartbeat',
  method: 'POST',
  path: '/kiosk/heartbeat',
  summary: 'Tells that the kiosk is alive',
  access: device,
  problems: [],
});
export const kioskTrack = endpoint<typeof schemas.kioskTrackSchemas>({
  name: 'kioskTrack',
  method: 'POST',
  path: '/kiosk/tracking',
  summary: 'Where a dossier is, by QR or code and PIN',
  access: device,
  problems: ['tracking.not-found'],
});
