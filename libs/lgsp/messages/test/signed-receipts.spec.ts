import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { SignedReceipts } from '../src/signed-receipts';

const secrets = { gateway: 'secret-of-the-gateway', zaloAppId: 'mocua', zalo: 'secret-of-the-account' };
const receipts = new SignedReceipts(secrets);
const messageId = '0199a000-0000-7000-8000-000000000001';
const at = '2026-11-23T02:06:00.000Z';

function ofGateway(state: string, secret = secrets.gateway, id = messageId, time = at) {
  const signature = createHmac('sha256', secret).update(`${id}|${state}|${time}`).digest('hex');
  return { messageId: id, state, at: time, signature };
}
function ofZalo(secret = secrets.zalo, appId = 'mocua') {
  const time = String(Date.parse(at));
  const mac = createHash('sha256').update(`${appId}${messageId}${time}${time}${secret}`).digest('hex');
  const message = { tracking_id: messageId, delivery_time: time };
  return { event_name: 'user_received_message', app_id: appId, message, timestamp: time, mac };
}

describe('receipts of carriers', () => {
  it('say what became of a message when they are signed', () => {
    expect(receipts.read('gateway', ofGateway('DELIVERED'))).toEqual({ messageId, outcome: 'delivered', at });
    expect(receipts.read('gateway', ofGateway('UNDELIVERED'))).toEqual({ messageId, outcome: 'failed', at });
    expect(receipts.read('zalo', ofZalo())).toEqual({ messageId, outcome: 'delivered', at });
  });

  it.each([
    ['another secret', 'gateway', ofGateway('DELIVERED', 'a-secret-somebody-made-up')],
    ['a changed outcome', 'gateway', { ...ofGateway('DELIVERED'), state: 'UNDELIVERED' }],
    ['another message', 'gateway', { ...ofGateway('DELIVERED'), messageId: messageId.replace('1', '2') }],
    ['no signature', 'gateway', { messageId, state: 'DELIVERED', at }],
    ['a signature of another shape', 'gateway', { ...ofGateway('DELIVERED'), signature: ['a'] }],
    ['an unknown state', 'gateway', ofGateway('READ')],
    ['a time that is none', 'gateway', ofGateway('DELIVERED', secrets.gateway, messageId, 'soon')],
    ['a year that was none', 'gateway', ofGateway('DELIVERED', secrets.gateway, messageId, '0000-01-01')],
    ['an id that is none', 'gateway', ofGateway('DELIVERED', secrets.gateway, 'x')],
    ['the words of the other carrier', 'zalo', ofGateway('DELIVERED')],
    ['another secret of the account', 'zalo', ofZalo('a-secret-somebody-made-up')],
    ['another account', 'zalo', ofZalo(secrets.zalo, 'other')],
    ['no message', 'zalo', { ...ofZalo(), message: null }],
    ['nothing', 'zalo', {}],
  ] as const)('are nothing with %s', (_what, carrier, body) => {
    expect(receipts.read(carrier, body)).toBeNull();
  });
});
