import { endpoint, officer } from '../kernel/endpoint';
import type * as schemas from './schemas';

export const listOutboundLanes = endpoint<typeof schemas.listOutboundLanesSchemas>({
  name: 'listOutboundLanes',
  method: 'GET',
  path: '/officer/outbound',
  summary: 'Every way out: whether it is connected, what waits, and what was put aside',
  access: officer('outbound.manage'),
  problems: [],
});
export const listDeadLetters = endpoint<typeof schemas.listDeadLettersSchemas>({
  name: 'listDeadLetters',
  method: 'GET',
  path: '/officer/outbound/:destination/dead-letters',
  summary: 'Messages to a receiver that were put aside, the oldest first',
  access: officer('outbound.manage'),
  problems: [],
});
export const replayDeadLetter = endpoint<typeof schemas.replayDeadLetterSchemas>({
  name: 'replayDeadLetter',
  method: 'POST',
  path: '/officer/outbound/:destination/dead-letters/:deliveryId/replay',
  summary: 'Tries a message again that was put aside, where that may be done',
  access: officer('outbound.manage'),
  problems: ['delivery.not-dead', 'delivery.not-replayable'],
});
