import type { PartyId, RightsGround, RightsKind, RightsRequestId, RightsState } from '@mocua/contract';

/** A request as it is stored; what was written and answered lies in the vault. */
export interface RightsRequest {
  readonly requestId: RightsRequestId;
  readonly code: string;
  readonly partyId: PartyId;
  readonly filedBy: PartyId;
  readonly kind: RightsKind;
  readonly state: RightsState;
  readonly version: number;
  readonly detailsValueId: string;
  readonly answerValueId: string | null;
  readonly filedAt: Date;
  readonly acknowledgeBy: Date;
  readonly acknowledgedAt: Date | null;
  readonly dueAt: Date;
  readonly extended: boolean;
  readonly rulesVersion: number;
  readonly ground: RightsGround | null;
  readonly decidedAt: Date | null;
}

export interface RightsStep {
  readonly step: 'filed' | 'acknowledged' | 'extended' | 'answered' | 'taken-back';
  readonly actorKind: 'citizen' | 'officer';
  readonly actorId: string;
  readonly actorLabel: string;
  readonly noteValueId: string | null;
  readonly at: Date;
}

/** What one step changes of a request. */
export type RightsChange = Partial<
  Pick<
    RightsRequest,
    'state' | 'answerValueId' | 'acknowledgedAt' | 'dueAt' | 'extended' | 'ground' | 'decidedAt'
  >
>;
