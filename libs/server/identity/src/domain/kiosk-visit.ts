import { sessionCookieName } from '@mocua/server/kernel';
import { SessionPolicy } from './session-policy';

/**
 * How long a person stays signed in at a kiosk. The machine itself ends the visit after some eighty seconds without a
 * touch; these limits are for a machine that died meanwhile.
 */
export const kioskVisitPolicy = new SessionPolicy(5 * 60_000, 45 * 60_000, 15_000);

/** How long the QR code of a sign-in may be confirmed on the phone. */
export const phoneSignInLifetimeMs = 3 * 60_000;

/** Name of the cookie of a person's visit at a kiosk. */
export function kioskVisitCookie(secure: boolean): string {
  return `${sessionCookieName('kiosk', secure)}_visit`;
}
