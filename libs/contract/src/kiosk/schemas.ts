import { z } from 'zod';
import { deviceId, unitId } from '../kernel/scalars';
import { publicDossierStatus } from '../tracking/schemas';

export const kioskView = z.strictObject({
  deviceId,
  name: z.string(),
  place: z.string(),
  unitId,
  unitName: z.string(),
  /** Seconds without a touch before the warning, and of the warning itself. */
  idleSeconds: z.int(),
  warningSeconds: z.int(),
});
export type KioskView = z.output<typeof kioskView>;
export const activateKioskSchemas = {
  body: z.strictObject({ registrationCode: z.string().trim().min(6).max(20) }),
  response: kioskView,
};
export const getKioskSchemas = { response: kioskView };
export const kioskHeartbeatSchemas = { body: z.strictObject({}), response: z.strictObject({}) };
export const kioskTrackSchemas = {
  /** What the QR reader typed, or code and PIN. */
  body: z.union([
    z.strictObject({ code: z.string().trim().min(4).max(60), pin: z.string().trim().min(4).max(20) }),
    z.strictObject({ qr: z.string().min(4).max(500) }),
  ]),
  response: publicDossierStatus,
};
