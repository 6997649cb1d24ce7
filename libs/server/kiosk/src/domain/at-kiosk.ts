import type { DeviceId } from '@mocua/contract';
import { type CitizenActor, problem } from '@mocua/server/kernel';

/** The machine in front of which the person stands. @throws Problem `kiosk.only-there` for anybody who is elsewhere */
export function requireKiosk(actor: CitizenActor): DeviceId {
  if (actor.atKiosk === undefined) throw problem('kiosk.only-there');
  return actor.atKiosk;
}
