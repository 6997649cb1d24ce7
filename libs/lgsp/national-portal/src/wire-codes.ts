import type { PortalDossier } from '@mocua/server/national-portal';

/**
 * Enumerations of this endpoint by table; they belong to the wire and mean nothing elsewhere. Which value a kiosk has is not
 * published: by law it is a way of filing online.
 */
export const channelCodes: Readonly<Record<PortalDossier['channel'], string>> = {
  counter: '1',
  online: '2',
  kiosk: '2',
  post: '3',
};

/** 1 person, 2 enterprise; 3 and 4 (agencies, other bodies) are not told apart here. */
export const ownerKindCodes = { person: '1', organisation: '2' } as const;

/** Where it was filed: 1 the national portal, 2 the province. */
export const placeCodes = { national: '1', local: '2' } as const;

/** How it was paid: 1 the national portal, 2 our own payment page, 3 not online. */
export const paymentCodes = { 'national-portal': '1', online: '2', 'not-online': '3' } as const;

/** Answers of the endpoint about one dossier. */
export const answerCodes = { done: '0', exists: '3', missing: '4', sessionEnded: '-10' } as const;

export function flag(value: boolean): string {
  return value ? '1' : '0';
}
