import type { NoticeKind } from '@mocua/contract';
import type { OutboxMessage } from '@mocua/server/kernel';
import type { RightsRequest, RightsStep } from './rights-request';

/** Which steps the person is told of; what they take back themselves they know. */
const noticeOf: Partial<Record<RightsStep['step'], NoticeKind>> = {
  filed: 'rights-filed',
  acknowledged: 'rights-acknowledged',
  extended: 'rights-extended',
  answered: 'rights-answered',
};

/**
 * The notice that follows from a step, to whoever filed the request: ids and codes only, delivered after commit in the order
 * of the request. `version` is the one the request has after the step.
 */
export function rightsNotices(
  { requestId, filedBy, code }: Pick<RightsRequest, 'requestId' | 'filedBy' | 'code'>,
  { step, at }: Pick<RightsStep, 'step' | 'at'>,
  version: number,
): OutboxMessage[] {
  const kind = noticeOf[step];
  if (kind === undefined) return [];
  const payload = {
    kind,
    partyId: filedBy,
    rightsRequestId: requestId,
    code,
    seq: version,
    occurredAt: at.toISOString(),
  };
  return [{ destination: 'notification', lane: requestId, payload }];
}
